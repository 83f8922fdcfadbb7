import { civilOf, isoDate, parseDate, type Day } from "../calendar/day.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { derivationView, type DerivationView } from "../emit/site-derivation.ts";
import type { Deadline, Occurrence, Period } from "../load/generated/types.ts";
import { unwritten } from "../load/unwritten.ts";
import type { Plan } from "../load/workspace.ts";
import { isProvisional } from "../resolve/calendars.ts";
import { itemId, planAlone } from "../resolve/rule-alone.ts";
import type { CountUnit, PlanEvent, ResolvedPlan } from "../resolve/resolved.ts";
import { resolveSound } from "../resolve/sound-plan.ts";
import { words } from "../words/words.ts";
import type { PlanSlice, WaitingCell } from "./data.ts";
import { openSlice, type Counting } from "./open.ts";

/** Why there is no date: no such day, a year without a calendar, or a day that the plan has no date for. */
export type Refusal =
  | { readonly why: "no-such-day" }
  | { readonly why: "beyond"; readonly year: number; readonly first: number; readonly last: number }
  | { readonly why: "nothing" };

/** Dates with the way to them. */
export interface Dates {
  readonly resolved: ResolvedPlan;
  readonly events: readonly PlanEvent[];
  readonly derivations: readonly DerivationView[];
  /** Years whose calendar is not final and that a date leans on. */
  readonly provisional: readonly number[];
  /** The day is on record: its entry is in the feeds. */
  readonly recorded: boolean;
}

export type Answer = { readonly refusal: Refusal; readonly dates?: undefined } | { readonly refusal?: undefined; readonly dates: Dates };

/** What a day (`YYYY-MM-DD`) is called that a reader has named; no name that a plan may give holds the tilde. */
export const ownName = (date: string): string => `~${date}`;

/** Whose day it is: the reader's, or one with which a page shows how a rule works. */
export type Given = "ownDate" | "exampleDate";

/** The reader's day of an event, like one on record. */
function ownOccurrence(event: string, day: Day, { series }: Counting, given: Given): Occurrence {
  return { id: ownName(isoDate(day)), event, date: isoDate(day), title: "", source: { title: words[series.data.language].entry[given] } };
}

/** Events as an answer; a count that ran into a year without a calendar refuses all of it. */
function answered(resolved: ResolvedPlan, events: readonly PlanEvent[], recorded: boolean, diagnostics: readonly Diagnostic[]): Answer {
  const beyond = diagnostics.find(({ code }) => code === "no-calendar");
  if (beyond !== undefined) {
    const years = [...resolved.calendar.years.keys()];
    return { refusal: { why: "beyond", year: Number(beyond.values["year"]), first: Math.min(...years), last: Math.max(...years) } };
  }
  if (events.length === 0) return { refusal: { why: "nothing" } };
  const days = events.flatMap(({ window: { end, rolled, planBy } }) => [end, rolled, planBy]).filter((day) => day !== undefined);
  const provisional = [...new Set(days.filter((day) => isProvisional(resolved.calendar, day)).map((day) => civilOf(day).year))];
  return { dates: { resolved, events, recorded, provisional, derivations: events.map((event) => derivationView(resolved, event)) } };
}

/** The deadline of a cell when its event happens on a day (`YYYY-MM-DD`): resolved as the build does with a day on record. */
export function answerWaiting(counting: Counting, slice: PlanSlice, { item, kind }: WaitingCell, event: string, date: string, given: Given = "ownDate"): Answer {
  const day = parseDate(date);
  if (day === undefined) return { refusal: { why: "no-such-day" } };
  const onRecord = slice.occurrences.find((known) => known.event === event && known.date === date);
  const record = onRecord ?? ownOccurrence(event, day, counting, given);
  const plan = openSlice(counting.data, onRecord === undefined ? { ...slice, occurrences: [...slice.occurrences, record] } : slice);
  const diagnostics: Diagnostic[] = [];
  const { resolved } = resolveSound(counting.series, plan, counting.policy, {}, (found) => diagnostics.push(found));
  const events = resolved.events.filter((found) => found.item === item && found.kind === kind && found.window.occurrence === record.id);
  return answered(resolved, events, onRecord !== undefined, diagnostics);
}

/** A rule that stands in no plan. */
export interface RuleQuestion {
  readonly rule: Deadline;
  /** How the entry and the page call it: the order's words. */
  readonly text: string;
  /** What the rule counts from, in words. */
  readonly event: string;
  /** The event's day, `YYYY-MM-DD`; undefined for a rule that names its days. */
  readonly date: string | undefined;
  readonly year: number;
  readonly periods: readonly Period[];
}

/** A number of days, working days or months after or before a day. */
export interface CountQuestion {
  readonly unit: CountUnit;
  readonly count: number;
  readonly direction: "after" | "before";
  readonly date: string;
}

/** A count as a rule of its own; undefined where there is no such day. */
export function countRule({ unit, count, direction, date }: CountQuestion, { data: { series, year } }: Counting): RuleQuestion | undefined {
  const day = parseDate(date);
  const say = words[series.language].entry;
  if (day === undefined) return undefined;
  const rule: Deadline = direction === "after" ? { within: { [unit]: count, after: "?" } } : { "no-later-than": { [unit]: count, before: "?" } };
  return { rule, text: say.countFrom(unit, count, direction, day), event: "", date, year, periods: [] };
}

/** The dates of a rule by itself, by the calendar and the rule set of the plan. */
export function answerRule(counting: Counting, { rule, text, event, date, year, periods }: RuleQuestion, given: Given = "ownDate"): Answer {
  const day = date === undefined ? undefined : parseDate(date);
  if (date !== undefined && day === undefined) return { refusal: { why: "no-such-day" } };
  const slice = openSlice(counting.data, counting.data.periods);
  const plan: Plan = { ...slice, occurrences: day === undefined ? [] : [unwritten(ownOccurrence("?", day, counting, given))] };
  const { dayOf } = words[counting.data.series.language].entry;
  const { value: resolved, diagnostics } = planAlone({ ...rule, text }, { year, ...counting.policy, plan: { series: counting.series, plan }, periods, event: dayOf(event) });
  return answered(resolved, resolved.events.filter(({ item }) => item === itemId), false, diagnostics);
}
