import { isoDate } from "../calendar/day.ts";
import type { PlanEvent, ResolvedPlan } from "../resolve/model.ts";
import { entryWords } from "./messages/entries.ts";
import { explain } from "../explain/explain.ts";
import type { CalendarEntry } from "../ical/vevent-body.ts";
import { cleanLine, clip } from "../ical/text.ts";
import { withLink } from "./description.ts";
import { placeWindow, type Placement } from "./entry-layout.ts";
import { firstStamp } from "./entry-revision.ts";

/** The longest name of an entry, in octets. */
const summaryLimit = 600;

/** Names a text in a few letters (FNV-1a, 32 bits). */
function shortName(text: string): string {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193) >>> 0;
  return hash.toString(36);
}

/** The page of the calculator, below the address of a series. */
export const calculatorPath = "calculator/";

/**
 * Entries for the dates of a rule that stands in no plan, shaped like those of the feeds. Their uid names the words and the
 * day: the same question asked again gives the same entries, and the tilde keeps them apart from all that is published.
 */
export function ruleEntries(
  events: readonly PlanEvent[],
  text: string,
  resolved: ResolvedPlan,
  site: string,
): CalendarEntry[] {
  const { language, slug, name, "uid-domain": domain } = resolved.series.data;
  const say = entryWords[language];
  const url = `${site}/${calculatorPath}`;
  return events.flatMap(({ window }) =>
    placeWindow(window).map(({ role, first, last, extra }: Placement): CalendarEntry => {
      const planBy =
        role === "start" || window.planBy === undefined ? "" : ` · ${say.planBy(window.planBy, resolved.year)}`;
      return {
        ...firstStamp(resolved),
        uid: `${slug}/~${shortName(text)}/${isoDate(first)}${extra ? "-start" : ""}@${domain}`,
        dtstart: first,
        dtend: last + 1,
        url,
        categories: [name],
        summary: `${role === "start" ? say.starts : say.due}: ${clip(cleanLine(text), summaryLimit)}${planBy}`,
        description: withLink(`${say.how}: ${cleanLine(explain(window.trace, language).join("; "))}`, url),
      };
    }),
  );
}
