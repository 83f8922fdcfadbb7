/** A year of days as the file of a working calendar. */
import { dayOf, daysInMonth, isoDate, weekdayNames, weekdayOf, type Day, type Weekday } from "../../calendar/day.ts";
import { createWorkingCalendar, type WorkingCalendar } from "../../calendar/working-calendar.ts";
import { valuesByKey } from "../../source/values-by-key.ts";
import { stringify } from "yaml";
import type { SourceDays } from "./source-days.ts";

/** What is said of a calendar beside its days. */
export interface CalendarHead {
  readonly name: string;
  readonly year: number;
  readonly weekend: readonly Weekday[];
  /** Where the days are from; the norm of each holiday where nothing else says one. */
  readonly source: string;
  readonly decree?: { readonly title: string; readonly date?: string | undefined } | undefined;
  /** What a day off is called whose source has no name for it. */
  readonly unnamed: string;
}

/** The weekend days that are worked and that no move explains: the file has no words for them. */
export const unexplained = ({ working, moved }: SourceDays): readonly Day[] =>
  [...working].filter((day) => !moved.some(({ from }) => from === day));

const isWeekend = (day: Day, weekend: readonly Weekday[]): boolean =>
  weekend.includes(weekdayNames[weekdayOf(day) - 1]!);

/** The holidays by name, in order of time. A weekend day without a name is no holiday. */
function holidaysOf({ off }: SourceDays, { weekend, unnamed }: CalendarHead): Map<string, Day[]> {
  const named = [...off].filter(([day, name]) => name !== "" || !isWeekend(day, weekend)).sort(([a], [b]) => a - b);
  return valuesByKey(named.map(([day, name]) => [name === "" ? unnamed : name, day]));
}

/** The working calendar that the days make. */
export function calendarOf(days: SourceDays, head: CalendarHead): WorkingCalendar {
  const { name, year, weekend, source } = head;
  const holidays = [...holidaysOf(days, head)].flatMap(([title, list]) =>
    list.map((day) => ({ day, name: title, source })),
  );
  return createWorkingCalendar(name, [
    {
      year,
      provisional: head.decree === undefined,
      weekend: weekend.map((each) => weekdayNames.indexOf(each) + 1),
      holidays,
      transfers: days.moved.map((move) => ({ ...move, source })),
    },
  ]);
}

const flow = (value: unknown): string =>
  stringify(value, { collectionStyle: "flow", lineWidth: 0, flowCollectionPadding: false }).trim();
const inYear = (day: Day): string => isoDate(day).slice(5);

/** The file: provisional until a decree is named, with the working days of each month. */
export function calendarFile(days: SourceDays, head: CalendarHead): string {
  const { name, year, weekend, source, decree } = head;
  const calendar = calendarOf(days, head);
  const workdays = Array.from({ length: 12 }, (_, month) =>
    calendar.workingDaysIn(dayOf(year, month + 1, 1), dayOf(year, month + 1, daysInMonth(year, month + 1))),
  );
  const holidays = [...holidaysOf(days, head)].map(
    ([title, list]) => `  - on: ${flow(list.length === 1 ? inYear(list[0]!) : list.map(inYear))}
    name: ${flow(title)}
    source: ${flow(source)}`,
  );
  const moves = days.moved.map(
    ({ from, to }) => `  - { from: ${isoDate(from)}, to: ${isoDate(to)}, source: ${flow(decree?.title ?? source)} }`,
  );
  const short = [...days.short].sort((a, b) => a - b).map(isoDate);
  return [
    `calendar: ${name}`,
    `year: ${year}`,
    `status: ${decree === undefined ? "provisional" : "approved"}`,
    ...(decree === undefined ? [] : [`decree: { title: ${flow(decree.title)} }`]),
    ...(decree?.date === undefined ? [] : [`decree-date: ${decree.date}`]),
    `source: { title: ${flow(source)} }`,
    `weekend: ${flow(weekend)}`,
    ...(holidays.length === 0 ? ["holidays: []"] : ["holidays:", ...holidays]),
    ...(moves.length === 0 ? [] : ["transfers:", ...moves]),
    ...(short.length === 0 ? [] : [`short-days: ${flow(short)}`]),
    `workdays: ${flow(workdays)}`,
    "",
  ].join("\n");
}
