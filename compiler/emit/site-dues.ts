import type { Day } from "../calendar/day.ts";
import { civilOf } from "../calendar/day.ts";
import type { Party } from "../load/generated/types.ts";
import type { PlanEvent, Relation, ResolvedItem, ResolvedPlan, Window } from "../resolve/resolved.ts";
import { titleOf } from "../words/titles.ts";
import { words } from "../words/words.ts";
import { dayView, type DayView } from "./site-days.ts";

/** A party as a page names it. */
export interface PartyRef {
  readonly id: string;
  /** Short enough for a margin: «ЧИРО». */
  readonly mark: string;
  /** As in the order: «Оператор ГИС «Образование»». */
  readonly label: string;
  /** In plain words: «Детские сады». */
  readonly name: string;
  /** The mark, for a margin beside the name; empty where it only repeats a word of it. */
  readonly margin: string;
}

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
  /** Whom to name beside it: on a party's page, through whom it came there; elsewhere all to whom it is assigned. */
  readonly who: readonly PartyRef[];
}

const manyTimes = 6;

/** How often each item's windows of one shape stand in a plan. */
export function countShapes(plan: ResolvedPlan): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { item, kind, window } of plan.events) {
    const name = `${item} ${kind} ${window.shape}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

const known = new WeakMap<ResolvedPlan, ReadonlyMap<string, number>>();
function shapesOf(plan: ResolvedPlan): ReadonlyMap<string, number> {
  const counts = known.get(plan) ?? countShapes(plan);
  known.set(plan, counts);
  return counts;
}

const parties = new WeakMap<ResolvedPlan["series"], ReadonlyMap<string, Party>>();
function partiesOf(series: ResolvedPlan["series"]): ReadonlyMap<string, Party> {
  const byId = parties.get(series) ?? new Map(series.parties.map(({ data }) => [data.id, data]));
  parties.set(series, byId);
  return byId;
}

/** The party of an id. */
export function partyRef(plan: ResolvedPlan, id: string): PartyRef {
  const party = partiesOf(plan.series).get(id);
  const mark = party?.mark ?? party?.label ?? id;
  const name = party?.name ?? id;
  return { id, mark, label: party?.label ?? id, name, margin: name.toLowerCase().includes(mark.toLowerCase()) || mark.length > 8 ? "" : mark };
}

export const isUnit = (shape: Window["shape"]): shape is Exclude<Window["shape"], "day" | "range" | "open"> => shape !== "day" && shape !== "range" && shape !== "open";

/** The parties to name beside something assigned to `parties` on the page of `reader`. */
export function namedBeside(plan: ResolvedPlan, parties: readonly string[], reader?: { readonly party: string; readonly relation: Relation }): PartyRef[] {
  const groups = reader?.relation === "group" ? plan.parties.groupsOf(reader.party) : [];
  const officers = reader?.relation === "officer" ? plan.parties.officersOf(reader.party) : [];
  const shown: Readonly<Record<Relation, readonly string[]>> = {
    own: [], group: parties.filter((id) => groups.includes(id)), officer: parties.filter((id) => officers.includes(id)), controller: parties, oversight: parties,
  };
  return (reader === undefined ? parties : shown[reader.relation]).map((id) => partyRef(plan, id));
}

/** A window as the pages print it; `reader` is the party whose page it is, with the reason why it stands there. */
export function dueView(plan: ResolvedPlan, event: PlanEvent, reader?: { readonly party: string; readonly relation: Relation }): DueView {
  const { window, kind } = event;
  const item = plan.byId.get(event.item)!;
  const view = (day: Day | undefined): DayView | null => (day === undefined ? null : dayView(plan, day));
  const openEnd = window.trace.find((step) => step.step === "open-end");
  const roll = window.trace.find((step) => step.step === "roll");
  return {
    uid: event.uid, item: event.item, kind, title: titleOf(item, plan.byId), form: kind === "control" ? controlForm(plan, item) : null, wording: event.wording, shape: window.shape,
    unit: isUnit(window.shape) && window.start !== null ? words[plan.series.data.language].unit(window.shape, window.start, window.end) : null,
    day: dayView(plan, window.end), start: window.start === null || window.start === window.end ? null : dayView(plan, window.start),
    planBy: view(window.planBy), rolled: view(window.rolled), rollSource: roll?.step === "roll" ? roll.source : null,
    lastWorking: window.planBy === undefined && window.lastWorkingDay !== window.end ? view(window.lastWorkingDay) : null,
    snapshot: window.snapshot ?? false, conditional: window.conditional ?? null, subject: window.subject ?? null, beforeApproval: event.beforeApproval,
    latestStart: window.startIs === "latest", openEnd: openEnd !== undefined, endOf: openEnd?.step === "open-end" ? (openEnd.item ?? null) : null,
    repeats: (shapesOf(plan).get(`${event.item} ${kind} ${window.shape}`) ?? 0) >= manyTimes,
    who: namedBeside(plan, event.parties, reader),
  };
}

/** The form of a control: its own, or that of the item whose control it continues. */
export function controlForm(plan: ResolvedPlan, item: ResolvedItem): string | null {
  const { control } = item;
  if (control === null) return null;
  return control.form ?? (control.controlOf === null ? null : (plan.byId.get(control.controlOf)?.control?.form ?? null));
}

/** The events of a party with the reason why each is its own. */
export function eventsOfParty(plan: ResolvedPlan, party: string): { event: PlanEvent; relation: Relation }[] {
  const { controller } = plan.series.data;
  return plan.events.flatMap((event) => {
    const relation = plan.parties.relation(party, event, controller);
    return relation === undefined ? [] : [{ event, relation }];
  });
}

/** The dated windows of a party. */
export const duesOfParty = (plan: ResolvedPlan, party: string): DueView[] => eventsOfParty(plan, party).map(({ event, relation }) => dueView(plan, event, { party, relation }));

/** All dated windows of a plan. */
export function allDues(plan: ResolvedPlan): readonly DueView[] {
  const dues = duesIn.get(plan) ?? plan.events.map((event) => dueView(plan, event));
  duesIn.set(plan, dues);
  return dues;
}
const duesIn = new WeakMap<ResolvedPlan, readonly DueView[]>();

/** Year and month of a day as one number that sorts. */
export function monthIndex(day: Day): number {
  const { year, month } = civilOf(day);
  return year * 12 + month - 1;
}
