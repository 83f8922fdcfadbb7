import { allForms } from "../forms/all-forms.ts";
import type { ResolvedPlan } from "../model.ts";
import { resolveUnchecked } from "../resolve-unchecked.ts";
import { rowAmendments, approvedRow, unknownBefore } from "./amendments.ts";

/** A plan as its order approved it. */
export interface ApprovedEdition {
  readonly plan: ResolvedPlan;
  /** The rows of which the plan does not say what they were before an amendment of them, and the order of that. */
  readonly unknown: readonly { readonly item: string; readonly order: string }[];
}

/** Returns a plan before all its amendments: their rows as they were, those that they added left out. */
export function approvedEdition(current: ResolvedPlan): ApprovedEdition {
  const { series, plan } = current;
  const { amendments: _, ...data } = plan.order.data;
  const approved = {
    ...plan,
    order: { ...plan.order, data },
    items: plan.items.flatMap((row) => approvedRow(row) ?? []),
  };
  const { resolved } = resolveUnchecked({ series, plan: approved, policy: current, forms: allForms, report: () => {} });
  const unknown = plan.items
    .filter(({ data: row }) => rowAmendments(row).length > 0)
    .flatMap(({ data: row }) => unknownBefore(row).map((order) => ({ item: row.id, order })));
  return { plan: resolved, unknown };
}
