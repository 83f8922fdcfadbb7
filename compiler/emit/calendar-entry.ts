import { createEvents, type DateArray, type EventAttributes } from "ics";
import { civilOf, type Day } from "../calendar/day.ts";
import { anyAddress, bodyFrom, entryEnd, filled, mark, stamp, type CalendarEntry } from "./calendar-body.ts";
import { foldLine, unfold } from "./calendar-fold.ts";
import { cleanLine, clip, escapeText, octetsOf } from "./calendar-text.ts";

/** An entry as it stands in a file, folded: a text and its size in UTF-8. */
export interface EntryText {
  readonly text: string;
  readonly octets: number;
}

/** An entry without and with its reminder. */
export interface SerialisedEntry {
  readonly plain: EntryText;
  readonly withAlarm: EntryText;
}

/** Of a reminder's text, in octets: programs show the entry's own summary. */
const alarmLimit = 90;

const dateArray = (day: Day): DateArray => {
  const { year, month, day: date } = civilOf(day);
  return [year, month, date];
};

/** What `ics` makes of some entries, one list of unfolded lines each. Throws what `ics` finds wrong: a bug of ours. */
function linesOf(attributes: readonly EventAttributes[]): string[][] {
  if (attributes.length === 0) return [];
  const { error, value } = createEvents([...attributes]);
  if (error !== null && error !== undefined) throw error;
  const entries: string[][] = [];
  for (const line of unfold(value ?? "")) {
    if (line === "BEGIN:VEVENT") entries.push([]);
    if (line !== "END:VCALENDAR") entries.at(-1)?.push(line);
  }
  return entries;
}

/**
 * An entry without its texts: what `ics` serialises and validates. Many entries have one frame, for there are only so many
 * days; and in its own texts `ics` folds in quadratic time and leaves categories unescaped.
 */
function frameOf(entry: CalendarEntry): EventAttributes {
  const changed = stamp(entry.changed, entry.turn);
  const attributes: EventAttributes & { timestamp: string } = {
    uid: mark("uid"), title: mark("summary"), timestamp: changed, lastModified: changed,
    start: dateArray(entry.dtstart), end: dateArray(entry.dtend), sequence: entry.sequence, status: entry.status, description: mark("description"), url: anyAddress,
    ...(entry.categories.length === 0 ? {} : { categories: [mark("categories")] }), busyStatus: "FREE", transp: "TRANSPARENT",
  };
  return attributes;
}

/** The lines of each entry without END:VEVENT, its texts filled in. */
function bodiesOf(entries: readonly CalendarEntry[]): string[] {
  const names = entries.map(({ dtstart, dtend, status, sequence, changed, turn, categories }) => [dtstart, dtend, status, sequence, changed, turn ?? 0, categories.length > 0].join());
  const first = new Map(names.map((name, index) => [name, entries[index]!]));
  const lines = linesOf([...first.values()].map(frameOf));
  const frames = new Map([...first.keys()].map((name, index) => [name, lines[index]!.slice(0, -1)]));
  return entries.map((entry, index) => bodyFrom(frames.get(names[index]!)!, entry));
}

/** Lines of a frame whose values differ from entry to entry, with the name of the text that stands there. */
const varying = /^(DTSTART|DTEND|DTSTAMP|LAST-MODIFIED|SEQUENCE|STATUS)((?:;[^:]*)?):.*$/;

/**
 * What `ics` writes of any entry with categories, its values replaced by marks: the frame of entries that a reader
 * computes, since `ics` is too large to be sent to a browser.
 */
export function frameOfAny(): string[] {
  const [lines = []] = linesOf([frameOf({ uid: "", summary: "", description: "", url: "", categories: ["any"], dtstart: 0, dtend: 1, changed: 0, sequence: 0, status: "CONFIRMED" })]);
  return lines.slice(0, -1).map((line) => line.replace(varying, (_, name: string, parameters: string) => `${name}${parameters}:${mark(name.toLowerCase())}`));
}

/** The lines of a reminder. `ics` leaves its text unescaped and writes days as `-P7DT`: hours are right. */
function alarmLines(hours: number): string[] {
  const [lines = []] = linesOf([{
    uid: "alarm", start: [2000, 1, 1], end: [2000, 1, 2], alarms: [{ action: "display", description: mark("alarm"), trigger: { hours, before: true } }],
  }]);
  return lines.slice(lines.indexOf("BEGIN:VALARM"), lines.indexOf("END:VALARM") + 1);
}

/** The entries as text, in the same order. */
function serialise(entries: readonly CalendarEntry[]): SerialisedEntry[] {
  const bodies = bodiesOf(entries);
  const reminders = new Map<number, readonly string[]>();
  return entries.map((entry, index): SerialisedEntry => {
    const body = bodies[index]!;
    const plain = { text: body + entryEnd, octets: octetsOf(body) + entryEnd.length };
    if (entry.alarm === undefined) return { plain, withAlarm: plain };
    const lines = reminders.get(entry.alarm) ?? alarmLines(entry.alarm);
    reminders.set(entry.alarm, lines);
    const text = { alarm: escapeText(clip(cleanLine(entry.summary), alarmLimit)) };
    const reminder = lines.map((line) => foldLine(filled(line, text))).join("");
    return { plain, withAlarm: { text: body + reminder + entryEnd, octets: plain.octets + octetsOf(reminder) } };
  });
}

/** What entries were serialised as before, by everything they say. It only saves time: it may forget at any moment. */
export interface EntryMemory {
  /** A short name that no other text has. */
  nameOf(text: string): string;
  recall(name: string): SerialisedEntry | undefined;
  remember(name: string, serialised: SerialisedEntry): void;
}

/** Everything that an entry's text depends on, as one text. */
const everythingOf = ({ uid, dtstart, dtend, summary, description, url, categories, status, sequence, changed, turn, alarm }: CalendarEntry): string =>
  JSON.stringify([uid, dtstart, dtend, summary, description, url, categories, status, sequence, changed, turn ?? 0, alarm ?? null]);

/** An entry with the name under which the memory knows it; undefined where there is none. */
export interface NamedEntry extends SerialisedEntry {
  readonly name: string | undefined;
}

/**
 * The entries as text, in the same order; what the memory holds is taken from there. `check` is handed those that are new,
 * before they are remembered, and throws at one that is not sound.
 */
export function serialiseEntries(entries: readonly CalendarEntry[], check: (fresh: readonly SerialisedEntry[]) => void, memory?: EntryMemory): NamedEntry[] {
  const names = entries.map((entry) => memory?.nameOf(everythingOf(entry)));
  const known = names.map((name) => (name === undefined ? undefined : memory?.recall(name)));
  const fresh = entries.filter((_, index) => known[index] === undefined);
  const serialised = serialise(fresh).values();
  const result = known.map((old) => old ?? serialised.next().value!);
  check(result.filter((_, index) => known[index] === undefined));
  if (memory !== undefined) result.forEach((entry, index) => known[index] === undefined && memory.remember(names[index]!, entry));
  return result.map(({ plain, withAlarm }, index) => ({ plain, withAlarm, name: names[index] }));
}
