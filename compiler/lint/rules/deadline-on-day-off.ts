import { spanOf } from "../../load/yaml/parsed-yaml.ts";
import { cellsOf } from "../cells.ts";
import type { Rule } from "../rule.ts";

/**
 * A deadline that the law lets roll (ГК РФ ст. 193, by analogy) ends on a day off. Said with both neighbours, so that
 * an official can plan by the safe day and knows the other.
 */
export const deadlineOnDayOff: Rule = {
  codes: ["deadline-on-day-off"],
  check: (resolved, report) => {
    const { calendar } = resolved;
    for (const { deadline } of cellsOf(resolved)) {
      for (const { end, rolled, path } of deadline.windows) {
        if (rolled === undefined) continue;
        const before = calendar.previousWorking(end);
        report({
          code: "deadline-on-day-off",
          values: {
            day: { day: end },
            rolled: { day: rolled },
            planBy: typeof before === "number" ? { day: before } : undefined,
          },
          span: spanOf(deadline.origin, [...path, "text"]),
        });
      }
    }
  },
};
