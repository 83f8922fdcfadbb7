import type { Deadline } from "../generated/types.ts";
import { once } from "../source/memoize-by-object.ts";

/** A rule as one text: rules of one text say the same. */
export const ruleText: (rule: Deadline) => string = once((rule) => JSON.stringify(rule));
