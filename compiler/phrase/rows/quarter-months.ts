/** «последний месяц квартала»: the months of the plan's year that stand in one place of each quarter, and days of them. */
import type { Deadline } from "../../generated/types.ts";
import { dayText } from "./dates.ts";
import { frequency, untilWord } from "./frequency.ts";
import { type Found, readings, rule } from "../engine/grammar.ts";
import { oneOrMany, plain, type Reading } from "../interpretation.ts";
import { inside, numberedPiece } from "./day-selectors.ts";
import { Refusal } from "../engine/refusal.ts";
import { ordinal } from "./terminals.ts";
import { daysInMonth } from "../../calendar/day.ts";

const quarters = [0, 3, 6, 9] as const;

/** Months counted from 1; above 12 they lie in the next year. */
const monthOfQuarter = rule<readonly number[]>("month-of-quarter", [
  { pattern: "последн* месяц* [кажд* | отчетн*] квартал*", means: () => quarters.map((before) => before + 3) },
  { pattern: "<ordinal> месяц* [кажд* | отчетн*] квартал*", means: (found) => months(found, 0) },
  {
    pattern: "<ordinal> месяц* [,] следующ* за [окончани*] [отчетн* | истекш*] квартал*",
    means: (found) => months(found, 3),
  },
]);

function months(found: Found, after: number): readonly number[] | Refusal {
  const nth = found.one(ordinal);
  return nth < 1 || nth > 3
    ? found.refuse("no-such-part", { limit: 3 })
    : quarters.map((before) => before + after + nth);
}

/** The days of such months; a day that one of them lacks is no deadline in it. */
function daysOf(found: Found, list: readonly number[]): readonly string[] | Refusal | undefined {
  const planYear = found.parser.setting.year;
  const named = found.one(monthOfQuarter);
  if (planYear === undefined && named.some((m) => m > 12)) return undefined;
  const days = named.flatMap((m) =>
    list.map((d) => ({ month: ((m - 1) % 12) + 1, day: d, year: m > 12 ? planYear! + 1 : undefined })),
  );
  return days.some(({ month, day, year }) => day > daysInMonth(year ?? planYear ?? 2000, month))
    ? found.refuse("no-such-day")
    : days.map((entry) => dayText(entry, planYear));
}

/** A day of a quarter's first month is that day of the quarter: the DSL has a word for it, and one meaning has one rule. */
function ofFirstMonth(found: Found): { readonly of?: "following" } | undefined {
  const [first] = found.one(monthOfQuarter);
  return first === 1 ? {} : first === 4 ? { of: "following" } : undefined;
}

function dated(
  found: Found,
  key: "on" | "until",
  make: (days: readonly string[]) => Deadline,
): readonly Reading[] | Refusal | undefined {
  const list = [found.one(numberedPiece)].flat();
  if (!list.every((entry) => typeof entry === "number")) return undefined;
  const first = ofFirstMonth(found);
  if (first !== undefined) return plain({ every: { unit: "quarter", [key]: oneOrMany(list), ...first } });
  const days = daysOf(found, list);
  return days === undefined || days instanceof Refusal ? days : plain(make(days));
}

const quarterly = (found: Found): boolean => (found.get(frequency) ?? "quarter") === "quarter";

/** Months of quarters and days of them. */
export const quarterMonthRule = readings<Reading>("quarter-months", [
  {
    pattern: `[<frequency> [,]] [${inside}] <month-of-quarter>`,
    means: (found) =>
      quarterly(found) && found.one(monthOfQuarter).every((m) => m <= 12)
        ? plain({ month: oneOrMany(found.one(monthOfQuarter)) })
        : undefined,
  },
  {
    pattern: "[<frequency> [,]] <numbered-piece> <month-of-quarter>",
    means: (found) => (quarterly(found) ? dated(found, "on", (days) => ({ on: oneOrMany(days) })) : undefined),
  },
  {
    pattern: `[<frequency> [,]] ${untilWord} <numbered-piece> <month-of-quarter>`,
    means: (found) =>
      quarterly(found) ? dated(found, "until", (days) => ({ each: days.map((until) => ({ until })) })) : undefined,
  },
]);
