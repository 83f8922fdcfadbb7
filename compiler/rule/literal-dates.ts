import type { Deadline } from "../generated/types.ts";
import type { Path } from "../source/span.ts";
import { visitRule } from "./visit-rule.ts";

/** A day that stands in a rule as such. */
export interface LiteralDate {
  readonly path: Path;
  /** As written: MM-DD, or YYYY-MM-DD. */
  readonly value: string;
}

/**
 * Returns every day typed into a rule, in the order of its keys. Days that are not the deadline's own last ones (the first
 * day of an interval, the day that a count begins at) are left out unless `starts` asks for them. «до конца февраля»
 * (02-last) is a rule already: no day is typed in.
 */
export function literalDates(rule: Deadline, { starts = false }: { readonly starts?: boolean } = {}): LiteralDate[] {
  const found: LiteralDate[] = [];
  visitRule(rule, {
    day: (value, path, role) => {
      if ((role === "end" || starts) && !value.endsWith("-last")) found.push({ path, value });
    },
  });
  return found;
}
