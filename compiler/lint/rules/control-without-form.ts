import { spanOf } from "../../load/yaml/parsed-yaml.ts";
import type { Rule } from "../rule.ts";

/** A control has a date and no form, and does not say which item's control the date belongs to. */
export const controlWithoutForm: Rule = {
  codes: ["control-without-form"],
  check: ({ items }, report) => {
    for (const { id, control } of items) {
      if (control === null || control.inherited || control.form !== null || control.controlOf !== null) continue;
      report({ code: "control-without-form", values: { id }, span: spanOf(control.origin, [], "key") });
    }
  },
};
