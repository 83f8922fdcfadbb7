import type { Day } from "../calendar/day.ts";
import type { PlanEvent, Relation, ResolvedPlan, Window } from "../resolve/model.ts";
import { titleOf } from "../explain/titles.ts";
import { words } from "../explain/explain.ts";
import { dayView, type DayView } from "./days.ts";
import { eventsOfParty, partiesOfProfile, type Addressee } from "../query/audience.ts";
import { controlForm } from "../query/controls.ts";
import { partyRef, type PartyRef } from "../query/labels.ts";
import { eventsOfItem, oncePerPlan } from "../query/plan-index.ts";
import { isUnit } from "../query/windows.ts";

/** A dated window of an item, ready to print. */
export interface DueView {
  readonly uid: string;
  readonly item: string;
  readonly kind: "work" | "control";
  readonly title: string;
  readonly form: string | null;
  readonly wording: string;
  readonly shape: Window["shape"];
  /** «апрель 2024 года», «I квартал»: the unit that the window fills. */
  readonly unit: string | null;
  readonly day: DayView;
  /** Given where the window is longer than its last day. */
  readonly start: DayView | null;
  readonly planBy: DayView | null;
  readonly rolled: DayView | null;
  readonly rollSource: string | null;
  /** Given where the end is a day off and no day before it is safer by the rules: the window's last working day. */
  readonly lastWorking: DayView | null;
  readonly snapshot: boolean;
  readonly conditional: string | null;
  readonly subject: string | null;
  readonly beforeApproval: boolean;
  readonly latestStart: boolean;
  /** The item whose end this window only inherits. */
  readonly endOf: string | null;
  readonly openEnd: boolean;
  /** Stands six times a year or more: printed in one line with its like. */
  readonly repeats: boolean;
  /** Stands in the table of what comes again: named days and quarters that come four times a year or more. */
  readonly rhythmic: boolean;
  /** Whom to name beside it: on a party's page, through whom it came there; elsewhere all to whom it is assigned. */
  readonly who: readonly PartyRef[];
}

const manyTimes = 6;
const timesOfRhythm = 4;

/** How often each item's windows of one shape stand in a plan. */
const shapesOf = oncePerPlan((plan): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { item, kind, window } of plan.events) {
    const name = `${item} ${kind} ${window.shape}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
});

/** Which of the parties that something is assigned to are named beside it. */
const named: Readonly<
  Record<Relation, (plan: ResolvedPlan, parties: readonly string[], party: string) => readonly string[]>
> = {
  own: () => [],
  group: (plan, parties, party) => parties.filter((id) => plan.parties.groupsOf(party).includes(id)),
  officer: (plan, parties, party) => parties.filter((id) => plan.parties.officersOf(party).includes(id)),
  controller: (_, parties) => parties,
  oversight: (_, parties) => parties,
};

/** The parties to name beside something assigned to `parties` on the page of `addressee`. */
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
  return (addressee === undefined ? parties : named[addressee.relation](plan, parties, addressee.id)).map((id) =>
    partyRef(plan, id),
  );
}

/** Each window as it was printed so far, once for all pages that name the same parties beside it. */
const printed = oncePerPlan(() => new Map<PlanEvent, DueView[]>());

/** A window as the pages print it, for `addressee` or for all. */
export function dueView(plan: ResolvedPlan, event: PlanEvent, addressee?: Addressee): DueView {
  const known = printed(plan).get(event);
  const who = namedBeside(plan, event.parties, addressee);
  const found = known?.find(
    (due) => due.who.length === who.length && due.who.every((party, index) => party === who[index]),
  );
  if (found !== undefined) return found;
  const due = known === undefined ? printDue(plan, event, who) : { ...known[0]!, who };
  if (known === undefined) printed(plan).set(event, [due]);
  else known.push(due);
  return due;
}

function printDue(plan: ResolvedPlan, event: PlanEvent, who: readonly PartyRef[]): DueView {
  const { window, kind } = event;
  const item = plan.byId.get(event.item)!;
  const view = (day: Day | undefined): DayView | null => (day === undefined ? null : dayView(plan, day));
  const openEnd = window.trace.find((step) => step.step === "open-end");
  const times = shapesOf(plan).get(`${event.item} ${kind} ${window.shape}`) ?? 0;
  const roll = window.trace.find((step) => step.step === "roll");
  return {
    uid: event.uid,
    item: event.item,
    kind,
    title: titleOf(item, plan.byId),
    form: kind === "control" ? controlForm(plan, item) : null,
    wording: event.wording,
    shape: window.shape,
    unit:
      isUnit(window.shape) && window.start !== null
        ? words[plan.series.data.language].unit(window.shape, window.start, window.end)
        : null,
    day: dayView(plan, window.end),
    start: window.start === null || window.start === window.end ? null : dayView(plan, window.start),
    planBy: view(window.planBy),
    rolled: view(window.rolled),
    rollSource: roll?.step === "roll" ? roll.source : null,
    lastWorking:
      window.planBy === undefined && window.lastWorkingDay !== window.end ? view(window.lastWorkingDay) : null,
    snapshot: window.snapshot ?? false,
    conditional: window.conditional ?? null,
    subject: window.subject ?? null,
    beforeApproval: event.beforeApproval,
    latestStart: window.startIs === "latest",
    openEnd: openEnd !== undefined,
    endOf: openEnd?.step === "open-end" ? (openEnd.item ?? null) : null,
    repeats: times >= manyTimes,
    rhythmic: times >= manyTimes || window.shape === "quarter" || (window.shape === "day" && times >= timesOfRhythm),
    who,
  };
}

const duesByParty = oncePerPlan(() => new Map<string, readonly DueView[]>());

/** The dated windows of a party or a profile, each once. */
export function duesOfParty(plan: ResolvedPlan, party: string): readonly DueView[] {
  const known = duesByParty(plan);
  const dues =
    known.get(party) ??
    eventsOfParty(plan, party).map(({ event, relation }) => dueView(plan, event, { id: party, relation }));
  known.set(party, dues);
  return dues;
}

/** The dated windows of an item. */
export const duesOfItem = (plan: ResolvedPlan, item: string): DueView[] =>
  eventsOfItem(plan, item).map((event) => dueView(plan, event));

/** All dated windows of a plan. */
export const allDues = oncePerPlan((plan): readonly DueView[] => plan.events.map((event) => dueView(plan, event)));
