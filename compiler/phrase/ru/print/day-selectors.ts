import { parseDaySelector, type DaySelector } from "../../../calendar/day-selector.ts";
import { isUnit, type DaySelectorValue } from "../../sense/day-selectors.ts";
import { russian } from "../../../locale/ru.ts";

/** Units of the calendar: nominative, genitive. */
const unitNames: Readonly<Record<string, readonly [nominative: string, genitive: string]>> = {
  week: ["неделя", "недели"],
  month: ["месяц", "месяца"],
  quarter: ["квартал", "квартала"],
  "half-year": ["полугодие", "полугодия"],
  year: ["год", "года"],
};

/** How often, in a word. */
export const frequencyWords: Readonly<Record<string, string>> = {
  week: "еженедельно",
  month: "ежемесячно",
  quarter: "ежеквартально",
  "half-year": "один раз в полугодие",
  year: "ежегодно",
  day: "ежедневно",
  "working-day": "каждый рабочий день",
};

/** A period's name in the genitive; undefined where its title cannot be declined. */
export type PeriodName = (id: string) => string | undefined;

/** «квартала», «отчетного периода». */
export const ownerGenitive = (unit: string, periodName: PeriodName): string | undefined =>
  isUnit(unit) ? unitNames[unit]![1] : periodName(unit);

const weekdaysNominative = ["понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"];
const weekdaysGenitive = ["понедельника", "вторника", "среды", "четверга", "пятницы", "субботы", "воскресенья"];
const weekdaysDative = ["понедельникам", "вторникам", "средам", "четвергам", "пятницам", "субботам", "воскресеньям"];
const genders = ["m", "m", "f", "m", "f", "f", "n"] as const;

const ordinalStems = [
  "",
  "перв",
  "втор",
  "трет",
  "четверт",
  "пят",
  "шест",
  "седьм",
  "восьм",
  "девят",
  "десят",
  "одиннадцат",
  "двенадцат",
  "тринадцат",
  "четырнадцат",
  "пятнадцат",
  "шестнадцат",
  "семнадцат",
  "восемнадцат",
  "девятнадцат",
];
const ends = {
  m: { nominative: "ый", genitive: "ого" },
  f: { nominative: "ая", genitive: "ой" },
  n: { nominative: "ое", genitive: "ого" },
} as const;
const softEnds = {
  m: { nominative: "ий", genitive: "ьего" },
  f: { nominative: "ья", genitive: "ьей" },
  n: { nominative: "ье", genitive: "ьего" },
} as const;

type Gender = keyof typeof ends;
export type Case = "nominative" | "genitive";

/** «первый», «третья», «второго». */
function ordinalWord(n: number, gender: Gender, to: Case): string {
  const stem = ordinalStems[n] ?? String(n);
  if (n === 3) return stem + softEnds[gender][to];
  if (gender === "m" && to === "nominative" && [2, 6, 7, 8].includes(n)) return `${stem}ой`;
  return stem + ends[gender][to];
}

const last = (gender: Gender, to: Case): string =>
  `последн${{ m: { nominative: "ий", genitive: "его" }, f: { nominative: "яя", genitive: "ей" }, n: { nominative: "ее", genitive: "его" } }[gender][to]}`;
const dayForm = (adjective: "рабочий" | "календарный", to: Case): string =>
  to === "nominative" ? `${adjective} день` : `${adjective === "рабочий" ? "рабочего" : "календарного"} дня`;

const namedParts: Readonly<Record<string, readonly [ordinal: number, noun: readonly [string, string]]>> = {
  "first-decade": [1, ["декада", "декады"]],
  "second-decade": [2, ["декада", "декады"]],
  "third-decade": [3, ["декада", "декады"]],
  "first-half": [1, ["половина", "половины"]],
  "second-half": [2, ["половина", "половины"]],
};

/** A selector without what it belongs to: «последний рабочий день», «первого понедельника», «вторая декада». */
export function selectorWords(word: string, to: Case): string | undefined {
  const part = Object.hasOwn(namedParts, word) ? namedParts[word] : undefined;
  if (part !== undefined) return `${ordinalWord(part[0], "f", to)} ${part[1][to === "nominative" ? 0 : 1]}`;
  const selector: DaySelector | undefined = parseDaySelector(word);
  if (selector?.kind === "last-day") return `${last("m", to)} ${dayForm("календарный", to)}`;
  if (selector?.kind === "working-days") {
    const [n, first] = [Math.abs(selector.n), selector.n > 0];
    const days = to === "genitive" || russian.form(n) === 2 ? "рабочих дней" : "рабочих дня";
    return `${first ? "первы" : "последни"}${to === "genitive" ? "х" : "е"} ${n} ${days}`;
  }
  if (selector?.kind === "last-week") {
    if (selector.which === "whole") return to === "nominative" ? "последняя полная неделя" : "последней полной недели";
    return selector.which === "seven-days" ? `последни${to === "genitive" ? "х" : "е"} 7 дней` : undefined;
  }
  if (selector?.kind === "working-day" && selector.n < -1)
    return selector.n === -2 ? `предпоследн${to === "nominative" ? "ий" : "его"} ${dayForm("рабочий", to)}` : undefined;
  if (selector?.kind === "working-day")
    return `${selector.n < 0 ? last("m", to) : ordinalWord(selector.n, "m", to)} ${dayForm("рабочий", to)}`;
  if (selector?.kind !== "weekday" || selector.nth === undefined) return undefined;
  const gender = genders[selector.weekday - 1]!;
  const name = (to === "nominative" ? weekdaysNominative : weekdaysGenitive)[selector.weekday - 1]!;
  return `${selector.nth < 0 ? last(gender, to) : ordinalWord(selector.nth, gender, to)} ${name}`;
}

