import type { Day } from "../../calendar/day.ts";
import type { ResolvedPlan } from "../../resolve/model.ts";
import { monthsOfPlan, type MonthFrame } from "../days.ts";
import { cut, round } from "../drawing.ts";
import type { DueView } from "../dues.ts";
import { inPlanOrder } from "../../query/plan-index.ts";
import { busiestWeeks, weekWorkloads, type WeekWorkload } from "./workload.ts";

/** A chart of a part of the year, in the units of its view box. */
export interface YearChart {
  readonly width: number;
  readonly height: number;
  /** Columns of days off. */
  readonly off: string;
  readonly grid: string;
  readonly months: readonly { readonly x: number; readonly title: string }[];
  readonly rows: readonly YearChartRow[];
  readonly bars: readonly {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly work: number;
    readonly control: number;
    readonly count: number | null;
    readonly busiest: boolean;
  }[];
  readonly loadY: number;
}

export interface YearChartRow {
  readonly item: string;
  readonly title: string;
  readonly x: number;
  readonly y: number;
  /** Outlines of windows, filled squares of their ends, bands of longer checks. */
  readonly windows: string;
  readonly ends: string;
  readonly bands: string;
  readonly checks: readonly { readonly x: number; readonly y: number }[];
}

interface YearChartLayout {
  /** Whether each item has a row; without rows the workload alone is drawn. */
  readonly rows: boolean;
  readonly from: Day;
  readonly to: Day;
  /** Where the days begin; labels stand before, or above the bars when it is 0. */
  readonly left: number;
  readonly perDay: number;
  readonly rowHeight: number;
  /** Letters of a label, number included. */
  readonly longest: number;
  readonly workloadHeight: number;
}

const top = 22;
/** The width of a letter in a label that stands above its bars. */
const letter = 7.6;
/** The width of two figures, of the name of a month, and of its first letters. */
const [figures, monthName, shortName] = [15, 64, 26];
/** The smallest workload of a week that gets a figure. */
const worthCounting = 4;

function drawRow(
  dues: readonly DueView[],
  y: number,
  layout: YearChartLayout,
): Omit<YearChartRow, "title" | "item"> | undefined {
  const at = (day: Day): number =>
    round(layout.left + (Math.max(layout.from, Math.min(layout.to + 1, day)) - layout.from) * layout.perDay);
  const inside = dues
    .map((due) => ({ due, end: due.day.serial, start: (due.start ?? due.day).serial }))
    .filter(({ start, end }) => end >= layout.from && start <= layout.to);
  if (inside.length === 0) return undefined;
  let [windows, ends, bands] = ["", "", ""];
  const checks: { x: number; y: number }[] = [];
  for (const { due, start, end } of inside) {
    const [x1, x2] = [at(start), at(end + 1)];
    if (due.kind === "control" && due.start === null)
      checks.push({ x: round(at(end) + layout.perDay / 2), y: y + 4.5 });
    else if (due.kind === "control") bands += `M${x1} ${y}H${x2}V${y + 9}H${x1}z`;
    else if (due.start !== null) windows += `M${x1} ${y}H${x2}V${y + 9}H${x1}z`;
    if (due.kind === "work" && end <= layout.to) ends += `M${round(x2 - 9)} ${y}h9v9h-9z`;
  }
  const first = at(Math.min(...inside.map(({ start }) => start)));
  return { x: layout.left > 0 ? 0 : first, y, windows, ends, bands, checks };
}

function drawWorkload(loads: readonly WeekWorkload[], layout: YearChartLayout, base: number): YearChart["bars"] {
  const most = Math.max(1, ...loads.map(({ work, control }) => work + control));
  const scale = (layout.workloadHeight - 16) / most;
  const busiest = busiestWeeks(loads);
  // Where weeks are narrower than two figures, only those that the words name are counted.
  const least = 7 * layout.perDay < figures ? most + 1 : worthCounting;
  // A week stands where it ends; the year's last one, which may end in the next year, at the end of the year.
  const right = layout.left + (layout.to - layout.from + 1 - 5) * layout.perDay;
  const inside = ({ start, end }: WeekWorkload, place: number): boolean =>
    (end >= layout.from && end <= layout.to) || (place === loads.length - 1 && start <= layout.to);
  return loads
    .filter((load, place) => load.work + load.control > 0 && inside(load, place))
    .map((load) => ({
      x: round(
        Math.min(
          right,
          layout.left + (Math.max(load.start, layout.from) - layout.from) * layout.perDay + layout.perDay,
        ),
      ),
      y: base,
      width: round(5 * layout.perDay),
      work: round(load.work * scale),
      control: round(load.control * scale),
      count: busiest.includes(load) || load.work + load.control >= least ? load.work + load.control : null,
      busiest: busiest.includes(load),
    }));
}

/** The name of a month as long as there is room for it; where months are narrower than any name, January has its year. */
function monthTitle({ year, month, title, short }: MonthFrame, { perDay }: YearChartLayout): string | null {
  if (30 * perDay < shortName) return month === 1 ? String(year) : null;
  // With its year a name has no room anywhere: January says it.
  if (title.endsWith(String(year)) || title.includes(`${year}\u00a0`)) return month === 1 ? `${short} ${year}` : short;
  return 30 * perDay < monthName ? short : title;
}

