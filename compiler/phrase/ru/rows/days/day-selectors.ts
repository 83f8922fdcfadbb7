import { grammar } from "../../grammar.ts";
import type { GrammarMatch } from "../../../engine/match.ts";
import type { Weekday } from "../../../../calendar/day.ts";
import { calendarWord, workingWord } from "../../words/lexicon.ts";
import { namedPeriod } from "./named-periods.ts";
import {
  daysInRow,
  firstDays,
  nthPart,
  nthWorkingDay,
  numberedDays,
  ofEach,
  owner,
  selectorAnd,
  severalWorkingDays,
  unnamedUnit,
  weekdaysInOrder,
  type DaySelectorValue,
  type Owner,
} from "../../../sense/day-selectors.ts";
import { repeatingOf } from "../../../sense/named-period.ts";
import type { Refusal } from "../../../engine/refusal.ts";
import { unit, weekday } from "../../words/calendar-words.ts";
import { day, number, ordinal } from "../../words/numbers.ts";

const between = (match: GrammarMatch): string | Refusal =>
  daysInRow(match.one(day, "first"), match.one(day, "last"), match);

const part = (kind: "decade" | "half", limit: number, match: GrammarMatch): string | Refusal =>
  nthPart(match.one(ordinal), kind, limit, match);

/** Words before a part of time in which something happens, as a pattern. */
export const inside = "[в] течени* | на протяжении | в | во";

const dayWord = "(день | дня | дню | днем | дне)";
const dateWord = "(число | числа | числу | числом | числе | числах)";

/** «последнего числа»; «в последних числах» names no day. */
const lastDay = ({ state, from }: GrammarMatch): string | undefined =>
  /^последни(?:е|х|м|ми)$/.test(state.tokens[from]!.norm) ? undefined : "last-day";

/** A selector that is no number of a day: the only kind that can stand before a named month. */
export const namedSelector = grammar.rule<string>("named-selector", [
  { pattern: `последн* ${workingWord} ${dayWord}`, action: () => "last-working-day" },
  {
    pattern: `<ordinal> (рабочий | рабочего | рабочему | рабочим | рабочем | раб) ${dayWord}`,
    action: (match) => nthWorkingDay(match.one(ordinal), match),
  },
  { pattern: `предпоследн* ${workingWord} ${dayWord}`, action: () => "last-working-day-2" },
  {
    pattern: `перв* <number> ${workingWord} (дня | дней)`,
    action: (match) => severalWorkingDays("first", match.one(number), match),
  },
  {
    pattern: `последн* <number> ${workingWord} (дня | дней)`,
    action: (match) => severalWorkingDays("last", match.one(number), match),
  },
  { pattern: "последн* (полн* | цел*) недел*", action: () => "last-full-week" },
  {
    pattern: `последн* <number> [${calendarWord}] дней`,
    action: (match) => (match.one(number) === 7 ? "last-7-days" : undefined),
  },
  { pattern: `последн* [${calendarWord}] (${dayWord} | ${dateWord})`, action: lastDay },
  { pattern: "последн* <weekday>", action: (match) => `last-${match.one(weekday)}` },
  { pattern: "<ordinal> <weekday>", action: (match) => nthPart(match.one(ordinal), match.one(weekday), 4, match) },
  { pattern: "<ordinal> декад*", action: (match) => part("decade", 3, match) },
  { pattern: "последн* декад*", action: () => "third-decade" },
  { pattern: "<ordinal> половин*", action: (match) => part("half", 2, match) },
]);

const ordinals = "<ordinal> {[,] [и] <ordinal>}";

/** One or several: «второй и четвертый вторник», «первый понедельник и последняя пятница». */
export const namedSelectors = grammar.rule<string | string[]>("named-selectors", [
  {
    pattern: "<named-selector> [[,] [и] <named-selectors:more>]",
    action: (match) => selectorAnd(match.one(namedSelector), match.get(namedSelector, "more")),
  },
  {
    pattern: `${ordinals} <weekday>`,
    action: (match) => ofEach(match.all(ordinal), (nth) => nthPart(nth, match.one(weekday), 4, match)),
  },
  {
    pattern: `${ordinals} (рабочий | рабочего | рабочие) (${dayWord} | дни)`,
    action: (match) => ofEach(match.all(ordinal), (nth) => nthWorkingDay(nth, match)),
  },
  {
    pattern: `${ordinals} (декада | декаде | декады | декадах | декад)`,
    action: (match) => ofEach(match.all(ordinal), (nth) => nthPart(nth, "decade", 3, match)),
  },
]);

