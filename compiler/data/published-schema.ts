import { wholeYear } from "../calendar/bounds.ts";
import type { ResolvedPlan } from "../resolve/model.ts";

/** Whether readers of the first version of the published schemas understand a plan: it is of a calendar year. */
const isFirstVersion = ({ bounds }: ResolvedPlan): boolean => wholeYear(bounds) !== undefined;

/** Returns the name of the schema that a plan's published JSON has: the first version as long as that can say it. */
export const publishedSchema = (what: "plan" | "events", plan: ResolvedPlan): string =>
  `published-${what}${isFirstVersion(plan) ? "" : "-2"}.schema.json`;
