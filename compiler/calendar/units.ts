import { civilOf, dayOf, daysInMonth, isoMonth, twoDigits, weekdayOf, type Day } from "./day.ts";

/** The units of the calendar that a deadline can recur by. Weeks are those of ISO 8601 (Monday to Sunday). */
export const units = ["week", "month", "quarter", "half-year", "year"] as const;
export type Unit = (typeof units)[number];

/** What a deadline can recur by besides: every day, and every working day of the official calendar. */
export const dayUnits = ["day", "working-day"] as const;
export type DayUnit = (typeof dayUnits)[number];

/** What is counted from an event. */
export const countUnits = ["working-days", "calendar-days", "weeks", "months", "hours"] as const;
export type CountUnit = (typeof countUnits)[number];

/** A number of units as a rule writes it: under the name of the unit. */
export type Counted = Readonly<Partial<Record<CountUnit, number>>>;

/** The unit that is counted in, and how many of them; no day where none is named. */
export function countIn(counted: Counted): { readonly unit: CountUnit; readonly count: number } {
  const unit = countUnits.find((each) => counted[each] !== undefined) ?? "calendar-days";
  return { unit, count: counted[unit] ?? 0 };
}

/** One such unit: both ends inclusive; `key` is its ISO 8601 name (`2024-W14`, `2024-04`, `2024-Q2`, `2024-H1`, `2024`). */
export interface UnitInstance {
  readonly key: string;
  readonly start: Day;
  readonly end: Day;
}

const monthsIn = { month: 1, quarter: 3, "half-year": 6, year: 12 } as const;

/** ISO 8601 week: the year is that of its Thursday. */
function weekAt(day: Day): UnitInstance {
  const start = day - weekdayOf(day) + 1;
  const { year } = civilOf(start + 3);
  const number = Math.floor((start + 3 - dayOf(year, 1, 1)) / 7) + 1;
  return { key: `${year}-W${twoDigits(number)}`, start, end: start + 6 };
}

function monthsKey(unit: Exclude<Unit, "week">, year: number, index: number): string {
  if (unit === "year") return `${year}`;
  if (unit === "month") return isoMonth({ year, month: index + 1 });
  return `${year}-${unit === "quarter" ? "Q" : "H"}${index + 1}`;
}

/** Returns the week, month, quarter, half-year or year that a day lies in. */
export function unitAt(unit: Unit, day: Day): UnitInstance {
  if (unit === "week") return weekAt(day);
  const { year, month } = civilOf(day);
  const length = monthsIn[unit];
  const index = Math.floor((month - 1) / length);
  const last = (index + 1) * length;
  return {
    key: monthsKey(unit, year, index),
    start: dayOf(year, index * length + 1, 1),
    end: dayOf(year, last, daysInMonth(year, last)),
  };
}

/** Returns all units that overlap an interval of days, whole (not cut at its ends), in order. */
export function unitsMeeting(unit: Unit, start: Day, end: Day): UnitInstance[] {
  const found: UnitInstance[] = [];
  for (let day = start; day <= end;) {
    const instance = unitAt(unit, day);
    found.push(instance);
    day = instance.end + 1;
  }
  return found;
}
