import type { PlanEvent, ResolvedPlan } from "../resolve/resolved.ts";
import { firstStamp } from "./feed-stamp.ts";
import { titleOf } from "../words/titles.ts";
import { explain, words } from "../words/words.ts";
import { cleanLine, clip, octetsOf } from "./calendar-text.ts";
import { controlForm, partyRef } from "./site-dues.ts";

/** The longest description, in octets of UTF-8 before escaping: more is cut by some programs. */
export const descriptionLimit = 2048;
/** The longest title and list of parties in it. */
const titleLimit = 800;
const lineLimit = 300;

const sentence = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

/** The parties as the order names them, and as they are read where that is less. */
function partiesOf(event: PlanEvent, plan: ResolvedPlan): string {
  const say = words[plan.series.data.language].entry;
  const labels = (ids: readonly string[]): string => ids.map((id) => partyRef(plan, id).label).join(", ");
  const asRead = labels(event.read);
  const assigned = labels(event.parties);
  return asRead === assigned ? assigned : `${assigned} – ${say.reading(asRead)}`;
}

/**
 * The text of an entry, the same in every feed that holds it: full title, wording, what qualifies the day, control or
 * responsible, how the day came about, and the link, which always fits.
 */
export function descriptionOf(event: PlanEvent, plan: ResolvedPlan, link: string): string {
  const { language } = plan.series.data;
  const say = words[language].entry;
  const { window } = event;
  const item = plan.byId.get(event.item)!;
  const form = event.kind === "control" ? controlForm(plan, item) : null;
  const parties = partiesOf(event, plan);
  const endsOnDayOff = window.lastWorkingDay !== undefined && window.lastWorkingDay !== window.end && window.planBy === undefined && window.roll !== null;
  const labelled = (label: string, text: string): string => (text === "" ? "" : `${label}: ${text}`);
  const lines = [
    titleOf(item, plan.byId, "full"), labelled(say.condition, window.conditional ?? ""), window.subject ?? "", labelled(say.wording, event.wording),
    window.snapshot ? say.snapshot : "", endsOnDayOff ? say.workingBefore(window.lastWorkingDay) : "", event.beforeApproval ? say.beforeApproval(firstStamp(plan).changed) : "",
    labelled(say.form, form ?? ""), labelled(event.kind === "control" ? say.controlled : say.responsible, parties),
  ];
  const body = lines.filter((line) => line !== "").map((line, index) => clip(sentence(cleanLine(line)), index === 0 ? titleLimit : lineLimit)).join("\n");
  const how = cleanLine(labelled(say.how, explain(window.trace, language).join("; ")));
  const room = descriptionLimit - octetsOf(body) - octetsOf(link) - 2;
  return `${body}\n${clip(how, room)}\n${link}`;
}
