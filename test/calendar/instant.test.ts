/** Times of day in ten zones held to luxon, over every change of summer time of 2023–2027 and days between. */
import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, test } from "vitest";
import { isoDate, parseDate } from "../../compiler/calendar/day.ts";
import { atLocalTime, clockIn, isoInstant, minutesOf, offsetAt } from "../../compiler/calendar/instant.ts";
import { runs } from "../fuzz-runs.ts";

const zones = [
  "Asia/Yekaterinburg",
  "Europe/Moscow",
  "Europe/Berlin",
  "Europe/London",
  "America/Los_Angeles",
  "America/New_York",
  "America/Sao_Paulo",
  "Asia/Kathmandu",
  "Australia/Lord_Howe",
  "Pacific/Auckland",
] as const;

const first = parseDate("2023-01-01")!;
const last = parseDate("2027-12-31")!;
const luxonOffset = (zone: string, instant: number): number => DateTime.fromMillis(instant * 60_000, { zone }).offset;

/** The instants at which the offset of a zone changes, found minute by minute between days that differ. */
function changesOf(zone: string): number[] {
  const found: number[] = [];
  for (let day = first; day < last; day++) {
    let [from, to] = [day * 1440, (day + 1) * 1440];
    if (luxonOffset(zone, from) === luxonOffset(zone, to)) continue;
    while (to - from > 1) {
      const middle = Math.floor((from + to) / 2);
      if (luxonOffset(zone, middle) === luxonOffset(zone, from)) from = middle;
      else to = middle;
    }
    found.push(to);
  }
  return found;
}

/** Every instant at which the clocks of a zone show a time, by asking luxon at each offset that it knows. */
function luxonInstants(zone: string, day: number, minutes: number): number[] {
  const local = day * 1440 + minutes;
  const offsets = new Set([-1440, -60, 0, 60, 1440].map((shift) => luxonOffset(zone, local + shift)));
  return [...offsets]
    .map((offset) => local - offset)
    .filter((instant) => instant + luxonOffset(zone, instant) === local)
    .sort((a, b) => a - b);
}

describe.each(zones)("%s", (zone) => {
  test("has luxon's offset at every change of summer time and about it", () => {
    const changes = changesOf(zone);
    for (const change of changes)
      for (const minutes of [-1441, -61, -1, 0, 1, 61, 1441])
        expect(offsetAt(zone, change + minutes)).toBe(luxonOffset(zone, change + minutes));
    // Zones with summer time change twice a year for five years; the others never do.
    expect([0, 10]).toContain(changes.length);
  });

  test("has luxon's instants for every half-hour of the days of a change", () => {
    for (const change of changesOf(zone)) {
      const { day } = clockIn(zone, change);
      for (const each of [day - 1, day, day + 1])
        for (let minutes = 0; minutes < 1440; minutes += 15) {
          const clock = `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
          expect([isoDate(each), clock, atLocalTime(zone, each, clock).instants]).toEqual([
            isoDate(each),
            clock,
            luxonInstants(zone, each, minutes),
          ]);
        }
    }
  });

  test("prints what luxon prints, and reads it back", () =>
    fc.assert(
      fc.property(fc.integer({ min: first * 1440, max: last * 1440 }), (instant) => {
        const at = DateTime.fromMillis(instant * 60_000, { zone });
        expect(isoInstant(instant, zone)).toBe(at.toFormat("yyyy-MM-dd'T'HH:mmZZ"));
        const { day, clock } = clockIn(zone, instant);
        expect(atLocalTime(zone, day, clock).instants).toContain(instant);
        expect(day * 1440 + minutesOf(clock)).toBe(instant + at.offset);
      }),
      runs(300),
    ));
});

test("a time that does not exist has no instant, one that stands twice has two, and both answers are told", () => {
  const spring = atLocalTime("Europe/Berlin", parseDate("2024-03-31")!, "02:30");
  expect(spring.instants).toEqual([]);
  expect(spring.byOffsets.map((instant) => isoInstant(instant, "UTC"))).toEqual([
    "2024-03-31T00:30Z",
    "2024-03-31T01:30Z",
  ]);
  const autumn = atLocalTime("Europe/Berlin", parseDate("2024-10-27")!, "02:30");
  expect(autumn.instants.map((instant) => isoInstant(instant, "Europe/Berlin"))).toEqual([
    "2024-10-27T02:30+02:00",
    "2024-10-27T02:30+01:00",
  ]);
});

test("24:00 is the end of a day", () => {
  const { instants } = atLocalTime("Asia/Yekaterinburg", parseDate("2024-04-30")!, "24:00");
  expect(instants.map((instant) => isoInstant(instant, "Asia/Yekaterinburg"))).toEqual(["2024-05-01T00:00+05:00"]);
});
