import { dayOf, parseDate, type Day } from "../../calendar/day.ts";
import type { ResolvedPlan } from "../../resolve/model.ts";
import { dayView, type DayView } from "../days.ts";
import { isUnit } from "../../query/windows.ts";
import { type DueView } from "../dues.ts";
import { grouped } from "../../query/plan-index.ts";

/** A line of «Ближайшее»: one window, or all windows of a kind that repeat on the day. */
export interface UpcomingLine {
  readonly kind: DueView["kind"];
  readonly sort: "one" | "month" | "week" | "snapshot";
  readonly dues: readonly DueView[];
}

/** A safe day with what is to be done by it. */
export interface UpcomingDay {
  readonly day: DayView;
  readonly lines: readonly UpcomingLine[];
}

/** The days that a browser chooses from: the build does not know today. */
export interface UpcomingView {
  readonly timeZone: string;
  readonly first: string;
  /** The last day of the plan's year, and the last that any of its dates reaches. */
  readonly yearEnd: string;
  readonly last: string;
  /** Windows by their safe day. */
  readonly days: readonly UpcomingDay[];
  /** Every day from the first of the year to two weeks after the last date. */
  readonly strip: readonly { readonly day: DayView; readonly work: boolean; readonly control: boolean }[];
}

const daysAhead = 14;

/** The day to be ready by: the last safe one where the named day is off; a snapshot's never moves. */
export const safeDay = (due: DueView): DayView => (due.snapshot ? due.day : (due.planBy ?? due.lastWorking ?? due.day));

const sortOf = (due: DueView): UpcomingLine["sort"] =>
  due.snapshot ? "snapshot" : due.shape === "week" ? "week" : due.shape === "month" && due.repeats ? "month" : "one";

function linesOf(dues: readonly DueView[]): UpcomingLine[] {
  const ones = dues
    .filter((due) => sortOf(due) === "one")
    .map((due): UpcomingLine => ({ kind: due.kind, sort: "one", dues: [due] }));
  const groups = (["snapshot", "month", "week"] as const).flatMap((sort) =>
    (["work", "control"] as const).map((kind): UpcomingLine => ({
      kind,
      sort,
      dues: dues.filter((due) => due.kind === kind && sortOf(due) === sort),
    })),
  );
  return [...ones, ...groups.filter((line) => line.dues.length > 0)];
}

/** What «Ближайшее» of a page shows on whatever day it is opened. */
export function upcomingView(plan: ResolvedPlan, dues: readonly DueView[]): UpcomingView {
  const byDay = grouped(dues, (due) => safeDay(due).iso);
  const isoDays = [...byDay.keys()].sort();
  const first = dayOf(plan.year, 1, 1);
  const yearEnd = dayOf(plan.year, 12, 31);
  const last: Day = Math.max(yearEnd, parseDate(isoDays.at(-1) ?? "") ?? 0);
  const marked = (kind: DueView["kind"]): Set<string> =>
    new Set(dues.filter((due) => due.kind === kind && !isUnit(due.shape)).map(({ day }) => day.iso));
  const [work, control] = [marked("work"), marked("control")];
  return {
    timeZone: plan.series.data["time-zone"],
    first: dayView(plan, first).iso,
    yearEnd: dayView(plan, yearEnd).iso,
    last: dayView(plan, last).iso,
    days: isoDays
      .filter((iso) => iso >= dayView(plan, first).iso)
      .map((iso) => ({ day: dayView(plan, parseDate(iso)!), lines: linesOf(byDay.get(iso)!) })),
    strip: Array.from({ length: last - first + 1 + daysAhead }, (_, index) => dayView(plan, first + index)).map(
      (day) => ({ day, work: work.has(day.iso), control: control.has(day.iso) }),
    ),
  };
}
