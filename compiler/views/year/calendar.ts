import { isoMonth, weekdayOf } from "../../calendar/day.ts";
import type { ResolvedPlan } from "../../resolve/model.ts";
import { dayView, type DayView } from "../days.ts";
import { allDues, type DueView } from "../dues.ts";
import { isUnit } from "../../query/windows.ts";
import { memoizeByPlan, itemOrdinal } from "../../query/plan-index.ts";
import { monthsOf, type MonthView } from "./months.ts";

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
  const starting = new Map<string, DueView[]>();
  const ending = new Map<string, DueView[]>();
  for (const { day, rows, snapshots } of month.days) {
    starting.set(
      day.iso,
      rows.filter(({ mark }) => mark === "start").map(({ due }) => due),
    );
    ending.set(
      day.iso,
      [...rows.filter(({ mark }) => mark === "due").map(({ due }) => due), ...snapshots].sort(
        (a, b) => itemOrdinal(plan, a.item) - itemOrdinal(plan, b.item),
      ),
    );
  }
  const cells: (SheetDay | null)[] = Array.from({ length: weekdayOf(month.start) - 1 }, () => null);
  for (let day = month.start; day <= month.end; day++) {
    const view = dayView(plan, day);
    cells.push({ day: view, starts: starting.get(view.iso) ?? [], ends: ending.get(view.iso) ?? [] });
  }
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
