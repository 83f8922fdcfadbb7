import type { ResolvedPlan } from "../../resolve/model.ts";
import { allDues, type DueView } from "../dues.ts";
import { partyRef, type PartyRef } from "../../query/labels.ts";
import { monthsOf, type MonthView } from "../year/months.ts";
import { recurringTable, type RecurringTable } from "../role/recurring-table.ts";
import { controlRow, type ControlRow } from "../role/role.ts";

/** The controller's year. */
export interface ControlView {
  /** Who performs the checks; null where the series names nobody. */
  readonly controller: PartyRef | null;
  readonly dues: readonly DueView[];
  readonly months: readonly MonthView[];
  readonly recurring: RecurringTable;
  readonly rows: readonly ControlRow[];
  readonly undated: readonly ControlRow[];
  readonly self: readonly ControlRow[];
}

/** Whether anything is checked at all. */
export const hasControls = ({ items }: ResolvedPlan): boolean => items.some(({ control }) => control !== null);

/** Everything that is checked, by month and by item. */
export function controlView(plan: ResolvedPlan): ControlView {
  const { controller } = plan.series.data;
  const dues = allDues(plan).filter(({ kind }) => kind === "control");
  const rows = plan.items
    .filter(({ control, withdrawn }) => control !== null && withdrawn === null)
    .map((item) => controlRow(plan, item));
  return {
    controller: controller === undefined ? null : partyRef(plan, controller),
    dues,
    months: monthsOf(plan, dues),
    recurring: recurringTable(plan, dues),
    rows,
    undated: rows.filter(({ state }) => state !== "dated"),
    self: rows.filter(({ self }) => self),
  };
}
