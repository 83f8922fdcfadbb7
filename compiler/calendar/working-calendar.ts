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

/** The answer when a count runs into a year that no calendar covers: the year. Never a guess by weekends. */
export interface BeyondCalendar {
  readonly beyond: number;
}

export type DayOrBeyond = Day | BeyondCalendar;

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
  /** The N-th working day after (n > 0) or before (n < 0) a day; the day itself is not counted. */
  addWorkingDays(day: Day, n: number): DayOrBeyond;
  /** The day itself or the next working day. */
  nextWorking(day: Day): DayOrBeyond;
  /** The day itself or the last working day before it. */
  previousWorking(day: Day): DayOrBeyond;
  /** Working days of a stretch, both ends included. */
  workingDaysIn(start: Day, end: Day): number;
}

function reasonsOf(year: CalendarYear): Map<Day, DayReason> {
  const reasons = new Map<Day, DayReason>();
  for (const { day, name, source } of year.holidays) reasons.set(day, { kind: "holiday", name, source });
  return reasons;
}

/**
 * The calendar of some years. A moved day off makes its target a day off, in whichever year that falls; its origin
 * becomes a working day unless it is a holiday (ТК РФ ст. 112 ч. 2, 5).
 */
export function createWorkingCalendar(id: string, list: readonly CalendarYear[]): WorkingCalendar {
  const years = new Map([...list].sort((a, b) => a.year - b.year).map((year) => [year.year, year]));
  const reasons = new Map<Day, DayReason>();
  for (const year of years.values()) for (const [day, reason] of reasonsOf(year)) reasons.set(day, reason);
  const isHoliday = (day: Day): boolean => reasons.get(day)?.kind === "holiday";
  for (const year of years.values()) {
    for (const { from, to, source } of year.transfers) {
      if (!isHoliday(from)) reasons.set(from, { kind: "working", movedTo: to, source });
      if (!isHoliday(to)) reasons.set(to, { kind: "day-off", movedFrom: from, source });
    }
  }

  const firstYear = Math.min(...years.keys());
  const lastYear = Math.max(...years.keys());
  const first = years.size > 0 ? dayOf(firstYear, 1, 1) : 0;
  const last = years.size > 0 ? dayOf(lastYear, 12, 31) : -1;
  const before = new Int32Array(Math.max(0, last - first + 2));
  const nth: Day[] = [];
  for (const year of [...years.keys()]) {
    const weekend = new Set(years.get(year)!.weekend);
    for (let day = dayOf(year, 1, 1); day <= dayOf(year, 12, 31); day++) {
      if (!reasons.has(day) && weekend.has(weekdayOf(day))) reasons.set(day, { kind: "weekend" });
    }
  }
  for (let day = first; day <= last; day++) {
    before[day - first] = nth.length;
    const covered = years.has(civilOf(day).year);
    const reason = reasons.get(day);
    if (covered && (reason === undefined || reason.kind === "working")) nth.push(day);
  }
  if (last >= first) before[last + 1 - first] = nth.length;

  const yearOf = (day: Day): number => civilOf(day).year;
  const covers = (day: Day): boolean => day >= first && day <= last && years.has(yearOf(day));
  const isWorking = (day: Day): boolean => covers(day) && before[day + 1 - first]! > before[day - first]!;

  /** A result stands only when every year from the start of the count to its end is covered. */
  const checked = (from: Day, to: Day | undefined, step: 1 | -1): DayOrBeyond => {
    for (let year = yearOf(from); ; year += step) {
      if (!years.has(year)) return { beyond: year };
      if (to !== undefined && year === yearOf(to)) return to;
    }
  };

  const addWorkingDays = (day: Day, n: number): DayOrBeyond => {
    if (n === 0) return day;
    if (!covers(day)) return { beyond: yearOf(day) };
    const index = n > 0 ? before[day + 1 - first]! + n - 1 : before[day - first]! + n;
    return checked(day, nth[index], n > 0 ? 1 : -1);
  };

  return {
    id,
    years,
    covers,
    isWorking,
    reason: (day) => reasons.get(day),
    addWorkingDays,
    nextWorking: (day) => (isWorking(day) ? day : addWorkingDays(day, 1)),
    previousWorking: (day) => (isWorking(day) ? day : addWorkingDays(day, -1)),
    workingDaysIn: (start, end) => (end < start ? 0 : before[Math.min(end, last) + 1 - first]! - before[Math.max(start, first) - first]!),
  };
}
