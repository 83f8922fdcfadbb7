import type { Deadline } from "../generated/types.ts";

const none: readonly Deadline[] = [];

/** The rules that a rule is a list of, by either key; most are no list. */
export const elementsOf = (rule: Deadline): readonly Deadline[] => rule.any ?? rule.each ?? none;
