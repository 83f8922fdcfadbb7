import { civilOf } from "../calendar/day.ts";
import type { PlanEvent, ResolvedPlan } from "../resolve/model.ts";
import type { EntryWords } from "./messages/entry-messages.ts";
import { entryWords } from "./messages/entries.ts";
import { titleOf } from "../explain/titles.ts";
import type { Words } from "../explain/vocabulary.ts";
import { words } from "../explain/explain.ts";
import { cleanLine, clip } from "../ical/text.ts";
import type { Placement } from "./entry-layout.ts";
import { isUnit } from "../query/windows.ts";

/** The longest title and the longest wording in a summary, in octets: a phone shows a line of it, a list three. */
const titleLimit = 300;
const wordingLimit = 300;

/** «в течение апреля», for a window that fills a unit of the calendar. */
function during({ window }: PlanEvent, say: Words): string {
  return isUnit(window.shape) && window.start !== null ? say.during(window.shape, window.start, window.end) : "";
}

/** The first words: what kind of day it is. */
function lead(
  event: PlanEvent,
  { role }: Placement,
  say: Words,
  { due, starts, control, controlStarts }: EntryWords,
): string {
  if (event.kind === "control") return role === "start" ? `${control}: ${controlStarts} –` : `${control}:`;
  if (role === "during") return `${during(event, say)}:`;
  return role === "start" ? `${starts}:` : `${due}:`;
}

/**
 * One line for an entry, what matters on a phone first: the kind of day, the short title, the number; then what qualifies
 * the day, and the wording of the order.
 */
export function summaryOf(event: PlanEvent, placement: Placement, plan: ResolvedPlan): string {
  const { language } = plan.series.data;
  const [say, entry] = [words[language], entryWords[language]];
  const { window } = event;
  const title = clip(cleanLine(titleOf(plan.byId.get(event.item)!, plan.byId)), titleLimit);
  const subject = window.subject === undefined ? "" : ` – ${clip(cleanLine(window.subject), titleLimit)}`;
  const condition = window.conditional === undefined ? "" : ` ${entry.conditional(cleanLine(window.conditional))}`;
  const isDue = placement.role !== "start";
  const notes = [
    entry.number(event.item),
    placement.role === "during" && event.kind === "control" ? during(event, say) : "",
    !isDue && window.startIs === "latest" ? entry.latestStart : "",
    isDue && window.planBy !== undefined ? entry.planBy(window.planBy, civilOf(window.end).year) : "",
    placement.role === "during" ? "" : clip(cleanLine(event.wording), wordingLimit),
  ];
  return `${lead(event, placement, say, entry)} ${title}${subject}${condition}${notes
    .filter((note) => note !== "")
    .map((note) => ` · ${note}`)
    .join("")}`;
}
