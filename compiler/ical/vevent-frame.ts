import { createEvents, type EventAttributes } from "ics";
import { anyAddress, mark, stamp } from "./vevent-body.ts";
import { unfold } from "./fold.ts";

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

/** The lines of an entry whose values are not texts, with the name of what stands there. */
const varying = /^(DTSTART|DTEND|DTSTAMP|LAST-MODIFIED|SEQUENCE|STATUS)((?:;[^:]*)?):.*$/;

/**
 * An entry without its values, marks in their places: unfolded lines that `ics` made and found valid, without END:VEVENT. All
 * entries have this frame: `ics` validates for half a millisecond an entry, folds in quadratic time and leaves categories
 * unescaped; and it is too large to be sent to a browser, where a reader computes entries.
 */
function makeFrame(): string[] {
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
  };
  const [lines = []] = linesOf([attributes]);
  return lines
    .slice(0, -1)
    .map((line) =>
      line.replace(
        varying,
        (_, name: string, parameters: string) => `${name}${parameters}:${mark(name.toLowerCase())}`,
      ),
    );
}

let made: readonly string[] | undefined;

/** The frame of entries. */
export const entryFrame = (): readonly string[] => (made ??= makeFrame());

/** A reminder without its values. `ics` leaves its text unescaped and writes days as `-P7DT`: hours are right. */
function makeAlarmFrame(): string[] {
  const [lines = []] = linesOf([
    {
      uid: "alarm",
      start: [2000, 1, 1],
      end: [2000, 1, 2],
      alarms: [{ action: "display", description: mark("alarm"), trigger: { hours: 1, before: true } }],
    },
  ]);
  return lines
    .slice(lines.indexOf("BEGIN:VALARM"), lines.indexOf("END:VALARM") + 1)
    .map((line) => line.replace(/^(TRIGGER:-PT)1H$/, `$1${mark("hours")}H`));
}

let madeAlarm: readonly string[] | undefined;

/** The frame of reminders. */
export const alarmFrame = (): readonly string[] => (madeAlarm ??= makeAlarmFrame());
