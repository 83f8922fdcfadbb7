import type { ResolvedPlan } from "../../resolve/model.ts";
import type { MonthFrame } from "../days.ts";
import { endingByMonth, type DueView } from "../dues.ts";

/** How much ends in a month. */
export interface MonthLoad extends MonthFrame {
  readonly work: number;
  readonly control: number;
}

/** The months of the plan, and those beyond it in which something ends, with how much ends in each. */
export function monthLoads(plan: ResolvedPlan, dues: readonly DueView[]): MonthLoad[] {
  return endingByMonth(plan, dues).map(({ frame, ending }) => {
    const work = ending.filter(({ kind }) => kind === "work").length;
    return { ...frame, work, control: ending.length - work };
  });
}