function draw(
  plan: ResolvedPlan,
  dues: readonly DueView[],
  loads: readonly WeekWorkload[],
  layout: YearChartLayout,
): YearChart {
  const items = layout.rows ? [...Map.groupBy(dues, ({ item }) => item).values()] : [];
  const rows: YearChartRow[] = [];
  for (const list of items.sort(([a], [b]) => inPlanOrder(plan)(a!, b!))) {
    const y = top + 8 + rows.length * layout.rowHeight + (layout.left > 0 ? 0 : 16);
    const row = drawRow(list, y, layout);
    if (row === undefined) continue;
    const { id, source } = plan.byId.get(list[0]!.item)!;
    const { name, short, activity } = source.data;
    const title = cut((name ?? short ?? activity).replace(/[:\s]+$/, ""), layout.longest - id.length);
    const room = layout.left + (layout.to - layout.from) * layout.perDay - (id.length + 1 + title.length) * letter;
    rows.push({ ...row, item: id, title, x: Math.max(0, Math.min(row.x, round(room))) });
  }
  const width = layout.left + (layout.to - layout.from + 1) * layout.perDay;
  const base = top + 12 + rows.length * layout.rowHeight + layout.workloadHeight;
  const months = monthsOfPlan(plan).filter(({ start, end }) => end >= layout.from && start <= layout.to);
  let off = "";
  for (let day = layout.from; day <= layout.to; day++) {
    if (plan.calendar.isWorking(day)) continue;
    off += `M${round(layout.left + (day - layout.from) * layout.perDay)} ${top}h${round(layout.perDay)}V${base}h-${round(layout.perDay)}z`;
  }
  const lines = months
    .map(
      ({ start }) => `M${round(layout.left + (Math.max(start, layout.from) - layout.from) * layout.perDay)} 0V${base}`,
    )
    .join("");
  return {
    width: round(width),
    height: base + 2,
    off,
    grid: `${lines}M${layout.left} ${base}.5H${round(width)}`,
    rows,
    loadY: base - 4,
    months: months.flatMap((month) => {
      const title = monthTitle(month, layout);
      return title === null
        ? []
        : [{ x: round(layout.left + (Math.max(month.start, layout.from) - layout.from) * layout.perDay + 4), title }];
    }),
    bars: drawWorkload(loads, layout, base),
  };
}

/** Months in quarters from the first on; the last one may be shorter. */
const threeByThree = (months: readonly MonthFrame[]): MonthFrame[][] => [
  ...Map.groupBy(months, (month) => Math.floor(months.indexOf(month) / 3)).values(),
];

/** The most rows of a chart: above that it cannot be read, or takes too much of a sheet, and the workload alone is drawn. */
const most = { screen: 40, narrow: 20, paper: 24 };

/** A year as charts and in figures. Charts are drawn when they are asked for. */
export interface YearView {
  /** Dates of work and control, without weekly ones. */
  readonly work: number;
  readonly control: number;
  /** The weeks in which something ends, and the busiest of them. */
  readonly weeks: readonly WeekWorkload[];
  readonly busiest: readonly WeekWorkload[];
  /** Whether the charts on a screen have a row an item. */
  readonly rows: boolean;
  readonly wide: () => YearChart;
  /** One a quarter, for narrow pages. */
  readonly quarters: () => readonly YearChart[];
  /** As wide as an A4 sheet between its margins, in CSS pixels. */
  readonly paper: () => YearChart;
}

/** The year of a party or of all; null when nothing of it ends in a week of the year. */
export function yearView(plan: ResolvedPlan, dues: readonly DueView[]): YearView | null {
  const loads = weekWorkloads(plan, dues);
  const weeks = loads.filter(({ work, control }) => work + control > 0);
  if (weeks.length === 0) return null;
  const items = new Set(dues.map(({ item }) => item)).size;
  const rows = items > 0 && items <= most.screen;
  const whole = plan.bounds;
  const days = whole.to - whole.from + 1;
  const [left, paperLeft, paperWidth] = [232, 186, 718];
  const loadHeight = rows ? 64 : 112;
  const sum = (of: (load: WeekWorkload) => number): number => weeks.reduce((total, load) => total + of(load), 0);
  return {
    work: sum(({ work }) => work),
    control: sum(({ control }) => control),
    weeks,
    busiest: busiestWeeks(loads),
    rows,
    wide: () =>
      draw(plan, dues, loads, {
        ...whole,
        rows,
        left,
        perDay: (1152 - left) / days,
        rowHeight: 22,
        longest: 30,
        workloadHeight: loadHeight,
      }),
    quarters: () =>
      threeByThree(monthsOfPlan(plan)).map((months) => {
        const [from, to] = [months[0]!.start, months.at(-1)!.end];
        return draw(plan, dues, loads, {
          rows: rows && items <= most.narrow,
          from,
          to,
          left: 0,
          perDay: 352 / (to - from + 1),
          rowHeight: 34,
          longest: 42,
          workloadHeight: loadHeight,
        });
      }),
    paper: () =>
      draw(plan, dues, loads, {
        ...whole,
        rows: items <= most.paper,
        left: paperLeft,
        perDay: (paperWidth - paperLeft) / days,
        rowHeight: 11,
        longest: 28,
        workloadHeight: 40,
      }),
  };
}
