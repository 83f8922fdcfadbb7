import { civilOf, dayOf, type Day } from "../calendar/day.ts";
import type { RuleSet } from "../calendar/rule-set.ts";
import type { DayOrBeyond, WorkingCalendar } from "../calendar/working-calendar.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import type { Deadline, Event, Occurrence, Period } from "../generated/types.ts";
import type { Limits } from "../load/limits.ts";
import { spanOf, type Located, type Path } from "../load/yaml/parsed-yaml.ts";
import type { PlanItem } from "../load/workspace.ts";
import type { Span } from "../source/span.ts";
import type { FormName } from "../rule/kinds.ts";
import type { DeadlineState, ResolvedDeadline, SkippedDay, TraceStep, Waiting, Window } from "./model.ts";

/** A window before its name is settled and its end is held against the calendar. */
export type Draft = Omit<Window, "key" | "rolled" | "planBy" | "lastWorkingDay" | "path"> & { readonly key?: string };

/** What a form of deadline resolves to. */
export interface Resolution {
  readonly state: DeadlineState;
  readonly drafts: readonly Draft[];
  readonly waiting: readonly Waiting[];
}

/** What a deadline comes to, wherever it stands. */
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

/** A stretch that something recurs in or that a deadline fills. */
export interface Stretch {
  readonly key: string;
  readonly start: Day;
  readonly end: Day;
  readonly conditional?: string;
  readonly startIs?: "latest";
  readonly trace: readonly TraceStep[];
}

/** Everything a form needs to know of the plan. Look-ups are lazy, so that items may lean on one another in any order. */
export interface Context {
  readonly year: number;
  readonly yearStart: Day;
  readonly yearEnd: Day;
  readonly calendar: WorkingCalendar;
  readonly rules: RuleSet;
  readonly periods: ReadonlyMap<string, Located<Period>>;
  readonly events: ReadonlyMap<string, Located<Event>>;
  readonly occurrences: ReadonlyMap<string, readonly Located<Occurrence>[]>;
  readonly items: ReadonlyMap<string, PlanItem>;
  /** A day to try for every event that has none: the calculator's question. */
  readonly tried: Day | undefined;
  readonly report: Report;
  /** The resolved deadline of an item; null when it has none. `from` and `at` are where the reference stands. */
  deadlineOf(item: string, from: Located<unknown>, at: Path): ResolvedDeadline | null;
  /**
   * Tells of a reference to an item that has no date to lean on. Where its rule should give dates and did not, the reason
   * has been told.
   */
  reportNothingDated(item: string, deadline: ResolvedDeadline | null, at: Span): void;
  parentOf(item: string): string | undefined;
  stretchesOf(period: string, from: Located<unknown>): readonly Stretch[];
  /** How a kind of rule is resolved. */
  form(name: FormName): Form;
  readonly limits: Limits;
  /** Takes what a rule has given off what the plan may have in all; false, told once, when nothing is left. */
  spend(drafts: readonly Draft[], site: RuleSite): boolean;
  /** The dates of a name that were found before, else those found now; without a name they are this row's alone. */
  shared(name: string | undefined, site: RuleSite, find: () => Dates): Dates;
  /** How often somebody was told something so far, or would have been had he not been told before. */
  readonly told: number;
  /** Somebody was told elsewhere: names are looked up before dates are found (`references.ts`). */
  tell(): void;
  /** Unwraps a calendar's answer; a year without a calendar is reported once. */
  known(answer: DayOrBeyond, site: RuleSite): Day | undefined;
}

export const dated = (drafts: readonly Draft[]): Resolution => ({ state: "dated", drafts, waiting: [] });

/** The days of a stretch that are not worked, with their reasons, ends included. */
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
