/** Questions about a rule of no plan: a typed phrase, a count of days. */
import { parseDate } from "../calendar/day.ts";
import type { Deadline, Period } from "../generated/types.ts";
import { unwritten } from "../load/placeholders.ts";
import type { Plan } from "../load/workspace.ts";
import { itemId, planStandalone } from "../resolve/standalone-rule.ts";
import type { CountUnit } from "../resolve/model.ts";
import { words } from "../explain/explain.ts";
import { answered, ownOccurrence, type Answer, type Given } from "./answer.ts";
import type { PlanSlice } from "./data.ts";
import { openSlice, type Counting } from "./open.ts";

/** A question about a rule of no plan. */
export interface RuleQuestion {
  readonly rule: Deadline;
  /** Its name on the page and in the entry. */
  readonly text: string;
  /** What the rule counts from, in words. */
  readonly event: string;
  /** The event's day, `YYYY-MM-DD`; undefined for a rule that names its days. */
  readonly date: string | undefined;
  readonly year: number;
  readonly periods: readonly Period[];
  /** Whether it may refer to periods of the plan. */
  readonly names: boolean;
}

/** A number of days, working days or months after or before a day. */
export interface CountQuestion {
  readonly unit: CountUnit;
  readonly count: number;
  readonly direction: "after" | "before";
  readonly date: string;
}

/** A count as a rule of its own; undefined where there is no such day. */
export function countRule(
  { unit, count, direction, date }: CountQuestion,
  { data: { series, year } }: Counting,
): RuleQuestion | undefined {
  const day = parseDate(date);
  const say = words[series.language].asked;
  if (day === undefined) return undefined;
  const rule: Deadline =
    direction === "after"
      ? { within: { [unit]: count, after: "?" } }
      : { "no-later-than": { [unit]: count, before: "?" } };
  return { rule, text: say.countFrom(unit, count, direction, day), event: "", date, year, periods: [], names: false };
}

const noRows: PlanSlice = { sections: [], items: [], periods: [], events: [], occurrences: [], readings: [] };

/** The dates of a rule by itself, by the calendar and the rule set of the plan. */
export function answerRule(
  counting: Counting,
  { rule, text, event, date, year, periods, names }: RuleQuestion,
  given: Given = "ownDate",
): Answer {
  const day = date === undefined ? undefined : parseDate(date);
  if (date !== undefined && day === undefined) return { refusal: { why: "no-such-day" } };
  const slice = openSlice(counting.data, names ? counting.data.periods : noRows);
  const plan: Plan = {
    ...slice,
    occurrences: day === undefined ? [] : [unwritten(ownOccurrence("?", day, counting, given))],
  };
  const { dayOf } = words[counting.data.series.language].asked;
  const { value: resolved, diagnostics } = planStandalone(
    { ...rule, text },
    {
      year,
      ...counting.policy,
      forms: counting.forms,
      plan: { series: counting.series, plan },
      periods,
      event: dayOf(event),
    },
  );
  return answered(
    resolved,
    resolved.dueWindows.filter(({ item }) => item === itemId),
    false,
    diagnostics,
  );
}
