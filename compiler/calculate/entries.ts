import { isoDate } from "../calendar/day.ts";
import { bodyFrom, entryEnd, type CalendarEntry } from "../ical/vevent-body.ts";
import { importFile } from "../ical/vcalendar.ts";
import { productId } from "../feeds/product-id.ts";
import { feedEntries } from "../feeds/entries.ts";
import { ruleEntries } from "../feeds/rule-entries.ts";
import { ownName, type Dates } from "./answer.ts";
import type { WaitingData } from "./data.ts";
import type { Counting } from "./open.ts";

/** A calendar file for one reader. */
export interface EntryFile {
  readonly name: string;
  readonly text: string;
}

function fileOf(entries: readonly CalendarEntry[], name: string, { data }: Counting): EntryFile {
  return {
    name: `${name}.ics`,
    text: importFile(
      productId(data.series),
      entries.map((entry) => bodyFrom(data.frame, entry) + entryEnd),
    ),
  };
}

/**
 * The dates of a waiting cell as a file: the entries that the feeds would hold if that day were on record, byte for byte. A day
 * on record gives the published entry with its uid. The reader's own day is in the uid with a tilde, which no key of a plan may
 * hold: the file replaces no published entry, and the same day gives the same uid.
 */
export function waitingFile(
  { resolved, dueWindows, recorded }: Dates,
  date: string,
  counting: Counting,
  stamps: WaitingData["stamps"] = {},
): EntryFile {
  const own = ownName(date);
  const entries = feedEntries([{ ...resolved, dueWindows }], counting.data.site, (uid) =>
    Object.hasOwn(stamps, uid) ? stamps[uid] : undefined,
  );
  const named = entries.map((entry) =>
    recorded || entry.uid.includes(own) ? entry : { ...entry, uid: entry.uid.replace("@", `${own}@`) },
  );
  const [first] = dueWindows;
  return fileOf(named, `${first?.item ?? "srok"}-${first === undefined ? "" : isoDate(first.window.end)}`, counting);
}

/** The dates of a rule of no plan as a file, its entries laid out like those of the feeds. */
export function ruleFile({ resolved, dueWindows }: Dates, text: string, counting: Counting): EntryFile {
  const [first] = dueWindows;
  return fileOf(
    ruleEntries(dueWindows, text, resolved, counting.data.site),
    first === undefined ? "srok" : isoDate(first.window.end),
    counting,
  );
}
