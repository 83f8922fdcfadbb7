import { overlap } from "../../../compiler/calendar/bounds.ts";
import { parseDate, type Day } from "../../../compiler/calendar/day.ts";
import { retainedPlans } from "../../../compiler/feeds/entries.ts";
import type { ResolvedPlan } from "../../../compiler/resolve/model.ts";
import type { SeriesSite } from "./site.ts";

/** The other plans of a series that run at a time with its newest one, the newest first. */
export const plansBeside = ({ plans, plan }: SeriesSite): readonly ResolvedPlan[] =>
  plans.filter((other) => other !== plan && overlap(other.bounds, plan.bounds)).reverse();

/** A plan that a reader of today may still need, and the first of its days that it can be needed on. */
export interface RunningPlan {
  readonly plan: ResolvedPlan;
  readonly since: Day;
}

/**
 * The plans whose dates stand in feeds, the newest last: of those that ended before the newest begins only what is left when that is
 * approved, because before nobody could see it here.
 */
export function runningPlans({ plans, plan: newest }: SeriesSite): readonly RunningPlan[] {
  const approved = newest.plan.hasOrder ? (parseDate(newest.plan.order.data.date) ?? -Infinity) : -Infinity;
  return retainedPlans(plans).map((plan) => ({
    plan,
    since: overlap(plan.bounds, newest.bounds) ? -Infinity : approved,
  }));
}
