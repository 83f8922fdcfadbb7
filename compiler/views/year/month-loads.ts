import type { ResolvedPlan } from "../../resolve/model.ts";
import { monthFrame, monthIndex, monthsOfPlan, type MonthFrame } from "../days.ts";
import type { DueView } from "../dues.ts";

/** How much ends in a month. */
export interface MonthLoad extends MonthFrame {
  readonly work: number;
  readonly control: number;
}

/** The months of the plan, and those beyond it in which something ends, with how much ends in each. */
export function monthLoads(plan: ResolvedPlan, dues: readonly DueView[]): MonthLoad[] {
  const ending = Map.groupBy(dues, ({ day }) => monthIndex(day.serial));
  const indices = new Set([...monthsOfPlan(plan).map(({ start }) => monthIndex(start)), ...ending.keys()]);
  return [...indices]
    .sort((a, b) => a - b)
    .map((index) => {
      const own = ending.get(index) ?? [];
      const work = own.filter(({ kind }) => kind === "work").length;
      return { ...monthFrame(plan, Math.floor(index / 12), (index % 12) + 1), work, control: own.length - work };
    });
}
