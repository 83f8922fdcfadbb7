/** What the plans of a series ask of a role: one may be addressed by some of them only. */
import { feedPath } from "../../../compiler/feeds/feeds.ts";
import { feedPaths } from "../../../compiler/feeds/feed-paths.ts";
import { retainedPlans } from "../../../compiler/feeds/entries.ts";
import { addresseeIds } from "../../../compiler/query/audience.ts";
import type { ResolvedPlan } from "../../../compiler/resolve/model.ts";
import { memoizeByObject } from "../../../compiler/source/memoize.ts";
import { dutiesOf } from "../../../compiler/views/role/role.ts";
import type { SeriesSite } from "./site.ts";

const pathsOf = memoizeByObject((series: SeriesSite) => feedPaths(series.plans));

/** Whether a party or a profile has a feed, of whichever plan its dates are. */
export const hasFeed = (series: SeriesSite, id: string, alarms = false): boolean =>
  pathsOf(series).has(feedPath(id, alarms));

/** Whether a plan asks anything of a party or a profile, dated or not, or has it checked. */
export function isAddressed(plan: ResolvedPlan, id: string): boolean {
  const { items, dues, controls } = dutiesOf(plan, id);
  return items.length + dues.length + controls.length > 0;
}

/** The plans whose dates stand in feeds and that address a party or a profile, the newest first. */
export const plansOfRole = ({ plans }: SeriesSite, id: string): readonly ResolvedPlan[] =>
  retainedPlans(plans)
    .filter((plan) => isAddressed(plan, id))
    .reverse();

/** The plans that address a party or a profile and whose dates stand in feeds no more, the newest first. */
export function earlierPlansOfRole({ plans }: SeriesSite, id: string): readonly ResolvedPlan[] {
  const retained = retainedPlans(plans);
  return plans.filter((plan) => !retained.includes(plan) && isAddressed(plan, id)).reverse();
}

/** The roles with pages of their own in a plan: in the newest all that there are, in another those that it addresses. */
export const rolesIn = (series: SeriesSite, plan: ResolvedPlan): readonly string[] =>
  plan === series.plan ? addresseeIds(plan) : addresseeIds(plan).filter((id) => isAddressed(plan, id));

/** The plans of a series before its newest, whose roles have pages below their plan. */
export const olderPlans = ({ plans, plan }: SeriesSite): readonly ResolvedPlan[] =>
  plans.filter((other) => other !== plan);
