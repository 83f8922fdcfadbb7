import { isoDate, type Day } from "../calendar/day.ts";
import { unfold } from "./fold.ts";
import { parseDateValue } from "./values.ts";

/** An entry of a feed that is out there, as far as subscribers hold on to it. */
export interface ParsedEntry {
  readonly uid: string;
  readonly sequence: number;
  readonly cancelled: boolean;
  /** Day, end and summary as one text: what a higher SEQUENCE has to answer for. */
  readonly shown: string;
}

/** What makes a file no calendar that can be read. */
export type CalendarParseFault = "no-begin" | "no-end" | "line" | "no-uid" | "twice" | "sequence" | "date";

/** A file is not a calendar that can be read; `value` is what stands there. */
export class CalendarParseError extends Error {
  readonly fault: CalendarParseFault;
  readonly value: string;

  constructor(fault: CalendarParseFault, value = "") {
    super(`${fault} ${value}`);
    this.fault = fault;
    this.value = value;
  }
}

const dayText = (value: string | undefined): string => {
  // An instant is as good as a day; who reads only compares.
  if (value !== undefined && /^\d{8}T\d{6}Z$/.test(value)) return value;
  const day: Day | undefined = value === undefined ? undefined : parseDateValue(value);
  if (day === undefined) throw new CalendarParseError("date", value);
  return isoDate(day);
};

function entryOf(properties: ReadonlyMap<string, string>): ParsedEntry {
  const uid = properties.get("UID");
  const sequence = Number(properties.get("SEQUENCE") ?? "0");
  if (uid === undefined) throw new CalendarParseError("no-uid");
  if (!Number.isSafeInteger(sequence)) throw new CalendarParseError("sequence", properties.get("SEQUENCE"));
  const shown = [
    dayText(properties.get("DTSTART")),
    ...(properties.get("DTSTART")?.endsWith("Z") && !properties.has("DTEND") ? [] : [dayText(properties.get("DTEND"))]),
    properties.get("SUMMARY") ?? "",
  ].join(" ");
  return { uid, sequence, cancelled: properties.get("STATUS") === "CANCELLED", shown };
}

/** The entries of a calendar file, by uid. Throws `NotACalendar` with what is wrong for a file that is none, or is torn. */
export function parseCalendar(text: string): Map<string, ParsedEntry> {
  const lines = unfold(text.replace(/\r?\n/g, "\r\n"));
  if (lines[0] !== "BEGIN:VCALENDAR") throw new CalendarParseError("no-begin", lines[0]?.slice(0, 40));
  if (lines.at(-1) !== "END:VCALENDAR") throw new CalendarParseError("no-end", lines.at(-1)?.slice(0, 40));
  const entries = new Map<string, ParsedEntry>();
  let open: Map<string, string> | undefined;
  let inside = "";
  for (const line of lines) {
    const [, name = "", value = ""] = /^([A-Za-z0-9-]+)(?:;[^:]*)?:(.*)$/s.exec(line) ?? [];
    if (name === "") throw new CalendarParseError("line", line.slice(0, 40));
    if (name === "BEGIN" && value !== "VCALENDAR") {
      inside = value;
      if (value === "VEVENT") open = new Map();
    } else if (name === "END" && value === "VEVENT" && open !== undefined) {
      const entry = entryOf(open);
      if (entries.has(entry.uid)) throw new CalendarParseError("twice", entry.uid);
      entries.set(entry.uid, entry);
      open = undefined;
    } else if (name === "END") inside = open === undefined ? "" : "VEVENT";
    else if (inside === "VEVENT" && open !== undefined && !open.has(name)) open.set(name, value);
  }
  return entries;
}
