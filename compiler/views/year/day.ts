import { valuesByKey } from "../../source/values-by-key.ts";
import { homeYear } from "../../calendar/bounds.ts";
import { dateText, languages } from "../../locale/languages.ts";
import { inPlanOrder, memoizeByPlan } from "../../query/plan-index.ts";
import type { PartyRef } from "../../query/labels.ts";
import type { ResolvedPlan } from "../../resolve/model.ts";
import { dayView, monthFrame, monthIndex, type DayView, type MonthFrame } from "../days.ts";
import { addresseeIds } from "../../query/audience.ts";
import { allDues, duesOfParty, type DueView } from "../dues.ts";
import { safeDay } from "../role/upcoming.ts";

/** What concerns the same parties on a day, in the plan's order. */
export interface DayGroup {
  readonly who: readonly PartyRef[];
  readonly dues: readonly DueView[];
}

/** The page of a day on which something ends or begins, or by which it is safe to be done. */
export interface DayPage {
  readonly key: string;
  readonly day: DayView;
  readonly month: MonthFrame;
  /** What the plan ends on this day. */
  readonly work: readonly DayGroup[];
  readonly checks: readonly DayGroup[];
  /** What ends on a later day that is off: this is the last working day before it. */
  readonly safe: readonly DayGroup[];
  /** What ended on an earlier day that was off, and is moved here by the rules. */
  readonly moved: readonly DayGroup[];
  readonly starts: readonly DayGroup[];
  /** On a day off: the day to be ready by, where something that moves ends on it. */
  readonly readyBy: DayView | null;
  readonly previous: { readonly key: string; readonly day: DayView } | null;
  readonly next: { readonly key: string; readonly day: DayView } | null;
}

/** A day in addresses: `04-30` in the plan's own year, `2025-01-10` in another. */
export function dayKey(plan: ResolvedPlan, { iso, year }: DayView): string {
  return year === homeYear(plan.bounds) ? iso.slice(5) : iso;
}

interface Entry {
  readonly day: DayView;
  readonly ends: DueView[];
  readonly safe: DueView[];
  readonly moved: DueView[];
  readonly starts: DueView[];
}

/** All days that have something, by day. */
const entriesOf = memoizeByPlan((plan): readonly Entry[] => {
  const entries = new Map<string, Entry>();
  const at = (day: DayView): Entry => {
    const entry = entries.get(day.iso) ?? { day: dayView(plan, day.serial), ends: [], safe: [], moved: [], starts: [] };
    entries.set(day.iso, entry);
    return entry;
  };
  for (const due of allDues(plan)) {
    at(due.day).ends.push(due);
    if (safeDay(due).iso !== due.day.iso) at(safeDay(due)).safe.push(due);
    if (due.rolled !== null) at(due.rolled).moved.push(due);
    if (due.start !== null) at(due.start).starts.push(due);
  }
  return [...entries.values()].sort((a, b) => a.day.serial - b.day.serial);
});

const keysOf = memoizeByPlan((plan) => new Set(entriesOf(plan).map(({ day }) => dayKey(plan, day))));

/** The keys of the days that have a page, by day. */
export const dayKeys = (plan: ResolvedPlan): readonly string[] => [...keysOf(plan)];

/** The key of a day's page; undefined where it has none. */
export function pageOfDay(plan: ResolvedPlan, day: DayView): string | undefined {
  const key = dayKey(plan, day);
  return keysOf(plan).has(key) ? key : undefined;
}

const addresseesByUid = memoizeByPlan((plan): ReadonlyMap<string, readonly string[]> =>
  valuesByKey(addresseeIds(plan).flatMap((id) => duesOfParty(plan, id).map(({ uid }) => [uid, id] as const))),
);

/** The parties and profiles on whose pages a window stands. */
export const addresseesOf = (plan: ResolvedPlan, { uid }: DueView): readonly string[] =>
  addresseesByUid(plan).get(uid) ?? [];

/** «вторник, 30 апреля 2024 года». */
export const dayTitle = (plan: ResolvedPlan, { weekdayName, serial }: DayView): string =>
  `${weekdayName}, ${dateText(languages[plan.series.data.language], serial)}`;

function grouped(plan: ResolvedPlan, dues: readonly DueView[]): DayGroup[] {
  const ordered = dues.toSorted(inPlanOrder(plan));
  return [...Map.groupBy(ordered, ({ who }) => who.map(({ id }) => id).join())].map(([, own]) => ({
    who: own[0]!.who,
    dues: own,
  }));
}

/** The page of a day by its key. */
export function dayPage(plan: ResolvedPlan, key: string): DayPage {
  const entries = entriesOf(plan);
  const index = entries.findIndex(({ day }) => dayKey(plan, day) === key);
  const { day, ends, safe, moved, starts } = entries[index]!;
  const near = (entry: Entry | undefined): DayPage["next"] =>
    entry === undefined ? null : { key: dayKey(plan, entry.day), day: entry.day };
  const moving = ends.find((due) => safeDay(due).iso !== due.day.iso);
  return {
    key,
    day,
    month: monthFrame(plan, monthIndex(day.serial)),
    work: grouped(
      plan,
      ends.filter(({ kind }) => kind === "work"),
    ),
    checks: grouped(
      plan,
      ends.filter(({ kind }) => kind === "control"),
    ),
    safe: grouped(plan, safe),
    moved: grouped(plan, moved),
    starts: grouped(plan, starts),
    readyBy: day.off && moving !== undefined ? safeDay(moving) : null,
    previous: near(entries[index - 1]),
    next: near(entries[index + 1]),
  };
}
