import type { Deadline } from "../load/generated/types.ts";
import { once } from "../source/once.ts";

/** A rule as one text: rules of one text say the same. */
export const ruleText: (rule: Deadline) => string = once((rule) => JSON.stringify(rule));
