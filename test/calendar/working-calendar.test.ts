import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayOf, isoDate } from "../../compiler/calendar/day.ts";
import { createWorkingCalendar, type CalendarYear } from "../../compiler/calendar/working-calendar.ts";
import { compile } from "../../compiler/compile.ts";
import { runs } from "../fuzz-runs.ts";
import { plan2024 } from "../plan-files.ts";
import { officialYears, workedAfter } from "./official-days.ts";

const calendar = compile(plan2024()).value.plans[0]!.calendar;
const years = Object.keys(officialYears).map(Number);
const [first, last] = [dayOf(years[0]!, 1, 1), dayOf(years.at(-1)!, 12, 31)];
const days = fc.integer({ min: first, max: last });
const counts = fc.integer({ min: 1, max: 300 });

const plainYear = (year: number): CalendarYear => ({
  year,
  provisional: false,
  weekend: [6, 7],
  holidays: [],
  transfers: [],
});

describe("properties", () => {
  test("adding N working days, then counting them, gives N", () => {
    fc.assert(
      fc.property(days, counts, (day, n) => {
        const due = calendar.addWorkingDays(day, n);
        if (typeof due === "number") expect(calendar.workingDaysIn(day + 1, due)).toBe(n);
      }),
      runs(100),
    );
  });

  test("the result is a working day, and the same as counting one by one", () => {
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: -300, max: 300 }).filter((n) => n !== 0),
        (day, n) => {
          const due = calendar.addWorkingDays(day, n);
          if (typeof due !== "number") return;
          expect(calendar.isWorking(due)).toBe(true);
          expect(isoDate(due)).toBe(workedAfter(isoDate(day), n));
        },
      ),
      runs(100),
    );
  });

  test("before undoes after on a working day", () => {
    fc.assert(
      fc.property(days, counts, (day, n) => {
        const start = calendar.nextWorking(day);
        const due = typeof start === "number" ? calendar.addWorkingDays(start, n) : start;
        if (typeof due === "number") expect(calendar.addWorkingDays(due, -n)).toBe(start);
      }),
      runs(100),
    );
  });

  test("rolling lands on the nearest working day and is idempotent", () => {
    fc.assert(
      fc.property(days, (day) => {
        for (const [roll, sign] of [
          [calendar.nextWorking, 1],
          [calendar.previousWorking, -1],
        ] as const) {
          const rolled = roll(day);
          if (typeof rolled !== "number") continue;
          expect(calendar.isWorking(rolled)).toBe(true);
          expect(roll(rolled)).toBe(rolled);
          expect((rolled - day) * sign).toBeGreaterThanOrEqual(0);
          expect(calendar.workingDaysIn(Math.min(day, rolled), Math.max(day, rolled))).toBe(1);
        }
      }),
      runs(100),
    );
  });
});

