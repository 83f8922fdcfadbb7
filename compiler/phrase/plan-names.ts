import type { Plan, Series } from "../load/workspace.ts";
import type { Names } from "./names.ts";

/** What a plan's phrases may refer to. */
export function namesOf(series: Series, plan: Plan): Names {
  return {
    events: plan.events.map(({ data: { id, title } }) => ({ id, title })),
    periods: plan.periods.map(({ data: { id, title, every } }) => ({ id, title, every })),
    parties: series.parties.map(({ data: { id, label } }) => ({ id, label })),
  };
}
