import { wholeYear } from "../calendar/bounds.ts";
import type { ResolvedPlan } from "../resolve/model.ts";

/** Whether readers of the first version of the published schemas understand a plan: a calendar year, an order, a controller. */
const isFirstVersion = ({ bounds, plan, series }: ResolvedPlan): boolean =>
  wholeYear(bounds) !== undefined && plan.hasOrder && series.data.controller !== undefined;

/** Returns the name of the schema that a plan's published JSON has: the first version as long as that can say it. */
export const publishedSchema = (what: "plan" | "events", plan: ResolvedPlan): string =>
  `published-${what}${isFirstVersion(plan) ? "" : "-2"}.schema.json`;