/** A day by its number: «15 числа», «1 и 15 числа», «5-й день»; days in a row: «с 1 по 5 число». */
export const numberedSelector = grammar.rule<DaySelectorValue>("numbered-selector", [
  { pattern: `<day> {[,] [и] <day>} ${dateWord}`, action: (match) => numberedDays(match.all(day), match) },
  { pattern: `<day> [${calendarWord}] ${dayWord}`, action: (match) => numberedDays(match.all(day), match) },
  {
    pattern: `перв* <number> [${calendarWord}] (дней | дня | чисел | числа)`,
    action: (match) => firstDays(match.one(number), match),
  },
  {
    pattern: `[в период] [с | со] <day:first> [числа] [–] (по | до) <day:last> (${dateWord} | ${dayWord})`,
    action: between,
  },
  { pattern: `<day:first> – <day:last> (${dateWord} | ${dayWord})`, action: between },
]);

/** Days of the week in their own order, none twice. */
export const weekdaysOf = (match: GrammarMatch): Weekday | Weekday[] => weekdaysInOrder(match.all(weekday));

/** Weekdays of every week: «по средам», «каждый понедельник и четверг», «в пятницу». */
export const weekly = grammar.rule<DaySelectorValue>("weekly", [
  { pattern: "по <weekday> {[,] [и] [по] <weekday>}", action: weekdaysOf },
  { pattern: "[в | во] кажд* <weekday> {[,] [и] [кажд*] <weekday>}", action: weekdaysOf },
]);

const past = "(отчетн* | расчетн* | истекш* | прошедш*)";
const reported = "[отчетн* | расчетн* | истекш* | прошедш* | текущ* | эт*]";

/** «отчетного периода»: a repeating period of the plan, by its title. */
export const repeating = grammar.rule<string>("repeating", [
  { pattern: "<named-period>", action: (match) => repeatingOf(match.one(namedPeriod)) },
]);

/** «месяца», «каждого квартала», «отчетного периода». */
export const unitRef = grammar.rule<string>("unit-ref", [
  {
    pattern:
      "[кажд* | отчетн* | расчетн* | текущ* | эт* | соответствующ* | очередн* | данн* | того же] [календарн*] <unit>",
    action: (match) => match.one(unit),
  },
  { pattern: "[кажд*] <repeating>", action: (match) => match.one(repeating) },
]);

/** «каждого месяца», «месяца, следующего за отчетным кварталом», «первого месяца следующего квартала». */
export const ownerRef = grammar.rule<Owner>("owner-ref", [
  { pattern: "<unit-ref>", action: (match) => owner(match.one(unitRef)) },
  { pattern: "перв* месяц* <unit-ref>", action: (match) => owner(match.one(unitRef)) },
  {
    pattern: `[перв*] месяц* [,] следующ* за [окончани* | завершени*] ${reported} [<unit>] [,]`,
    action: (match) => owner(match.get(unit) ?? "", "following"),
  },
  {
    pattern: "[перв*] месяц* [,] следующ* за [окончани* | завершени*] <repeating> [,]",
    action: (match) => owner(match.one(repeating), "following"),
  },
  {
    pattern: `[перв*] месяц* [,] следующ* за [окончани* | завершени*] ${past} период* [,]`,
    action: () => owner(unnamedUnit, "following"),
  },
  {
    pattern: "[перв*] месяц* после [окончани* | завершени*] <unit-ref>",
    action: (match) => owner(match.one(unitRef), "following"),
  },
  {
    pattern: "месяц* [,] следующ* за последн* месяц* [кажд* | отчетн* | истекш*] <unit> [,]",
    action: (match) => owner(match.one(unit), "following"),
  },
  {
    pattern: `перв* месяц* <unit> [,] следующ* за ${past} [<unit:again>] [,]`,
    action: (match) => owner(match.one(unit), "following"),
  },
  { pattern: `[,] следующ* за ${past} месяц*`, action: () => owner("", "following") },
  { pattern: "следующ* за <repeating> месяц*", action: (match) => owner(match.one(repeating), "following") },
  { pattern: `следующ* за ${past} период* месяц*`, action: () => owner(unnamedUnit, "following") },
  {
    pattern: `следующ* за ${past} <unit> месяц*`,
    action: (match) => owner(match.one(unit), "following"),
  },
  { pattern: "следующ* [календарн*] месяц*", action: () => owner("", "following") },
  { pattern: "перв* месяц* следующ* <unit>", action: (match) => owner(match.one(unit), "following") },
  { pattern: "недел* [,] следующ* за отчетн* [недел*] [,]", action: () => owner("week", "following") },
  { pattern: "следующ* недел*", action: () => owner("week", "following") },
]);

/** «года, следующего за отчетным»: after a date. */
grammar.rule<true>("following-year", [
  {
    pattern: `года [,] следующ* за (${past} [[финансов* | календарн*] год* | период*] | окончани* отчетн* [финансов*] года) [,]`,
    action: () => true,
  },
  { pattern: `следующ* за ${past} [финансов* | календарн*] год*`, action: () => true },
]);