/** «по вторникам и четвергам»; undefined for what is no weekday. */
export function weekdayWords(list: readonly (string | number)[]): string | undefined {
  const indices = list.map(weekdayIndex);
  return indices.every((index) => index !== undefined)
    ? `по ${joined(indices.map((index) => weekdaysDative[index]!))}`
    : undefined;
}

const joined = (words: readonly string[]): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} и ${words.at(-1)!}`;
const weekdayIndex = (word: string | number): number | undefined => {
  const selector = typeof word === "string" ? parseDaySelector(word) : undefined;
  return selector?.kind === "weekday" && selector.nth === undefined ? selector.weekday - 1 : undefined;
};

/** The unit of a day that lies in the month after it: «месяца, следующего за отчетным кварталом». */
function following(unit: string, periodName: PeriodName): string | undefined {
  if (unit === "week") return "недели, следующей за отчетной";
  if (unit === "month") return "месяца, следующего за отчетным";
  const name = ownerGenitive(unit, periodName);
  return name === undefined ? undefined : `месяца после окончания ${name}`;
}

const instrumentals: Readonly<Record<string, string>> = {
  quarter: "кварталом",
  "half-year": "полугодием",
  year: "годом",
};

function owner(
  unit: string,
  of: "following" | undefined,
  numbered: boolean,
  periodName: PeriodName,
): string | undefined {
  if (of === "following")
    return Object.hasOwn(instrumentals, unit)
      ? `месяца, следующего за отчетным ${instrumentals[unit]}`
      : following(unit, periodName);
  const name = ownerGenitive(unit, periodName);
  if (name === undefined) return undefined;
  if (!numbered) return name;
  return unit === "month" ? "каждого месяца" : `первого месяца ${name}`;
}

/** Whether the list has decades or halves of something longer than a month, for which there is no phrase. */
const isPartOfMore = (unit: string, list: readonly (string | number)[]): boolean =>
  isUnit(unit) && unit !== "month" && list.some((entry) => /-(?:half|decade)$/.test(String(entry)));

/** A day inside each unit: «15 числа каждого месяца», «еженедельно по средам», «первое число месяца, следующего за отчетным кварталом». */
export function onWords(
  unit: string,
  on: DaySelectorValue,
  of: "following" | undefined,
  periodName: PeriodName,
): string | undefined {
  const list = [on].flat();
  const weekly = list.map(weekdayIndex);
  if (weekly.every((index) => index !== undefined)) {
    if (unit !== "week") return undefined;
    if (of === undefined) return `еженедельно по ${joined(weekly.map((index) => weekdaysDative[index]!))}`;
    return list.length === 1 ? `${weekdaysNominative[weekly[0]!]!} ${following("week", periodName)!}` : undefined;
  }
  if (on === "first-day-after") {
    if (unit === "month") return "первое число месяца, следующего за отчетным";
    if (Object.hasOwn(instrumentals, unit)) return `первое число месяца, следующего за отчетным ${instrumentals[unit]}`;
    const name = ownerGenitive(unit, periodName);
    return name === undefined ? undefined : `первый день после окончания ${name}`;
  }
  const days = /^(\d+)-(\d+)$/.exec(String(on));
  const numbers = list.every((entry) => typeof entry === "number");
  const of2 = owner(unit, of, numbers || days !== null, periodName);
  if (of2 === undefined || isPartOfMore(unit, list)) return undefined;
  if (numbers)
    return unit === "week" || (of !== undefined && on === 1) ? undefined : `${joined(list.map(String))} числа ${of2}`;
  if (days !== null) return `с ${days[1]!} по ${days[2]!} число ${of2}`;
  const words = list.map((entry) => selectorWords(String(entry), "nominative"));
  return words.includes(undefined) ? undefined : `${joined(words as string[])} ${of2}`;
}

/** A last day inside each unit: «до 10 числа каждого месяца», «не позднее последнего рабочего дня квартала». */
export function untilSelectorWords(
  unit: string,
  until: DaySelectorValue,
  of: "following" | undefined,
  periodName: PeriodName,
): string | undefined {
  const list = [until].flat();
  const weekday = weekdayIndex(list[0] ?? "");
  if (weekday !== undefined) {
    if (unit !== "week" || list.length > 1) return undefined;
    return of === undefined
      ? `еженедельно до ${weekdaysGenitive[weekday]!}`
      : `до ${weekdaysGenitive[weekday]!} ${following("week", periodName)!}`;
  }
  const numbered = list.every((entry) => typeof entry === "number");
  const of2 = owner(unit, of, numbered, periodName);
  if (of2 === undefined || (numbered && unit === "week") || isPartOfMore(unit, list)) return undefined;
  if (numbered) return `до ${joined(list.map(String))} числа ${of2}`;
  const words = list.map((entry) => selectorWords(String(entry), "genitive"));
  return words.includes(undefined) ? undefined : `не позднее ${joined(words as string[])} ${of2}`;
}
