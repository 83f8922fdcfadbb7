import { spanOf } from "../../load/yaml/parsed-yaml.ts";
import { controlledDeadlines } from "../cells.ts";
import type { Rule } from "../rule.ts";

/**
 * A control on the very day of the deadline looks at work that may be done until midnight (ГК РФ ст. 194). Checked for single
 * dates: what recurs is controlled as it goes, and a control of several dates looks at what is there by each.
 */
export const controlOnDeadline: Rule = {
  codes: ["control-on-deadline"],
  check: (resolved, report) => {
    for (const { deadline, control } of controlledDeadlines(resolved)) {
      if (deadline.windows.length !== 1 || control.windows.length !== 1) continue;
      const [due, check] = [deadline.windows[0]!, control.windows[0]!];
      if (check.end !== due.end || check.subject !== undefined || due.shape === "open") continue;
      report({
        code: "control-on-deadline",
        values: { day: { day: due.end } },
        span: spanOf(control.origin, [...check.path, "text"]),
        related: [{ span: spanOf(deadline.origin, ["text"]), code: "deadline-here" }],
      });
    }
  },
};
