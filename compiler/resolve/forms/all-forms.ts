/** Every form that a rule can have. */
import { resolveAnchors } from "../anchors/anchors.ts";
import type { Form } from "../context.ts";
import { resolveUntilDayOf } from "./counted.ts";
import { countingForms } from "./counting-forms.ts";
import type { FormName } from "../../rule/kinds.ts";
import { resolveFrom, resolveMonth, resolveOn, resolvePeriod, resolveUntil } from "./named.ts";
import { resolveEvery } from "./recurring.ts";

export const allForms: Readonly<Record<FormName, Form>> = {
  ...countingForms,
  on: (rule, site, context) => resolveOn(rule.on ?? [], site, context),
  from: resolveFrom,
  until: (rule, site, context) =>
    typeof rule.until === "object"
      ? resolveUntilDayOf(resolveAnchors(rule.until, site, context), site)
      : resolveUntil(rule.until ?? "", site, context),
  month: (rule, site, context) => resolveMonth(rule.month ?? [], rule.part, site, context),
  period: (rule, _, context) => resolvePeriod(context.intervalsOf(rule.period ?? "")),
  every: (rule, site, context) => resolveEvery(rule.every ?? "", site, context),
};
