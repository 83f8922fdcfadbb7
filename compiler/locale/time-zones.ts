/** Names of time zones (IANA). Only whether a name is known is asked here; no date depends on a time zone. */
import { nearest } from "../source/nearest.ts";

// eslint-disable-next-line no-restricted-globals -- the names that pages and programs will be asked to understand, never a date
const intl = Intl;

/** Returns whether programs know a time zone of this name: what they do not know stops a page that shows an hour of the day. */
export function isTimeZone(name: string): boolean {
  // The list has no old names (Asia/Calcutta), which only the first format made in a process tells: that takes fifteen times as long.
  if (intl.supportedValuesOf("timeZone").includes(name)) return true;
  try {
    new intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** Returns the zone that a mistyped name probably meant. */
export const nearestTimeZone = (name: string): string | undefined => nearest(name, intl.supportedValuesOf("timeZone"));
