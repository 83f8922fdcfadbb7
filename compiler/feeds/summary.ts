import { civilOf } from "../calendar/day.ts";
import type { PlanEvent, ResolvedPlan } from "../resolve/model.ts";
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
function during({ window }: PlanEvent, phrases: Words): string {
  return isUnit(window.shape) && window.start !== null ? phrases.during(window.shape, window.start, window.end) : "";
}

/** The first words: what kind of day it is. */
function lead(
  event: PlanEvent,
  { role }: EntryLayout,
  phrases: Words,
  { due, starts, control, controlStarts }: EntryMessages,
): string {
  if (event.kind === "control") return role === "start" ? `${control}: ${controlStarts} –` : `${control}:`;
  if (role === "during") return `${during(event, phrases)}:`;
  return role === "start" ? `${starts}:` : `${due}:`;
}

/**
 * One line for an messages, what matters on a phone first: the kind of day, the short title, the number; then what qualifies
 * the day, and the wording of the order.
 */
export function summaryOf(event: PlanEvent, layout: EntryLayout, plan: ResolvedPlan): string {
  const { language } = plan.series.data;
  const [phrases, messages] = [words[language], entryMessages[language]];
  const { window } = event;
  const title = clip(cleanLine(titleOf(event.row, plan.byId)), titleLimit);
  const subject = window.subject === undefined ? "" : ` – ${clip(cleanLine(window.subject), titleLimit)}`;
  const condition = window.conditional === undefined ? "" : ` ${messages.conditional(cleanLine(window.conditional))}`;
  const isDue = layout.role !== "start";
  const notes = [
    clocksWithZone(window, plan) ?? "",
    messages.number(event.item),
    layout.role === "during" && event.kind === "control" ? during(event, phrases) : "",
    !isDue && window.startIs === "latest" ? messages.latestStart : "",
    isDue && window.planBy !== undefined ? messages.planBy(window.planBy, civilOf(window.end).year) : "",
    layout.role === "during" ? "" : clip(cleanLine(event.wording), wordingLimit),
  ];
  return `${lead(event, layout, phrases, messages)} ${title}${subject}${condition}${notes
    .filter((note) => note !== "")
    .map((note) => ` · ${note}`)
    .join("")}`;
}
