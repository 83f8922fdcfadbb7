import type { Day } from "../calendar/day.ts";
import type { CellKind, DueWindow, Relation, ResolvedPlan, Window } from "../resolve/model.ts";
import { nameOf } from "../explain/titles.ts";
import { words } from "../explain/explain.ts";
import { dayView, monthFrame, monthIndex, monthsOfPlan, type DayView, type MonthFrame } from "./days.ts";
import { lastDay, timeText } from "./times.ts";
import { dueWindowsOfParty, partiesOfProfile, type Addressee } from "../query/audience.ts";
import { controlForm } from "../query/controls.ts";
import { partyRef, type PartyRef } from "../query/labels.ts";
import { dueWindowsOfItem, memoizeByPlan } from "../query/plan-index.ts";
import { isUnit } from "../query/windows.ts";
import { memoizeByObjectAndKey } from "../source/memoize.ts";

/** A due window, ready to print. */
export interface DueView {
  readonly uid: string;
  readonly item: string;
  readonly kind: CellKind;
  readonly title: string;
  readonly form: string | null;
  readonly wording: string;
  readonly shape: Window["shape"];
  /** The unit that the window fills: «апрель 2024 года», «I квартал». Null where it fills none. */
  readonly unit: string | null;
  readonly day: DayView;
  /** The time of its last day, in words; null where it has none. */
  readonly time: string | null;
  /** The first day; null where the window is one day or has no first day. */
  readonly start: DayView | null;
  readonly planBy: DayView | null;
  readonly rolled: DayView | null;
  readonly rollSource: string | null;
  /** The window's last working day where the end is a day off and the rules give no `planBy`; else null. */
  readonly lastWorking: DayView | null;
  readonly snapshot: boolean;
  /** The window is one day that the plan names, not the end of a stretch. */
  readonly namedDay: boolean;
  readonly conditional: string | null;
  readonly subject: string | null;
  readonly beforeApproval: boolean;
  readonly latestStart: boolean;
  /** The item whose end serves as this window's end; null where the window has one of its own. */
  readonly endOf: string | null;
  readonly openEnd: boolean;
  /** The item has six windows of this shape a year or more: pages print them in one line. */
  readonly repeats: boolean;
  /** It stands in the table of recurring days: so do repeats, quarters, and days of items that have four a year or more. */
  readonly recurring: boolean;
  /** The parties to name beside it: on a party's page those through whom it concerns the party, elsewhere all assigned. */
  readonly who: readonly PartyRef[];
}

const repeatTimes = 6;
const recurringTimes = 4;

