import { homeYear } from "../../calendar/bounds.ts";
import { weekdayOf, type Day } from "../../calendar/day.ts";
import { unitsMeeting } from "../../calendar/units.ts";
import { daysBetween } from "../../locale/languages.ts";
import type { ResolvedPlan } from "../../resolve/model.ts";
import { words } from "../../explain/explain.ts";
import { languageOf } from "../../query/labels.ts";
import type { DueView } from "../dues.ts";

/** How much ends in an ISO week. */
export interface WeekWorkload {
  readonly title: string;
  /** «29 апреля – 5 мая», with the year when it is not the plan's. */
  readonly days: string;
  readonly start: Day;
  readonly end: Day;
  readonly work: number;
  readonly control: number;
}

/** The weeks of the plan with what ends in each; what comes every week is left out. */
export function weekWorkloads(plan: ResolvedPlan, dues: readonly DueView[]): WeekWorkload[] {
  const mondayOf = (day: Day): Day => day - weekdayOf(day) + 1;
  const byWeek = Map.groupBy(
    dues.filter(({ shape }) => shape !== "week"),
    ({ day }) => mondayOf(day.serial),
  );
  return unitsMeeting("week", plan.bounds.from, plan.bounds.to).map(({ start, end }) => {
    const inside = byWeek.get(start) ?? [];
    const work = inside.filter(({ kind }) => kind === "work").length;
    return {
      title: words[plan.series.data.language].unit("week", start, end),
      days: daysBetween(languageOf(plan), start, end, homeYear(plan.bounds)),
      start,
      end,
      work,
      control: inside.length - work,
    };
  });
}

/** The most weeks that are told apart as busy. */
const mostBusy = 3;

/** The busiest weeks, busiest first: those that have more than every other, so that none is told where weeks are alike. */
export function busiestWeeks(loads: readonly WeekWorkload[]): WeekWorkload[] {
  const total = ({ work, control }: WeekWorkload): number => work + control;
  const ordered = loads.filter((load) => total(load) > 0).toSorted((a, b) => total(b) - total(a) || a.start - b.start);
  const next = ordered[mostBusy];
  const first = ordered.slice(0, mostBusy);
  return next === undefined
    ? first.filter((load) => total(load) > 1)
    : first.filter((load) => total(load) > total(next));
}
