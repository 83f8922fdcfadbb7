import { capitalised } from "../source/capitalised.ts";
import { homeYear } from "../calendar/bounds.ts";
import { civilOf, dayOf, daysInMonth, isoDate, isoMonth, twoDigits, weekdayOf, type Day } from "../calendar/day.ts";
import { unitsMeeting } from "../calendar/units.ts";
import { dateText, weekdayDate } from "../locale/languages.ts";
import type { ResolvedPlan } from "../resolve/model.ts";
import { words } from "../explain/explain.ts";
import { languageOf } from "../query/labels.ts";
import { memoizeByPlan } from "../query/plan-index.ts";
import { memoizeByObjectAndKey } from "../source/memoize.ts";

/** What kind of day it is: an ordinary working day, a working weekend day, or why it is off. */
export type DayKind = "working" | "working-weekend" | "weekend" | "holiday" | "moved-off";

/** A day with everything a page prints of it, in the language of the series. */
export interface DayView {
  /** The day as the compiler counts it. */
  readonly serial: Day;
  readonly iso: string;
  /** Day of the month. */
  readonly number: number;
  readonly month: number;
  readonly year: number;
  /** 1 is Monday. */
  readonly isoWeekday: number;
  /** «сб». */
  readonly weekday: string;
  /** «суббота». */
  readonly weekdayName: string;
  /** «апреля», with the year where the plan has several or another. */
  readonly monthText: string;
  /** «27 апреля», with the year where the plan has several or another. */
  readonly date: string;
  /** «27 апреля 2024 года». */
  readonly fullDate: string;
  /** «сб 27 апреля». */
  readonly text: string;
  readonly kind: DayKind;
  readonly off: boolean;
  /** The reason with its act; null for an ordinary working day. */
  readonly why: string | null;
  /** The holiday's name. */
  readonly holiday: string | null;
  /** Of a deadline with a time: its instant with its offset, and the plan's zone. */
  readonly instant?: { readonly iso: string; readonly zone: string };
}

const kinds = { weekend: "weekend", holiday: "holiday", "day-off": "moved-off", working: "working-weekend" } as const;

/** One day of a plan's calendar, ready to print. */
export const dayView = memoizeByObjectAndKey((plan: ResolvedPlan, day: Day): DayView => {
  const language = languageOf(plan);
  const { year, month, day: number } = civilOf(day);
  const reason = plan.calendar.reason(day);
  const kind = reason === undefined ? "working" : kinds[reason.kind];
  const date = dateText(language, day, homeYear(plan.bounds));
  const lead = `${number}\u00a0`;
  return {
    serial: day,
    iso: isoDate(day),
    number,
    month,
    year,
    isoWeekday: weekdayOf(day),
    weekday: language.weekdaysShort[weekdayOf(day) - 1]!,
    weekdayName: language.weekdays[weekdayOf(day) - 1]!,
    monthText: date.startsWith(lead) ? date.slice(lead.length) : date,
    date,
    fullDate: dateText(language, day),
    text: weekdayDate(language, day, homeYear(plan.bounds)),
    kind,
    off: kind !== "working" && kind !== "working-weekend",
    why: reason === undefined ? null : words[language.code].reason(reason),
    holiday: reason?.kind === "holiday" ? reason.name : null,
  };
});

/** A month of the calendar. */
export interface MonthFrame {
  /** `04` where the plan lies in its year, else `2025-01`: the month's name in addresses and anchors. */
  readonly key: string;
  readonly year: number;
  readonly month: number;
  /** «Апрель», with the year where the plan has several or another. */
  readonly title: string;
  /** «апрель». */
  readonly name: string;
  readonly short: string;
  /** What follows `short` in the name; empty where the name does not begin with it. */
  readonly rest: string;
  readonly start: Day;
  readonly end: Day;
  readonly workingDays: number;
  readonly workingWeekends: readonly DayView[];
  readonly known: boolean;
}

/** The frame of a month by its index: its names, bounds and working days. Memoized: each role counts its dates by months. */
export const monthFrame = memoizeByObjectAndKey((plan: ResolvedPlan, index: number): MonthFrame => {
  const [year, month] = [Math.floor(index / 12), (index % 12) + 1];
  const language = languageOf(plan);
  const home = homeYear(plan.bounds);
  const [start, end] = [dayOf(year, month, 1), dayOf(year, month, daysInMonth(year, month))];
  const name = language.months[month - 1]!;
  const short = language.monthsShort[month - 1]!;
  const days = Array.from({ length: end - start + 1 }, (_, offset) => start + offset);
  return {
    key: year === home ? twoDigits(month) : isoMonth({ year, month }),
    year,
    month,
    name,
    short,
    rest: name.startsWith(short) ? name.slice(short.length) : "",
    title: year === home ? capitalised(name) : `${capitalised(name)} ${language.year(year)}`,
    start,
    end,
    workingDays: plan.calendar.workingDaysIn(start, end),
    known: plan.calendar.covers(start),
    workingWeekends: days
      .filter((day) => plan.calendar.reason(day)?.kind === "working")
      .map((day) => dayView(plan, day)),
  };
});

/** The months of the plan: a calendar year has twelve. */
export const monthsOfPlan = memoizeByPlan((plan): readonly MonthFrame[] =>
  unitsMeeting("month", plan.bounds.from, plan.bounds.to).map(({ start }) => monthFrame(plan, monthIndex(start))),
);

/** Year and month of a day as one number that sorts and counts months: its difference of two days is in months. */
export function monthIndex(day: Day): number {
  const { year, month } = civilOf(day);
  return year * 12 + month - 1;
}
