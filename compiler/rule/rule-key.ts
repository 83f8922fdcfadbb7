import type { Deadline } from "../generated/types.ts";
import { memoizeByObject } from "../source/memoize.ts";

/** Returns a rule as one text; rules of one key have the same keys and values in the same order. */
export const ruleKey: (rule: Deadline) => string = memoizeByObject((rule) => JSON.stringify(rule));
