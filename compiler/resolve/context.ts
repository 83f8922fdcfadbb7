import { civilOf, dayOf, type Day } from "../calendar/day.ts";
import type { RuleSet } from "../calendar/rule-set.ts";
import type { DayOrUncoveredYear, WorkingCalendar } from "../calendar/working-calendar.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import type { Deadline } from "../generated/types.ts";
import type { Limits } from "../load/limits.ts";
import { spanOf, type Located, type Path } from "../load/yaml/parsed-yaml.ts";
import type { PlanItem } from "../load/workspace.ts";
import type { Span } from "../source/span.ts";
import type { FormName } from "../rule/kinds.ts";
import type { DateBudget } from "./date-budget.ts";
import type { DeadlineState, ResolvedDeadline, SkippedDay, TraceStep, Waiting, Window } from "./model.ts";
import type { ReportLog } from "./report-log.ts";
import type { RowIndex } from "./row-index.ts";

/** A window without its final key, its end not yet compared with the working calendar. */
export type UnkeyedWindow = Omit<Window, "key" | "rolled" | "planBy" | "lastWorkingDay" | "path"> & {
  readonly key?: string;
};

/** What a form of deadline resolves to. */
export interface Resolution {
  readonly state: DeadlineState;
  readonly windows: readonly UnkeyedWindow[];
  readonly waiting: readonly Waiting[];
}

/** The dates of a deadline, wherever it stands. */
export type Dates = Pick<ResolvedDeadline, "state" | "windows" | "waiting">;

/** The rule being resolved: whose it is and where it stands in the file. */
export interface RuleSite {
  readonly item: PlanItem;
  readonly kind: "work" | "control";
  /** The whole deadline of the cell, located. */
  readonly deadline: Located<Deadline>;
  /** The path of this rule inside the deadline (each/any nest). */
  readonly path: Path;
  /** The key that says the kind of the rule, once it is known. */
  readonly form?: string;
  readonly rules: RuleSet;
}

/** How a rule of one kind becomes dates. */
export type Form = (rule: Deadline, site: RuleSite, context: Context) => Resolution;
export type Forms = Readonly<Partial<Record<FormName, Form>>>;

/** A day that a deadline counts from. */
export interface Anchor {
  readonly key: string;
  readonly day: Day;
  readonly occurrence?: string;
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
  readonly conditional?: string;
  readonly startIs?: "latest";
  readonly trace: readonly TraceStep[];
}

/** What a form may ask of the plan. Deadlines are resolved as they are asked for, so that items may depend on one another in any order. */
export interface Context {
  readonly year: number;
  readonly yearStart: Day;
  readonly yearEnd: Day;
  readonly calendar: WorkingCalendar;
  readonly rules: RuleSet;
  readonly limits: Limits;
  readonly rows: RowIndex;
  /** A day to try for every event that has none: the calculator's question. */
  readonly tried: Day | undefined;
  readonly report: Report;
  readonly log: ReportLog;
  readonly budget: DateBudget;
  /** Returns the resolved deadline of an item; null when it has none. `from` and `at` are where the reference stands. */
  deadlineOf(item: string, from: Located<unknown>, at: Path): ResolvedDeadline | null;
  /** Reports a reference to an item without dates, unless the reason why it has none has been reported. */
  reportNothingDated(item: string, deadline: ResolvedDeadline | null, at: Span): void;
  parentOf(item: string): string | undefined;
  /** Returns the intervals of a period that meet the plan year; none for a name that no period has. */
  intervalsOf(period: string): readonly Interval[];
  /** Returns how a kind of rule is resolved. @throws Error for a form that was not given. */
  form(name: FormName): Form;
  /** Returns the dates of a key, found once; without a key they are found anew. */
  memoized(key: string | undefined, site: RuleSite, find: () => Dates): Dates;
  /** Returns the day of a calendar's answer; a year without a calendar is reported, once, and gives undefined. */
  orReport(answer: DayOrUncoveredYear, site: RuleSite): Day | undefined;
}

export const dated = (windows: readonly UnkeyedWindow[]): Resolution => ({ state: "dated", windows, waiting: [] });

/** Returns the days of an interval that are not worked, with their reasons; both ends are inside. */
export function daysOff(calendar: WorkingCalendar, from: Day, to: Day): SkippedDay[] {
  const skipped: SkippedDay[] = [];
  for (let day = from; day <= to; day++) {
    const reason = calendar.reason(day);
    if (reason !== undefined && reason.kind !== "working") skipped.push({ day, reason });
  }
  return skipped;
}

/** First and last day of a year. */
export function yearBounds(year: number): { start: Day; end: Day } {
  return { start: dayOf(year, 1, 1), end: dayOf(year, 12, 31) };
}

/** The span of a key inside the rule at a site. */
export function siteSpan(site: RuleSite, ...path: Path): ReturnType<typeof spanOf> {
  return spanOf(site.deadline.origin, [...site.path, ...path]);
}

export const yearOf = (day: Day): number => civilOf(day).year;
