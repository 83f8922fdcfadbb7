import type { Interpretation } from "../../interpretation.ts";
import { periodRules } from "../../sense/named-period.ts";
import { grammar } from "../grammar.ts";
import { namedPeriod } from "./days/named-periods.ts";

/** Deadlines that are a period of the plan. */
export const periodRule = grammar.ambiguousRule<Interpretation>("period", [
  {
    pattern: "[during | throughout | in | within | over | for] [the whole [of] | all of] [the] <named-period>",
    action: (match) => periodRules(match.one(namedPeriod)),
  },
  {
    pattern:
      "[by | until | before | at] [the] [end of] [during | throughout | in | within | over | for] [the] <unknown-period>",
    action: () => undefined,
  },
]);
