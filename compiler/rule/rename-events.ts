import type { Deadline } from "../generated/types.ts";
import type { Path } from "../source/span.ts";
import { visitRule } from "./visit-rule.ts";

function valueAt(value: unknown, path: Path): Record<string | number, unknown> {
  return path.reduce((inner, step) => (inner as Record<string | number, unknown>)[step], value) as Record<
    string | number,
    unknown
  >;
}

/** Returns a copy of a rule whose events have the names that `rename` gives them, asked in the order of the rule. */
export function renameEvents(rule: Deadline, rename: (name: string) => string): Deadline {
  const renamed = structuredClone(rule);
  visitRule(rule, {
    reference: ({ kind, name }, path) => {
      if (kind === "event") valueAt(renamed, path.slice(0, -1))[path.at(-1)!] = rename(name);
    },
  });
  return renamed;
}
