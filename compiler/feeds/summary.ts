import { civilOf } from "../calendar/day.ts";
import type { DueWindow, ResolvedPlan } from "../resolve/model.ts";
import type { EntryMessages } from "./messages/entry-messages.ts";
import { entryMessages } from "./messages/entries.ts";
import { titleOf } from "../explain/titles.ts";
import type { Words } from "../explain/vocabulary.ts";
import { words } from "../explain/explain.ts";
import { cleanLine, clip } from "../ical/text.ts";
import type { EntryLayout } from "./entry-layout.ts";
import { clocksWithZone } from "../query/times.ts";
import { isUnit } from "../query/windows.ts";

/** The longest title and the longest wording in a summary, in octets: a phone shows a line of it, a list three. */
const titleLimit = 300;
const wordingLimit = 300;

/** «в течение апреля», for a window that fills a unit of the calendar. */
function during({ window }: DueWindow, phrases: Words): string {
  return isUnit(window.shape) && window.start !== null ? phrases.during(window.shape, window.start, window.end) : "";
}

/** The first words: what kind of day it is. */
function lead(due: DueWindow, { role }: EntryLayout, phrases: Words, messages: EntryMessages): string {
  if (due.kind === "control")
    return role === "start" ? `${messages.control}: ${messages.controlStarts} –` : `${messages.control}:`;
  if (role === "during") return `${during(due, phrases)}:`;
  return role === "start" ? `${messages.starts}:` : `${messages.due}:`;
}

/**
 * One line for an entry, what matters on a phone first: the kind of day, the short title, the number; then what qualifies
 * the day, and the wording of the order.
 */
export function summaryOf(due: DueWindow, layout: EntryLayout, plan: ResolvedPlan): string {
  const { language } = plan.series.data;
  const [phrases, messages] = [words[language], entryMessages[language]];
  const { window } = due;
  const title = clip(cleanLine(titleOf(due.row, plan.byId)), titleLimit);
  const subject = window.subject === undefined ? "" : ` – ${clip(cleanLine(window.subject), titleLimit)}`;
  const condition = window.conditional === undefined ? "" : ` ${messages.conditional(cleanLine(window.conditional))}`;
  const isDue = layout.role !== "start";
  const notes = [
    clocksWithZone(window, plan) ?? "",
    messages.number(due.item),
    layout.role === "during" && due.kind === "control" ? during(due, phrases) : "",
    !isDue && window.startIs === "latest" ? messages.latestStart : "",
    isDue && window.planBy !== undefined ? messages.planBy(window.planBy, civilOf(window.end).year) : "",
    layout.role === "during" ? "" : clip(cleanLine(due.wording), wordingLimit),
  ];
  return `${lead(due, layout, phrases, messages)} ${title}${subject}${condition}${notes
    .filter((note) => note !== "")
    .map((note) => ` · ${note}`)
    .join("")}`;
}
