import { expect, test } from "vitest";
import { fitsUnit, parseDaySelector } from "../../compiler/calendar/day-selector.ts";
import { units } from "../../compiler/calendar/units.ts";

test.each([
  "",
  "x1-5",
  "1-5x",
  "100-5",
  "1-500",
  "working-day-",
  "working-day-100",
  "xworking-day-2",
  "working-day-2x",
  "fifth-mon",
  "mon-first",
  "last",
  "first-",
  "last-day-after",
  "toString",
])("«%s» names no piece", (word) => {
  expect(parseDaySelector(word)).toBeUndefined();
});

/** Which units have a piece: decades and halves are of a month, a week has one day of each name, its days have no numbers. */
test.each([
  [15, ["month", "quarter", "half-year", "year"]],
  ["1-5", ["month"]],
  ["first-decade", ["month"]],
  ["second-half", ["month"]],
  ["wed", ["week"]],
  ["first-mon", ["month", "quarter", "half-year", "year"]],
  ["last-working-day", units],
  ["working-day-12", units],
  ["last-day", units],
  ["first-day-after", units],
] as const)("%s is a piece of %j", (word, having) => {
  expect(units.filter((unit) => fitsUnit(unit, parseDaySelector(word)!))).toEqual(having);
});
