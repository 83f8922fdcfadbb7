import { foldLine } from "./fold.ts";
import { cleanLine, cleanText, escapeText } from "./text.ts";

/** A colour by its CSS name (RFC 7986 §5.9) and as Apple's programs want it. */
export interface CalendarColour {
  readonly name: string;
  readonly hex: string;
}

/** What a calendar says of itself (RFC 5545 §3.7, RFC 7986 §5). */
export interface CalendarHead {
  /** Names what wrote the file: `-//name//name//LANGUAGE`. */
  readonly prodid: string;
  readonly name: string;
  readonly description: string;
  /** IANA name; entries are whole days, it is where they are meant. */
  readonly timeZone: string;
  /** How often to look again, an ISO 8601 duration. */
  readonly refresh: string;
  readonly colour: CalendarColour;
  /** Where the file itself is. */
  readonly source: string;
  /** Its page. */
  readonly url: string;
}

/** The line that closes a calendar. */
export const calendarEnd = "END:VCALENDAR\r\n";

/** Names what wrote the files of a series. */
export const prodidOf = ({ slug, language }: { readonly slug: string; readonly language: string }): string =>
  `-//srok//${slug}//${language.toUpperCase()}`;

/**
 * What stands before the entries of a calendar. No METHOD: PUBLISH would ask for an ORGANIZER in every entry (RFC 5546
 * §3.2.1).
 */
export function calendarHead(head: CalendarHead): string {
  const name = escapeText(cleanLine(head.name));
  const description = escapeText(cleanText(head.description));
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:${escapeText(cleanLine(head.prodid))}`,
    "CALSCALE:GREGORIAN",
    `NAME:${name}`,
    `X-WR-CALNAME:${name}`,
    `DESCRIPTION:${description}`,
    `X-WR-CALDESC:${description}`,
    `X-WR-TIMEZONE:${head.timeZone}`,
    `REFRESH-INTERVAL;VALUE=DURATION:${head.refresh}`,
    `X-PUBLISHED-TTL:${head.refresh}`,
    `COLOR:${head.colour.name}`,
    `X-APPLE-CALENDAR-COLOR:${head.colour.hex}`,
    `SOURCE;VALUE=URI:${head.source}`,
    `URL:${head.url}`,
  ];
  return lines.map(foldLine).join("");
}

/** A calendar file from its head and entries that are folded already. */
export const calendarText = (head: CalendarHead, entries: readonly string[]): string =>
  `${calendarHead(head)}${entries.join("")}${calendarEnd}`;

/**
 * A file that only hands entries over: a program adds them to a calendar that its owner already has, so the file has
 * neither a name nor an address to ask again.
 */
export function looseEntries(prodid: string, entries: readonly string[]): string {
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", `PRODID:${escapeText(cleanLine(prodid))}`, "CALSCALE:GREGORIAN"];
  return `${lines.map(foldLine).join("")}${entries.join("")}${calendarEnd}`;
}
