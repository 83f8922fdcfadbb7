/** The kinds of rules, apart from how each is resolved: whoever resolves brings the forms that the rules in hand can have. */
import { elementsOf } from "./elements.ts";
import type { Deadline } from "../generated/types.ts";

/** The keys that say the kind of a rule, lists of rules aside. */
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
  "continuous",
  "external",
] as const;
export type FormName = (typeof formNames)[number];

/** The kind of a rule: the key that is present decides; undefined for a list of rules and for words without a rule. */
export const formOf = (rule: Deadline): FormName | undefined => formNames.find((name) => rule[name] !== undefined);

/** Forms of an item's own deadline that bound what recurs in its control. */
const boundingForms = ["from", "month", "period"] as const;

/** Whether an item's own deadline bounds what recurs in its control. */
export const isBounding = (rule: Deadline): boolean => boundingForms.some((form) => rule[form] !== undefined);

/** Whether `forms` suffice for a rule and for all that it is a list of. */
export function suffice(forms: Readonly<Partial<Record<FormName, unknown>>>, rule: Deadline): boolean {
  const form = formOf(rule);
  return (
    (form === undefined || forms[form] !== undefined) && elementsOf(rule).every((element) => suffice(forms, element))
  );
}
