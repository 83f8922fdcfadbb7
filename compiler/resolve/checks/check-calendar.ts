/** Slips in a year of a calendar: days off moved from or onto days that cannot be, and monthly totals that do not come out. */
import {
  civilOf,
  dayOf,
  daysInMonth,
  existingDay,
  isoDate,
  parseDate,
  weekdayNames,
  type Day,
} from "../../calendar/day.ts";
import { createWorkingCalendar, type CalendarYear, type WorkingCalendar } from "../../calendar/working-calendar.ts";
import type { Report } from "../../diagnostics/diagnostic.ts";
import type { CalendarFile } from "../../generated/types.ts";
import { spanOf, type Located, type Path } from "../../load/yaml/parsed-yaml.ts";

/** The working days of each month of a year. */
const totalsOf = (calendar: WorkingCalendar, year: number): number[] =>
  Array.from({ length: 12 }, (_, month) =>
    calendar.workingDaysIn(dayOf(year, month + 1, 1), dayOf(year, month + 1, daysInMonth(year, month + 1))),
  );

/** Days that are moved, or are short, and cannot be: a day off is moved from a day off onto a working day, and a short day is worked. */
function checkDays(
  file: Located<CalendarFile>,
  year: CalendarYear,
  calendar: WorkingCalendar,
  report: Report,
): boolean {
  let sound = true;
  const say = (code: "moved-from-working-day" | "moved-onto-day-off" | "short-day-off", day: Day, path: Path): void => {
    sound = false;
    report({ code, values: { day: { day } }, span: spanOf(file.origin, path) });
  };
  // Of days in another year this file says nothing.
  const own = (day: Day): boolean => civilOf(day).year === year.year;
  const unmoved = createWorkingCalendar(calendar.id, [{ ...year, transfers: [] }]);
  (file.data.transfers ?? []).forEach((_, index) => {
    const { from, to } = year.transfers[index]!;
    if (own(from) && unmoved.isWorking(from)) say("moved-from-working-day", from, ["transfers", index, "from"]);
    else if (own(to) && !unmoved.isWorking(to)) say("moved-onto-day-off", to, ["transfers", index, "to"]);
  });
  (file.data["short-days"] ?? []).forEach((text, index) => {
    const short = parseDate(text);
    if (short !== undefined && own(short) && !calendar.isWorking(short))
      say("short-day-off", short, ["short-days", index]);
  });
  return sound;
}

/** A weekend that would make all totals come out, where there is one only. */
function weekendMeant(
  year: CalendarYear,
  others: readonly CalendarYear[],
  expected: readonly number[],
): number[] | undefined {
  const found: number[][] = [];
  for (let first = 1; first <= 7; first++)
    for (let second = first; second <= 7; second++) {
      const weekend = first === second ? [first] : [first, second];
      if (fits({ ...year, weekend }, others, expected)) found.push(weekend);
    }
  return found.length === 1 ? found[0] : undefined;
}

const fits = (year: CalendarYear, others: readonly CalendarYear[], expected: readonly number[]): boolean =>
  totalsOf(createWorkingCalendar("tried", [year, ...others]), year.year).every(
    (total, month) => total === expected[month],
  );

/** A day with its month and day of the month swapped. */
function swapped(day: Day): Day | undefined {
  const { year, month, day: date } = civilOf(day);
  return existingDay(year, date, month);
}

/** The one slip that all wrong totals come from, where putting it right makes every total come out. */
function explainTotals(
  file: Located<CalendarFile>,
  year: CalendarYear,
  others: readonly CalendarYear[],
  report: Report,
): boolean {
  const expected = file.data.workdays ?? [];
  const weekend = weekendMeant(year, others, expected);
  if (weekend !== undefined) {
    const suggestion = `[${weekend.map((weekday) => weekdayNames[weekday - 1]).join(", ")}]`;
    report({ code: "calendar-weekend", values: { suggestion }, span: spanOf(file.origin, ["weekend"]) });
    return true;
  }
  for (const [index, holiday] of year.holidays.entries()) {
    const meant = swapped(holiday.day);
    if (meant === undefined || meant === holiday.day) continue;
    const holidays = year.holidays.with(index, { ...holiday, day: meant });
    if (!fits({ ...year, holidays }, others, expected)) continue;
    const written = file.data.holidays.findIndex(({ on }) =>
      [on].flat().some((text) => isoDate(holiday.day).endsWith(text)),
    );
    report({
      code: "calendar-holiday",
      values: { name: holiday.name, day: { day: holiday.day }, suggestion: isoDate(meant).slice(5) },
      span: spanOf(file.origin, ["holidays", written, "on"]),
    });
    return true;
  }
  return false;
}

/** As many wrong totals as this have one cause. */
const manyMonths = 3;

function checkTotals(file: Located<CalendarFile>, year: CalendarYear, calendar: WorkingCalendar, report: Report): void {
  const actual = totalsOf(calendar, year.year);
  const stated = file.data.workdays ?? [];
  const wrong = stated.flatMap((expected, index) => (actual[index] === expected ? [] : [index]));
  const others = [...calendar.years.values()].filter((other) => other.year !== year.year);
  if (wrong.length === 0 || (wrong.length > 1 && explainTotals(file, year, others, report))) return;
  const name = (index: number): string => isoDate(dayOf(year.year, index + 1, 1)).slice(0, 7);
  if (wrong.length >= manyMonths)
    return report({
      code: "calendar-many-totals",
      values: { months: { list: wrong.map(name) }, actual: { list: actual.map(String) } },
      span: spanOf(file.origin, ["workdays"]),
    });
  for (const index of wrong)
    report({
      code: "calendar-totals",
      values: { month: name(index), actual: actual[index]!, expected: stated[index]! },
      span: spanOf(file.origin, ["workdays", index]),
    });
}

/** Checks a year of a calendar whose days all exist. */
export function checkCalendarYear(
  file: Located<CalendarFile>,
  year: CalendarYear,
  calendar: WorkingCalendar,
  report: Report,
): void {
  if (checkDays(file, year, calendar, report)) checkTotals(file, year, calendar, report);
}
