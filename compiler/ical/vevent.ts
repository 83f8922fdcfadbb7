import { bodyFrom, filled, type CalendarEntry } from "./vevent-body.ts";
import { foldLine } from "./fold.ts";
import { alarmLines, framesOf } from "./vevent-frame.ts";
import { cleanLine, clip, escapeText } from "./text.ts";
import { intoBlock, type SerialisedEntry } from "./entry-bytes.ts";

/** Of a reminder's text, in octets: programs show the entry's own summary. */
const alarmLimit = 90;

/** What entries were serialised as before, by everything they say. It only saves time: it may forget at any moment. */
export interface EntryMemory {
  /** A short name that no other text has. */
  nameOf(text: string): string;
  recall(name: string): SerialisedEntry | undefined;
  remember(name: string, serialised: SerialisedEntry): void;
}

/** Everything that an entry's text depends on, as one text. */
const everythingOf = ({
  uid,
  dtstart,
  dtend,
  summary,
  description,
  url,
  categories,
  status,
  sequence,
  changed,
  turn,
  alarm,
}: CalendarEntry): string =>
  JSON.stringify([
    uid,
    dtstart,
    dtend,
    summary,
    description,
    url,
    categories,
    status,
    sequence,
    changed,
    turn ?? 0,
    alarm ?? null,
  ]);

/** An entry with the name under which the memory knows it; undefined where there is none. */
export interface NamedEntry extends SerialisedEntry {
  readonly name: string | undefined;
}

/** Serialises some entries, in the same order. */
export type Serialiser = (entries: readonly CalendarEntry[]) => NamedEntry[];

/**
 * Serialises entries, as many at a time as one likes: what they share is made once for all of them, and what the memory
 * holds is taken from there. `check` is handed those that are new, before they are remembered, and throws at one that is
 * not sound.
 */
export function openSerialiser(check: (fresh: readonly SerialisedEntry[]) => void, memory?: EntryMemory): Serialiser {
  const frames = new Map<string, readonly string[]>();
  const reminders = new Map<number, readonly string[]>();
  const reminderOf = ({ alarm, summary }: CalendarEntry): string => {
    if (alarm === undefined) return "";
    const lines = reminders.get(alarm) ?? alarmLines(alarm);
    reminders.set(alarm, lines);
    const text = { alarm: escapeText(clip(cleanLine(summary), alarmLimit)) };
    return lines.map((line) => foldLine(filled(line, text))).join("");
  };
  const serialise = (entries: readonly CalendarEntry[]): SerialisedEntry[] => {
    const framed = framesOf(entries, frames);
    return intoBlock(
      entries.map((entry, index) => ({ body: bodyFrom(framed[index]!, entry), reminder: reminderOf(entry) })),
    );
  };
  return (entries) => {
    const names = entries.map((entry) => memory?.nameOf(everythingOf(entry)));
    const known = names.map((name) => (name === undefined ? undefined : memory?.recall(name)));
    const fresh = serialise(entries.filter((_, index) => known[index] === undefined));
    if (fresh.length > 0) check(fresh);
    const next = fresh.values();
    return known.map((old, index): NamedEntry => {
      const name = names[index];
      if (old !== undefined) return { ...old, name };
      const made = { ...next.next().value!, name };
      if (name !== undefined) memory?.remember(name, made);
      return made;
    });
  };
}
