import type { Day } from "../calendar/day.ts";
import type { Window } from "../resolve/model.ts";

/** What an entry stands for: the last day, the first day of a long stretch, a short stretch, or a unit of the calendar. */
export type EntryRole = "due" | "start" | "stretch" | "during";

/** Days of one entry, both inclusive. */
export interface EntryLayout {
  readonly role: EntryRole;
  readonly first: Day;
  readonly last: Day;
  /** The additional entry of a long stretch, which has a uid of its own. */
  readonly extra: boolean;
}

/** The longest stretch shown as one banner, in days. */
const longestBanner = 14;

const layout = (role: EntryRole, first: Day, last = first, extra = false): EntryLayout => ({
  role,
  first,
  last,
  extra,
});

/**
 * Where a window stands in a calendar. A unit of the calendar (a month, a quarter, a week …) is one day, its last working
 * day if it has one; a stretch of up to 14 days is a banner; a longer one its first and its last day; an open end its first.
 */
export function layOutWindow({ start, end, shape, lastWorkingDay }: Window): EntryLayout[] {
  if (shape === "day" || start === null || (shape === "range" && start === end)) return [layout("due", end)];
  if (shape === "open") return [layout("start", start)];
  if (shape !== "range") return [layout("during", lastWorkingDay ?? end)];
  if (end - start < longestBanner) return [layout("stretch", start, end)];
  return [layout("start", start, start, true), layout("due", end)];
}
