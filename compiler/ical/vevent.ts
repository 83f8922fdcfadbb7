import { bodyFrom, filled, type CalendarEntry } from "./vevent-body.ts";
import { foldLine } from "./fold.ts";
import { alarmLines, entryFrame } from "./vevent-frame.ts";
import { cleanLine, clip, escapeText } from "./text.ts";
import { intoBlock, type SerialisedEntry } from "./entry-bytes.ts";

/** Of a reminder's text, in octets: programs show the entry's own summary. */
const alarmLimit = 90;

/** Serialises some entries, in the same order. */
export type Serialiser = (entries: readonly CalendarEntry[]) => SerialisedEntry[];

/** Serialises entries, as many at a time as one likes: what they share is made once for all of them. */
export function openSerialiser(): Serialiser {
  const reminders = new Map<number, readonly string[]>();
  const reminderOf = ({ alarm, summary }: CalendarEntry): string => {
    if (alarm === undefined) return "";
    const lines = reminders.get(alarm) ?? alarmLines(alarm);
    reminders.set(alarm, lines);
    const text = { alarm: escapeText(clip(cleanLine(summary), alarmLimit)) };
    return lines.map((line) => foldLine(filled(line, text))).join("");
  };
  return (entries) => {
    const frame = entryFrame();
    return intoBlock(entries.map((entry) => ({ body: bodyFrom(frame, entry), reminder: reminderOf(entry) })));
  };
}
