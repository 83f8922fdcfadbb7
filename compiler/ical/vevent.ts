import { bodyFrom, filled, type CalendarEntry } from "./vevent-body.ts";
import { foldLine } from "./fold.ts";
import { alarmFrame, entryFrame } from "./vevent-frame.ts";
import { cleanLine, clip, escapeText } from "./text.ts";
import { intoBlock, type SerialisedEntry } from "./entry-bytes.ts";

/** Of a reminder's text, in octets: programs show the entry's own summary. */
const alarmLimit = 90;

const reminderOf = ({ alarm, summary }: CalendarEntry, frame: readonly string[]): string => {
  if (alarm === undefined) return "";
  const texts = { alarm: escapeText(clip(cleanLine(summary), alarmLimit)), hours: String(alarm) };
  return frame.map((line) => foldLine(filled(line, texts))).join("");
};

/** Serialises some entries, in the same order. */
export function serialise(entries: readonly CalendarEntry[]): SerialisedEntry[] {
  const [frame, alarm] = [entryFrame(), alarmFrame()];
  return intoBlock(entries.map((entry) => ({ body: bodyFrom(frame, entry), reminder: reminderOf(entry, alarm) })));
}
