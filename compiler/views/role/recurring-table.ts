import { isWithin } from "../../calendar/bounds.ts";
import type { ResolvedPlan } from "../../resolve/model.ts";
import { monthsOfPlan, type DayView, type MonthFrame } from "../days.ts";
import { isUnit } from "../../query/windows.ts";
import { monthIndex } from "../days.ts";
import { type DueView } from "../dues.ts";

/** Days that recur every month or quarter, with the items that share them. */
export interface RecurringRow {
  readonly kind: DueView["kind"];
  readonly wording: string;
  /** `again`: an earlier row has the item too, so that on paper its number is enough. */
  readonly items: readonly { readonly id: string; readonly title: string; readonly again: boolean }[];
  readonly fills: "month" | "week" | "quarter" | null;
  readonly snapshot: boolean;
  /** One cell a month of the plan; null where nothing falls. Empty when the rule fills whole units. */
  readonly cells: readonly (DayView | null)[];
  /** Days outside the plan. */
  readonly beyond: readonly DayView[];
}

export interface RecurringTable {
  readonly months: readonly MonthFrame[];
  readonly rows: readonly RecurringRow[];
}

const fillOf = (due: DueView): RecurringRow["fills"] =>
  due.shape === "month" || due.shape === "week" || due.shape === "quarter" ? due.shape : null;

/** The table of the recurring windows among `dues`: one row for all items whose days are the same. */
export function recurringTable(plan: ResolvedPlan, dues: readonly DueView[]): RecurringTable {
  const months = monthsOfPlan(plan);
  const byItem = Map.groupBy(
    dues.filter(({ recurring }) => recurring),
    ({ item, kind, shape }) => `${item} ${kind} ${shape}`,
  );
  const rows = new Map<
    string,
    RecurringRow & { readonly items: { readonly id: string; readonly title: string; readonly again: boolean }[] }
  >();
  for (const list of byItem.values()) {
    const due = list[0]!;
    const fills = fillOf(due);
    const at = new Map(list.map((each) => [monthIndex(each.day.serial), each.day]));
    const cells = isUnit(due.shape) ? [] : months.map(({ start }) => at.get(monthIndex(start)) ?? null);
    const beyond = isUnit(due.shape)
      ? []
      : list.map(({ day }) => day).filter(({ serial }) => !isWithin(serial, plan.bounds));
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
