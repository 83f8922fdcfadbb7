import { parseDate, type Day } from "../../calendar/day.ts";
import type { ResolvedPlan } from "../../resolve/model.ts";
import { dayView, type DayView } from "../days.ts";
import { isUnit } from "../../query/windows.ts";
import { type DueView } from "../dues.ts";

/** A line of «Ближайшее»: one window, or all windows of a kind that repeat on the day. */
export interface UpcomingLine {
  readonly kind: DueView["kind"];
  readonly sort: "one" | "month" | "week" | "snapshot";
  /** The line stands here only once this day has passed, under which its windows stand until then; null: from the first. */
  readonly after: string | null;
  readonly dues: readonly DueView[];
}

/** A day with what is to be done by it, the most telling line first (`rankOf`): under a safe day, and once that has passed under the day that the plan names. */
export interface UpcomingDay {
  readonly day: DayView;
  readonly lines: readonly UpcomingLine[];
}

/** The days that a browser chooses from: the build does not know today. */
export interface UpcomingView {
  readonly timeZone: string;
  readonly first: string;
  /** The last day of the plan, and the last that any of its dates reaches. */
  readonly planEnd: string;
  readonly last: string;
  readonly lastDay: DayView;
  /** Windows by each of their days (`daysOf`). */
  readonly days: readonly UpcomingDay[];
}

/** The day to be ready by: the last safe one where the named day is off; a snapshot's never moves. */
export const safeDay = (due: DueView): DayView => (due.snapshot ? due.day : (due.planBy ?? due.lastWorking ?? due.day));

/**
 * The days under which a window is listed, one after another: the safe one; when that has passed the day that the plan names; and
 * the working day that rules move that to. A window is over with the last of them.
 */
export function daysOf(due: DueView): readonly DayView[] {
  const days = [safeDay(due), due.day, ...(due.rolled === null ? [] : [due.rolled])];
  return days.filter((day, index) => index === 0 || day.iso > days[index - 1]!.iso);
}

/** A window under one of its days. */
interface Place {
  readonly due: DueView;
  readonly day: string;
  readonly after: string | null;
}

const placesOf = (due: DueView): Place[] =>
  daysOf(due).map(({ iso }, index, days) => ({ due, day: iso, after: days[index - 1]?.iso ?? null }));

const sortOf = (due: DueView): UpcomingLine["sort"] =>
  due.snapshot ? "snapshot" : due.shape === "week" ? "week" : due.shape === "month" && due.repeats ? "month" : "one";

/**
 * What stands first among several of a day: a day that the plan names before the end of a stretch, a whole unit last, and of
 * each what is to be done before what is checked.
 */
const rankOf = ({ namedDay, shape, kind }: DueView): number =>
  2 * (namedDay ? 0 : isUnit(shape) ? 2 : 1) + (kind === "work" ? 0 : 1);

const byRank = (a: UpcomingLine, b: UpcomingLine): number => rankOf(a.dues[0]!) - rankOf(b.dues[0]!);

const groups = (["snapshot", "month", "week"] as const).flatMap((sort) =>
  (["work", "control"] as const).map((kind) => ({ kind, sort })),
);

/** The lines of windows that stand under a day from the same day on. */
function linesFrom(after: string | null, dues: readonly DueView[]): UpcomingLine[] {
  const ones = dues
    .filter((due) => sortOf(due) === "one")
    .map((due): UpcomingLine => ({ kind: due.kind, sort: "one", after, dues: [due] }));
  const grouped = groups.map(({ kind, sort }): UpcomingLine => ({
    kind,
    sort,
    after,
    dues: dues.filter((due) => due.kind === kind && sortOf(due) === sort),
  }));
  return [...ones, ...grouped.filter((line) => line.dues.length > 0)];
}

const linesOf = (places: readonly Place[]): UpcomingLine[] =>
  [...Map.groupBy(places, ({ after }) => after)]
    .flatMap(([after, own]) =>
      linesFrom(
        after,
        own.map(({ due }) => due),
      ),
    )
    .sort(byRank);

/** Whether the work of a window is done: nobody has to be told of it; its check is still to come. */
const isDone = (plan: ResolvedPlan, { kind, item }: DueView): boolean =>
  kind === "work" && plan.byId.get(item)?.source.data.status !== undefined;

/** What «Ближайшее» of a page shows on whatever day it is opened. */
export function upcomingView(plan: ResolvedPlan, dues: readonly DueView[]): UpcomingView {
  const open = dues.filter((due) => !isDone(plan, due));
  const byDay = Map.groupBy(open.flatMap(placesOf), ({ day }) => day);
  const isoDays = [...byDay.keys()].sort();
  const { from: first, to: planEnd } = plan.bounds;
  const last: Day = Math.max(planEnd, parseDate(isoDays.at(-1) ?? "") ?? 0);
  return {
    timeZone: plan.series.data["time-zone"],
    first: dayView(plan, first).iso,
    planEnd: dayView(plan, planEnd).iso,
    last: dayView(plan, last).iso,
    lastDay: dayView(plan, parseDate(isoDays.at(-1) ?? "") ?? planEnd),
    days: isoDays.map((iso) => ({ day: dayView(plan, parseDate(iso)!), lines: linesOf(byDay.get(iso)!) })),
  };
}
