import { dayOf, daysInMonth, type Day } from "../calendar/day.ts";
import type { ResolvedPlan } from "../resolve/resolved.ts";
import { monthsOfYear } from "./site-days.ts";
import { cut, round } from "./site-drawing.ts";
import type { DueView } from "./site-dues.ts";
import { grouped, placeOf } from "./site-index.ts";
import { weekLoads, type WeekLoad } from "./site-load.ts";

/** A drawing of a stretch of the year, in the units of its view box. */
export interface PictureView {
  readonly width: number;
  readonly height: number;
  /** Columns of days off. */
  readonly off: string;
  readonly grid: string;
  readonly months: readonly { readonly x: number; readonly title: string }[];
  readonly rows: readonly PictureRow[];
  readonly bars: readonly { readonly x: number; readonly y: number; readonly width: number; readonly work: number; readonly control: number; readonly count: number }[];
  readonly loadY: number;
}

export interface PictureRow {
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

interface Layout {
  /** Whether there is a row an item; without them the load alone is drawn. */
  readonly rows: boolean;
  readonly from: Day;
  readonly to: Day;
  /** Where the days begin; labels stand before, or above the bars when it is 0. */
  readonly left: number;
  readonly perDay: number;
  readonly rowHeight: number;
}

const top = 22;
const loadHeight = 64;
/** Letters that fit in the margin, number included, and the width of one in a label. */
const longest = 30;
const letter = 7.6;

/** Windows that are drawn: neither weekly ones nor those that fill every month. */
export const drawn = (dues: readonly DueView[]): DueView[] => dues.filter(({ shape, repeats }) => shape !== "week" && !(shape === "month" && repeats));

function drawRow(dues: readonly DueView[], y: number, layout: Layout): Omit<PictureRow, "title" | "item"> | undefined {
  const at = (day: Day): number => round(layout.left + (Math.max(layout.from, Math.min(layout.to + 1, day)) - layout.from) * layout.perDay);
  const inside = dues.map((due) => ({ due, end: due.day.serial, start: (due.start ?? due.day).serial })).filter(({ start, end }) => end >= layout.from && start <= layout.to);
  if (inside.length === 0) return undefined;
  let [windows, ends, bands] = ["", "", ""];
  const checks: { x: number; y: number }[] = [];
  for (const { due, start, end } of inside) {
    const [x1, x2] = [at(start), at(end + 1)];
    if (due.kind === "control" && due.start === null) checks.push({ x: round(at(end) + layout.perDay / 2), y: y + 4.5 });
    else if (due.kind === "control") bands += `M${x1} ${y}H${x2}V${y + 9}H${x1}z`;
    else if (due.start !== null) windows += `M${x1} ${y}H${x2}V${y + 9}H${x1}z`;
    if (due.kind === "work" && end <= layout.to) ends += `M${round(x2 - 9)} ${y}h9v9h-9z`;
  }
  const first = at(Math.min(...inside.map(({ start }) => start)));
  return { x: layout.left > 0 ? 0 : first, y, windows, ends, bands, checks };
}

function drawLoad(loads: readonly WeekLoad[], layout: Layout, base: number): PictureView["bars"] {
  const most = Math.max(1, ...loads.map(({ work, control }) => work + control));
  const scale = (loadHeight - 16) / most;
  return loads.filter(({ end, work, control }) => end >= layout.from && end <= layout.to && work + control > 0).map(({ start, work, control }) => ({
    x: round(layout.left + (Math.max(start, layout.from) - layout.from) * layout.perDay + layout.perDay), y: base, width: round(5 * layout.perDay), work: round(work * scale), control: round(control * scale), count: work + control,
  }));
}

function draw(plan: ResolvedPlan, dues: readonly DueView[], layout: Layout): PictureView {
  const items = layout.rows ? [...grouped(drawn(dues), ({ item }) => item).values()] : [];
  const rows: PictureRow[] = [];
  for (const list of items.sort((a, b) => placeOf(plan, a[0]!.item) - placeOf(plan, b[0]!.item))) {
    const y = top + 8 + rows.length * layout.rowHeight + (layout.left > 0 ? 0 : 16);
    const row = drawRow(list, y, layout);
    if (row === undefined) continue;
    const { id, source } = plan.byId.get(list[0]!.item)!;
    const title = cut((source.data.short ?? source.data.activity).replace(/[:\s]+$/, ""), (layout.left > 0 ? longest : 42) - id.length);
    const room = layout.left + (layout.to - layout.from) * layout.perDay - (id.length + 1 + title.length) * letter;
    rows.push({ ...row, item: id, title, x: Math.max(0, Math.min(row.x, round(room))) });
  }
  const width = layout.left + (layout.to - layout.from + 1) * layout.perDay;
  const base = top + 12 + rows.length * layout.rowHeight + loadHeight;
  const months = monthsOfYear(plan).filter(({ start }) => start >= layout.from && start <= layout.to);
  let off = "";
  for (let day = layout.from; day <= layout.to; day++) {
    if (plan.calendar.isWorking(day)) continue;
    off += `M${round(layout.left + (day - layout.from) * layout.perDay)} ${top}h${round(layout.perDay)}V${base}h-${round(layout.perDay)}z`;
  }
  const lines = months.map(({ start }) => `M${round(layout.left + (start - layout.from) * layout.perDay)} 0V${base}`).join("");
  return {
    width: round(width), height: base + 2, off, grid: `${lines}M${layout.left} ${base}.5H${round(width)}`, rows, loadY: base - loadHeight / 2,
    months: months.map(({ start, title }) => ({ x: round(layout.left + (start - layout.from) * layout.perDay + 4), title })), bars: drawLoad(weekLoads(plan, dues), layout, base),
  };
}

/** A picture with more rows than this is read no more: the load alone is drawn. */
const mostRows = 40;

/** The year of a party: one wide drawing, and one a quarter for narrow pages. */
export function yearPictures(plan: ResolvedPlan, dues: readonly DueView[]): { readonly wide: PictureView; readonly quarters: readonly PictureView[] } {
  const { year } = plan;
  const rows = new Set(drawn(dues).map(({ item }) => item)).size <= mostRows;
  const whole = { from: dayOf(year, 1, 1), to: dayOf(year, 12, 31) };
  const left = 232;
  return {
    wide: draw(plan, dues, { ...whole, rows, left, perDay: (1152 - left) / (whole.to - whole.from + 1), rowHeight: 22 }),
    quarters: [1, 4, 7, 10].map((month) => {
      const [from, to] = [dayOf(year, month, 1), dayOf(year, month + 2, daysInMonth(year, month + 2))];
      return draw(plan, dues, { rows, from, to, left: 0, perDay: 352 / (to - from + 1), rowHeight: 34 });
    }),
  };
}
