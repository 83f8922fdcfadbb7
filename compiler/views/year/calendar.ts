import { isoMonth, weekdayOf } from "../../calendar/day.ts";
import type { ResolvedPlan } from "../../resolve/model.ts";
import { dayView, type DayView } from "../days.ts";
import { allDues, type DueView } from "../dues.ts";
import { isUnit } from "../../query/windows.ts";
import { inPlanOrder, memoizeByPlan } from "../../query/plan-index.ts";
import { monthsOf, type MonthLine, type MonthView } from "./months.ts";

/** A day of the month's sheet: what begins and ends on it, each item once a kind. */
export interface SheetDay {
  readonly day: DayView;
  readonly starts: readonly DueView[];
  readonly ends: readonly DueView[];
}

/** A month of the calendar with every party's dates. */
export interface CalendarMonth {
  readonly month: MonthView;
  readonly dues: readonly DueView[];
  /** Rows of seven, Monday first; null outside the month. */
  readonly weeks: readonly (readonly (SheetDay | null)[])[];
  /** Holidays, moved days off and working weekends, with their acts. */
  readonly special: readonly DayView[];
  readonly previous: MonthView | null;
  readonly next: MonthView | null;
}

/** All months that have a page: those of the plan and those beyond it in which something ends. */
export const calendarMonths = memoizeByPlan((plan): readonly MonthView[] => monthsOf(plan, allDues(plan)));

function sheetOf(plan: ResolvedPlan, month: MonthView): (SheetDay | null)[][] {
  const entries = new Map(month.days.map((entry) => [entry.day.serial, entry]));
  const days = Array.from({ length: month.end - month.start + 1 }, (_, index): SheetDay => {
    const { rows = [], snapshots = [] } = entries.get(month.start + index) ?? {};
    const marked = (mark: MonthLine["mark"]): DueView[] =>
      rows.filter((row) => row.mark === mark).map(({ due }) => due);
    return {
      day: dayView(plan, month.start + index),
      starts: marked("start"),
      ends: [...marked("due"), ...snapshots].sort(inPlanOrder(plan)),
    };
  });
  const cells = [...Array.from({ length: weekdayOf(month.start) - 1 }, () => null), ...days];
  while (cells.length % 7 !== 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

/** The page of a month. */
export function calendarMonth(plan: ResolvedPlan, key: string): CalendarMonth {
  const months = calendarMonths(plan);
  const index = months.findIndex((month) => month.key === key);
  const month = months[index]!;
  const days = Array.from({ length: month.end - month.start + 1 }, (_, offset) => dayView(plan, month.start + offset));
  return {
    month,
    dues: allDues(plan).filter((due) => due.day.iso.startsWith(isoMonth(month)) && !isUnit(due.shape)),
    weeks: sheetOf(plan, month),
    special: days.filter(({ kind }) => kind !== "working" && kind !== "weekend"),
    previous: months[index - 1] ?? null,
    next: months[index + 1] ?? null,
  };
}
