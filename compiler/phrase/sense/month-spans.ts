import type { Deadline } from "../../generated/types.ts";
import type { GrammarMatch } from "../engine/match.ts";
import { allOrRefusal, Refusal } from "../engine/refusal.ts";
import { oneOrMany, plain, type Interpretation } from "../interpretation.ts";
import { intervalOf } from "./interval.ts";
import { yearsOfList } from "./list-years.ts";
import { dayBefore, dayText, type NamedDay } from "./named-day.ts";

/** A named month or run of months: first and last, 1–12, with the years where they are written. */
export interface MonthSpan {
  readonly first: number;
  readonly last: number;
  readonly firstYear?: number | undefined;
  readonly lastYear?: number | undefined;
}

const lengths = { quarter: 3, half: 6 } as const;
const limits = { quarter: 4, half: 2 } as const;

/** What a year is cut into by number. */
export type PartOfYear = keyof typeof lengths;

/** Quarters or halves by their numbers, in a year where one is said. */
export function partsOfYear(
  unit: PartOfYear,
  list: readonly number[],
  y: number | undefined,
  match: GrammarMatch,
): readonly MonthSpan[] | Refusal {
  if (list.some((nth) => nth < 1 || nth > limits[unit])) return match.refuse("no-such-part", { limit: limits[unit] });
  if (list.some((nth, index) => index > 0 && nth < list[index - 1]!)) return match.refuse("which-year");
  return list.map((nth) => ({
    first: (nth - 1) * lengths[unit] + 1,
    last: nth * lengths[unit],
    firstYear: y,
    lastYear: y,
  }));
}

/** «I – III кварталы»: from one quarter or half to another. */
export function partsBetween(
  unit: PartOfYear,
  list: readonly [first: number, last: number],
  y: number | undefined,
  match: GrammarMatch,
): readonly MonthSpan[] | Refusal {
  const both = partsOfYear(unit, list, y, match);
  if (both instanceof Refusal) return both;
  const [from, to] = both;
  return from!.first > to!.first ? match.refuse("reversed") : [{ ...from!, last: to!.last }];
}

/** All months of years that follow one another. */
export function spanOfYears(
  first: number | undefined,
  last: number | undefined,
  match: GrammarMatch,
): readonly MonthSpan[] | Refusal {
  return first === undefined || last === undefined || first >= last
    ? match.refuse("reversed")
    : [{ first: 1, last: 12, firstYear: first, lastYear: last }];
}

/** From one month to another; a year that is said at the end of months in a row is that of both. */
export function spanOfMonths(span: MonthSpan, match: GrammarMatch): readonly MonthSpan[] | Refusal {
  const { first, last, firstYear, lastYear } = span;
  const shared = firstYear === undefined && last >= first ? { ...span, firstYear: lastYear } : span;
  return first === last && (lastYear === undefined || shared.firstYear === lastYear)
    ? match.refuse("reversed")
    : [shared];
}

/** A run of months that ends in a year; one that goes over the new year begins where its own words say. */
const spanInYear = (span: MonthSpan, year: number | undefined): MonthSpan => ({
  ...span,
  firstYear: span.firstYear ?? (span.first <= span.last ? year : undefined),
  lastYear: year,
});

/** Months in groups of one year each, as one list for every way in which their years can be meant. */
export const spansOfList = (
  groups: readonly (readonly MonthSpan[])[],
  planYear: number | undefined,
  apart: boolean,
): readonly (readonly MonthSpan[])[] =>
  yearsOfList(
    groups.map((spans) => ({ month: spans[0]!.first, year: spans.at(-1)!.lastYear })),
    planYear,
    apart,
  ).map((years) => groups.flatMap((spans, index) => spans.map((span) => spanInYear(span, years[index]))));

/** Whether a run of months lies in the plan's own year, so that it needs no year of its own. */
export const inPlanYear = ({ first, last, firstYear, lastYear }: MonthSpan, planYear: number | undefined): boolean =>
  first <= last && (firstYear ?? planYear) === planYear && (lastYear ?? planYear) === planYear;

