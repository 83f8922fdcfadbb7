import { createEvents, type DateArray, type EventAttributes } from "ics";
import { civilOf, type Day } from "../calendar/day.ts";
import { anyAddress, mark, stamp, type CalendarEntry } from "./vevent-body.ts";
import { unfold } from "./fold.ts";

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
    uid: mark("uid"),
    title: mark("summary"),
    timestamp: changed,
    lastModified: changed,
    start: dateArray(entry.dtstart),
    end: dateArray(entry.dtend),
    sequence: entry.sequence,
    status: entry.status,
    description: mark("description"),
    url: anyAddress,
    ...(entry.categories.length === 0 ? {} : { categories: [mark("categories")] }),
    busyStatus: "FREE",
    transp: "TRANSPARENT",
  };
  return attributes;
}

/** Frames of entries by all that is in them: unfolded lines, without END:VEVENT. */
type Frames = Map<string, readonly string[]>;

/** The frame of each entry, in the same order; those that are not among the known ones are made at once, and join them. */
export function framesOf(entries: readonly CalendarEntry[], known: Frames): (readonly string[])[] {
  const names = entries.map(({ dtstart, dtend, status, sequence, changed, turn, categories }) =>
    [dtstart, dtend, status, sequence, changed, turn ?? 0, categories.length > 0].join(),
  );
  const missing = new Map(names.flatMap((name, index) => (known.has(name) ? [] : [[name, entries[index]!] as const])));
  const lines = linesOf([...missing.values()].map(frameOf));
  [...missing.keys()].forEach((name, index) => known.set(name, lines[index]!.slice(0, -1)));
  return names.map((name) => known.get(name)!);
}

/** Lines of a frame whose values differ from entry to entry, with the name of the text that stands there. */
const varying = /^(DTSTART|DTEND|DTSTAMP|LAST-MODIFIED|SEQUENCE|STATUS)((?:;[^:]*)?):.*$/;

/**
 * What `ics` writes of any entry with categories, its values replaced by marks: the frame of entries that a reader
 * computes, since `ics` is too large to be sent to a browser.
 */
export function frameOfAny(): string[] {
  const [lines = []] = linesOf([
    frameOf({
      uid: "",
      summary: "",
      description: "",
      url: "",
      categories: ["any"],
      dtstart: 0,
      dtend: 1,
      changed: 0,
      sequence: 0,
      status: "CONFIRMED",
    }),
  ]);
  return lines
    .slice(0, -1)
    .map((line) =>
      line.replace(
        varying,
        (_, name: string, parameters: string) => `${name}${parameters}:${mark(name.toLowerCase())}`,
      ),
    );
}

/** The lines of a reminder. `ics` leaves its text unescaped and writes days as `-P7DT`: hours are right. */
export function alarmLines(hours: number): string[] {
  const [lines = []] = linesOf([
    {
      uid: "alarm",
      start: [2000, 1, 1],
      end: [2000, 1, 2],
      alarms: [{ action: "display", description: mark("alarm"), trigger: { hours, before: true } }],
    },
  ]);
  return lines.slice(lines.indexOf("BEGIN:VALARM"), lines.indexOf("END:VALARM") + 1);
}
