import type { DueView } from "../../../../compiler/views/dues.ts";
import type { MonthDay, MonthLine, MonthView } from "../../../../compiler/views/year/months.ts";
import { pieces } from "./pieces.ts";

/** A line of a month, with the place that it has in it. */
type Line =
  | { readonly in: "rows"; readonly day: MonthDay; readonly row: MonthLine }
  | { readonly in: "snapshots"; readonly day: MonthDay; readonly row: DueView }
  | { readonly in: "whole" | "monthly" | "weekly" | "runsOn"; readonly row: DueView };

const ofUnits = ["whole", "monthly", "weekly", "runsOn"] as const;

function linesOf(month: MonthView): Line[] {
  return [
    ...month.days.flatMap((day): Line[] => [
      ...day.rows.map((row) => ({ in: "rows" as const, day, row })),
      ...day.snapshots.map((row) => ({ in: "snapshots" as const, day, row })),
    ]),
    ...ofUnits.flatMap((place): Line[] => month[place].map((row) => ({ in: place, row }))),
  ];
}

function daysOf(lines: readonly Line[]): MonthDay[] {
  const own = lines.filter((line) => line.in === "rows" || line.in === "snapshots");
  return [...Map.groupBy(own, ({ day }) => day)].map(([day, within]) => ({
    ...day,
    rows: within.flatMap((line) => (line.in === "rows" ? [line.row] : [])),
    snapshots: within.flatMap((line) => (line.in === "snapshots" ? [line.row] : [])),
  }));
}

function monthOf(month: MonthView, lines: readonly Line[]): MonthView {
  const of = (place: (typeof ofUnits)[number]): DueView[] =>
    lines.flatMap((line) => (line.in === place ? [line.row] : []));
  return {
    ...month,
    days: daysOf(lines),
    whole: of("whole"),
    monthly: of("monthly"),
    weekly: of("weekly"),
    runsOn: of("runsOn"),
  };
}

/** A month as pages: its days in their order, what fills it or comes again at the end. */
export const monthPieces = (month: MonthView): MonthView[] =>
  pieces(linesOf(month)).map((lines) => monthOf(month, lines));

/** So many lines have a place below the calendar of their month. */
const mostBelowCalendar = 52;

/** The list of a month that is too long for its page, as pages of its own; none where it is not. */
export const calendarPieces = (month: MonthView): MonthView[] =>
  linesOf(month).length > mostBelowCalendar ? monthPieces(month) : [];
