import { grammar } from "../grammar.ts";
import type { GrammarMatch } from "../../engine/match.ts";
import type { DayUnit } from "../../../calendar/units.ts";
import { date } from "./days/dates.ts";
import { frequency, times, untilWord } from "./frequency.ts";
import { calendarWord } from "../words/lexicon.ts";
import type { Interpretation } from "../../interpretation.ts";
import { asOf, bounds, modifier, modifiers, selector, selectorOf } from "./modifiers.ts";
import {
  everyDayIn,
  isDayOrBound,
  isYearlyDay,
  lastWeek,
  onEachTime,
  openDay,
  recurring,
  selectorIn,
  untilSelector,
  type Modifier,
} from "../../sense/recurring-rule.ts";
import { inside, numberedSelector, ownerRef, unitRef, weekly } from "./days/day-selectors.ts";
import { weekday } from "../words/calendar-words.ts";
import { dayText } from "../../sense/named-day.ts";
import { number, ordinal } from "../words/numbers.ts";

/** «ежемесячно», with its modifiers. */
export const recurrence = grammar.ambiguousRule<Interpretation>("recurrence", [
  // ежемесячно · еженедельно по средам · ежемесячно до 10 числа · не реже одного раза в квартал
  { pattern: "<frequency> <modifiers>", action: (match) => often(match, match.one(frequency), match.one(modifiers)) },
  // раз в две недели по вторникам, начиная с 3 сентября
  {
    pattern:
      "(кажд* <ordinal> недел* | [1 | один] раз в <number> недел*) [[,] (<weekly> | [в | во] <weekday>)] [,] (с | со | начиная с) <date>",
    action: everyNthWeek,
  },
  // ежедневно с 1 по 10 июня · каждый рабочий день, кроме июля
  { pattern: "<daily> [,] [в период] <bounds>", action: (match) => everyDayIn(match.one(dayUnit), match.one(bounds)) },
  // последняя неделя каждого месяца
  {
    pattern: `[${inside}] последн* недел* <owner-ref> <modifiers>`,
    action: (match) => lastWeek(match.one(ownerRef), match.one(modifiers)),
  },
  // 2 раза в месяц (до 10 и 25 числа)
  {
    pattern: '<times> ([, | – | :] <modifier> | "(" <modifier> ")")',
    action: (match) => onEachTime(match.one(times), match.one(modifier)),
  },
  // последний рабочий день месяца · 15 числа каждого месяца · первое число месяца, следующего за отчетным кварталом
  {
    pattern: `[${inside}] [кажд*] ${selector} [в | во] <owner-ref> <modifiers>`,
    action: (match) => recurring([selectorIn(selectorOf(match), match.one(ownerRef)), match.one(modifiers)]),
  },
  // первый день после окончания квартала
  {
    pattern: `[в] <ordinal> [${calendarWord}] (день | число) после [окончани* | завершени*] <unit-ref> <modifiers>`,
    action: (match) => recurring([{ unit: match.one(unitRef), on: "first-day-after" }, match.one(modifiers)]),
  },
  // до 10 числа каждого месяца · не позднее 5-го числа месяца, следующего за отчетным
  {
    pattern: `${untilWord} ${selector} <owner-ref> <modifiers>`,
    action: (match) => recurring([untilSelector(selectorOf(match), match.one(ownerRef)), match.one(modifiers)]),
  },
  // до 10 числа ежемесячно
  {
    pattern: `${untilWord} ${selector} ([,] <frequency> | "(" <frequency> ")") <modifiers>`,
    action: (match) =>
      recurring([untilSelector(selectorOf(match), undefined), { unit: match.one(frequency) }, match.one(modifiers)]),
  },
  // по состоянию на 1 число каждого месяца
  {
    pattern: "[по состоянию] на <numbered-selector> <owner-ref> <modifiers>",
    action: (match) => recurring([asOf(match), match.one(modifiers)]),
  },
  // по средам · каждый понедельник
  {
    pattern: "<weekly> <modifiers>",
    action: (match) => recurring([{ unit: "week", on: match.one(weekly) }, match.one(modifiers)]),
  },
  {
    pattern: "[в | во] <weekday> кажд* недел* <modifiers>",
    action: (match) => recurring([{ unit: "week", on: match.one(weekday) }, match.one(modifiers)]),
  },
  {
    pattern: `${untilWord} <weekday> (кажд* | текущ* | отчетн*) недел* <modifiers>`,
    action: (match) => recurring([{ unit: "week", until: match.one(weekday) }, match.one(modifiers)]),
  },
  {
    pattern: `${untilWord} <weekday> <owner-ref> <modifiers>`,
    action: (match) => recurring([{ until: match.one(weekday), ...match.one(ownerRef) }, match.one(modifiers)]),
  },
  {
    pattern: "[в | во] <weekday> <owner-ref> <modifiers>",
    action: (match) => recurring([{ on: match.one(weekday), ...match.one(ownerRef) }, match.one(modifiers)]),
  },
  // до 1 февраля года, следующего за отчетным
  {
    pattern: `[<frequency> [,]] ${untilWord} <date> <following-year> [[,] <frequency>]`,
    action: (match) =>
      match.all(frequency).every((name) => name === "year")
        ? recurring([{ unit: "year", until: dayText(match.one(date), undefined), of: "following" }])
        : undefined,
  },
  // по итогам квартала до 10 числа следующего месяца
  {
    pattern: `по (итогам | результатам) <unit-ref> [, | –] ${untilWord} <numbered-selector> [<owner-ref>] <modifiers>`,
    action: afterResults,
  },
  // 1 и 15 числа
  {
    pattern: "[кажд*] <numbered-selector> <modifiers>",
    action: (match) =>
      isNumberOfMonth(match)
        ? recurring([{ unit: "month", on: match.one(numberedSelector) }, match.one(modifiers)])
        : undefined,
  },
]);

