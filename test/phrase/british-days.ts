import { parseDate, type Day } from "../../compiler/calendar/day.ts";
import type { Point, RollMode, RuleSet } from "../../compiler/calendar/rule-set.ts";
import { createWorkingCalendar, type CalendarYear } from "../../compiler/calendar/working-calendar.ts";

/** Bank holidays of England and Wales (Banking and Financial Dealings Act 1971, schedule 1; royal proclamations). */
const holidays: Readonly<Record<number, readonly string[]>> = {
  2023: ["01-02", "04-07", "04-10", "05-01", "05-08", "05-29", "08-28", "12-25", "12-26"],
  2024: ["01-01", "03-29", "04-01", "05-06", "05-27", "08-26", "12-25", "12-26"],
  2025: ["01-01", "04-18", "04-21", "05-05", "05-26", "08-25", "12-25", "12-26"],
};

const yearOf = ([year, days]: readonly [string, readonly string[]]): CalendarYear => ({
  year: Number(year),
  provisional: false,
  weekend: [6, 7],
  holidays: days.map((day) => ({ day: parseDate(`${year}-${day}`) as Day, name: "Bank holiday", source: "" })),
  transfers: [],
});

/** The working calendar of England and Wales, 2023–2025. */
export const britishCalendar = createWorkingCalendar("uk", Object.entries(holidays).map(yearOf));

const point = <T>(value: T): Point<T> => ({ value, source: "" });
const none = point<RollMode>("none");

/** Counting without a law: days off move nothing. */
export const plainRules: RuleSet = {
  id: "plain",
  title: "Plain counting",
  "event-day": point("excluded"),
  "until-day": point("included"),
  chain: point("nominal"),
  "day-ends": point("24:00"),
  roll: { until: none, within: none, before: none, "last-day": none, "first-day-after": none, named: none },
};
