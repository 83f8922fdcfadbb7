import { dayOf, weekdayNames, weekdayOf } from "../../../calendar/day.ts";
import type { DayUnit } from "../../../calendar/units.ts";
import type { GrammarMatch } from "../../engine/match.ts";
import type { Refusal } from "../../engine/refusal.ts";
import type { Interpretation } from "../../interpretation.ts";
import { dayText } from "../../sense/named-day.ts";
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
import { grammar } from "../grammar.ts";
import { weekday, weekdayOfEach } from "../words/calendar-words.ts";
import { weekdays, workingWord } from "../words/lexicon.ts";
import { number, ordinal } from "../words/numbers.ts";
import { ownerRef, selector, selectorOf, unitRef, weekly } from "./days/day-selectors.ts";
import { frequency, times, untilWord } from "./frequency.ts";
import { date } from "./days/dates.ts";
import type { Interval } from "../../sense/interval.ts";
import { interval as intervalOfDays } from "./days/intervals.ts";
import { bounds, modifier, modifiers } from "./modifiers.ts";

const starting = "(starting | beginning | commencing | from | as from) [on | from | with]";

/** “monthly”, with its modifiers. */
export const recurrence = grammar.ambiguousRule<Interpretation>("recurrence", [
  // monthly · weekly on Wednesdays · monthly by the 10th · at least once a quarter
  { pattern: "<frequency> <modifiers>", action: (match) => often(match.one(frequency), match.one(modifiers)) },
  // twice a month (by the 10th and 25th)
  {
    pattern: '<times> ([, | – | :] <modifier> | "(" <modifier> ")")',
    action: (match) => onEachTime(match.one(times), match.one(modifier)),
  },
  // the last working day of the month · the 15th of the month following the quarter
  {
    pattern: `[on | in | during] [the | each | every] ${selector} <owner-ref> <modifiers>`,
    action: (match) => recurring([selectorIn(selectorOf(match), match.one(ownerRef)), match.one(modifiers)]),
  },
  // the first day after the end of each quarter
  {
    pattern: "[on] the first day (after | following) [the] [end of] <unit-ref> <modifiers>",
    action: (match) => recurring([{ unit: match.one(unitRef), on: "first-day-after" }, match.one(modifiers)]),
  },
  // by the 10th of each month
  {
    pattern: `${untilWord} [the] ${selector} <owner-ref> <modifiers>`,
    action: (match) => recurring([untilSelector(selectorOf(match), match.one(ownerRef)), match.one(modifiers)]),
  },
  // by the 10th, monthly
  {
    pattern: `${untilWord} [the] ${selector} ([,] <frequency> | "(" <frequency> ")") <modifiers>`,
    action: (match) =>
      recurring([untilSelector(selectorOf(match), undefined), { unit: match.one(frequency) }, match.one(modifiers)]),
  },
  // on Mondays · every Monday and Thursday
  {
    pattern: "<weekly> <modifiers>",
    action: (match) => recurring([{ unit: "week", on: match.one(weekly) }, match.one(modifiers)]),
  },
  {
    pattern: "[on] <weekday> (<owner-ref> | of the week) <modifiers>",
    action: (match) =>
      recurring([{ unit: "week", on: match.one(weekday), ...match.get(ownerRef) }, match.one(modifiers)]),
  },
  // by Friday of each week
  {
    pattern: `${untilWord} <weekday> (<owner-ref> | of the week) <modifiers>`,
    action: (match) =>
      recurring([{ unit: "week", until: match.one(weekday), ...match.get(ownerRef) }, match.one(modifiers)]),
  },
  // by 1 February of the following year
  {
    pattern: `[<frequency> [,]] ${untilWord} <date> <following-year>`,
    action: (match) =>
      match.all(frequency).every((name) => name === "year")
        ? recurring([{ unit: "year", until: dayText(match.one(date), undefined), of: "following" }])
        : undefined,
  },
  // every two weeks on Tuesday, starting 3 September · every other Friday from 5 January
  {
    pattern: `(every (other | second) | fortnightly [on] | every fortnight [on]) (<weekday> | <weekday-of-each>) [,] ${starting} <date>`,
    action: everyNthWeek,
  },
  {
    pattern: `(every <number> weeks | every (other | second) week | fortnightly | every fortnight) [[,] [on] (<weekday> | <weekday-of-each>)] [,] ${starting} <date>`,
    action: everyNthWeek,
  },
  // every second Wednesday from 15 January to 30 April
  {
    pattern: `(every (other | second) | fortnightly [on] | every fortnight [on]) (<weekday> | <weekday-of-each>) [,] <interval>`,
    action: everyNthWeek,
  },
  // by the end of the month following
  {
    pattern: `${untilWord} the end of the month following`,
    action: () => recurring([{ unit: "month", until: "last-day", of: "following" }]),
  },
  // daily from 1 to 10 June · every working day in June
  { pattern: "<daily> [,] <bounds>", action: (match) => everyDayIn(match.one(dayUnit), match.one(bounds)) },
  // the last week of each month
  {
    pattern: "[in | during] [the] last [calendar] week <owner-ref> <modifiers>",
    action: (match) => lastWeek(match.one(ownerRef), match.one(modifiers)),
  },
  // every second Friday
  { pattern: "[on] (every | each) <ordinal> <weekday>", action: alternate },
  { pattern: "[on] (every other <weekday> | alternate <weekday-of-each>)", action: alternate },
]);

