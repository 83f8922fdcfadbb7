import { createEvents, type EventAttributes } from "ics";
import { anyAddress, mark, stamp } from "./vevent-body.ts";
import { unfold } from "./fold.ts";

/** What `ics` makes of an entry, as unfolded lines. Throws what `ics` finds wrong: a bug of ours. */
function linesOf(attributes: EventAttributes): string[] {
  const { error, value } = createEvents([attributes]);
  if (error !== null && error !== undefined) throw error;
  const lines = unfold(value ?? "");
  return lines.slice(lines.indexOf("BEGIN:VEVENT"), lines.indexOf("END:VCALENDAR"));
}

/** Lines of an entry and of its reminder, without END:VEVENT. */
interface Frames {
  readonly entry: readonly string[];
  readonly reminder: readonly string[];
}

/** The lines of an entry whose values are not texts, with the name of what stands there. */
const varying = /^(DTSTART|DTEND|DTSTAMP|LAST-MODIFIED|SEQUENCE|STATUS)((?:;[^:]*)?):.*$/;

/**
 * An entry and its reminder without their values, marks in their places: unfolded lines that `ics` made and found valid. All
 * entries have this frame: `ics` validates for half a millisecond an entry, folds in quadratic time and leaves categories
 * unescaped; and it is too large to be sent to a browser, where a reader computes entries.
 */
function makeFrames(): Frames {
  const someDay = stamp(0);
  const attributes: EventAttributes & { timestamp: string } = {
    uid: mark("uid"),
    title: mark("summary"),
    timestamp: someDay,
    lastModified: someDay,
    start: [1970, 1, 1],
    end: [1970, 1, 2],
    sequence: 0,
    status: "CONFIRMED",
    description: mark("description"),
    url: anyAddress,
    categories: [mark("categories")],
    busyStatus: "FREE",
    transp: "TRANSPARENT",
    alarms: [{ action: "display", description: mark("alarm"), trigger: { hours: 1, before: true } }],
  };
  const lines = linesOf(attributes);
  const [begin, end] = [lines.indexOf("BEGIN:VALARM"), lines.indexOf("END:VALARM") + 1];
  const entry = [...lines.slice(0, begin), ...lines.slice(end, -1)];
  return {
    entry: entry.map((line) =>
      line.replace(
        varying,
        (_, name: string, parameters: string) => `${name}${parameters}:${mark(name.toLowerCase())}`,
      ),
    ),
    // `ics` leaves its text unescaped and writes days as `-P7DT`: hours are right.
    reminder: lines.slice(begin, end).map((line) => line.replace(/^(TRIGGER:-PT)1H$/, `$1${mark("hours")}H`)),
  };
}

let made: Frames | undefined;

/** The frame of entries. */
export const entryFrame = (): readonly string[] => (made ??= makeFrames()).entry;

/** The frame of their reminders, marks in the place of text and hours. */
export const alarmFrame = (): readonly string[] => (made ??= makeFrames()).reminder;
