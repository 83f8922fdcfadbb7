/** The times of a window as they are printed. */
import { clockIn } from "../calendar/instant.ts";
import type { ResolvedPlan, Window } from "../resolve/model.ts";

/** The clocks that a window begins and ends by, in its zone: «19:00», «09:00–18:00»; undefined where it has no time. */
export function clocksOf({ instants, start, end }: Window): string | undefined {
  if (instants === undefined) return undefined;
  const last = clockIn(instants.zone, instants.end);
  // The end of a day is called by that day, not by the next.
  const until = last.day > end ? "24:00" : last.clock;
  if (instants.start === undefined || (start === end && instants.start === instants.end)) return until;
  return `${clockIn(instants.zone, instants.start).clock}–${until}`;
}

/** The same, with its zone where that is not the plan's. */
export function clocksWithZone(window: Window, { series }: Pick<ResolvedPlan, "series">): string | undefined {
  const clocks = clocksOf(window);
  if (clocks === undefined) return undefined;
  const { zone } = window.instants!;
  return zone === series.data["time-zone"] ? clocks : `${clocks} (${zone})`;
}
