import { isWithin } from "../../calendar/bounds.ts";
import type { ResolvedPlan } from "../../resolve/model.ts";
import { monthsOfPlan, type MonthFrame } from "../days.ts";
import { isUnit } from "../../query/windows.ts";
import { type DueView } from "../dues.ts";
import { memoizeByPlan } from "../../query/plan-index.ts";
import { memoizeByObject } from "../../source/memoize.ts";

/** The plan as one line: paths of an SVG, one unit a day wide and 14 units high. */
export interface TimelineView {
  readonly width: number;
  readonly off: string;
  readonly work: string;
  readonly control: string;
  readonly months: readonly MonthFrame[];
}

function ticks(plan: ResolvedPlan, dues: readonly DueView[], kind: DueView["kind"], repeats: boolean): string {
  const { from: first } = plan.bounds;
  const days = new Set(
    dues
      .filter(
        (due) =>
          due.kind === kind &&
          (repeats || (!due.repeats && !due.snapshot && !isUnit(due.shape))) &&
          isWithin(due.day.serial, plan.bounds),
      )
      .map(({ day }) => day.serial - first),
  );
  return [...days]
    .sort((a, b) => a - b)
    .map((day) => `M${day}.5 1v9`)
    .join("");
}

const emptyTimeline = memoizeByPlan((plan): Pick<TimelineView, "width" | "off"> => {
  const { from: first, to: last } = plan.bounds;
  let off = "";
  for (let day = first; day <= last; day++) {
    if (plan.calendar.isWorking(day)) continue;
    let end = day;
    while (end < last && !plan.calendar.isWorking(end + 1)) end += 1;
    off += `M${day - first} 12.5h${end - day + 1}`;
    day = end;
  }
  return { width: last - first + 1, off };
});

/** The ticks of some dates, made once a list: each month of a role shows those of its whole year. */
const ticksOf = (repeats: boolean) =>
  memoizeByPlan((plan) =>
    memoizeByObject((dues: readonly DueView[]): Pick<TimelineView, "work" | "control"> => ({
      work: ticks(plan, dues, "work", repeats),
      control: ticks(plan, dues, "control", repeats),
    })),
  );
const [allTicks, singleTicks] = [ticksOf(true), ticksOf(false)];

/** The timeline of a page: days off below, ticks of the dates of `dues` above; what comes again and whole units are left out without `repeats`. */
export function timelineView(plan: ResolvedPlan, dues: readonly DueView[], repeats = false): TimelineView {
  return {
    ...emptyTimeline(plan),
    ...(repeats ? allTicks : singleTicks)(plan)(dues),
    months: monthsOfPlan(plan),
  };
}
