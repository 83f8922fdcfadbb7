import { civilOf } from "../../calendar/day.ts";
import { spanOf } from "../../load/yaml/parsed-yaml.ts";
import { cellsOf } from "../cells.ts";
import type { Rule } from "../rule.ts";

/** A date leans on a calendar whose decree is not out or was not seen: it may still move. Told once a year. */
export const provisionalCalendar: Rule = {
  codes: ["provisional-calendar"],
  check: (resolved, report) => {
    const told = new Set<number>();
    for (const { deadline } of cellsOf(resolved)) {
      for (const { end, path } of deadline.windows) {
        const { year } = civilOf(end);
        if (told.has(year) || !resolved.calendar.years.get(year)?.provisional) continue;
        told.add(year);
        report({
          code: "provisional-calendar",
          values: { year, day: { day: end } },
          span: spanOf(deadline.origin, [...path, "text"]),
        });
      }
    }
  },
};
