import { addMonths, civilOf, dayOf, daysInMonth, existingDay, isoDate, parseDate, type Day } from "./day.ts";

/** The first and the last day of a plan, both inside. */
export interface Bounds {
  readonly from: Day;
  readonly to: Day;
}

/** Whether a plan's id is a calendar year. */
export const isYear = (id: string): boolean => /^\d{4}$/.test(id);

/** The bounds of a calendar year. */
export const calendarYear = (year: number): Bounds => ({ from: dayOf(year, 1, 1), to: dayOf(year, 12, 31) });

/** Returns the calendar year that both days lie in, whose days need not name it; undefined where there are several. */
export function homeYear({ from, to }: Bounds): number | undefined {
  const { year } = civilOf(from);
  return civilOf(to).year === year ? year : undefined;
}

/** Returns the calendar year that the bounds are, from its first day to its last; undefined for any other bounds. */
export function wholeYear(bounds: Bounds): number | undefined {
  const year = homeYear(bounds);
  const whole = year === undefined ? undefined : calendarYear(year);
  return whole?.from === bounds.from && whole.to === bounds.to ? year : undefined;
}

/** Every calendar year of which the bounds have a day, in order. */
export function yearsOf({ from, to }: Bounds): number[] {
  const first = civilOf(from).year;
  return Array.from({ length: civilOf(to).year - first + 1 }, (_, index) => first + index);
}

export const isWithin = (day: Day, { from, to }: Bounds): boolean => day >= from && day <= to;

/** Whether two stretches have a day in common. */
export const overlap = (a: Bounds, b: Bounds): boolean => a.from <= b.to && b.from <= a.to;

/** Whether the bounds are longer than twelve months, so that a day without a year may come twice. */
export const exceedsYear = ({ from, to }: Bounds): boolean => to >= addMonths(from, 12);

/** The years in which a day of the year (`last`: the last of its month) lies inside the bounds. */
export const yearsWithDay = (month: number, day: number | "last", bounds: Bounds): number[] =>
  yearsOf(bounds).filter((year) => {
    const found = existingDay(year, month, day === "last" ? daysInMonth(year, month) : day);
    return found !== undefined && isWithin(found, bounds);
  });

/** The years in which a month has a day inside the bounds. */
export const yearsWithMonth = (month: number, bounds: Bounds): number[] =>
  yearsOf(bounds).filter((year) =>
    overlap({ from: dayOf(year, month, 1), to: dayOf(year, month, daysInMonth(year, month)) }, bounds),
  );

/** Bounds as many years later, 29 February becoming the last of its month. */
export const laterBy = (years: number, { from, to }: Bounds): Bounds => ({
  from: addMonths(from, 12 * years),
  to: addMonths(to + 1, 12 * years) - 1,
});

/** Returns a full date as a plan of these bounds writes it: without the year where the day comes once in them. */
export function shortDay(text: string, bounds: Bounds): string {
  const day = parseDate(text);
  if (day === undefined || exceedsYear(bounds) || !isWithin(day, bounds)) return text;
  return isoDate(day).slice(5);
}
