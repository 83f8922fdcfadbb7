import { dayOf, type Day } from "../../calendar/day.ts";
import type { WorkingCalendar } from "../../calendar/working-calendar.ts";
import type { SourceDays } from "./source-days.ts";

/** A day that two sources do not agree on. */
export interface DayDifference {
  readonly day: Day;
  /** What it is in each: a working day, a short one, a day off. */
  readonly here: DayKind;
  readonly there: DayKind;
}
export type DayKind = "working" | "short" | "off";

/** The days of a source with the calendar that they make. */
export interface DatedSource {
  readonly days: SourceDays;
  readonly calendar: WorkingCalendar;
}

/** Sources of holidays alone say nothing of short days. */
const saysShort = ({ days: { kind } }: DatedSource): boolean => kind === "xmlcalendar" || kind === "production-csv";

function kindOf(day: Day, { days, calendar }: DatedSource, withShort: boolean): DayKind {
  if (days.working.has(day)) return "working";
  if (!calendar.isWorking(day)) return "off";
  return withShort && days.short.has(day) ? "short" : "working";
}

/** The days of a year on which two sources differ, in order. */
export function compareDays(year: number, here: DatedSource, there: DatedSource): readonly DayDifference[] {
  const withShort = saysShort(here) && saysShort(there);
  const [first, next] = [dayOf(year, 1, 1), dayOf(year + 1, 1, 1)];
  return Array.from({ length: next - first }, (_, at) => first + at)
    .map((day) => ({ day, here: kindOf(day, here, withShort), there: kindOf(day, there, withShort) }))
    .filter((each) => each.here !== each.there);
}
