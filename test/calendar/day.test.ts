import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, test } from "vitest";
import {
  addMonths,
  civilOf,
  dayOf,
  daysInMonth,
  existingDay,
  isoDate,
  parseDate,
  weekdayOf,
} from "../../compiler/calendar/day.ts";
import { unitAt, units, unitsMeeting } from "../../compiler/calendar/units.ts";
import { runs } from "../fuzz-runs.ts";

/** Days of the years 1 to 4000. */
const days = fc.integer({ min: dayOf(1, 1, 1), max: dayOf(4000, 12, 31) });
const luxonOf = (day: number): DateTime => DateTime.fromMillis(day * 86_400_000, { zone: "utc" });

describe("days against luxon", () => {
  test("civil date, weekday, ISO text", () => {
    fc.assert(
      fc.property(days, (day) => {
        const oracle = luxonOf(day);
        expect(civilOf(day)).toEqual({ year: oracle.year, month: oracle.month, day: oracle.day });
        expect(weekdayOf(day)).toBe(oracle.weekday);
        expect(isoDate(day)).toBe(oracle.toISODate());
        expect(parseDate(isoDate(day))).toBe(day);
        expect(dayOf(oracle.year, oracle.month, oracle.day)).toBe(day);
        expect(daysInMonth(oracle.year, oracle.month)).toBe(oracle.daysInMonth);
      }),
      runs(1000),
    );
  });

  test("the first and the last day of every year: «2096-12-31» is where the mean length of a year misleads", () => {
    const edges = Array.from({ length: 4000 }, (_, index) => index + 1).flatMap(
      (year) =>
        [
          [year, 1, 1],
          [year, 12, 31],
        ] as const,
    );
    expect(
      edges.filter(([year, month, day]) => {
        const found = DateTime.utc(year, month, day).toMillis() / 86_400_000;
        const civil = civilOf(found);
        return civil.year !== year || civil.month !== month || civil.day !== day || dayOf(year, month, day) !== found;
      }),
    ).toEqual([]);
  });

  test("adding months keeps the day, or takes the month's last (ГК РФ ст. 192 п. 3)", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: dayOf(1900, 1, 1), max: dayOf(2199, 12, 31) }),
        fc.integer({ min: -600, max: 600 }),
        (day, months) => {
          expect(isoDate(addMonths(day, months))).toBe(luxonOf(day).plus({ months }).toISODate());
        },
      ),
      runs(500),
    );
  });

  test.each([
    "x2024-02-13",
    "2024-02-13x",
    "2024-02-00",
    "2024-02-30",
    "2023-02-29",
    "2024-13-01",
    "2024-00-10",
    "2024-04-31",
    "2024-4-1",
    "20240401",
    "0000-01-01",
  ])("%s is no date", (text) => {
    expect(parseDate(text)).toBeUndefined();
  });

  test.each([
    [2024, 2, 29, true],
    [2023, 2, 29, false],
    [1900, 2, 29, false],
    [2000, 2, 29, true],
    [2024, 12, 32, false],
  ])("%i-%i-%i exists: %s", (year, month, day, exists) => {
    expect(existingDay(year, month, day) !== undefined).toBe(exists);
  });
});

describe("units", () => {
  test("ISO weeks against luxon", () => {
    fc.assert(
      fc.property(days, (day) => {
        const { weekYear, weekNumber } = luxonOf(day);
        const week = unitAt("week", day);
        expect(week.key).toBe(`${weekYear}-W${String(weekNumber).padStart(2, "0")}`);
        expect([weekdayOf(week.start), week.end - week.start]).toEqual([1, 6]);
      }),
      runs(1000),
    );
  });

  test.each([
    ["2020-12-31", "2020-W53"],
    ["2021-01-03", "2020-W53"],
    ["2021-01-04", "2021-W01"],
    ["2024-01-01", "2024-W01"],
    ["2024-12-30", "2025-W01"],
    ["2027-01-01", "2026-W53"],
  ])("%s is in %s (ISO 8601)", (date, key) => {
    expect(unitAt("week", parseDate(date)!).key).toBe(key);
  });

  test.each(units)("a day is inside its %s, and units follow one another without a gap", (unit) => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 800 }), (start, length) => {
        const found = unitsMeeting(unit, start, start + length);
        expect(found[0]!.start).toBeLessThanOrEqual(start);
        expect(found.at(-1)!.end).toBeGreaterThanOrEqual(start + length);
        found.slice(1).forEach((next, index) => expect(next.start).toBe(found[index]!.end + 1));
        expect(new Set(found.map(({ key }) => key)).size).toBe(found.length);
      }),
      runs(100),
    );
  });

  test.each([
    ["quarter", "2024-05-15", "2024-Q2", "2024-04-01", "2024-06-30"],
    ["half-year", "2024-07-01", "2024-H2", "2024-07-01", "2024-12-31"],
    ["month", "2023-02-28", "2023-02", "2023-02-01", "2023-02-28"],
    ["year", "2023-02-28", "2023", "2023-01-01", "2023-12-31"],
  ] as const)("%s of %s", (unit, date, key, start, end) => {
    const found = unitAt(unit, parseDate(date)!);
    expect([found.key, isoDate(found.start), isoDate(found.end)]).toEqual([key, start, end]);
  });
});
