import { languages, weekdayDate } from "../../locale/languages.ts";
import type { Window } from "../../resolve/model.ts";
import type { Terminal } from "../terminal/terminal.ts";

/** The days of a window with their weekdays: one day, from one to another, or until one where the start is open. */
export function windowDays({ start, end }: Window, { language, messages }: Terminal): string {
  const table = languages[language];
  const last = weekdayDate(table, end);
  if (start === null) return `${messages.until} ${last}`;
  return start === end ? last : `${messages.from} ${weekdayDate(table, start)} ${messages.through} ${last}`;
}
