import { clocksOf } from "../../query/times.ts";
import { languages, weekdayDate } from "../../locale/languages.ts";
import type { Window } from "../../resolve/model.ts";
import type { Terminal } from "../terminal/terminal.ts";

/** The times of a window and their zone, behind its days; empty where it has none. */
export const windowTime = (window: Window): string =>
  window.instants === undefined ? "" : `, ${clocksOf(window)} (${window.instants.zone})`;

/** The days of a window with their weekdays: one day, from one to another, or until one where the start is open. */
export function windowDays(window: Window, { language, messages }: Terminal): string {
  const { start, end } = window;
  const table = languages[language];
  const last = `${weekdayDate(table, end)}${windowTime(window)}`;
  if (start === null) return `${messages.until} ${last}`;
  return start === end ? last : `${messages.from} ${weekdayDate(table, start)} ${messages.through} ${last}`;
}
