import type { Deadline } from "../generated/types.ts";
import { visitNames } from "../rule/visit-rule.ts";
import { deadlineIn, type CellKind, type ResolvedDeadline, type ResolvedPlan } from "../resolve/model.ts";

/** A part of the plan that a date can depend on. */
export type Input =
  | { readonly kind: "cell"; readonly item: string; readonly cell: CellKind }
  | { readonly kind: "period"; readonly id: string }
  | { readonly kind: "event"; readonly id: string };

const cellInput = (item: string): Input => ({ kind: "cell", item, cell: "work" });

/** The deadline of a cell. */
export function deadlineAt(plan: ResolvedPlan | undefined, item: string, cell: CellKind): ResolvedDeadline | null {
  const row = plan?.byId.get(item);
  return row === undefined ? null : deadlineIn(row, cell);
}

/** The items that enclose another: an open end takes that of the nearest that has one. */
function enclosing(item: string, plan: ResolvedPlan): string[] {
  const found: string[] = [];
  for (let id = plan.byId.get(item)?.parent ?? null; id !== null; id = plan.byId.get(id)?.parent ?? null)
    found.push(id);
  return found;
}

function ruleInputs(deadline: Deadline, item: string, cell: CellKind, plan: ResolvedPlan): Input[] {
  const found: Input[] = [];
  visitNames(deadline, {
    rule: ({ from, to }) => {
      if (from !== undefined && to === undefined) found.push(...enclosing(item, plan).map(cellInput));
    },
    reference: ({ kind, name }) => {
      if (kind === "item") found.push(cellInput(name));
      else if (kind !== "day") found.push({ kind, id: name });
    },
    period: (id) => found.push({ kind: "period", id }),
    recurrence: (id, _, every) => {
      found.push({ kind: "period", id });
      // Without bounds of its own a control recurs in those of its item.
      if (cell === "control" && every.in === undefined) found.push(cellInput(item));
    },
  });
  return found;
}

/** What an input depends on directly. */
export function inputsOf(input: Input, plan: ResolvedPlan): Input[] {
  if (input.kind === "cell") {
    const deadline = deadlineAt(plan, input.item, input.cell);
    return deadline === null ? [] : ruleInputs(deadline.rule, input.item, input.cell, plan);
  }
  if (input.kind === "event") {
    const latest = plan.plan.events.find(({ data }) => data.id === input.id)?.data.latest;
    return latest === undefined ? [] : [cellInput(latest)];
  }
  const period = plan.plan.periods.find(({ data }) => data.id === input.id)?.data;
  const bounds = [period?.from, period?.to].flatMap((bound) => (typeof bound === "object" ? [bound.item] : []));
  return [...bounds, ...(period?.["same-as"] === undefined ? [] : [period["same-as"]])].map(cellInput);
}
