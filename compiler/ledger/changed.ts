/** In what a plan is not what was published. */
import type { ResolvedPlan } from "../resolve/model.ts";
import { ledgerItem } from "./cell-fingerprint.ts";
import { currentInputs, type CurrentInput } from "./inputs.ts";
import type { Ledger } from "./ledger.ts";

/** An input that is not what was published, and whether it says why. */
export interface ChangedInput {
  readonly name: string;
  readonly cited: boolean;
  /** Whether it was there when the plan was published. */
  readonly known: boolean;
  readonly now: CurrentInput | undefined;
}

/** Whether an input is there because the series, a party or a row names it: a rule set, a calendar beside the plan's. */
const isChosen = (name: string): boolean => /^(?:rules\/|calendar\/.*\/)/.test(name);

/** The inputs of a plan that are not what was published. */
export function changedInputs({ inputs }: Ledger, plan: ResolvedPlan): ChangedInput[] {
  const before = new Map(inputs.map((each) => [each.input, each]));
  const now = new Map(currentInputs(plan).map((each) => [each.input, each]));
  return [...new Set([...before.keys(), ...now.keys()])].flatMap((name): ChangedInput[] => {
    const [old, current] = [before.get(name), now.get(name)];
    if (old?.fingerprint === current?.fingerprint) return [];
    // Another rule set is the choice of the series, another calendar of a party that of its row; what they cite is no ground for it.
    if (isChosen(name) && (old === undefined || current === undefined)) return [];
    return [
      {
        name,
        known: old !== undefined,
        cited: current?.citations.some((cite) => !old?.citations.includes(cite)) ?? false,
        now: current,
      },
    ];
  });
}

/** The rows that are not what was published. */
export function changedRows({ items }: Ledger, plan: ResolvedPlan): Set<string> {
  const before = new Map(items.map(({ item, fingerprint }) => [item, fingerprint]));
  return new Set(plan.items.filter((item) => before.get(item.id) !== ledgerItem(item).fingerprint).map(({ id }) => id));
}
