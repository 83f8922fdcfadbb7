import { valuesByKey } from "../../source/values-by-key.ts";
import { weekdayOf } from "../../calendar/day.ts";
import { spanOf } from "../../load/yaml/parsed-yaml.ts";
import type { DueWindow, ResolvedPlan } from "../../resolve/model.ts";
import type { Rule } from "../rule.ts";

/** The most deadlines of one party on one day that are not reported. */
const manyOnADay = 2;

/** What ends a unit of the calendar (each month, each week) is routine; only days that the order names crowd a day. */
function namedDeadlines({ dueWindows }: ResolvedPlan): DueWindow[] {
  return dueWindows.filter(
    ({ kind, window }) =>
      kind === "work" &&
      (window.shape === "day" || window.shape === "range") &&
      window.roll !== null &&
      window.conditional === undefined,
  );
}

const cellSpan = (due: DueWindow): ReturnType<typeof spanOf> => spanOf(due.row.deadline!.origin, ["text"]);

/** Several deadlines of one party end on one day. */
export const crowdedDay: Rule = {
  codes: ["crowded-day"],
  check: (plan, report) => {
    const byParty = valuesByKey(
      namedDeadlines(plan).flatMap((due) => [...new Set(due.read)].map((party) => [party, due] as const)),
    );
    for (const party of plan.parties.ids) {
      for (const [day, dueWindows] of Map.groupBy(byParty.get(party) ?? [], ({ window }) => window.end)) {
        if (dueWindows.length > manyOnADay)
          report({
            code: "crowded-day",
            values: {
              party,
              day: { day },
              count: dueWindows.length,
              items: { list: dueWindows.map(({ item }) => item) },
            },
            span: cellSpan(dueWindows.at(-1)!),
          });
      }
    }
  },
};

/** The week in which most of a plan's named deadlines end. */
export const busiestWeek: Rule = {
  codes: ["busiest-week"],
  check: (plan, report) => {
    const weeks = [...Map.groupBy(namedDeadlines(plan), ({ window }) => window.end - weekdayOf(window.end) + 1)];
    const most = Math.max(0, ...weeks.map(([, dueWindows]) => dueWindows.length));
    const busiest = weeks.find(([, dueWindows]) => dueWindows.length === most);
    if (busiest === undefined || most <= manyOnADay) return;
    const [start, dueWindows] = busiest;
    report({
      code: "busiest-week",
      values: { from: { day: start }, to: { day: start + 6 }, count: most },
      span: cellSpan(dueWindows[0]!),
    });
  },
};
