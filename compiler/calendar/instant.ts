/**
 * Instants and the clocks of time zones (IANA). The zones and their changes of summer time are those of the platform
 * (`Intl`), in a build as in a browser: a library of zones would weigh more than all the rest of the calculator.
 */
import { memoizeByKey } from "../source/memoize.ts";
import { isoDate, twoDigits, type Day } from "./day.ts";

// eslint-disable-next-line no-restricted-globals -- the offsets of named zones; never the machine's own zone or locale
const intl = Intl;

/** Minutes since 1970-01-01T00:00Z. */
export type Instant = number;

const minutesInDay = 1440;
const formatOf = memoizeByKey(
  (zone: string) => new intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" }),
);

/** Minutes by which the clocks of a zone are ahead of UTC at an instant. @throws RangeError for a zone that is not known */
export function offsetAt(zone: string, instant: Instant): number {
  const name = formatOf(zone)
    .formatToParts(instant * 60_000)
    .find(({ type }) => type === "timeZoneName");
  const [, sign, hours, minutes] = /^GMT([+-])(\d\d):(\d\d)/.exec(name?.value ?? "") ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0));
}

/** Whether two zones have the same time on every day of a stretch: the clocks of Moscow and of Minsk agree, whatever they are called. */
export function isSameTime(a: string, b: string, { from, to }: { readonly from: Day; readonly to: Day }): boolean {
  if (a === b) return true;
  for (let day = from; day <= to; day++) {
    const noon = day * minutesInDay + minutesInDay / 2;
    if (offsetAt(a, noon) !== offsetAt(b, noon)) return false;
  }
  return true;
}

/** A time of day in minutes: "19:00" → 1140, "24:00" → 1440. The text is one that the schema lets through. */
export function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(":").map(Number);
  return hours * 60 + minutes;
}

/** A time of day as the DSL writes it: `09:00`. */
export const clockText = (hours: number, minutes: number): string => `${twoDigits(hours)}:${twoDigits(minutes)}`;

/** The day and the time of day that the clocks of a zone show at an instant. */
export function clockIn(zone: string, instant: Instant): { readonly day: Day; readonly clock: string } {
  const local = instant + offsetAt(zone, instant);
  const day = Math.floor(local / minutesInDay);
  const minutes = local - day * minutesInDay;
  return { day, clock: clockText(Math.floor(minutes / 60), minutes % 60) };
}

/** What a time of day comes to on a day: an instant, or, where clocks are changed, none or two. */
export interface LocalTime {
  /** In order; of a time that does not exist none. */
  readonly instants: readonly Instant[];
  /** The instants that it would be by the clocks before the change and after it; one where nothing is changed. */
  readonly byOffsets: readonly Instant[];
}

/** Finds the instants at which the clocks of a zone show a time of a day. */
export function atLocalTime(zone: string, day: Day, clock: string): LocalTime {
  const local = day * minutesInDay + minutesOf(clock);
  const offsets = [offsetAt(zone, local - minutesInDay), offsetAt(zone, local + minutesInDay)];
  const byOffsets = [...new Set(offsets)].map((offset) => local - offset).sort((a, b) => a - b);
  return { instants: byOffsets.filter((instant) => instant + offsetAt(zone, instant) === local), byOffsets };
}

/** An instant as ISO 8601 with the offset of a zone: `2024-06-02T19:00-07:00`, `2024-06-03T02:00Z` in UTC. */
export function isoInstant(instant: Instant, zone: string): string {
  const offset = offsetAt(zone, instant);
  const { day, clock } = clockIn(zone, instant);
  const ahead = Math.abs(offset);
  return `${isoDate(day)}T${clock}${zone === "UTC" ? "Z" : `${offset < 0 ? "-" : "+"}${clockText(Math.floor(ahead / 60), ahead % 60)}`}`;
}
