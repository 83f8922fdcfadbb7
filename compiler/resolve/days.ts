import { civilOf, type Day } from "../calendar/day.ts";
import type { WorkingCalendar } from "../calendar/working-calendar.ts";
import type { SkippedDay } from "./model.ts";

/** Returns the days of an interval that are not worked, with their reasons; both ends are inside. */
export function daysOff(calendar: WorkingCalendar, from: Day, to: Day): SkippedDay[] {
  const skipped: SkippedDay[] = [];
  for (let day = from; day <= to; day++) {
    const reason = calendar.reason(day);
    if (reason !== undefined && reason.kind !== "working") skipped.push({ day, reason });
  }
  return skipped;
}

/** The year that a day lies in. */
export const yearOf = (day: Day): number => civilOf(day).year;
