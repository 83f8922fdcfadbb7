/**
 * A calendar day as the number of days since 1970-01-01 (proleptic Gregorian, ISO 8601). Arithmetic on days is
 * integer arithmetic; no zone, clock or locale takes part.
 */
export type Day = number;

export interface Civil {
  readonly year: number;
  /** 1–12 */
  readonly month: number;
  /** 1–31 */
  readonly day: number;
}

/** Days before each month of a common year. */
const daysBefore = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Days in a month, 28–31. */
export function daysInMonth(year: number, month: number): number {
  return month === 2 ? (isLeap(year) ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The day of a civil date; month and day must exist. */
export function dayOf(year: number, month: number, day: number): Day {
  const before = year - 1;
  const leapDays = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  const thisYear = daysBefore[month - 1]! + (month > 2 && isLeap(year) ? 1 : 0) + day;
  return before * 365 + leapDays + thisYear - 719163;
}

/** Year, month and day of a day. */
export function civilOf(day: Day): Civil {
  // January 1st is at most 1.2 days later than years of the mean length put it: the guess is never a year too late.
  let year = 1970 + Math.floor((day - 1) / 365.2425);
  while (dayOf(year + 1, 1, 1) <= day) year += 1;
  let month = Math.min(12, Math.floor((day - dayOf(year, 1, 1)) / 29) + 1);
  while (dayOf(year, month, 1) > day) month -= 1;
  return { year, month, day: day - dayOf(year, month, 1) + 1 };
}

/** Days of the week as the DSL names them, Monday first (ISO 8601). */
export const weekdayNames = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type Weekday = (typeof weekdayNames)[number];

/** Day of the week by ISO 8601: 1 is Monday, 7 Sunday. */
export function weekdayOf(day: Day): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** A number below 100 in two digits: `07`. */
export const twoDigits = (n: number): string => (n < 10 ? `0${n}` : `${n}`);

/** ISO 8601 month, `2024-02`. */
export const isoMonth = ({ year, month }: Pick<Civil, "year" | "month">): string => `${year}-${twoDigits(month)}`;

/** ISO 8601 date, `2024-02-13`. */
export function isoDate(day: Day): string {
  const { year, month, day: d } = civilOf(day);
  return `${String(year).padStart(4, "0")}-${twoDigits(month)}-${twoDigits(d)}`;
}

/** Reads an ISO 8601 date; undefined when it is not one or the day does not exist (31 February). */
export function parseDate(text: string): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match ? existingDay(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
}

/** The day of a civil date, or undefined when there is no such day. */
export function existingDay(year: number, month: number, day: number): Day | undefined {
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return dayOf(year, month, day);
}

/** The same day of the month `months` later; the month's last day where that day is missing (ГК РФ ст. 192 п. 3). */
export function addMonths(day: Day, months: number): Day {
  const { year, month, day: d } = civilOf(day);
  const index = year * 12 + (month - 1) + months;
  const toYear = Math.floor(index / 12);
  const toMonth = (index % 12) + 1;
  return dayOf(toYear, toMonth, Math.min(d, daysInMonth(toYear, toMonth)));
}
