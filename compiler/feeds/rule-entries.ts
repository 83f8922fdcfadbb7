import { homeYear } from "../calendar/bounds.ts";
import { isoDate } from "../calendar/day.ts";
import type { DueWindow, ResolvedPlan } from "../resolve/model.ts";
import { entryMessages } from "./messages/entries.ts";
import { explain } from "../explain/explain.ts";
import type { CalendarEntry } from "../ical/vevent-body.ts";
import { cleanLine, clip } from "../ical/text.ts";
import { fnv1a } from "../source/fnv1a.ts";
import { withLink } from "./description.ts";
import { layOutWindow, type EntryLayout } from "./entry-layout.ts";
import { initialRevision } from "./entry-revision.ts";

/** The longest name of an entry, in octets. */
const summaryLimit = 600;

/** The page of the calculator, below the address of a series. */
const calculatorPath = "calculator/";

/**
 * Entries for the dates of a rule that stands in no plan, laid out like those of the feeds; `text` is the wording of the
 * rule. Their uids depend on wording and day alone, so the same question gives the same entries. The tilde in them occurs
 * in no published uid.
 */
export function ruleEntries(
  dueWindows: readonly DueWindow[],
  text: string,
  resolved: ResolvedPlan,
  site: string,
): CalendarEntry[] {
  const { language, slug, name, "uid-domain": domain } = resolved.series.data;
  const messages = entryMessages[language];
  const url = `${site}/${calculatorPath}`;
  return dueWindows.flatMap(({ window }) =>
    layOutWindow(window).map(({ role, first, last, extra }: EntryLayout): CalendarEntry => {
      const planBy =
        role === "start" || window.planBy === undefined
          ? ""
          : ` · ${messages.planBy(window.planBy, homeYear(resolved.bounds))}`;
      return {
        ...initialRevision(resolved),
        uid: `${slug}/~${fnv1a(text).toString(36)}/${isoDate(first)}${extra ? "-start" : ""}@${domain}`,
        dtstart: first,
        dtend: last + 1,
        url,
        categories: [name],
        summary: `${role === "start" ? messages.starts : messages.due}: ${clip(cleanLine(text), summaryLimit)}${planBy}`,
        description: withLink(`${messages.how}: ${cleanLine(explain(window.trace, language).join("; "))}`, url),
      };
    }),
  );
}