/** Every second week from a day: on its weekday where the words say it, else in weeks or on days like it. */
function everyNthWeek(match: GrammarMatch): readonly Interpretation[] | undefined {
  const [interval, stretch] = [match.get(number) ?? 2, match.get(intervalOfDays)];
  if (stretch !== undefined) return everySecondIn(stretch, match);
  const first = match.one(date);
  const y = first.year ?? match.planYear;
  if (interval < 2 || interval > 99 || first.day === "last") return undefined;
  const said = match.get(weekday) ?? match.get(weekdayOfEach);
  const rule: Modifier = { unit: "week", interval, in: [{ from: dayText(first, match.planYear) }] };
  if (said !== undefined) return recurring([{ ...rule, on: said }]);
  if (y === undefined) return undefined;
  const own = weekdayNames[weekdayOf(dayOf(y, first.month, first.day)) - 1]!;
  const isNamed = match.norms.some((norm) => weekdays.has(norm));
  if (isNamed) return recurring([{ ...rule, on: own }]);
  return [...(recurring([{ ...rule, on: own }]) ?? []), ...(recurring([rule]) ?? [])];
}

/** Every second week of a stretch, counted from its first day. */
const everySecondIn = ({ from, to, wraps }: Interval, match: GrammarMatch): readonly Interpretation[] | undefined =>
  wraps === true
    ? undefined
    : recurring([
        { unit: "week", interval: 2, on: match.get(weekday) ?? match.one(weekdayOfEach), in: [{ from, to }] },
      ]);

const dayUnit = grammar.rule<DayUnit>("daily", [
  { pattern: "(daily | every day | each day)", action: () => "day" },
  { pattern: `((every | each) ${workingWord} day | on ${workingWord} days)`, action: () => "working-day" },
]);

/** Each second one is counted from some day; of a month it needs none, and the longer row has it. */
function alternate(match: GrammarMatch): Refusal | undefined {
  const nth = match.get(ordinal);
  return nth === undefined || nth > 1 ? match.refuse("which-series") : undefined;
}

/** A frequency with its modifiers; “quarterly by the 10th” is ambiguous, because the month is not named. */
function often(unit: string, said: Modifier): readonly Interpretation[] | undefined {
  if (isYearlyDay(unit, said) || isDayOrBound(unit, said)) return undefined;
  const day = [said.on ?? said.until].flat()[0];
  const isOpen = typeof day === "number" && said.of === undefined && (said.unit === undefined || said.unit === "");
  return isOpen ? openDay(unit, said) : recurring([{ unit }, said]);
}
