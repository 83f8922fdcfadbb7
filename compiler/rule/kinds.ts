import type { Deadline } from "../generated/types.ts";

/** The keys that say the kind of a rule, lists of rules aside (`x-kinds` of the schema). */
export const formNames = [
  "on",
  "from",
  "until",
  "month",
  "period",
  "every",
  "within",
  "no-later-than",
  "on-day-of",
  "before",
  "exactly",
  "continuous",
  "external",
] as const;
export type FormName = (typeof formNames)[number];

/** The keys of a rule that is a list of rules: one of them holds, or each. */
export const choiceNames = ["any", "each"] as const;
export type ChoiceName = (typeof choiceNames)[number];

/** The keys of a rule whose parts are rules that make one date: the earlier or the later of them, or a start and an end. */
export const combinedNames = ["earliest", "latest", "between"] as const;
export type CombinedName = (typeof combinedNames)[number];

/** The keys under which a rule holds other rules. */
export const listNames = [...choiceNames, ...combinedNames] as const;

/** The kind of a rule: the key that is present decides; undefined for a list of rules and for words without a rule. */
export const formOf = (rule: Deadline): FormName | undefined => formNames.find((name) => rule[name] !== undefined);

/** The key of a rule that is a list of rules; undefined for every other rule. */
export const listOf = (rule: Deadline): ChoiceName | undefined => choiceNames.find((name) => rule[name] !== undefined);

/** The key of a rule whose parts make one date; undefined for every other rule. */
export const combinedOf = (rule: Deadline): CombinedName | undefined =>
  combinedNames.find((name) => rule[name] !== undefined);

/** Whether an item's own deadline of each form bounds what recurs in its control. */
const bounding: Readonly<Record<FormName, boolean>> = {
  on: false,
  from: true,
  until: false,
  month: true,
  period: true,
  every: false,
  within: false,
  "no-later-than": false,
  "on-day-of": false,
  before: false,
  exactly: false,
  continuous: false,
  external: false,
};

/** Whether an item's own deadline bounds what recurs in its control. */
export function isBounding(rule: Deadline): boolean {
  const form = formOf(rule);
  return form !== undefined && bounding[form];
}
