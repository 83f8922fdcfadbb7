/** What a year's file says of a calendar. */
import { join } from "node:path";
import { expect, test } from "vitest";
import { isoDate, parseDate } from "../../compiler/calendar/day.ts";
import type { WorkingCalendar } from "../../compiler/calendar/working-calendar.ts";
import { load } from "../../compiler/load/load.ts";
import { resolve } from "../../compiler/resolve/resolve.ts";
import { casesFolder, sourcesOf } from "../cases/case.ts";

/** The calendar of the base plan with another weekend; its totals are then wrong, which is told elsewhere. */
function calendarWith(weekend: string): WorkingCalendar {
  const sources = sourcesOf(join(casesFolder, "base")).map((file) =>
    file.path === "plan/calendars/base/2024.yaml"
      ? { ...file, text: file.text.replace("weekend: [sat, sun]", `weekend: [${weekend}]`) }
      : file,
  );
  return resolve(load(sources).value).value[0]!.calendar;
}

// 1 April 2024 is a Monday; the base calendar has no holiday in April.
test.each([
  ["mon", ["2024-04-01"]],
  ["tue", ["2024-04-02"]],
  ["wed", ["2024-04-03"]],
  ["thu", ["2024-04-04"]],
  ["fri", ["2024-04-05"]],
  ["sat", ["2024-04-06"]],
  ["sun", ["2024-04-07"]],
  ["fri, sat", ["2024-04-05", "2024-04-06"]],
])("a weekend of %s", (weekend, off) => {
  const calendar = calendarWith(weekend);
  const week = Array.from({ length: 7 }, (_, index) => parseDate("2024-04-01")! + index);
  expect(week.filter((day) => !calendar.isWorking(day)).map(isoDate)).toEqual(off);
});
