import type { Day } from "../calendar/day.ts";
import type { CellKind, DueWindow, ResolvedItem, ResolvedPlan } from "../resolve/model.ts";
import type { Span } from "../source/span.ts";

/** Which of the two plans something stands in. */
export type Side = "before" | "after";

/** A stretch of a file of one of the two plans. */
export interface EditPlace {
  readonly side: Side;
  readonly span: Span;
}

/** What can move a date or hand it to somebody else. */
export type CauseKind =
  | "rule"
  | "item"
  | "withdrawal"
  | "period"
  | "event"
  | "occurrence"
  | "calendar"
  | "rule-set"
  | "responsible"
  | "reading"
  | "membership"
  | "order";

/** One edit that made a date change, and the items through which it came. */
export interface Cause {
  readonly kind: CauseKind;
  readonly change: "added" | "removed" | "changed";
  /** The edited line; null where the edit is not in one line (a calendar, a rule set). */
  readonly at: EditPlace | null;
  /** What was edited: an item's id, the title of a period, an event or a record. */
  readonly name: string;
  /** The items between the edit and the date, the edit's own first; empty when it was made at the date itself. */
  readonly chain: readonly string[];
  /** For a calendar: the days that changed, and whether each is worked now. */
  readonly days?: readonly { readonly day: Day; readonly working: boolean }[];
}

/** `moved`: another day; `reassigned`: the same day for others; `noted`: what stands beside the day (the neighbours of a day off, a condition). */
export type DateChangeKind = "new" | "gone" | "moved" | "reassigned" | "noted";

/** One dated entry, known by its uid, that is not what it was. */
export interface DateChange {
  readonly kind: DateChangeKind;
  /** The plan's id. */
  readonly plan: string;
  readonly item: string;
  readonly cell: CellKind;
  readonly uid: string;
  readonly before: DueWindow | null;
  readonly after: DueWindow | null;
  readonly causes: readonly Cause[];
}

/** What a deadline is for a reader: with dates, waiting for an event, or one of the states without dates. */
export type Standing = "dated" | "waiting" | "continuous" | "external" | "none";

interface AboutItem {
  /** The plan's id. */
  readonly plan: string;
  readonly item: string;
  readonly before: ResolvedItem | null;
  readonly after: ResolvedItem | null;
  readonly at: EditPlace | null;
}

/** A row of the plan that is new, gone, taken out with a reason, or back. */
export interface RowChange extends AboutItem {
  readonly kind: "row-new" | "row-gone" | "withdrawn" | "restored";
}

/** The words of a row are not what they were. */
export interface WordingChange extends AboutItem {
  readonly kind: "reworded";
  readonly field: "activity" | "deadline" | "form" | "control-deadline" | "note";
  readonly from: string;
  readonly to: string;
}

/** Others are responsible for a row. */
export interface ResponsibleChange extends AboutItem {
  readonly kind: "responsible";
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/** A deadline begins or ceases to wait, to hold always, to be set elsewhere. */
export interface StandingChange extends AboutItem {
  readonly kind: "standing";
  readonly cell: CellKind;
  readonly from: Standing;
  readonly to: Standing;
  /** The titles of the events that it waits for now, or waited for. */
  readonly events: readonly string[];
  readonly causes: readonly Cause[];
}

/** A whole plan that is new, gone, or no longer a draft. Its rows and dates are counted, not listed. */
export interface PlanChange {
  readonly kind: "year-new" | "year-gone" | "year-published";
  /** The plan's id. */
  readonly plan: string;
  readonly items: number;
  readonly dates: number;
  readonly draft: boolean;
}

export type ItemChange = RowChange | WordingChange | ResponsibleChange | StandingChange;
export type Change = DateChange | ItemChange | PlanChange;

/** The two plans of one series, and everything in which they differ, plan by plan and in the order of the plan. */
export interface Difference {
  readonly series: string;
  readonly before: readonly ResolvedPlan[];
  readonly after: readonly ResolvedPlan[];
  readonly changes: readonly Change[];
}

export const isDateChange = (change: Change): change is DateChange => "uid" in change;
export const isPlanChange = (change: Change): change is PlanChange => !("item" in change);
