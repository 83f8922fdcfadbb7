/** Months that a rule names: inside the bounds of the plan, or with their year. */
import { exceedsYear, yearsWithMonth } from "../../calendar/bounds.ts";
import { dayOf, daysInMonth, isoMonth, type Day } from "../../calendar/day.ts";
import type { SinceMonth } from "../../rule/references.ts";
import type { Span } from "../../source/span.ts";
import type { Context } from "../context.ts";

interface MonthOfYear {
  readonly year: number;
  readonly month: number;
}

const firstDay = ({ year, month }: MonthOfYear): Day => dayOf(year, month, 1);

/** The month of a number inside the bounds; undefined, and reported, where none or several are there. */
function placed(month: number, written: string | number, at: Span, context: Context): MonthOfYear | undefined {
  const { bounds } = context;
  const years = yearsWithMonth(month, bounds);
  const [year] = years;
  if (year !== undefined && years.length === 1 && !exceedsYear(bounds)) return { year, month };
  context.report({
    code: year === undefined ? "month-outside-bounds" : "month-without-year",
    values: {
      value: written,
      bounds: { bounds },
      suggestion: year === undefined ? undefined : isoMonth({ year, month }),
    },
    span: at,
  });
  return undefined;
}

/** A month written `4` or `2025-04`. */
function readMonth(written: string | number, at: Span, context: Context): MonthOfYear | undefined {
  const [first = 0, second] = String(written).split("-").map(Number);
  return second === undefined ? placed(first, written, at, context) : { year: first, month: second };
}

/** Returns the first day of the month that something begins with; undefined, and reported, where the plan has no such month. */
export function readSince(since: SinceMonth, at: Span, context: Context): Day | undefined {
  const month = readMonth(since, at, context);
  return month && firstDay(month);
}

/** Months in a row, from the first day to the last, and how windows name them. */
interface NamedMonths {
  readonly start: Day;
  readonly end: Day;
  readonly key: string;
  readonly isOne: boolean;
}

/** Returns the months of an entry: `4`, `2-3`, `2025-04`, `2024-11/2025-02`; undefined, and reported, where there are none. */
export function readMonths(entry: string | number, at: Span, context: Context): NamedMonths | undefined {
  const text = String(entry);
  const [first = "", last = first] = text.includes("/")
    ? text.split("/")
    : /^\d{4}-/.test(text)
      ? [text]
      : text.split("-");
  const from = readMonth(first, at, context);
  const to = from && readMonth(last, at, context);
  if (from === undefined || to === undefined) return undefined;
  const [start, end] = [firstDay(from), firstDay(to) + daysInMonth(to.year, to.month) - 1];
  if (end < start) {
    context.report({ code: "range-reversed", values: { from: first, to: last }, span: at });
    return undefined;
  }
  const isOne = isoMonth(from) === isoMonth(to);
  return { start, end, key: isOne ? isoMonth(from) : `${isoMonth(from)}--${isoMonth(to)}`, isOne };
}
