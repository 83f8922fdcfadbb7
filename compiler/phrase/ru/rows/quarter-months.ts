/** «последний месяц квартала»: one month of each quarter, and days of it. */
import { grammar } from "../grammar.ts";
import type { GrammarMatch } from "../../engine/match.ts";
import type { Deadline } from "../../../generated/types.ts";
import { frequency, untilWord } from "./frequency.ts";
import { oneOrMany, plain, type Interpretation } from "../../interpretation.ts";
import { inside, numberedSelector } from "./days/day-selectors.ts";
import { Refusal } from "../../engine/refusal.ts";
import { ordinal } from "../words/numbers.ts";
import { daysInMonth } from "../../../calendar/day.ts";
import { dayText } from "../../sense/named-day.ts";

const quarters = [0, 3, 6, 9] as const;

/** Months counted from 1; above 12 they lie in the next year. */
const monthOfQuarter = grammar.rule<readonly number[]>("month-of-quarter", [
  { pattern: "последн* месяц* [кажд* | отчетн*] квартал*", action: () => quarters.map((before) => before + 3) },
  { pattern: "<ordinal> месяц* [кажд* | отчетн*] квартал*", action: (match) => months(match, 0) },
  {
    pattern: "<ordinal> месяц* [,] следующ* за [окончани*] [отчетн* | истекш*] квартал*",
    action: (match) => months(match, 3),
  },
]);

function months(match: GrammarMatch, after: number): readonly number[] | Refusal {
  const nth = match.one(ordinal);
  return nth < 1 || nth > 3
    ? match.refuse("no-such-part", { limit: 3 })
    : quarters.map((before) => before + after + nth);
}

/** The days of such months; refused where one of the months lacks the day. */
function daysOf(match: GrammarMatch, list: readonly number[]): readonly string[] | Refusal | undefined {
  const planYear = match.planYear;
  const named = match.one(monthOfQuarter);
  if (planYear === undefined && named.some((m) => m > 12)) return undefined;
  const days = named.flatMap((m) =>
    list.map((d) => ({ month: ((m - 1) % 12) + 1, day: d, year: m > 12 ? planYear! + 1 : undefined })),
  );
  return days.some(({ month, day, year }) => day > daysInMonth(year ?? planYear ?? 2000, month))
    ? match.refuse("no-such-day")
    : days.map((entry) => dayText(entry, planYear));
}

/** How the DSL names a day of a quarter's first month: as a day of the quarter, so that one meaning has one rule. */
function ofFirstMonth(match: GrammarMatch): { readonly of?: "following" } | undefined {
  const [first] = match.one(monthOfQuarter);
  return first === 1 ? {} : first === 4 ? { of: "following" } : undefined;
}

function dated(
  match: GrammarMatch,
  key: "on" | "until",
  make: (days: readonly string[]) => Deadline,
): readonly Interpretation[] | Refusal | undefined {
  const list = [match.one(numberedSelector)].flat();
  if (!list.every((entry) => typeof entry === "number")) return undefined;
  const first = ofFirstMonth(match);
  if (first !== undefined) return plain({ every: { unit: "quarter", [key]: oneOrMany(list), ...first } });
  const days = daysOf(match, list);
  return days === undefined || days instanceof Refusal ? days : plain(make(days));
}

const quarterly = (match: GrammarMatch): boolean => (match.get(frequency) ?? "quarter") === "quarter";

/** Months of quarters and days of them. */
export const quarterMonthRule = grammar.ambiguousRule<Interpretation>("quarter-months", [
  {
    pattern: `[<frequency> [,]] [${inside}] <month-of-quarter>`,
    action: (match) =>
      quarterly(match) && match.one(monthOfQuarter).every((m) => m <= 12)
        ? plain({ month: oneOrMany(match.one(monthOfQuarter)) })
        : undefined,
  },
  {
    pattern: "[<frequency> [,]] <numbered-selector> <month-of-quarter>",
    action: (match) => (quarterly(match) ? dated(match, "on", (days) => ({ on: oneOrMany(days) })) : undefined),
  },
  {
    pattern: `[<frequency> [,]] ${untilWord} <numbered-selector> <month-of-quarter>`,
    action: (match) =>
      quarterly(match) ? dated(match, "until", (days) => ({ each: days.map((until) => ({ until })) })) : undefined,
  },
]);
