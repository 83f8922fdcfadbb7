import { elementsOf } from "../rule/elements.ts";
import type { Deadline, EventRef, UntilRef } from "../generated/types.ts";
import { referenceOf } from "../rule/references.ts";
import type { ResolvedDeadline, ResolvedPlan } from "../resolve/model.ts";
import type { CellKind } from "./change.ts";

/** A part of the plan that a date can lean on. */
export type Input =
  | { readonly kind: "cell"; readonly item: string; readonly cell: CellKind }
  | { readonly kind: "period"; readonly id: string }
  | { readonly kind: "event"; readonly id: string };

const cellInput = (item: string): Input => ({ kind: "cell", item, cell: "work" });
function eventInput(reference: EventRef | UntilRef): Input[] {
  const { kind, name } = referenceOf(reference);
  return kind === "day" ? [] : [{ kind, id: name }];
}

/** The deadline of a cell. */
export function deadlineAt(plan: ResolvedPlan | undefined, item: string, cell: CellKind): ResolvedDeadline | null {
  const found = plan?.byId.get(item);
  return (cell === "work" ? found?.deadline : found?.control?.deadline) ?? null;
}

function recurrenceInputs(every: NonNullable<Deadline["every"]>, item: string, cell: CellKind): Input[] {
  const { unit, in: bounds } = typeof every === "string" ? { unit: every, in: undefined } : every;
  const period = typeof bounds === "string" ? bounds : bounds?.period;
  const named: Input[] = [
    { kind: "period", id: unit },
    ...(period === undefined ? [] : [{ kind: "period", id: period } as const]),
  ];
  return cell === "control" && bounds === undefined ? [...named, cellInput(item)] : named;
}

/** The items that enclose another: an open end leans on the nearest that has one. */
function enclosing(item: string, plan: ResolvedPlan): string[] {
  const found: string[] = [];
  for (let id = plan.byId.get(item)?.parent ?? null; id !== null; id = plan.byId.get(id)?.parent ?? null)
    found.push(id);
  return found;
}

function ruleInputs(rule: Deadline, item: string, cell: CellKind, plan: ResolvedPlan): Input[] {
  const references = [
    rule.within?.after,
    rule["no-later-than"]?.before,
    rule["on-day-of"],
    rule.before,
    typeof rule.until === "string" ? undefined : rule.until,
  ].filter((reference) => reference !== undefined);
  return [
    ...references.flatMap(eventInput),
    ...(rule.period === undefined ? [] : [{ kind: "period", id: rule.period } as const]),
    ...(rule.every === undefined ? [] : recurrenceInputs(rule.every, item, cell)),
    ...(rule.from !== undefined && rule.to === undefined ? enclosing(item, plan).map(cellInput) : []),
    ...elementsOf(rule).flatMap((element) => ruleInputs(element, item, cell, plan)),
  ];
}

/** What an input leans on itself, one step up. */
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
