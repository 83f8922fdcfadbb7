import { weekdayOf } from "../../calendar/day.ts";
import type { ResolvedPlan } from "../../resolve/model.ts";
import { dayView, type DayView, type MonthFrame } from "../days.ts";
import { isUnit } from "../../query/windows.ts";
import { endingByMonth, type DueView } from "../dues.ts";
import { inPlanOrder } from "../../query/plan-index.ts";

/** One line of a month: a window that begins or ends that day. */
export interface MonthLine {
  readonly mark: "due" | "start";
  readonly due: DueView;
}

export interface MonthDay {
  readonly day: DayView;
  /** A window whose notes on the day off hold for all that end on this day; null where they differ or nothing ends. */
  readonly shared: DueView | null;
  readonly rows: readonly MonthLine[];
  /** Snapshots («на 1 число»): a page prints one line for all of them. */
  readonly snapshots: readonly DueView[];
}

/** A day of the month's small calendar, with what ends on it. */
export interface MonthCell {
  readonly number: number;
  readonly off: boolean;
  readonly workingWeekend: boolean;
  readonly work: boolean;
  readonly control: boolean;
}

/** A month of a page: its calendar, the days with windows, and the windows that fill units. */
export interface MonthView extends MonthFrame {
  /** 1 is Monday. */
  readonly firstWeekday: number;
  readonly cells: readonly MonthCell[];
  /** All windows that end in this month. */
  readonly ending: readonly DueView[];
  readonly days: readonly MonthDay[];
  /** Windows that fill a unit ending in this month. */
  readonly whole: readonly DueView[];
  readonly monthly: readonly DueView[];
  /** Weekly items, each once. */
  readonly weekly: readonly DueView[];
  /** Ranges that contain the whole month: they began before it and end after it. Each item once. */
  readonly runsOn: readonly DueView[];
  /** Whether the month has only recurring windows and beginnings. */
  readonly quiet: boolean;
}

function rowsByDay(dues: readonly DueView[]): Map<string, { rows: MonthLine[]; snapshots: DueView[]; day: DayView }> {
  const days = new Map<string, { rows: MonthLine[]; snapshots: DueView[]; day: DayView }>();
  const at = (day: DayView): { rows: MonthLine[]; snapshots: DueView[]; day: DayView } => {
    const found = days.get(day.iso) ?? { rows: [], snapshots: [], day };
    days.set(day.iso, found);
    return found;
  };
  for (const due of dues) {
    if (isUnit(due.shape)) continue;
    if (due.start !== null) at(due.start).rows.push({ mark: "start", due });
    if (due.snapshot) at(due.day).snapshots.push(due);
    else at(due.day).rows.push({ mark: "due", due });
  }
  return days;
}

const rollOf = ({ planBy, rolled, lastWorking }: DueView): string =>
  [planBy, rolled, lastWorking].map((day) => day?.iso ?? "").join();

/** Orders the lines of a day: ends before beginnings, both in the plan's order. */
const byOrdinal =
  (plan: ResolvedPlan) =>
  (a: MonthLine, b: MonthLine): number =>
    Number(a.mark === "start") - Number(b.mark === "start") || inPlanOrder(plan)(a.due, b.due);

function sharedRoll(rows: readonly MonthLine[]): DueView | null {
  const ends = rows.filter(({ mark }) => mark === "due").map(({ due }) => due);
  const first = ends[0];
  return first !== undefined && rollOf(first) !== ",," && ends.every((due) => rollOf(due) === rollOf(first))
    ? first
    : null;
}

const oncePerItem = (dues: readonly DueView[]): DueView[] => [
  ...new Map(dues.map((due) => [`${due.item} ${due.kind}`, due])).values(),
];

function cellsOf(plan: ResolvedPlan, frame: MonthFrame, dues: readonly DueView[]): MonthCell[] {
  const marked = (kind: DueView["kind"]): Set<string> =>
    new Set(dues.filter((due) => due.kind === kind && !isUnit(due.shape)).map((due) => due.day.iso));
  const [work, control] = [marked("work"), marked("control")];
  return Array.from({ length: frame.end - frame.start + 1 }, (_, index) => {
    const { iso, number, off, kind } = dayView(plan, frame.start + index);
    return { number, off, workingWeekend: kind === "working-weekend", work: work.has(iso), control: control.has(iso) };
  });
}

function monthView(
  plan: ResolvedPlan,
  frame: MonthFrame,
  dues: readonly DueView[],
  ending: readonly DueView[],
  byDay: ReturnType<typeof rowsByDay>,
): MonthView {
  const within = ({ serial }: DayView): boolean => serial >= frame.start && serial <= frame.end;
  const meets = ({ day, start }: DueView): boolean =>
    day.serial >= frame.start && start !== null && start.serial <= frame.end;
  const days = [...byDay.values()]
    .filter(({ day }) => within(day))
    .sort((a, b) => (a.day.iso < b.day.iso ? -1 : 1))
    .map((entry) => {
      const rows = entry.rows.toSorted(byOrdinal(plan));
      return {
        ...entry,
        rows,
        snapshots: entry.snapshots.toSorted(inPlanOrder(plan)),
        shared: sharedRoll(rows),
      };
    });
  const whole = ending.filter(
    (due) => isUnit(due.shape) && due.shape !== "week" && !(due.shape === "month" && due.repeats),
  );
  return {
    ...frame,
    firstWeekday: weekdayOf(frame.start),
    cells: cellsOf(plan, frame, ending),
    ending,
    days,
    whole,
    monthly: ending.filter((due) => due.shape === "month" && due.repeats),
    weekly: oncePerItem(dues.filter((due) => due.shape === "week" && (meets(due) || within(due.day)))),
    runsOn: oncePerItem(
      dues.filter(
        (due) =>
          (due.shape === "range" || due.shape === "open") &&
          due.start !== null &&
          due.start.serial < frame.start &&
          due.day.serial > frame.end,
      ),
    ),
    quiet:
      whole.every(({ recurring }) => recurring) &&
      days.every(({ rows }) => rows.every(({ mark, due }) => mark === "start" || due.recurring)),
  };
}

/** The months of some windows: those of the plan, and those beyond it in which something ends. */
export function monthsOf(plan: ResolvedPlan, dues: readonly DueView[]): MonthView[] {
  const byDay = rowsByDay(dues);
  return endingByMonth(plan, dues).map(({ frame, ending }) => monthView(plan, frame, dues, ending, byDay));
}
