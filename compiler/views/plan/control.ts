import type { ResolvedPlan } from "../../resolve/model.ts";
import { allDues, type DueView } from "../dues.ts";
import { partyRef, type PartyRef } from "../../query/labels.ts";
import { monthsOf, type MonthView } from "../year/months.ts";
import { recurringTable, type RecurringTable } from "../role/recurring-table.ts";
import { controlRow, type ControlRow } from "../role/role.ts";

/** The controller's year. */
export interface ControlView {
  readonly controller: PartyRef;
  readonly dues: readonly DueView[];
  readonly months: readonly MonthView[];
  readonly recurring: RecurringTable;
  readonly rows: readonly ControlRow[];
  readonly undated: readonly ControlRow[];
  readonly self: readonly ControlRow[];
}

/** Everything that is checked, by month and by item. */
export function controlView(plan: ResolvedPlan): ControlView {
  const dues = allDues(plan).filter(({ kind }) => kind === "control");
  const rows = plan.items
    .filter(({ control, withdrawn }) => control !== null && withdrawn === null)
    .map((item) => controlRow(plan, item));
  return {
    controller: partyRef(plan, plan.series.data.controller),
    dues,
    months: monthsOf(plan, dues),
    recurring: recurringTable(plan, dues),
    rows,
    undated: rows.filter(({ state }) => state !== "dated"),
    self: rows.filter(({ self }) => self),
  };
}
