import { civilOf } from "../../calendar/day.ts";
import { spanOf } from "../../load/yaml/parsed-yaml.ts";
import { cellsOf } from "../cells.ts";
import type { Rule } from "../rule.ts";

/** A date depends on a calendar whose decree is not out or was not seen, so it may still move. Reported once a year. */
export const provisionalCalendar: Rule = {
  codes: ["provisional-calendar"],
  check: (resolved, report) => {
    const reported = new Set<number>();
    for (const { deadline } of cellsOf(resolved)) {
      for (const { end, path } of deadline.windows) {
        const { year } = civilOf(end);
        if (reported.has(year) || !resolved.calendar.years.get(year)?.provisional) continue;
        reported.add(year);
        report({
          code: "provisional-calendar",
          values: { year, day: { day: end } },
          span: spanOf(deadline.origin, [...path, "text"]),
        });
      }
    }
  },
};
