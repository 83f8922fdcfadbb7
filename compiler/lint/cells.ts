import type { PlanEvent, ResolvedDeadline, ResolvedItem, ResolvedPlan, Window } from "../resolve/resolved.ts";

/** A deadline of the plan with what it belongs to; merged cells once, in the row where they are written. */
export interface Cell {
  readonly item: ResolvedItem;
  readonly kind: PlanEvent["kind"];
  readonly deadline: ResolvedDeadline;
}

/** Every deadline cell that is written in the plan. */
export function cellsOf(resolved: ResolvedPlan): Cell[] {
  return resolved.items.flatMap((item) => [
    ...(item.deadline && !item.deadline.inherited ? [{ item, kind: "work" as const, deadline: item.deadline }] : []),
    ...(item.control?.deadline && !item.control.inherited ? [{ item, kind: "control" as const, deadline: item.control.deadline }] : []),
  ]);
}

/** The rule of a window: the deadline itself or an element of its list. */
export function ruleOf(deadline: ResolvedDeadline, window: Window): ResolvedDeadline["rule"] {
  let rule: unknown = deadline.rule;
  for (const step of window.path) rule = (rule as Readonly<Record<string | number, unknown>>)[step];
  return rule as ResolvedDeadline["rule"];
}