describe("beyond the calendar nothing is guessed", () => {
  test("a count that runs out of the known years names the year", () => {
    expect(calendar.addWorkingDays(last, 1)).toEqual({ year: years.at(-1)! + 1 });
    expect(calendar.addWorkingDays(first, -1)).toEqual({ year: years[0]! - 1 });
    expect(calendar.nextWorking(last)).toEqual({ year: years.at(-1)! + 1 });
    expect(calendar.addWorkingDays(last + 400, 1)).toHaveProperty("year");
    expect(calendar.isWorking(last + 1)).toBe(false);
    expect(calendar.covers(last + 1)).toBe(false);
  });

  test("any answer inside the known years is a day, any other names a year outside", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: first - 900, max: last + 900 }),
        fc.integer({ min: -900, max: 900 }).filter((n) => n !== 0),
        (day, n) => {
          const due = calendar.addWorkingDays(day, n);
          if (typeof due === "number") expect(due >= first && due <= last).toBe(true);
          else expect(years).not.toContain(due.year);
        },
      ),
      runs(100),
    );
  });

  test("a year that is missing between two is not counted across", () => {
    const gap = createWorkingCalendar("gap", [plainYear(2030), plainYear(2032)]);
    expect(gap.addWorkingDays(dayOf(2030, 12, 31), 1)).toEqual({ year: 2031 });
    expect(gap.addWorkingDays(dayOf(2032, 1, 1), -1)).toEqual({ year: 2031 });
    expect(gap.addWorkingDays(dayOf(2032, 1, 1), 1)).toBe(dayOf(2032, 1, 2));
    expect([gap.covers(dayOf(2031, 6, 2)), gap.isWorking(dayOf(2031, 6, 2)), gap.reason(dayOf(2031, 6, 1))]).toEqual([
      false,
      false,
      undefined,
    ]);
  });

  test("a stretch that goes beyond the known years has the working days of those that are known", () => {
    const alone = createWorkingCalendar("alone", [plainYear(2030)]);
    const [start, end] = [dayOf(2030, 1, 1), dayOf(2030, 12, 31)];
    expect(alone.workingDaysIn(start - 400, end + 400)).toBe(261);
    expect([
      alone.workingDaysIn(start - 400, start - 1),
      alone.workingDaysIn(end + 1, end + 400),
      alone.workingDaysIn(end, start),
    ]).toEqual([0, 0, 0]);
  });

  test("a calendar without years knows nothing", () => {
    const empty = createWorkingCalendar("empty", []);
    expect(empty.addWorkingDays(dayOf(2030, 1, 1), 1)).toEqual({ year: 2030 });
    expect([
      empty.covers(dayOf(2030, 1, 1)),
      empty.isWorking(dayOf(2030, 1, 1)),
      empty.workingDaysIn(dayOf(2030, 1, 1), dayOf(2030, 12, 31)),
    ]).toEqual([false, false, 0]);
  });
});

describe("transfers (ТК РФ ст. 112 ч. 2, 5)", () => {
  const saturday = dayOf(2030, 1, 5);
  const source = "постановление";

  test("a day off that moves makes its target free and its origin worked", () => {
    const moved = createWorkingCalendar("moved", [
      { ...plainYear(2030), transfers: [{ from: saturday, to: dayOf(2030, 3, 4), source }] },
    ]);
    expect([moved.isWorking(saturday), moved.isWorking(dayOf(2030, 3, 4))]).toEqual([true, false]);
    expect(moved.reason(dayOf(2030, 3, 4))).toEqual({ kind: "day-off", movedFrom: saturday, source });
    expect(moved.reason(saturday)).toEqual({ kind: "working", movedTo: dayOf(2030, 3, 4), source });
  });

  test("a day off that moves onto a holiday takes nothing from it", () => {
    const onto = createWorkingCalendar("onto", [
      {
        ...plainYear(2030),
        holidays: [{ day: dayOf(2030, 3, 8), name: "праздник", source }],
        transfers: [{ from: saturday, to: dayOf(2030, 3, 8), source: "другое" }],
      },
    ]);
    expect(onto.reason(dayOf(2030, 3, 8))).toEqual({ kind: "holiday", name: "праздник", source });
  });

  test("years count in their order, however they are given: the later act decides", () => {
    const transfer = (year: number, month: number): CalendarYear => ({
      ...plainYear(year),
      transfers: [{ from: dayOf(2030, month, 5), to: dayOf(2031, 1, 6), source: `${year}` }],
    });
    for (const list of [
      [transfer(2030, 1), transfer(2031, 10)],
      [transfer(2031, 10), transfer(2030, 1)],
    ]) {
      const calendarOf = createWorkingCalendar("two", list);
      expect([...calendarOf.years.keys()]).toEqual([2030, 2031]);
      expect(calendarOf.reason(dayOf(2031, 1, 6))).toMatchObject({ source: "2031" });
    }
  });

  test("a holiday whose day off moves stays a holiday", () => {
    const moved = createWorkingCalendar("moved", [
      {
        ...plainYear(2030),
        holidays: [{ day: saturday, name: "праздник", source }],
        transfers: [{ from: saturday, to: dayOf(2030, 3, 4), source }],
      },
    ]);
    expect([moved.isWorking(saturday), moved.isWorking(dayOf(2030, 3, 4))]).toEqual([false, false]);
  });

  test("a transfer may reach into another known year", () => {
    const moved = createWorkingCalendar("moved", [
      { ...plainYear(2030), transfers: [{ from: saturday, to: dayOf(2031, 1, 6), source }] },
      plainYear(2031),
    ]);
    expect(moved.isWorking(dayOf(2031, 1, 6))).toBe(false);
  });
});
