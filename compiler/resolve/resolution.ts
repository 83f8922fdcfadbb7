/** What deadlines come to on the way to their windows. */
import type { Day } from "../calendar/day.ts";
import type { Instant } from "../calendar/instant.ts";
import type { Deadline } from "../generated/types.ts";
import type { RuleSite } from "./rule-site.ts";
import type { DeadlineState, ResolvedDeadline, TraceStep, Waiting, Window } from "./model.ts";

/** A window without its final key, its end not yet compared with the working calendar. */
export type UnkeyedWindow = Omit<Window, "key" | "rolled" | "planBy" | "lastWorkingDay" | "path"> & {
  readonly key?: string | undefined;
};

/** What a form of deadline resolves to. */
export interface Resolution {
  readonly state: DeadlineState;
  readonly windows: readonly UnkeyedWindow[];
  readonly waiting: readonly Waiting[];
}

/** A window with the element of `each` or `any` that it comes from. */
export interface Placed {
  readonly window: UnkeyedWindow;
  readonly site: RuleSite;
  readonly rule: Deadline;
}
/** What a rule comes to. */
export interface RuleOutcome {
  readonly state: DeadlineState;
  readonly placed: readonly Placed[];
  readonly waiting: Resolution["waiting"];
}

/** The dates of a deadline, wherever it stands. */
export type Dates = Pick<ResolvedDeadline, "state" | "windows" | "waiting">;

export const dated = (windows: readonly UnkeyedWindow[]): Resolution => ({ state: "dated", windows, waiting: [] });

/** A day to try for every event that has none, with the time of that day where hours are counted. */
export interface Tried {
  readonly day: Day;
  readonly at?: string | undefined;
}

/** A day that a deadline counts from. */
export interface Anchor {
  readonly key: string;
  readonly day: Day;
  readonly occurrence?: string | undefined;
  /** A day that is tried, of an event without a record. */
  readonly tried?: true;
  /** When on that day, by the clocks of a zone. */
  readonly moment?: { readonly instant: Instant; readonly zone: string } | undefined;
  /** A deadline that ends before this day is another plan's. */
  readonly earliest?: Day | undefined;
  readonly trace: readonly TraceStep[];
}

export interface Anchors {
  readonly state: "dated" | "on-event";
  readonly anchors: readonly Anchor[];
  readonly waiting: readonly string[];
}

/** An interval that something recurs in or that a deadline fills; both ends are inside. */
export interface Interval {
  readonly key: string;
  readonly start: Day;
  readonly end: Day;
  readonly conditional?: string | undefined;
  readonly startIs?: "latest" | undefined;
  readonly trace: readonly TraceStep[];
}
