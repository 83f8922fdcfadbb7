import { civilOf, weekdayOf } from "../../calendar/day.ts";
import { spanOf } from "../../load/yaml/parsed-yaml.ts";
import { cellsOf } from "../cells.ts";
import type { Rule } from "../rule.ts";

/** A date stands on a weekend day that is worked by decree: those who do not look it up will be away. */
export const workingWeekend: Rule = {
  codes: ["working-weekend"],
  check: (resolved, report) => {
    const { calendar } = resolved;
    for (const { deadline } of cellsOf(resolved)) {
      for (const { end, path, shape } of deadline.windows) {
        const reason = shape === "day" ? calendar.reason(end) : undefined;
        if (reason?.kind !== "working" || !calendar.years.get(civilOf(end).year)?.weekend.includes(weekdayOf(end)))
          continue;
        report({
          code: "working-weekend",
          values: { day: { day: end }, movedTo: { day: reason.movedTo } },
          span: spanOf(deadline.origin, [...path, "text"]),
        });
      }
    }
  },
};

/** A snapshot «на 1 число» on the first of January: who has to have the figures ready works last in December. */
export const newYearSnapshot: Rule = {
  codes: ["new-year-snapshot"],
  check: (resolved, report) => {
    const { calendar } = resolved;
    for (const { deadline } of cellsOf(resolved)) {
      for (const { end, path, snapshot } of deadline.windows) {
        if (!snapshot) continue;
        const { month, day } = civilOf(end);
        const last = calendar.previousWorking(end);
        if (month !== 1 || day !== 1 || typeof last !== "number" || last === end) continue;
        report({
          code: "new-year-snapshot",
          values: { day: { day: end }, last: { day: last } },
          span: spanOf(deadline.origin, [...path, "text"]),
        });
      }
    }
  },
};
