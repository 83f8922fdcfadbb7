import type { PlanItem } from "../load/workspace.ts";
import type { Dates } from "./context.ts";
import type { PlanEvent, ResolvedItem } from "./resolved.ts";

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
  readonly cost: number;
}

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
  events = new WeakMap<ResolvedItem, readonly PlanEvent[]>();
  dates = new Map<string, SharedDates>();
  children: ReadonlyMap<string, readonly string[]> | undefined;

  /** Forgets everything unless all that stands outside the rows, and the order of the rows' ids, is what it was. */
  holdTo(outside: readonly unknown[]): void {
    if (outside.length === this.#outside.length && outside.every((value, index) => value === this.#outside[index]) && this.dates.size < mostNames) return;
    this.#outside = outside;
    this.rows = new WeakMap();
    this.sound = new WeakSet();
    this.events = new WeakMap();
    this.dates = new Map();
    this.children = undefined;
  }
}

/** The plans of a workspace, by folder and year. */
export type KeptPlans = Map<string, KeptPlan>;