function everyNthWeek(match: GrammarMatch): readonly Interpretation[] | undefined {
  const interval = match.get(ordinal) ?? match.one(number);
  if (interval < 2 || interval > 99) return undefined;
  const on = match.get(weekly) ?? match.get(weekday);
  const from = dayText(match.one(date), match.planYear);
  return recurring([{ unit: "week", interval, in: [{ from }], ...(on === undefined ? {} : { on }) }]);
}

const dayUnit = grammar.rule<DayUnit>("daily", [
  { pattern: "(ежедневно | кажд* день)", action: () => "day" },
  { pattern: "(ежедневно по рабочим дням | кажд* рабоч* день | по рабочим дням)", action: () => "working-day" },
]);

/** «по итогам квартала до 10 числа»: the quarter is over, so the day lies in the month after it. */
function afterResults(match: GrammarMatch): readonly Interpretation[] | undefined {
  const [unit, owner] = [match.one(unitRef), match.get(ownerRef)];
  if (unit === "year" || unit === "week" || (owner !== undefined && owner.of === undefined)) return undefined;
  return recurring([
    { unit, of: "following" },
    untilSelector(match.one(numberedSelector), owner),
    match.one(modifiers),
  ]);
}

/** «5 числа» is a day of each month; «3 дня» is how long. */
const isNumberOfMonth = ({ norms }: GrammarMatch): boolean => norms.some((norm) => norm.startsWith("числ"));

/** A frequency with its modifiers; «ежеквартально до 10 числа» is ambiguous, because the month is not named. */
function often(match: GrammarMatch, unit: string, said: Modifier): readonly Interpretation[] | undefined {
  if (isYearlyDay(unit, said) || (isDayOrBound(unit, said) && !saysPeriod(match))) return undefined;
  const day = [said.on ?? said.until].flat()[0];
  const isOpen =
    typeof day === "number" && said.of === undefined && !match.norms.some((norm) => norm.startsWith("месяц"));
  return isOpen ? openDay(unit, said) : recurring([{ unit }, said]);
}

/** «в период по 1 июля» are bounds. */
const saysPeriod = ({ norms }: GrammarMatch): boolean => norms.includes("период");
