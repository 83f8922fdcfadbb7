import type { Day } from "./day.ts";
import { civilOf, dayOf, weekdayOf } from "./day.ts";

/** Why a day is not worked, or why a weekend day is. `source` names the act. */
export type DayReason =
  | { readonly kind: "weekend" }
  | { readonly kind: "holiday"; readonly name: string; readonly source: string }
  | { readonly kind: "day-off"; readonly movedFrom: Day; readonly source: string }
  | { readonly kind: "working"; readonly movedTo: Day; readonly source: string };

/** A year of an official calendar. Weekdays by ISO 8601 (1 is Monday). */
export interface CalendarYear {
  readonly year: number;
  readonly provisional: boolean;
  readonly weekend: readonly number[];
  readonly holidays: readonly { readonly day: Day; readonly name: string; readonly source: string }[];
  readonly transfers: readonly { readonly from: Day; readonly to: Day; readonly source: string }[];
}

/** The answer when a count reaches a year that no calendar covers: that year. It is never guessed by weekends. */
export interface UncoveredYear {
  readonly year: number;
}

export type DayOrUncoveredYear = Day | UncoveredYear;

/**
 * Working days of the years that are known, as an index on integer days: `before` counts the working days before
 * each day, `nth` lists them, so that adding N working days is two look-ups.
 */
export interface WorkingCalendar {
  readonly id: string;
  readonly years: ReadonlyMap<number, CalendarYear>;
  covers(day: Day): boolean;
  isWorking(day: Day): boolean;
  /** What is special about the day; undefined for an ordinary working day. */
  reason(day: Day): DayReason | undefined;
  /** The N-th working day after (n > 0) or before (n < 0) a day; the day itself is not counted. There is no 0th one. */
  addWorkingDays(day: Day, n: number): DayOrUncoveredYear;
  /** The day itself or the next working day. */
  nextWorking(day: Day): DayOrUncoveredYear;
  /** The day itself or the last working day before it. */
  previousWorking(day: Day): DayOrUncoveredYear;
  /** The number of working days in an interval, both ends included; years without a calendar have none. */
  workingDaysIn(start: Day, end: Day): number;
}

/**
 * What is special about the days of some years. A moved day off makes its target a day off, in whichever year that falls; its
 * origin becomes a working day. A holiday stays one, whatever moves from it or onto it (ТК РФ ст. 112 ч. 2, 5).
 */
function reasonsOf(years: readonly CalendarYear[]): Map<Day, DayReason> {
  const reasons = new Map<Day, DayReason>();
  for (const { holidays } of years)
    for (const { day, name, source } of holidays) reasons.set(day, { kind: "holiday", name, source });
  const isHoliday = (day: Day): boolean => reasons.get(day)?.kind === "holiday";
  for (const { from, to, source } of years.flatMap(({ transfers }) => transfers)) {
    if (!isHoliday(from)) reasons.set(from, { kind: "working", movedTo: to, source });
    if (!isHoliday(to)) reasons.set(to, { kind: "day-off", movedFrom: from, source });
  }
  return reasons;
}

/** The calendar of some years, in whatever order they are given. */
export function createWorkingCalendar(id: string, given: readonly CalendarYear[]): WorkingCalendar {
  const list = [...given].sort((a, b) => a.year - b.year);
  const years = new Map(list.map((year) => [year.year, year]));
  const reasons = reasonsOf(list);
  // Without years the bounds are no numbers, and nothing is found.
  const first = dayOf(Math.min(...years.keys()), 1, 1);
  const last = dayOf(Math.max(...years.keys()), 12, 31);
  const yearOf = (day: Day): number => civilOf(day).year;
  const before: number[] = [];
  const nth: Day[] = [];
  for (let day = first; day <= last; day++) {
    before.push(nth.length);
    const year = years.get(yearOf(day));
    if (year === undefined) continue;
    if (!reasons.has(day) && year.weekend.includes(weekdayOf(day))) reasons.set(day, { kind: "weekend" });
    const reason = reasons.get(day);
    if (reason === undefined || reason.kind === "working") nth.push(day);
  }
  before.push(nth.length);

  /** Working days of the known years before a day. */
  const countBefore = (day: Day): number => before[Math.min(Math.max(day, first), last + 1) - first] ?? 0;
  const isWorking = (day: Day): boolean => countBefore(day + 1) > countBefore(day);

  /** A result stands only when every year from the start of the count to its end is covered. */
  const checked = (from: Day, to: Day | undefined, step: 1 | -1): DayOrUncoveredYear => {
    for (let year = yearOf(from); ; year += step) {
      if (!years.has(year)) return { year };
      if (to !== undefined && year === yearOf(to)) return to;
    }
  };

  const addWorkingDays = (day: Day, n: number): DayOrUncoveredYear =>
    n > 0 ? checked(day, nth[countBefore(day + 1) + n - 1], 1) : checked(day, nth[countBefore(day) + n], -1);

  return {
    id,
    years,
    covers: (day) => years.has(yearOf(day)),
    isWorking,
    reason: (day) => reasons.get(day),
    addWorkingDays,
    nextWorking: (day) => (isWorking(day) ? day : addWorkingDays(day, 1)),
    previousWorking: (day) => (isWorking(day) ? day : addWorkingDays(day, -1)),
    workingDaysIn: (start, end) => Math.max(0, countBefore(end + 1) - countBefore(start)),
  };
}
