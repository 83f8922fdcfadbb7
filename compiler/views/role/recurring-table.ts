import type { ResolvedPlan } from "../../resolve/model.ts";
import { monthsOfYear, type DayView, type MonthFrame } from "../days.ts";
import { isUnit } from "../../query/windows.ts";
import { monthIndex } from "../days.ts";
import { type DueView } from "../dues.ts";
import { grouped } from "../../query/plan-index.ts";

/** A rule that comes again every month or quarter, with the items that share its days. */
export interface RhythmRow {
  readonly kind: DueView["kind"];
  readonly wording: string;
  /** `again`: a row above has the item too, so that on paper its number is enough. */
  readonly items: readonly { readonly id: string; readonly title: string; readonly again: boolean }[];
  readonly fills: "month" | "week" | "quarter" | null;
  readonly snapshot: boolean;
  /** One cell a month of the plan's year; null where nothing falls. Empty when the rule fills whole units. */
  readonly cells: readonly (DayView | null)[];
  /** Days beyond the plan's year. */
  readonly beyond: readonly DayView[];
}

export interface RhythmView {
  readonly months: readonly MonthFrame[];
  readonly rows: readonly RhythmRow[];
}

const fillOf = (due: DueView): RhythmRow["fills"] =>
  due.shape === "month" || due.shape === "week" || due.shape === "quarter" ? due.shape : null;

/** The repeated rules of some windows, one row for all items whose days are the same. */
export function rhythmOf(plan: ResolvedPlan, dues: readonly DueView[]): RhythmView {
  const months = monthsOfYear(plan);
  const byItem = grouped(
    dues.filter(({ rhythmic }) => rhythmic),
    ({ item, kind, shape }) => `${item} ${kind} ${shape}`,
  );
  const rows = new Map<
    string,
    RhythmRow & { readonly items: { readonly id: string; readonly title: string; readonly again: boolean }[] }
  >();
  for (const list of byItem.values()) {
    const due = list[0]!;
    const fills = fillOf(due);
    const at = new Map(list.map((each) => [monthIndex(each.day.serial), each.day]));
    const cells = isUnit(due.shape) ? [] : months.map(({ start }) => at.get(monthIndex(start)) ?? null);
    const beyond = isUnit(due.shape) ? [] : list.map(({ day }) => day).filter(({ year }) => year !== plan.year);
    const wording = due.wording.toLowerCase();
    const days = isUnit(due.shape)
      ? list.map(({ day }) => day.iso).join()
      : [...cells.map((day) => day?.iso ?? ""), ...beyond.map(({ iso }) => iso)].join();
    const name = `${due.kind} ${fills ?? ""} ${due.snapshot ? wording : ""} ${days}`;
    const row = rows.get(name) ?? {
      kind: due.kind,
      wording: due.wording,
      items: [],
      fills,
      snapshot: due.snapshot,
      cells,
      beyond,
    };
    row.items.push({ id: due.item, title: due.title, again: false });
    rows.set(name, row);
  }
  const named = new Set<string>();
  const isAgain = (id: string): boolean => named.has(id) || !named.add(id);
  return {
    months,
    rows: [...rows.values()].map((row) => ({
      ...row,
      items: row.items.map((item) => ({ ...item, again: isAgain(item.id) })),
    })),
  };
}
