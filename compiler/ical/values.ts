import { existingDay, type Day } from "../calendar/day.ts";
import type { CalendarFaultCode } from "./fault.ts";

/** The kinds of value that our files hold (RFC 5545 §3.3, RFC 7986 §5.9). */
export type ValueKind =
  | "text"
  | "texts"
  | "date"
  | "stamp"
  | "duration"
  | "count"
  | "uri"
  | "colour"
  | "hex"
  | "anything"
  | readonly string[];

/** YYYYMMDD as a day; undefined when there is no such day. */
export function parseDateValue(value: string): Day | undefined {
  const match = /^(\d{4})(\d\d)(\d\d)$/.exec(value);
  return match ? existingDay(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
}

/** A UTC date-time; a leap second is allowed (RFC 5545 §3.3.12). */
function isStamp(value: string): boolean {
  const match = /^(\d{8})T([01]\d|2[0-3])[0-5]\d([0-5]\d|60)Z$/.exec(value);
  return match !== null && parseDateValue(match[1]!) !== undefined;
}

/** Weeks alone, or days and a time of at least one part, hours before minutes before seconds (RFC 5545 §3.3.6). */
const duration = /^[+-]?P(\d+W|\d+D(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?|T(?=\d)(\d+H)?(\d+M)?(\d+S)?)$/;
/** Everything escaped that has to be, and nothing else (RFC 5545 §3.3.11). */
const text = /^(?:[^\\;,]|\\[\\;,nN])*$/;
const texts = /^(?:[^\\;,]|\\[\\;,nN])+(?:,(?:[^\\;,]|\\[\\;,nN])+)*$/;
const uri = /^[a-z][a-z0-9+.-]*:[\x21\x23-\x3b\x3d\x3f-\x5b\x5d\x5f\x61-\x7a\x7e]+$/i;
const largest = 2147483647;

const checks: Readonly<
  Record<Exclude<ValueKind, readonly string[]>, readonly [CalendarFaultCode, (value: string) => boolean]>
> = {
  text: ["bad-escape", (value) => text.test(value)],
  texts: ["bad-escape", (value) => texts.test(value)],
  date: ["bad-date", (value) => parseDateValue(value) !== undefined],
  stamp: ["bad-time", isStamp],
  duration: ["bad-duration", (value) => duration.test(value)],
  count: ["bad-value", (value) => /^\d+$/.test(value) && Number(value) <= largest],
  uri: ["bad-value", (value) => uri.test(value)],
  colour: ["bad-value", (value) => /^[a-z]+$/.test(value)],
  hex: ["bad-value", (value) => /^#[0-9A-F]{6}$/.test(value)],
  anything: ["bad-value", () => true],
};

/** The fault of a value; undefined when it is of its kind. */
export function valueFault(kind: ValueKind, value: string): CalendarFaultCode | undefined {
  if (typeof kind !== "string") return kind.includes(value) ? undefined : "bad-value";
  const [code, holds] = checks[kind];
  return holds(value) ? undefined : code;
}
