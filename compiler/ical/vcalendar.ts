import { foldLine } from "./fold.ts";
import { cleanLine, cleanText, escapeText } from "./text.ts";

/** A colour by its CSS name (RFC 7986 §5.9) and as Apple's programs want it. */
export interface CalendarColour {
  readonly name: string;
  readonly hex: string;
}

/** The properties of a calendar (RFC 5545 §3.7, RFC 7986 §5). */
export interface CalendarProperties {
  /** Identifies the program that wrote the file (RFC 5545 §3.7.3). */
  readonly prodid: string;
  readonly name: string;
  readonly description: string;
  /** IANA name of the time zone in which the whole days of the entries are meant. */
  readonly timeZone: string;
  /** How often a program should fetch the file again: an ISO 8601 duration (RFC 7986 §5.7). */
  readonly refresh: string;
  readonly colour: CalendarColour;
  /** Address of the file itself (RFC 7986 §5.8). */
  readonly source: string;
  /** Address of its page. */
  readonly url: string;
}

/** The line that closes a calendar. */
export const calendarEnd = "END:VCALENDAR\r\n";

/**
 * The opening lines of a calendar, folded: everything before its entries. There is no METHOD: PUBLISH would ask for an ORGANIZER in every entry (RFC 5546
 * §3.2.1).
 */
export function calendarStart(properties: CalendarProperties): string {
  const name = escapeText(cleanLine(properties.name));
  const description = escapeText(cleanText(properties.description));
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:${escapeText(cleanLine(properties.prodid))}`,
    "CALSCALE:GREGORIAN",
    `NAME:${name}`,
    `X-WR-CALNAME:${name}`,
    `DESCRIPTION:${description}`,
    `X-WR-CALDESC:${description}`,
    `X-WR-TIMEZONE:${properties.timeZone}`,
    `REFRESH-INTERVAL;VALUE=DURATION:${properties.refresh}`,
    `X-PUBLISHED-TTL:${properties.refresh}`,
    `COLOR:${properties.colour.name}`,
    `X-APPLE-CALENDAR-COLOR:${properties.colour.hex}`,
    `SOURCE;VALUE=URI:${properties.source}`,
    `URL:${properties.url}`,
  ];
  return lines.map(foldLine).join("");
}

/**
 * A file of entries for import: a program adds them to a calendar that its owner already has, so the file has neither a
 * name nor an address to fetch again.
 */
export function importFile(prodid: string, entries: readonly string[]): string {
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", `PRODID:${escapeText(cleanLine(prodid))}`, "CALSCALE:GREGORIAN"];
  return `${lines.map(foldLine).join("")}${entries.join("")}${calendarEnd}`;
}
