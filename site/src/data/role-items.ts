import { dutiesOf, type RoleEntry } from "../../../compiler/views/role/role.ts";
import { plansBeside } from "../context/running-plans.ts";
import type { SeriesSite } from "../context/site.ts";

/** How many items a role has: in the newest plan, and in each that runs beside it and gives the role some. */
export function roleItems(series: SeriesSite, { id, items }: RoleEntry): string {
  const { t, plan } = series;
  const beside = plansBeside(series)
    .map((other) => ({ id: other.id, n: dutiesOf(other, id).items.length }))
    .filter(({ n }) => n > 0);
  if (beside.length === 0) return t.items(items);
  const all = [...(items > 0 ? [{ id: plan.id, n: items }] : []), ...beside];
  return all.map(({ id: planId, n }) => t.rolesPage.inPlan(planId, n)).join(", ");
}
