import { weekdayNames, weekdayOf, type Day } from "./day.ts";
import type { Unit } from "./units.ts";

/** The ordinals of a weekday in its month; −1 counts from the end. */
export const weekdayOrdinals = { first: 1, second: 2, third: 3, fourth: 4, last: -1 } as const;

/**
 * Days of a unit of the calendar as the DSL names them (compare BYDAY of RFC 5545): a day of the month (15), days of it
 * ("1-5"), a decade or a half, a working day from either end, a weekday, the last day, the first day after the end.
 */
export type DaySelector =
  | { readonly kind: "day"; readonly day: number }
  | { readonly kind: "days"; readonly from: number; readonly to: number | "last" }
  /** n counts from 1; −1 is the last one, −2 the last but one. */
  | { readonly kind: "working-day"; readonly n: number }
  /** The first n working days, or the last −n of them. */
  | { readonly kind: "working-days"; readonly n: number }
  /** The week that holds the last day, the last one that lies inside, or the last seven days. */
  | { readonly kind: "last-week"; readonly which: "holding-the-end" | "whole" | "seven-days" }
  | { readonly kind: "weekday"; readonly weekday: number; readonly nth?: number }
  | { readonly kind: "last-day" }
  | { readonly kind: "first-day-after" };

const fixed: Readonly<Record<string, DaySelector>> = {
  "last-working-day": { kind: "working-day", n: -1 },
  "first-working-day": { kind: "working-day", n: 1 },
  "last-week": { kind: "last-week", which: "holding-the-end" },
  "last-full-week": { kind: "last-week", which: "whole" },
  "last-7-days": { kind: "last-week", which: "seven-days" },
  "last-day": { kind: "last-day" },
  "first-day-after": { kind: "first-day-after" },
  "first-decade": { kind: "days", from: 1, to: 10 },
  "second-decade": { kind: "days", from: 11, to: 20 },
  "third-decade": { kind: "days", from: 21, to: "last" },
  "first-half": { kind: "days", from: 1, to: 15 },
  "second-half": { kind: "days", from: 16, to: "last" },
};

/** Parses a selector; undefined for any other word. */
export function parseDaySelector(word: string | number): DaySelector | undefined {
  if (typeof word === "number") return { kind: "day", day: word };
  const known = Object.hasOwn(fixed, word) ? fixed[word] : undefined;
  if (known !== undefined) return known;
  const days = /^(\d{1,2})-(\d{1,2})$/.exec(word);
  if (days !== null) return { kind: "days", from: Number(days[1]), to: Number(days[2]) };
  const working = /^(last-)?working-day-(\d{1,2})$/.exec(word);
  if (working !== null) return { kind: "working-day", n: Number(working[2]) * (working[1] === undefined ? 1 : -1) };
  const several = /^(first|last)-(\d{1,2})-working-days$/.exec(word);
  if (several !== null) return { kind: "working-days", n: Number(several[2]) * (several[1] === "first" ? 1 : -1) };
  const [first = "", second] = word.split("-");
  const weekday = (weekdayNames as readonly string[]).indexOf(second ?? first) + 1;
  if (weekday === 0) return undefined;
  if (second === undefined) return { kind: "weekday", weekday };
  const nth = Object.entries(weekdayOrdinals).find(([name]) => name === first)?.[1];
  return nth === undefined ? undefined : { kind: "weekday", weekday, nth };
}

/** The last week of a stretch of days in the sense that a selector says; it may go over the end of the stretch. */
export function lastWeekOf(
  which: Extract<DaySelector, { kind: "last-week" }>["which"],
  last: Day,
): readonly [Day, Day] {
  const monday = last - weekdayOf(last) + 1;
  const start = which === "seven-days" ? last - 6 : which === "whole" && monday + 6 > last ? monday - 7 : monday;
  return [start, start + 6];
}

type Fits = (selector: DaySelector) => boolean;

const isMonthDays: Fits = ({ kind }) => kind === "day" || kind === "days";
const isOrdinalWeekday: Fits = (selector) => selector.kind === "weekday" && selector.nth !== undefined;
const isPlainWeekday: Fits = (selector) => selector.kind === "weekday" && selector.nth === undefined;
/** Decades and halves are of a month, and only a week has one day of each name. */
const fitsLongUnit: Fits = (selector) => selector.kind !== "days" && !isPlainWeekday(selector);

const fits: Readonly<Record<Unit, Fits>> = {
  week: (selector) => !isMonthDays(selector) && !isOrdinalWeekday(selector) && selector.kind !== "last-week",
  month: (selector) => !isPlainWeekday(selector),
  quarter: fitsLongUnit,
  "half-year": fitsLongUnit,
  year: fitsLongUnit,
};

/** Whether a unit has such days: no week has a 15th, no quarter a second decade. */
export const fitsUnit = (unit: Unit, selector: DaySelector): boolean => fits[unit](selector);
