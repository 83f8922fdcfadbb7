import { civilOf, isoDate } from "../../compiler/calendar/day.ts";
import type { ResolvedPlan } from "../../compiler/resolve/model.ts";

/** TaskJuggler schedules work; it is handed the days of the windows as milestones and writes one calendar of them. */
export const taskJugglerCannot =
  "rules of deadlines (it is handed their days), both dates of an end on a day off, controls, readings, waiting, a feed for each party without a report each, traces";

const quoted = (text: string): string => `"${text.replace(/["\\\s]+/g, " ").slice(0, 200)}"`;

/**
 * The plan as a project with one milestone an item and kind, at its last day, and one iCalendar report (`tj3 FILE`): a
 * milestone a window, which would be the same work, takes it many minutes.
 */
export function taskJugglerProject(plan: ResolvedPlan): string {
  const last = [...Map.groupBy(plan.dueWindows, ({ item, kind }) => `${item} ${kind}`).values()].map((dueWindows) =>
    dueWindows.at(-1)!,
  );
  const tasks = last.map(
    ({ item, kind, window, wording }, index) =>
      `task e${index} ${quoted(`${item} ${kind}: ${plan.byId.get(item)!.source.data.activity} (${wording})`)} { start ${isoDate(window.end)} milestone }`,
  );
  const { year } = civilOf(plan.bounds.from);
  return `project plan "Plan" ${year - 1}-01-01 - ${year + 2}-01-01 {\n  timezone "Asia/Yekaterinburg"\n}\n${tasks.join("\n")}\nicalreport "deadlines" { }\n`;
}
