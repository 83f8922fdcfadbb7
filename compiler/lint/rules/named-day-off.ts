import { spanOf } from "../../load/yaml/parsed-yaml.ts";
import { ruleOf } from "../../query/windows.ts";
import { cellsOf } from "../cells.ts";
import type { Rule } from "../rule.ts";

/**
 * A named day, or the last day of a named range, is a day off. Such an end does not roll (the order names the day
 * itself), so an editor has to know. What recurs by itself (each month, each week) is not an editor's choice.
 */
export const namedDayOff: Rule = {
  codes: ["named-day-off"],
  check: (resolved, report) => {
    const { calendar } = resolved;
    for (const { deadline } of cellsOf(resolved)) {
      if (!deadline.windows.some((window) => window.roll === "named" && !calendar.isWorking(window.end))) continue;
      const counts = new Map<string, number>();
      for (const window of deadline.windows) {
        const rule = ruleOf(deadline, window);
        const key = rule.on !== undefined ? "on" : "to";
        const list = Array.isArray(rule[key]) ? window.path.join() : "";
        const index = counts.get(list) ?? 0;
        counts.set(list, index + 1);
        // By its own calendar the day may be worked.
        if (window.calendar !== undefined) continue;
        if (window.roll !== "named" || rule[key] === undefined || calendar.isWorking(window.end)) continue;
        const [before, after] = [calendar.previousWorking(window.end), calendar.nextWorking(window.end)];
        if (typeof before !== "number" || typeof after !== "number") continue;
        const place = Array.isArray(rule[key]) ? index : [];
        report({
          code: "named-day-off",
          values: { day: { day: window.end }, planBy: { day: before }, rolled: { day: after } },
          span: spanOf(deadline.origin, [...window.path, key].concat(place)),
        });
      }
    }
  },
};

/** A named month or run of months ends on days off: its last working day is earlier than a reader may think. */
export const monthEndsOnDaysOff: Rule = {
  codes: ["month-ends-on-days-off"],
  check: (resolved, report) => {
    const { calendar } = resolved;
    for (const { deadline } of cellsOf(resolved)) {
      const early = deadline.windows.filter(
        (window) =>
          window.lastWorkingDay !== undefined &&
          !calendar.isWorking(window.end) &&
          ruleOf(deadline, window).month !== undefined,
      );
      if (early.length === 0) continue;
      const days = [...new Set(early.map(({ lastWorkingDay }) => lastWorkingDay!))].map((day) => ({ day }));
      report({
        code: "month-ends-on-days-off",
        values: { days },
        span: spanOf(deadline.origin, [...early[0]!.path, "month"]),
      });
    }
  },
};
