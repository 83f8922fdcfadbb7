import type { PlanItem } from "../load/workspace.ts";
import type { Dates } from "./context.ts";
import type { PlanEvent, ResolvedDeadline, ResolvedItem } from "./model.ts";

/** Dates of a name, and what they take of the dates that a plan may have. */
export interface SharedDates {
  readonly dates: Dates;
  readonly cost: number;
  /** They lean on other rows. */
  readonly leans: boolean;
}

/** A row as it was resolved. */
export interface KeptRow {
  readonly item: ResolvedItem;
  /** What its deadline takes of the dates that a plan may have, and what its control does. */
  readonly cost: number;
  readonly controlCost: number;
}

const isSameList = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((one, index) => one === b[index]);
const isSameCell = (a: ResolvedDeadline | null | undefined, b: ResolvedDeadline | null | undefined): boolean =>
  a === b ||
  (a?.rule === b?.rule &&
    a?.windows === b?.windows &&
    a?.waiting === b?.waiting &&
    a?.state === b?.state &&
    a?.inherited === b?.inherited);

/** Whether one row was resolved to the same twice; its own words are those of its file. */
function isSameItem(a: ResolvedItem, b: ResolvedItem): boolean {
  const [own, other] = [a.control, b.control];
  return (
    isSameCell(a.deadline, b.deadline) &&
    isSameList(a.responsible, b.responsible) &&
    a.responsibleInherited === b.responsibleInherited &&
    a.reading === b.reading &&
    a.parent === b.parent &&
    isSameList(a.children, b.children) &&
    (own === null) === (other === null) &&
    isSameCell(own?.deadline, other?.deadline) &&
    isSameList(own?.controlled ?? [], other?.controlled ?? []) &&
    own?.form === other?.form &&
    own?.controlOf === other?.controlOf &&
    own?.inherited === other?.inherited &&
    own?.reading === other?.reading &&
    own?.origin.file === other?.origin.file &&
    isSameList((own?.origin.path ?? []).map(String), (other?.origin.path ?? []).map(String))
  );
}

const isSameEvent = (a: PlanEvent, b: PlanEvent): boolean =>
  a.uid === b.uid &&
  a.window === b.window &&
  a.wording === b.wording &&
  a.beforeApproval === b.beforeApproval &&
  isSameList(a.parties, b.parties) &&
  isSameList(a.read, b.read) &&
  isSameList(a.audience, b.audience);

/** More names of dates than this are left over from old edits. */
const mostNames = 200_000;

/**
 * What a plan that was resolved leaves for its next edit: rows that lean on no other row and of which nobody was told
 * anything, and dates of rules that do so. It only saves time: the answer is that of a plan resolved for the first time
 * (test/edited-again.test.ts).
 */
export class KeptPlan {
  #outside: readonly unknown[] = [];
  rows = new WeakMap<PlanItem, KeptRow>();
  /** Rows whose names are all defined. */
  sound = new WeakSet<PlanItem>();
  readonly #events = new Map<string, { readonly item: ResolvedItem; readonly events: readonly PlanEvent[] }>();
  dates = new Map<string, SharedDates>();
  /** What was found of rows and names that lean on others: found anew each time, and the same objects where nothing came of it. */
  readonly #leaning = new Map<string, { readonly text: string; readonly dates: Dates }>();
  #items = new WeakMap<PlanItem, ResolvedItem>();
  children: ReadonlyMap<string, readonly string[]> | undefined;

  /** Forgets everything unless all that stands outside the rows, and the order of the rows' ids, is what it was. */
  holdTo(outside: readonly unknown[]): void {
    if (
      outside.length === this.#outside.length &&
      outside.every((value, index) => value === this.#outside[index]) &&
      this.dates.size < mostNames
    )
      return;
    this.#outside = outside;
    this.rows = new WeakMap();
    this.sound = new WeakSet();
    this.#events.clear();
    this.dates = new Map();
    this.#leaning.clear();
    this.#items = new WeakMap();
    this.children = undefined;
  }

  /** The events of a row: those listed before, where row or events are the same. */
  eventsOf(item: ResolvedItem, list: () => readonly PlanEvent[]): readonly PlanEvent[] {
    const before = this.#events.get(item.id);
    if (before?.item === item) return before.events;
    const listed = list();
    const events =
      before?.events.length === listed.length &&
      listed.every((event, index) => isSameEvent(event, before.events[index]!))
        ? before.events
        : listed;
    this.#events.set(item.id, { item, events });
    return events;
  }

  /** Dates that lean on other rows: those found before, where they are the same. */
  sameDates(name: string, dates: Dates): Dates {
    const before = this.#leaning.get(name);
    const text = JSON.stringify(dates);
    if (before?.text === text) return before.dates;
    this.#leaning.set(name, { text, dates });
    return dates;
  }

  /** A row that leans on others: what it was before, where it is the same. */
  sameItem(item: ResolvedItem): ResolvedItem {
    const before = this.#items.get(item.source);
    if (before !== undefined && isSameItem(before, item)) return before;
    this.#items.set(item.source, item);
    return item;
  }
}

/** The plans of a workspace, by folder and year. */
export type KeptPlans = Map<string, KeptPlan>;
