/** What bounds a recurrence, and what is left out of it. */
import { mostInterpretations } from "../interpretation.ts";
import type { NamedEntity } from "../names.ts";
import type { Interval } from "./interval.ts";
import { inPlanYear, lastDayOf, type MonthSpan } from "./month-spans.ts";
import { dayText } from "./named-day.ts";
import type { Bounds, Modifier } from "./recurring-rule.ts";

/** The bounds of one run of months; undefined where several are named. */
export function monthBounds([span, ...more]: readonly MonthSpan[], planYear: number | undefined): Bounds[] | undefined {
  if (span === undefined || more.length > 0) return undefined;
  const wraps = span.first > span.last && inPlanYear({ ...span, first: span.last }, planYear);
  const from = dayText({ month: span.first, day: 1, year: span.firstYear }, planYear);
  return [{ from, to: lastDayOf(span, planYear), ...(wraps ? { wraps } : {}) }];
}

/** Each of the periods that words can mean, as bounds. */
export const periodBounds = (meant: readonly NamedEntity[]): readonly string[] =>
  meant.slice(0, mostInterpretations).map(({ id }) => id);

/** «кроме июля и августа»: months of the plan's own year that nothing recurs in; undefined where one is of another. */
export function exceptMonths(spans: readonly MonthSpan[], planYear: number | undefined): Modifier | undefined {
  if (!spans.every((span) => inPlanYear(span, planYear))) return undefined;
  const left = spans.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, at) => first + at));
  return { except: [...new Set(left)] };
}

/** A stretch that nothing recurs in; undefined for one that goes over the new year. */
export const exceptStretch = ({ from, to, wraps }: Interval): Modifier | undefined =>
  wraps ? undefined : { without: { from, to } };

/** «кроме каникул»: a period of the plan that nothing recurs in, meant by one name only. */
export const exceptPeriod = ([meant, ...more]: readonly NamedEntity[]): Modifier | undefined =>
  meant === undefined || more.length > 0 ? undefined : { without: { period: meant.id } };
