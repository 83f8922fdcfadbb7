/** Intervals of which every year has one. */
import { calendarYear, overlap, yearsOf, type Bounds } from "../../calendar/bounds.ts";
import { addMonths, civilOf, type Day } from "../../calendar/day.ts";
import type { Report } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/span.ts";
import type { Context } from "../context.ts";

/** Reads an end of the interval inside the bounds of the plan or of a year; undefined, and reported, where there is none. */
type ReadEnd = (key: "from" | "to", within: Bounds, report: Report) => Day | undefined;

interface YearlyInterval {
  readonly start: Day;
  readonly end: Day;
  /** The year that it begins in, or both of its years (`2023-2024`). */
  readonly key: string;
}

/** The year that a plan begins in, as part of the names of windows. */
export const firstYear = ({ bounds }: Pick<Context, "bounds">): string => String(civilOf(bounds.from).year);

const unreported: Report = () => undefined;

/**
 * Returns the instances of an interval that meet the plan, uncut: the one inside its bounds, or, of an interval that goes
 * over the new year (`wraps`), each (1 September – 31 May has two in a calendar year).
 */
export function yearlyIntervals(
  { wraps }: { readonly wraps?: true },
  read: ReadEnd,
  span: Span,
  context: Context,
): YearlyInterval[] {
  const { bounds, report } = context;
  const between = (key: string, within: { from: Bounds; to: Bounds }, told: Report): YearlyInterval[] => {
    const [start, end] = [read("from", within.from, told), read("to", within.to, told)];
    if (start === undefined || end === undefined) return [];
    if (wraps && end >= addMonths(start, 12)) {
      told({ code: "wraps-needless", values: { from: { day: start }, to: { day: end }, wraps: "wraps: true" }, span });
      return [];
    }
    if (end >= start) return overlap({ from: start, to: end }, bounds) || !wraps ? [{ start, end, key }] : [];
    report({
      code: "range-reversed",
      values: { from: { day: start }, to: { day: end }, wraps: wraps ? undefined : "wraps: true" },
      span,
    });
    return [];
  };
  if (!wraps) return between(firstYear(context), { from: bounds, to: bounds }, report);
  const [first = 0, ...more] = yearsOf(bounds);
  return [first - 1, first, ...more].flatMap((year) =>
    between(
      `${year}-${year + 1}`,
      { from: calendarYear(year), to: calendarYear(year + 1) },
      // What is wrong with a day is told once.
      year === first ? report : unreported,
    ),
  );
}
