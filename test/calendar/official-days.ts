import fixture from "./fixtures/working-days.json" with { type: "json" };

/** A year of the official calendar as lists of days, from sources independent of the plan's own YAML (each named in the file). */
export interface OfficialYear {
  readonly decree: string;
  readonly status: string;
  readonly source: string;
  readonly nonworking_weekdays: readonly string[];
  readonly working_weekends: readonly string[];
  readonly short_days: readonly string[];
  readonly workdays_by_month: readonly number[];
  readonly workdays_total: number;
  readonly last_workday_of_month: readonly string[];
}

export const officialYears: Readonly<Record<string, OfficialYear>> = fixture;

const dayLength = 86_400_000;
const off = new Set(Object.values(officialYears).flatMap((year) => year.nonworking_weekdays));
const on = new Set(Object.values(officialYears).flatMap((year) => year.working_weekends));

/** The date `days` later; dates are ISO texts, so that nothing of the compiler's own arithmetic takes part. */
export const plusDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * dayLength).toISOString().slice(0, 10);

/** Whether a day of the listed years is worked. */
export function isWorked(date: string): boolean {
  if (officialYears[date.slice(0, 4)] === undefined) throw new RangeError(`no list for ${date}`);
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return on.has(date) || (weekday !== 0 && weekday !== 6 && !off.has(date));
}

/** The nearest worked day from a date on, the date itself included. */
export function workedFrom(date: string, step: 1 | -1): string {
  let day = date;
  while (!isWorked(day)) day = plusDays(day, step);
  return day;
}

/** The N-th worked day after a date, or before it for a negative N; the date is not counted. */
export function workedAfter(date: string, count: number): string {
  const step = count > 0 ? 1 : -1;
  let day = date;
  for (let left = Math.abs(count); left > 0; left -= isWorked(day) ? 1 : 0) day = plusDays(day, step);
  return day;
}
