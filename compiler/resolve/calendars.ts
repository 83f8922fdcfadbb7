import { calendarYear, exceedsYear, yearsWithDay, yearsWithMonth, type Bounds } from "../calendar/bounds.ts";
import { civilOf, daysInMonth, existingDay, isoDate, weekdayNames, type Day } from "../calendar/day.ts";
import { createWorkingCalendar, type CalendarYear, type WorkingCalendar } from "../calendar/working-calendar.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import type { CalendarFile } from "../generated/types.ts";
import { spanOf, type Located, type Path } from "../load/yaml/parsed-yaml.ts";
import { checkCalendarYear } from "./checks/check-calendar.ts";

/** The last day of a month; 0 where there is no such month. */
const lastDayOf = (year: number, month: number): number => (month >= 1 && month <= 12 ? daysInMonth(year, month) : 0);

/** Where a day is written, the bounds that it has to fall inside, and whom to tell where it does not. */
export interface DayPlace {
  readonly at: Located<unknown>;
  readonly path: Path;
  readonly bounds: Bounds;
  readonly report: Report;
}

/** A day as it is written, existing or not: MM-DD, MM-last or YYYY-MM-DD. */
function writtenDate(text: string): { year: number | undefined; month: number; day: number | "last" } {
  const [, year, month, day] = /^(?:(\d{4})-)?(\d{2})-(\d{2}|last)$/.exec(text) ?? [];
  return {
    year: year === undefined ? undefined : Number(year),
    month: Number(month ?? 0),
    day: day === "last" ? day : Number(day ?? 0),
  };
}

/** A day of a year; undefined where that year has no such day. */
const dayIn = (year: number, month: number, day: number | "last"): Day | undefined =>
  existingDay(year, month, day === "last" ? lastDayOf(year, month) : day);

/** Why a day without a year is none in the bounds of a plan. */
function reportNoDay(text: string, { at, path, bounds, report }: DayPlace): void {
  const { year, month, day } = writtenDate(text);
  const span = spanOf(at.origin, path);
  const [own = civilOf(bounds.from).year, ...more] = year !== undefined ? [year] : yearsWithMonth(month, bounds);
  const last = lastDayOf(own, month);
  if (last === 0) return report({ code: "bad-day", values: { value: text }, span });
  const found = dayIn(own, month, day);
  if (found === undefined && more.length === 0)
    return report({ code: "impossible-date", values: { value: text, last }, span });
  report({
    code: exceedsYear(bounds) ? "day-without-year" : "day-outside-bounds",
    values: { value: text, bounds: { bounds }, suggestion: found === undefined ? `${own}-${text}` : isoDate(found) },
    span,
  });
}

/**
 * Returns a day written YYYY-MM-DD, or MM-DD or MM-last, which falls inside `bounds`; undefined, and reported, for a day that
 * does not exist, one outside the bounds, and one without a year where the bounds are longer than twelve months.
 */
export function readDay(text: string, place: DayPlace): Day | undefined {
  const { bounds } = place;
  const { year, month, day } = writtenDate(text);
  const years = year === undefined && !exceedsYear(bounds) ? yearsWithDay(month, day, bounds) : [];
  const own = year ?? (years.length === 1 ? years[0] : undefined);
  const found = own === undefined ? undefined : dayIn(own, month, day);
  if (found === undefined) reportNoDay(text, place);
  return found;
}

function readYear(file: Located<CalendarFile>, report: Report): CalendarYear {
  const { data } = file;
  const bounds = calendarYear(data.year);
  const date = (text: string, path: Path): Day[] => {
    const day = readDay(text, { at: file, path, bounds, report });
    return day === undefined ? [] : [day];
  };
  const holidays = data.holidays.flatMap(({ on, name, source }, index) =>
    [on]
      .flat()
      .flatMap((text, at) =>
        date(text, ["holidays", index, "on", ...(Array.isArray(on) ? [at] : [])]).map((day) => ({ day, name, source })),
      ),
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