const namedMonths = (list: readonly MonthSpan[]): Deadline => ({
  month: oneOrMany(list.map(({ first, last }) => (first === last ? first : `${first}-${last}`))),
});

/** The rule of months: their names where they are in the plan's year, else intervals of days. */
export function monthRule(list: readonly MonthSpan[], match: GrammarMatch): Deadline | Refusal {
  const planYear = match.planYear;
  if (list.every((span) => inPlanYear(span, planYear))) return namedMonths(list);
  const intervals = allOrRefusal(
    list.map(({ first, last, firstYear, lastYear }) =>
      intervalOf({ month: first, day: 1, year: firstYear }, { month: last, day: "last", year: lastYear }, match),
    ),
  );
  if (intervals instanceof Refusal) return intervals;
  return intervals.length === 1 ? intervals[0]! : { each: [...intervals] };
}

/** The last day of a run of months, as the DSL writes it. */
export const lastDayOf = ({ last, lastYear }: MonthSpan, planYear: number | undefined): string =>
  dayText({ month: last, day: "last", year: lastYear }, planYear);

/** The rules of lists of months, one for each way to read their years. */
export function monthRules(
  lists: readonly (readonly MonthSpan[])[],
  match: GrammarMatch,
): readonly Interpretation[] | Refusal {
  const made = allOrRefusal(lists.map((list) => monthRule(list, match)));
  return made instanceof Refusal ? made : plain(...made);
}

/** A part of each of some months of the plan's own: «первая декада марта»; undefined where one is of another year. */
export const partOfMonths = (
  [spans = []]: readonly (readonly MonthSpan[])[],
  part: string,
  planYear: number | undefined,
): readonly Interpretation[] | undefined =>
  spans.every((span) => inPlanYear(span, planYear)) ? plain({ ...namedMonths(spans), part }) : undefined;

/** The first and the last day of one run of months; undefined where several are named. */
export const daysOfRun = ([span, ...more]: readonly MonthSpan[]): readonly [NamedDay, NamedDay] | undefined =>
  span === undefined || more.length > 0
    ? undefined
    : [
        { month: span.first, day: 1, year: span.firstYear },
        { month: span.last, day: "last", year: span.lastYear },
      ];

/** «до марта», “by May”: until a stretch ends or before it begins; both interpretations are returned. */
export function untilEither(
  [first, last]: readonly [NamedDay, NamedDay],
  planYear: number | undefined,
): readonly Interpretation[] {
  const before = dayBefore(first, planYear);
  return plain(...[last, ...(before === undefined ? [] : [before])].map((day) => ({ until: dayText(day, planYear) })));
}

/** «до марта», “by May”, of one run of months; undefined where several are named. */
export function aroundRun(
  spans: readonly MonthSpan[],
  planYear: number | undefined,
): readonly Interpretation[] | undefined {
  const days = daysOfRun(spans);
  return days && untilEither(days, planYear);
}

/** «до начала сентября», “before May”: the day before is the last; undefined where it lies in a year that is not known. */
export function untilBefore(first: NamedDay, planYear: number | undefined): readonly Interpretation[] | undefined {
  const before = dayBefore(first, planYear);
  return before && plain({ until: dayText(before, planYear) });
}

/** «до последнего рабочего дня декабря»: a last day that is searched for in one month. */
export const untilInMonth = (
  part: string,
  { month, year }: Pick<NamedDay, "month" | "year">,
  planYear: number | undefined,
): readonly Interpretation[] => {
  const text = (day: NamedDay["day"]): string => dayText({ month, day, year }, planYear);
  return plain({ every: { unit: "month", until: part, in: { from: text(1), to: text("last") } } });
};

/** «по май», “through May”: to the last day of a run of months. */
export function throughRun(
  spans: readonly MonthSpan[],
  planYear: number | undefined,
): readonly Interpretation[] | undefined {
  const days = daysOfRun(spans);
  return days && plain({ until: dayText(days[1], planYear) });
}
