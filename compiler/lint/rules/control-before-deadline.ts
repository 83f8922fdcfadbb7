import { spanOf } from "../../load/yaml/parsed-yaml.ts";
import { controlledDeadlines } from "../cells.ts";
import type { Rule } from "../rule.ts";

/**
 * A control that ends before the deadline it controls has nothing to look at. Dates of a list are compared with each
 * other one by one where there are as many, else the last against the last. What recurs is controlled as it goes, what
 * runs on into the next year cannot be awaited, and a control with a subject of its own («итоги I полугодия») says what it
 * looks at.
 */
export const controlBeforeDeadline: Rule = {
  codes: ["control-before-deadline"],
  check: (resolved, report) => {
    for (const { deadline, control } of controlledDeadlines(resolved)) {
      if (deadline.rule.every !== undefined || control.rule.every !== undefined) continue;
      const [due, checks] = [deadline.windows, control.windows];
      if (due.length === 0 || checks.length === 0) continue;
      const pairs =
        due.length === checks.length
          ? checks.map((check, index) => [check, due[index]!] as const)
          : [[checks.at(-1)!, due.at(-1)!] as const];
      for (const [check, window] of pairs) {
        if (
          check.end >= window.end ||
          window.shape === "open" ||
          window.end > resolved.bounds.to ||
          check.subject !== undefined
        )
          continue;
        report({
          code: "control-before-deadline",
          values: { control: { day: check.end }, deadline: { day: window.end } },
          span: spanOf(control.origin, [...check.path, "text"]),
          related: [{ span: spanOf(deadline.origin, ["text"]), code: "deadline-here" }],
        });
      }
    }
  },
};
