import type { ValueKind } from "./values.ts";

/** What a property may be. */
export interface PropertyRule {
  readonly kind: ValueKind;
  readonly required?: true;
  readonly repeatable?: true;
  /** The parameters that it must have, as written. */
  readonly parameters?: string;
  /** It may be a UTC date-time without parameters instead. */
  readonly orStamp?: true;
}

export interface ComponentRule {
  readonly properties: Readonly<Record<string, PropertyRule>>;
  readonly inside: readonly string[];
}

/**
 * The components and properties of our files (RFC 5545 §3.6, RFC 7986 §5). METHOD is none of them: PUBLISH would ask for an
 * ORGANIZER. Other X- properties are let through.
 */
export const grammar: Readonly<Record<string, ComponentRule>> = {
  VCALENDAR: {
    inside: ["VEVENT"],
    properties: {
      VERSION: { kind: ["2.0"], required: true },
      PRODID: { kind: "text", required: true },
      CALSCALE: { kind: ["GREGORIAN"] },
      NAME: { kind: "text", required: true },
      "X-WR-CALNAME": { kind: "text", required: true },
      DESCRIPTION: { kind: "text" },
      "X-WR-CALDESC": { kind: "text" },
      "X-WR-TIMEZONE": { kind: "text", required: true },
      "REFRESH-INTERVAL": { kind: "duration", required: true, parameters: ";VALUE=DURATION" },
      "X-PUBLISHED-TTL": { kind: "duration", required: true },
      COLOR: { kind: "colour" },
      "X-APPLE-CALENDAR-COLOR": { kind: "hex" },
      SOURCE: { kind: "uri", parameters: ";VALUE=URI" },
      URL: { kind: "uri" },
    },
  },
  VEVENT: {
    inside: ["VALARM"],
    properties: {
      UID: { kind: "text", required: true },
      DTSTAMP: { kind: "stamp", required: true },
      DTSTART: { kind: "date", required: true, parameters: ";VALUE=DATE", orStamp: true },
      // Whole days have an end; an instant may have no length (RFC 5545 §3.6.1).
      DTEND: { kind: "date", parameters: ";VALUE=DATE", orStamp: true },
      SEQUENCE: { kind: "count", required: true },
      SUMMARY: { kind: "text", required: true },
      DESCRIPTION: { kind: "text" },
      URL: { kind: "uri" },
      STATUS: { kind: ["CONFIRMED", "CANCELLED"], required: true },
      CATEGORIES: { kind: "texts", repeatable: true },
      "X-MICROSOFT-CDO-BUSYSTATUS": { kind: ["FREE"], required: true },
      TRANSP: { kind: ["TRANSPARENT"], required: true },
      CLASS: { kind: ["PUBLIC"] },
      "LAST-MODIFIED": { kind: "stamp", required: true },
    },
  },
  VALARM: {
    inside: [],
    properties: {
      ACTION: { kind: ["DISPLAY"], required: true },
      TRIGGER: { kind: "duration", required: true },
      DESCRIPTION: { kind: "text", required: true },
    },
  },
};

/** A property that no standard names. */
export const anyExtension: PropertyRule = { kind: "anything", repeatable: true };
