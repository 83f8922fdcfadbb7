import type { ResolvedItem, ResolvedPlan } from "../resolve/model.ts";

/** The form of an item's control: its own, else that of the control it continues. Null where neither names one. */
export function controlForm(plan: ResolvedPlan, { control }: ResolvedItem): string | null {
  if (control === null) return null;
  return (
    control.form ?? (control.controlOf === null ? null : (plan.byId.get(control.controlOf)?.control?.form ?? null))
  );
}
