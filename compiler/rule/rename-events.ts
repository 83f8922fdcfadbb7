import type { Deadline } from "../generated/types.ts";
import { valueAt } from "../source/value-at.ts";
import { visitRule } from "./visit-rule.ts";

/** Returns a copy of a rule whose events have the names that `rename` gives them, asked in the order of the rule. */
export function renameEvents(rule: Deadline, rename: (name: string) => string): Deadline {
  const renamed = structuredClone(rule);
  visitRule(rule, {
    reference: ({ kind, name }, path) => {
      if (kind !== "event") return;
      (valueAt(renamed, path.slice(0, -1)) as Record<string | number, unknown>)[path.at(-1)!] = rename(name);
    },
  });
  return renamed;
}
