import { wordTable } from "../../sense/word-table.ts";
import type { Unit } from "../../../calendar/units.ts";
import type { Weekday } from "../../../calendar/day.ts";

/** Months, and as they are abbreviated: 1 is January. */
export const months: ReadonlyMap<string, number> = wordTable([
  [1, "january", "jan"],
  [2, "february", "feb"],
  [3, "march", "mar"],
  [4, "april", "apr"],
  [5, "may"],
  [6, "june", "jun"],
  [7, "july", "jul"],
  [8, "august", "aug"],
  [9, "september", "sept", "sep"],
  [10, "october", "oct"],
  [11, "november", "nov"],
  [12, "december", "dec"],
]);

/** Days of the week. */
export const weekdays: ReadonlyMap<string, Weekday> = wordTable<Weekday>([
  ["mon", "monday", "mon"],
  ["tue", "tuesday", "tue", "tues"],
  ["wed", "wednesday", "wed", "weds"],
  ["thu", "thursday", "thu", "thur", "thurs"],
  ["fri", "friday", "fri"],
  ["sat", "saturday", "sat"],
  ["sun", "sunday", "sun"],
]);

/** Days of the week as they recur: “on Mondays”. */
export const weekdaysOfEach: ReadonlyMap<string, Weekday> = wordTable<Weekday>([
  ["mon", "mondays"],
  ["tue", "tuesdays"],
  ["wed", "wednesdays"],
  ["thu", "thursdays"],
  ["fri", "fridays"],
  ["sat", "saturdays"],
  ["sun", "sundays"],
]);

/** Units of the calendar in one word; a half-year is two. */
export const unitWords: ReadonlyMap<string, Unit> = wordTable<Unit>([
  ["week", "week", "weeks"],
  ["month", "month", "months"],
  ["quarter", "quarter", "quarters"],
  ["year", "year", "years"],
]);

/** How often, in a word. */
export const recurrences: ReadonlyMap<string, Unit> = wordTable<Unit>([
  ["week", "weekly"],
  ["month", "monthly"],
  ["quarter", "quarterly"],
  ["half-year", "semiannually", "semiannual", "semi-annually", "semi-annual", "half-yearly"],
  ["year", "annually", "annual", "yearly"],
]);

/** Cardinal numbers. Those that may stand before another (“twenty-five”) are round. */
export const cardinals: ReadonlyMap<string, number> = new Map(
  [
    ..."zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split(" "),
    ..."sixteen seventeen eighteen nineteen twenty".split(" "),
  ]
    .map((word, index): [string, number] => [word, index])
    .concat([
      ["thirty", 30],
      ["forty", 40],
      ["fifty", 50],
      ["sixty", 60],
      ["seventy", 70],
      ["eighty", 80],
      ["ninety", 90],
    ]),
);

/** Ordinal numbers up to those of days. */
export const ordinals: ReadonlyMap<string, number> = new Map(
  [
    ..."zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth".split(" "),
    ..."fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(" "),
  ]
    .map((word, index): [string, number] => [word, index])
    .concat([["thirtieth", 30]]),
);

/** Words for a day that is no day off, as a pattern. */
export const workingWord = "(working | business)";
