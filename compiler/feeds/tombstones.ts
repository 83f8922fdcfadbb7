import type { ResolvedPlan } from "../resolve/model.ts";
import { entryMessages } from "./messages/entries.ts";
import type { CalendarEntry } from "../ical/vevent-body.ts";
import { cleanLine } from "../ical/text.ts";
import { withLink } from "./description.ts";
import type { Tombstone } from "./history.ts";

/**
 * A withdrawn entry as subscribers see it: its old day and words, «ОТМЕНЕНО» before them, CANCELLED (RFC 5545 §3.8.1.11),
 * why, and the link. No reminder.
 */
export function tombstoneEntry(
  { uid, dtstart, dtend, summary, reasons, path, revision }: Tombstone,
  newest: ResolvedPlan,
  site: string,
): CalendarEntry {
  const { cancelled } = entryMessages[newest.series.data.language];
  const url = `${site}/${path}`;
  return {
    uid,
    dtstart,
    dtend,
    summary: `${cancelled}: ${summary}`,
    description: withLink(reasons.map(cleanLine).join("\n"), url),
    url,
    categories: [],
    ...revision,
  };
}
