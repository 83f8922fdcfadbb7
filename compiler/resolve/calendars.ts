import { civilOf, daysInMonth, existingDay, weekdayNames, type Day } from "../calendar/day.ts";
import { createWorkingCalendar, type CalendarYear, type WorkingCalendar } from "../calendar/working-calendar.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import type { CalendarFile } from "../generated/types.ts";
import { spanOf, type Located, type Path } from "../load/yaml/parsed-yaml.ts";
import { checkCalendarYear } from "./checks/check-calendar.ts";

/** The last day of a month; 0 where there is no such month. */
const lastDayOf = (year: number, month: number): number => (month >= 1 && month <= 12 ? daysInMonth(year, month) : 0);

/** Year, month and day as they are written, existing or not; `year` where none is written. */
function writtenDate(text: string, year: number): { year: number; month: number; day: number } {
  const [, ownYear, month, day] = /^(?:(\d{4})-)?(\d{2})-(\d{2}|last)$/.exec(text) ?? [];
  const named = { year: Number(ownYear ?? year), month: Number(month ?? 0) };
  return { ...named, day: day === "last" ? lastDayOf(named.year, named.month) : Number(day ?? 0) };
}

/** Returns a day written MM-DD or MM-last (in `year`) or YYYY-MM-DD; undefined, and reported, for a day that does not exist. */
export function readDay(text: string, year: number, at: Located<unknown>, path: Path, report: Report): Day | undefined {
  const written = writtenDate(text, year);
  const day = existingDay(written.year, written.month, written.day);
  if (day !== undefined) return day;
  const span = spanOf(at.origin, path);
  const last = lastDayOf(written.year, written.month);
  report(
    last > 0
      ? { code: "impossible-date", values: { value: text, last }, span }
      : { code: "bad-day", values: { value: text }, span },
  );
  return undefined;
}

function readYear(file: Located<CalendarFile>, report: Report): CalendarYear {
  const { data } = file;
  const date = (text: string, path: Path): Day[] => {
    const day = readDay(text, data.year, file, path, report);
    return day === undefined ? [] : [day];
  };
  const holidays = data.holidays.flatMap(({ on, name, source }, index) =>
    [on].flat().flatMap((text, at) => {
      const day = readDay(text, data.year, file, ["holidays", index, "on", ...(Array.isArray(on) ? [at] : [])], report);
      return day === undefined ? [] : [{ day, name, source }];
    }),
  );
  const transfers = (data.transfers ?? []).flatMap(({ from, to, source }, index) =>
    date(from, ["transfers", index, "from"]).flatMap((fromDay) =>
      date(to, ["transfers", index, "to"]).map((toDay) => ({ from: fromDay, to: toDay, source })),
    ),
  );
  data["short-days"]?.forEach((text, index) => date(text, ["short-days", index]));
  return {
    year: data.year,
    provisional: data.status === "provisional",
    weekend: data.weekend.map((name) => weekdayNames.indexOf(name) + 1),
    holidays,
    transfers,
  };
}

/** The working calendar of a folder of years; each year must give the monthly totals that its file states. */
export function readCalendar(id: string, files: readonly Located<CalendarFile>[], report: Report): WorkingCalendar {
  const spoilt = new Set<number>();
  const years = files.map((file) =>
    readYear(file, (diagnostic) => {
      spoilt.add(file.data.year);
      report(diagnostic);
    }),
  );
  const calendar = createWorkingCalendar(id, years);
  // What a day that does not exist makes of the totals is not a mistake of its own.
  files.forEach((file, index) => {
    if (!spoilt.has(file.data.year)) checkCalendarYear(file, years[index]!, calendar, report);
  });
  return calendar;
}

/** Whether a day lies in a year whose calendar is not final yet. */
export function isProvisional(calendar: WorkingCalendar, day: Day): boolean {
  return calendar.years.get(civilOf(day).year)?.provisional ?? false;
}