/** Number of windows of each item, kind and shape in a plan. */
const shapesOf = memoizeByPlan((plan): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { item, kind, window } of plan.dueWindows) {
    const name = `${item} ${kind} ${window.shape}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
});

/** Which of the assigned parties are named on the page of a party that has this relation to them. */
const partiesByRelation: Readonly<
  Record<Relation, (plan: ResolvedPlan, parties: readonly string[], party: string) => readonly string[]>
> = {
  own: () => [],
  group: (plan, parties, party) => parties.filter((id) => plan.parties.groupsOf(party).includes(id)),
  officer: (plan, parties, party) => parties.filter((id) => plan.parties.officersOf(party).includes(id)),
  controller: (_, parties) => parties,
  oversight: (_, parties) => parties,
};

/** The parties to name beside something assigned to `parties`: all of them, or on the page of `addressee` those through whom it concerns that party or profile. */
export function namedBeside(plan: ResolvedPlan, parties: readonly string[], addressee?: Addressee): PartyRef[] {
  const union = addressee === undefined ? undefined : partiesOfProfile(plan, addressee.id);
  // On the page of several parties it matters whose of them something is.
  if (union !== undefined)
    return parties
      .filter((id) =>
        union.some(
          (party) =>
            party === id || plan.parties.groupsOf(party).includes(id) || plan.parties.officersOf(party).includes(id),
        ),
      )
      .map((id) => partyRef(plan, id));
  return (addressee === undefined ? parties : partiesByRelation[addressee.relation](plan, parties, addressee.id)).map(
    (id) => partyRef(plan, id),
  );
}

/** The views of each window made so far: pages that name the same parties beside it share one. */
const printedDues = memoizeByPlan(() => new Map<DueWindow, DueView[]>());

/** A window ready to print, on the page of `addressee` or on one that is nobody's. */
export function dueView(plan: ResolvedPlan, dueWindow: DueWindow, addressee?: Addressee): DueView {
  const known = printedDues(plan).get(dueWindow);
  const who = namedBeside(plan, dueWindow.parties, addressee);
  const found = known?.find(
    (due) => due.who.length === who.length && due.who.every((party, index) => party === who[index]),
  );
  if (found !== undefined) return found;
  const due = known === undefined ? printDue(plan, dueWindow, who) : { ...known[0]!, who };
  if (known === undefined) printedDues(plan).set(dueWindow, [due]);
  else known.push(due);
  return due;
}

function printDue(plan: ResolvedPlan, dueWindow: DueWindow, who: readonly PartyRef[]): DueView {
  const { window, kind } = dueWindow;
  const item = dueWindow.row;
  const view = (day: Day | undefined): DayView | null => (day === undefined ? null : dayView(plan, day));
  const openEnd = window.trace.find((step) => step.step === "open-end");
  const times = shapesOf(plan).get(`${dueWindow.item} ${kind} ${window.shape}`) ?? 0;
  const roll = window.trace.find((step) => step.step === "roll");
  return {
    uid: dueWindow.uid,
    item: dueWindow.item,
    kind,
    title: nameOf(item, plan.byId),
    form: kind === "control" ? controlForm(plan, item) : null,
    wording: dueWindow.wording,
    shape: window.shape,
    unit:
      isUnit(window.shape) && window.start !== null
        ? words[plan.series.data.language].unit(window.shape, window.start, window.end)
        : null,
    day: lastDay(plan, window),
    time: timeText(plan, window),
    start: window.start === null || window.start === window.end ? null : dayView(plan, window.start),
    planBy: view(window.planBy),
    rolled: view(window.rolled),
    rollSource: roll?.step === "roll" ? roll.source : null,
    lastWorking:
      window.planBy === undefined && window.lastWorkingDay !== window.end ? view(window.lastWorkingDay) : null,
    snapshot: window.snapshot ?? false,
    namedDay: window.shape === "day" && (window.start !== null || window.snapshot === true),
    conditional: window.conditional ?? null,
    subject: window.subject ?? null,
    beforeApproval: dueWindow.beforeApproval,
    latestStart: window.startIs === "latest",
    openEnd: openEnd !== undefined,
    endOf: openEnd?.step === "open-end" ? (openEnd.item ?? null) : null,
    repeats: times >= repeatTimes,
    recurring:
      times >= repeatTimes || window.shape === "quarter" || (window.shape === "day" && times >= recurringTimes),
    who,
  };
}

/** The due windows of a party or a profile, each once. */
export const duesOfParty = memoizeByObjectAndKey((plan: ResolvedPlan, party: string): readonly DueView[] =>
  dueWindowsOfParty(plan, party).map(({ due, relation }) => dueView(plan, due, { id: party, relation })),
);

/** The due windows of an item. */
export const duesOfItem = (plan: ResolvedPlan, item: string): DueView[] =>
  dueWindowsOfItem(plan, item).map((due) => dueView(plan, due));

/** All due windows of a plan. */
export const allDues = memoizeByPlan((plan): readonly DueView[] => plan.dueWindows.map((due) => dueView(plan, due)));

/** The months of the plan, and those beyond it in which something ends, in order, each with the windows that end in it. */
export function endingByMonth(
  plan: ResolvedPlan,
  dues: readonly DueView[],
): { readonly frame: MonthFrame; readonly ending: readonly DueView[] }[] {
  const ending = Map.groupBy(dues, ({ day }) => monthIndex(day.serial));
  const indices = new Set([...monthsOfPlan(plan).map(({ start }) => monthIndex(start)), ...ending.keys()]);
  return [...indices]
    .sort((a, b) => a - b)
    .map((index) => ({ frame: monthFrame(plan, index), ending: ending.get(index) ?? [] }));
}
