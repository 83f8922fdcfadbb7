import { parseDaySelector } from "../../../calendar/day-selector.ts";
import { english } from "../../../locale/en.ts";
import { isUnit, type DaySelectorValue } from "../../sense/day-selectors.ts";
import { joined } from "./dates.ts";

/** How often, in a word. */
export const frequencyWords: Readonly<Record<string, string>> = {
  week: "weekly",
  month: "monthly",
  quarter: "quarterly",
  "half-year": "half-yearly",
  year: "annually",
  day: "daily",
  "working-day": "every working day",
};

/** A period's name with its article; undefined where the plan has none. */
export type PeriodName = (id: string) => string | undefined;

/** “each quarter”, “the reporting period”. */
export const ownerWords = (unit: string, periodName: PeriodName): string | undefined =>
  isUnit(unit) ? `each ${unit}` : periodName(unit);

const ordinalWords =
  "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split(
    " ",
  );

/** “1st”, “22nd”, “13th”. */
export function nth(n: number): string {
  const ending = n % 100 >= 11 && n % 100 <= 13 ? "th" : (["th", "st", "nd", "rd"][n % 10] ?? "th");
  return `${n}${ending}`;
}

const halves: Readonly<Record<string, string>> = { "first-half": "first half", "second-half": "second half" };

/** A selector without what it belongs to: “last working day”, “first Monday”. */
export function selectorWords(word: string): string | undefined {
  if (Object.hasOwn(halves, word)) return halves[word];
  const selector = parseDaySelector(word);
  if (selector?.kind === "last-day") return "last day";
  if (selector?.kind === "working-days")
    return `${selector.n > 0 ? "first" : "last"} ${Math.abs(selector.n)} working days`;
  if (selector?.kind === "last-week")
    return { "holding-the-end": undefined, whole: "last full week", "seven-days": "last 7 days" }[selector.which];
  if (selector?.kind === "working-day" && selector.n < -1)
    return selector.n === -2 ? "penultimate working day" : undefined;
  if (selector?.kind === "working-day")
    return `${selector.n < 0 ? "last" : (ordinalWords[selector.n] ?? nth(selector.n))} working day`;
  if (selector?.kind !== "weekday" || selector.nth === undefined) return undefined;
  return `${selector.nth < 0 ? "last" : ordinalWords[selector.nth]!} ${english.weekdays[selector.weekday - 1]!}`;
}

const weekdayName = (word: string | number): string | undefined => {
  const selector = typeof word === "string" ? parseDaySelector(word) : undefined;
  return selector?.kind === "weekday" && selector.nth === undefined
    ? english.weekdays[selector.weekday - 1]
    : undefined;
};

/** “Tuesdays and Thursdays”; undefined for what is no weekday. */
export function weekdayWords(list: readonly (string | number)[]): string | undefined {
  const names = list.map(weekdayName);
  return names.includes(undefined) ? undefined : joined(names.map((name) => `${name}s`));
}

/** What a selector belongs to: “each month”, “the month following the quarter”. */
function owner(
  unit: string,
  of: "following" | undefined,
  isNumber: boolean,
  periodName: PeriodName,
): string | undefined {
  const name = ownerWords(unit, periodName);
  if (of === "following") {
    if (unit === "week" || unit === "month") return `the following ${unit}`;
    return name === undefined ? undefined : `the month following ${isUnit(unit) ? `the ${unit}` : name}`;
  }
  return isNumber && unit !== "month" && name !== undefined ? `the first month of ${name}` : name;
}

/** Whether the list has parts of something longer than a month, for which there is no phrase. */
const isPartOfMore = (unit: string, list: readonly (string | number)[]): boolean =>
  unit !== "month" && list.some((entry) => /-half$/.test(String(entry)));

/** A day inside each unit: “the 15th of each month”, “weekly on Wednesdays”, “the first day of the month following the quarter”. */
export function onWords(
  unit: string,
  on: DaySelectorValue,
  of: "following" | undefined,
  periodName: PeriodName,
): string | undefined {
  const list = [on].flat();
  const weekly = list.map(weekdayName);
  if (weekly.every((name) => name !== undefined)) {
    if (unit !== "week") return undefined;
    if (of === undefined) return `weekly on ${joined(weekly.map((name) => `${name}s`))}`;
    return list.length === 1 ? `on ${weekly[0]!} of the following week` : undefined;
  }
  if (on === "first-day-after") {
    if (unit === "week") return undefined;
    if (isUnit(unit)) return `the first day of the month following the ${unit}`;
    const name = periodName(unit);
    return name === undefined ? undefined : `the first day after the end of ${name}`;
  }
  const days = /^(\d+)-(\d+)$/.exec(String(on));
  const numbers = list.every((entry) => typeof entry === "number");
  const of2 = owner(unit, of, numbers || days !== null, periodName);
  if (of2 === undefined || isPartOfMore(unit, list)) return undefined;
  if (numbers)
    return unit === "week" || (of !== undefined && on === 1)
      ? undefined
      : `the ${joined(list.map((n) => nth(Number(n))))} of ${of2}`;
  if (days !== null) return `from the ${nth(Number(days[1]))} to the ${nth(Number(days[2]))} of ${of2}`;
  const words = list.map((entry) => selectorWords(String(entry)));
  return words.includes(undefined) ? undefined : `the ${joined(words as string[])} of ${of2}`;
}

/** A last day inside each unit: “by the 10th of each month”, “weekly by Friday”. */
export function untilSelectorWords(
  unit: string,
  until: DaySelectorValue,
  of: "following" | undefined,
  periodName: PeriodName,
): string | undefined {
  const list = [until].flat();
  const weekday = weekdayName(list[0] ?? "");
  if (weekday !== undefined) {
    if (unit !== "week" || list.length > 1) return undefined;
    return of === undefined ? `weekly by ${weekday}` : `by ${weekday} of the following week`;
  }
  const numbered = list.every((entry) => typeof entry === "number");
  const of2 = owner(unit, of, numbered, periodName);
  if (of2 === undefined || (numbered && unit === "week") || isPartOfMore(unit, list)) return undefined;
  if (numbered) return `by the ${joined(list.map((n) => nth(Number(n))))} of ${of2}`;
  const words = list.map((entry) => selectorWords(String(entry)));
  return words.includes(undefined) ? undefined : `by the ${joined(words as string[])} of ${of2}`;
}
