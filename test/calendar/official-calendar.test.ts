import { describe, expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { dayOf, daysInMonth, isoDate, parseDate } from "../../compiler/calendar/day.ts";
import { plan2024 } from "../plan-files.ts";
import { isWorked, officialYears, workedAfter, workedFrom } from "./official-days.ts";

const { value } = compile(plan2024());
const calendar = value.plans[0]!.calendar;
const shipped = value.workspace.calendars.get("ru")!;
const daysOf = (year: number): number[] =>
  Array.from({ length: dayOf(year + 1, 1, 1) - dayOf(year, 1, 1) }, (_, index) => dayOf(year, 1, 1) + index);

test("the years of the fixture are the years that are shipped", () => {
  expect([...calendar.years.keys()].map(String)).toEqual(Object.keys(officialYears));
});

describe.each(Object.entries(officialYears))("%s", (name, official) => {
  const year = Number(name);
  const file = shipped.find(({ data }) => data.year === year)!.data;

  test("every day is worked or not as the lists say", () => {
    expect(
      daysOf(year)
        .filter((day) => calendar.isWorking(day) !== isWorked(isoDate(day)))
        .map(isoDate),
    ).toEqual([]);
  });

  test("working days by month and in the year", () => {
    const months = official.workdays_by_month.map((_, index) =>
      calendar.workingDaysIn(dayOf(year, index + 1, 1), dayOf(year, index + 1, daysInMonth(year, index + 1))),
    );
    expect(months).toEqual(official.workdays_by_month);
    expect(calendar.workingDaysIn(dayOf(year, 1, 1), dayOf(year, 12, 31))).toBe(official.workdays_total);
    expect(file.workdays).toEqual(official.workdays_by_month);
  });

  test("last working day of each month", () => {
    const last = official.workdays_by_month.map((_, index) =>
      calendar.previousWorking(dayOf(year, index + 1, daysInMonth(year, index + 1))),
    );
    expect(last.map((day) => isoDate(day as number))).toEqual(official.last_workday_of_month);
  });

  test("every working Saturday and every weekday off says why", () => {
    for (const date of official.working_weekends) expect(calendar.reason(parseDate(date)!)?.kind, date).toBe("working");
    for (const date of official.nonworking_weekdays)
      expect(["holiday", "day-off"], date).toContain(calendar.reason(parseDate(date)!)?.kind);
  });

  test("decree, status and short days", () => {
    expect(file.decree?.title).toContain(/№ \d+/.exec(official.decree)![0]);
    expect(file.status).toBe(official.status);
    expect(file["short-days"]).toEqual(official.short_days);
    expect(calendar.years.get(year)!.provisional).toBe(official.status === "provisional");
  });
});

describe("phrases counted on the official calendar", () => {
  const add = (date: string, n: number): string => isoDate(calendar.addWorkingDays(parseDate(date)!, n) as number);

  test.each([
    ["3 рабочих дня после", "2024-04-26", 3, "2024-05-03"],
    ["не позднее 10 рабочих дней до", "2024-05-24", -10, "2024-05-08"],
    ["2 рабочих дня с момента завершения периода", "2024-03-31", 2, "2024-04-02"],
    ["2 рабочих дня с момента завершения периода", "2024-12-31", 2, "2025-01-10"],
  ])("%s, %s", (_, event, n, due) => {
    expect(add(event, n)).toBe(due);
    expect(workedAfter(event, n)).toBe(due);
  });

  test.each([
    ["2024-04-30", "2024-04-27"],
    ["2024-12-31", "2024-12-28"],
  ])("последний рабочий день месяца, %s", (end, due) => {
    expect(isoDate(calendar.previousWorking(parseDate(end)!) as number)).toBe(due);
    expect(workedFrom(end, -1)).toBe(due);
  });

  test("первое число после IV квартала", () => {
    expect(isoDate(calendar.nextWorking(parseDate("2025-01-01")!) as number)).toBe("2025-01-09");
  });
});
