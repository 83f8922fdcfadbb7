/** Days of deadlines with a time: the day as it is printed has the time beside it. */
import { clockIn, isoInstant } from "../calendar/instant.ts";
import { words } from "../explain/explain.ts";
import { clocksOf } from "../query/times.ts";
import type { ResolvedPlan, Window } from "../resolve/model.ts";
import { dayView, type DayView } from "./days.ts";

/** The time of a window in words: «18:00», in another zone with the day and time of the plan's; null where it has none. */
export function timeText(plan: ResolvedPlan, window: Window): string | null {
  const clocks = clocksOf(window);
  if (clocks === undefined) return null;
  const { data } = plan.series;
  const { zone, end } = window.instants!;
  if (zone === data["time-zone"]) return words[data.language].clock(clocks, null);
  const own = clockIn(data["time-zone"], end);
  const day = own.day === window.end ? "" : `${dayView(plan, own.day).date}, `;
  return words[data.language].clock(clocks, { zone, own: `${day}${own.clock}` });
}

/** The last day of a window; one with a time says it wherever the day is named. */
export function lastDay(plan: ResolvedPlan, window: Window): DayView {
  const day = dayView(plan, window.end);
  const time = timeText(plan, window);
  if (time === null) return day;
  const { end, zone } = window.instants!;
  const timed = (text: string): string => `${text}, ${time}`;
  return {
    ...day,
    date: timed(day.date),
    fullDate: timed(day.fullDate),
    text: timed(day.text),
    instant: { iso: isoInstant(end, zone), zone: plan.series.data["time-zone"] },
  };
}
