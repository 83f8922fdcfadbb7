import { civilOf, twoDigits, type Day } from "../calendar/day.ts";
import type { Instant } from "../calendar/instant.ts";
import { foldLine } from "./fold.ts";
import { cleanLine, cleanText, escapeText } from "./text.ts";

export type EntryStatus = "CONFIRMED" | "CANCELLED";

/** An entry of a calendar: whole days, or instants in UTC (RFC 5545 §3.6.1, by its names). */
export interface CalendarEntry {
  /** Plain ASCII. */
  readonly uid: string;
  readonly dtstart: Day;
  /** Exclusive. */
  readonly dtend: Day;
  /** Where it has a time: the instant that it begins at, and the one that it ends at, without which it has no length. */
  readonly instants?: { readonly start: Instant; readonly end?: Instant } | undefined;
  readonly summary: string;
  readonly description: string;
  readonly url: string;
  readonly categories: readonly string[];
  readonly status: EntryStatus;
  readonly sequence: number;
  /** When it last changed: DTSTAMP and LAST-MODIFIED, at the start of that day, UTC. */
  readonly changed: Day;
  /** Which of several changes on that day it was: that many seconds later. */
  readonly turn?: number | undefined;
  /** Hours before the start of `dtstart` at which to remind; undefined: no reminder. */
  readonly alarm?: number | undefined;
}

/** Stands for a text; a clean text cannot contain it. */
export const mark = (name: string): string => `\u0001${name}\u0001`;

/** A date (RFC 5545 §3.3.4). */
function dateOf(day: Day): string {
  const { year, month, day: date } = civilOf(day);
  return `${String(year).padStart(4, "0")}${twoDigits(month)}${twoDigits(date)}`;
}

/** Hours, minutes and seconds of a time that many seconds into its day, at most its last second. */
export function clockOf(seconds: number): readonly [hours: string, minutes: string, seconds: string] {
  const within = Math.min(seconds, 86_399);
  return [twoDigits(Math.floor(within / 3600)), twoDigits(Math.floor(within / 60) % 60), twoDigits(within % 60)];
}

/** A UTC date-time (RFC 5545 §3.3.5): the start of a day and some seconds. */
export const stamp = (day: Day, turn = 0): string => `${dateOf(day)}T${clockOf(turn).join("")}Z`;

/** An instant as a UTC date-time. */
function stampAt(instant: Instant): string {
  const day = Math.floor(instant / 1440);
  return stamp(day, (instant - day * 1440) * 60);
}

/** The line of a frame for an entry: with its instants in the place of days; undefined for an end or categories that it has not. */
function ownLine(line: string, { instants, categories }: CalendarEntry): string | undefined {
  if (line.startsWith("CATEGORIES")) return categories.length === 0 ? undefined : line;
  if (instants === undefined) return line;
  if (line.startsWith("DTSTART")) return `DTSTART:${stampAt(instants.start)}`;
  if (!line.startsWith("DTEND")) return line;
  return instants.end === undefined ? undefined : `DTEND:${stampAt(instants.end)}`;
}

/** The texts of an entry as they stand in a file, escaped, by the name of their marks. */
type Texts = Readonly<Record<string, string>>;

const escaped = (text: string): string => escapeText(cleanLine(text));

const textsOf = (entry: CalendarEntry): Texts => ({
  uid: entry.uid,
  summary: escaped(entry.summary),
  description: escapeText(cleanText(entry.description)),
  categories: entry.categories.map(escaped).join(","),
  dtstart: dateOf(entry.dtstart),
  dtend: dateOf(entry.dtend),
  dtstamp: stamp(entry.changed, entry.turn),
  "last-modified": stamp(entry.changed, entry.turn),
  sequence: String(entry.sequence),
  status: entry.status,
});

/** Stands for an address: `ics` wants one that it can read. */
export const anyAddress = "http://localhost/";

const marked = /\u0001(.*?)\u0001/g;
/** A line with its marks replaced by texts. */
export const filled = (line: string, texts: Texts): string =>
  line.includes("\u0001") ? line.replace(marked, (_, name: string) => texts[name] ?? "") : line;

/** The line that closes an entry. */
export const entryEnd = "END:VEVENT\r\n";

/** The lines of an entry from the frame (`entryFrame`), its values filled in, folded; without END:VEVENT. */
export function bodyFrom(frame: readonly string[], entry: CalendarEntry): string {
  const texts = textsOf(entry);
  return frame
    .map((line) => ownLine(line, entry))
    .filter((line) => line !== undefined)
    .map((line) => foldLine(line === `URL:${anyAddress}` ? `URL:${entry.url}` : filled(line, texts)))
    .join("");
}
