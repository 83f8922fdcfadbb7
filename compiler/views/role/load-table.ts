import type { ResolvedPlan } from "../../resolve/model.ts";
import { partyRef, type PartyRef } from "../../query/labels.ts";
import { duesOfParty } from "../dues.ts";
import type { MonthFrame } from "../days.ts";
import { monthLoads, type MonthLoad } from "../year/month-loads.ts";
import { roleEntries } from "./role.ts";

/** How much ends in each month for each of the roles that somebody leads. */
export interface LoadTable {
  readonly roles: readonly PartyRef[];
  /** A row a month, a cell a role in their order. */
  readonly rows: readonly {
    readonly month: MonthFrame;
    readonly cells: readonly { readonly work: number; readonly control: number }[];
  }[];
  /** The largest sum of a cell: bars are drawn to its scale. */
  readonly most: number;
}

/** The roles whose work a party coordinates: those named, or with the whole plan everybody who does something of his own. */
function rolesLed(plan: ResolvedPlan, leader: string): string[] {
  const own = new Set(plan.parties.overseenBy(leader));
  return roleEntries(plan)
    .filter(({ id, overseer, group, items }) => id !== leader && !overseer && !group && items > 0 && own.has(id))
    .map(({ id }) => id);
}

/** The load of those whom a party leads; null where it leads nobody who has a date. */
export function loadTable(plan: ResolvedPlan, leader: string): LoadTable | null {
  const loads = rolesLed(plan, leader)
    .map((id) => ({ id, months: monthLoads(plan, duesOfParty(plan, id)) }))
    .filter(({ months }) => months.some(({ work, control }) => work + control > 0));
  if (loads.length === 0) return null;
  const months = new Map<number, MonthLoad>(loads.flatMap((load) => load.months.map((month) => [month.start, month])));
  const rows = [...months.values()]
    .sort((a, b) => a.start - b.start)
    .map((month) => ({
      month,
      cells: loads.map((load) => {
        const found = load.months.find(({ start }) => start === month.start);
        return { work: found?.work ?? 0, control: found?.control ?? 0 };
      }),
    }));
  return {
    roles: loads.map(({ id }) => partyRef(plan, id)),
    rows,
    most: Math.max(...rows.flatMap(({ cells }) => cells.map(({ work, control }) => work + control))),
  };
}
