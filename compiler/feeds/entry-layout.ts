import type { Day } from "../calendar/day.ts";
import type { Window } from "../resolve/model.ts";

/** What an entry stands for: the last day, the first day of a long stretch, a short stretch, or a unit of the calendar. */
export type EntryRole = "due" | "start" | "stretch" | "during";

/** Days of one entry, both inclusive. */
export interface Placement {
  readonly role: EntryRole;
  readonly first: Day;
  readonly last: Day;
  /** The additional entry of a long stretch, which has a uid of its own. */
  readonly extra: boolean;
}

/** The longest stretch shown as one banner, in days. */
const longestBanner = 14;

const placed = (role: EntryRole, first: Day, last = first, extra = false): Placement => ({ role, first, last, extra });

/**
 * Where a window stands in a calendar. A unit of the calendar (a month, a quarter, a week …) is one day, its last working
 * day if it has one; a stretch of up to 14 days is a banner; a longer one its first and its last day; an open end its first.
 */
export function placeWindow({ start, end, shape, lastWorkingDay }: Window): Placement[] {
  if (shape === "day" || start === null || (shape === "range" && start === end)) return [placed("due", end)];
  if (shape === "open") return [placed("start", start)];
  if (shape !== "range") return [placed("during", lastWorkingDay ?? end)];
  if (end - start < longestBanner) return [placed("stretch", start, end)];
  return [placed("start", start, start, true), placed("due", end)];
}
