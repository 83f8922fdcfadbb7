import { parseDate } from "../calendar/day.ts";
import type { DueWindow, ResolvedPlan, TraceStep } from "../resolve/model.ts";
import { entryMessages } from "./messages/entries.ts";
import { titleOf } from "../explain/titles.ts";
import { explain } from "../explain/explain.ts";
import { cleanLine, clip, octetsOf } from "../ical/text.ts";
import { initialRevision } from "./entry-revision.ts";
import { controlForm } from "../query/controls.ts";
import { partyRef } from "../query/labels.ts";

/** The longest description, in octets of UTF-8 before escaping: more is cut by some programs. */
const descriptionLimit = 2048;
/** Octets reserved for the link, so that the text does not depend on the site's address; a longer link takes room of the derivation. */
const linkRoom = 160;
/** The longest line but the last two in it. */
const lineLimit = 800;
/** The least room for a derivation: a shorter beginning of it tells nobody anything. */
const leastRoom = 80;

const sentence = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

/** The parties as the order names them, and as they are read where that is less. */
function partiesOf(due: DueWindow, plan: ResolvedPlan): string {
  const messages = entryMessages[plan.series.data.language];
  const labels = (ids: readonly string[]): string => ids.map((id) => partyRef(plan, id).label).join(", ");
  const asRead = labels(due.read);
  const assigned = labels(due.parties);
  return asRead === assigned ? assigned : `${assigned} – ${messages.reading(asRead)}`;
}

/** Lines that say something, each within its limit. */
const briefly = (lines: readonly string[]): string =>
  lines
    .filter((line) => line !== "")
    .map((line) => clip(sentence(cleanLine(line)), lineLimit))
    .join("\n");

/** The steps of a derivation that a few lines have room for: a period is named by its units; its bounds and source are on the page. */
function shortTrace(trace: readonly TraceStep[]): TraceStep[] {
  const hasUnits = trace.some(({ step }) => step === "unit");
  return trace.filter(({ step }) => step !== "period" || !hasUnits);
}

/** A text and a link below it, at most `descriptionLimit` octets together; the text is clipped, the link never. */
export const withLink = (text: string, link: string): string =>
  text === "" ? link : `${clip(text, descriptionLimit - octetsOf(link) - 1)}\n${link}`;

/**
 * How much of an entry its description says beside the link: all; what qualifies its day, without what the summary or the
 * entries of the same item repeat; or nothing.
 */
export type DescriptionLength = "full" | "brief" | "link";

/** The lengths, longest first: a feed that is too large takes the first in which it fits. */
export const descriptionLengths: readonly DescriptionLength[] = ["full", "brief", "link"];

/**
 * The description of an entry without its link: full title, wording, what qualifies the day, who is responsible or
 * controlled, how the day was computed. It depends neither on the feed nor on the site's address.
 */
export function descriptionOf(due: DueWindow, plan: ResolvedPlan, length: DescriptionLength = "full"): string {
  if (length === "link") return "";
  const { language } = plan.series.data;
  const messages = entryMessages[language];
  const { window } = due;
  const item = due.row;
  const form = due.kind === "control" ? controlForm(plan, item) : null;
  const parties = partiesOf(due, plan);
  const endsOnDayOff =
    window.lastWorkingDay !== undefined &&
    window.lastWorkingDay !== window.end &&
    window.planBy === undefined &&
    window.roll !== null;
  const labelled = (label: string, text: string): string => (text === "" ? "" : `${label}: ${text}`);
  const { status } = item.source.data;
  const doneOn = status === undefined || due.kind === "control" ? undefined : parseDate(status.date);
  const qualifiers = [
    doneOn === undefined ? "" : messages.done(doneOn, status!.source.title),
    window.snapshot ? messages.snapshot : "",
    endsOnDayOff ? messages.workingBefore(window.lastWorkingDay) : "",
    due.beforeApproval ? messages.beforeApproval(initialRevision(plan).changed) : "",
  ];
  const conditions = [labelled(messages.condition, window.conditional ?? ""), window.subject ?? ""];
  if (length === "brief") return briefly([...conditions, ...qualifiers]);
  const lines = [
    titleOf(item, plan.byId, "full"),
    ...conditions,
    labelled(plan.plan.hasOrder ? messages.wording : messages.ownWording, due.wording),
    ...qualifiers,
    labelled(messages.form, form ?? ""),
    labelled(due.kind === "control" ? messages.controlled : messages.responsible, parties),
  ];
  const room = descriptionLimit - linkRoom - 1;
  const body = clip(briefly(lines), room);
  const left = room - octetsOf(body) - 1;
  const how = cleanLine(labelled(messages.how, explain(shortTrace(window.trace), language).join("; ")));
  return [body, ...(left < leastRoom || how === "" ? [] : [clip(how, left)])].join("\n");
}
