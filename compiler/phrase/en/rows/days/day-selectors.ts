import type { Weekday } from "../../../../calendar/day.ts";
import type { GrammarMatch } from "../../../engine/match.ts";
import type { Refusal } from "../../../engine/refusal.ts";
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
import { grammar } from "../../grammar.ts";
import { unit, weekday, weekdayOfEach } from "../../words/calendar-words.ts";
import { workingWord } from "../../words/lexicon.ts";
import { number, ordinal } from "../../words/numbers.ts";
import { comma } from "./dates.ts";
import { namedPeriod } from "./named-periods.ts";

const final = "(last | final)";

/** A selector that is no number of a day: the only kind that can stand before a named month. */
export const namedSelector = grammar.rule<string>("named-selector", [
  { pattern: `${final} ${workingWord} day`, action: () => "last-working-day" },
  { pattern: `<ordinal> ${workingWord} day`, action: (match) => nthWorkingDay(match.one(ordinal), match) },
  { pattern: `${final} [calendar] day`, action: () => "last-day" },
  { pattern: `${final} <weekday>`, action: (match) => `last-${match.one(weekday)}` },
  { pattern: "<ordinal> <weekday>", action: (match) => nthPart(match.one(ordinal), match.one(weekday), 4, match) },
  { pattern: "<ordinal> half", action: (match) => nthPart(match.one(ordinal), "half", 2, match) },
  {
    pattern: `((penultimate | (second | next) [–] (to [–] last | last) | last but one) ${workingWord} day | last ${workingWord} day but one)`,
    action: () => "last-working-day-2",
  },
  {
    pattern: `first <number> ${workingWord} days`,
    action: (match) => severalWorkingDays("first", match.one(number), match),
  },
  {
    pattern: `${final} <number> ${workingWord} days`,
    action: (match) => severalWorkingDays("last", match.one(number), match),
  },
  { pattern: `${final} (full | whole | complete) [calendar] week`, action: () => "last-full-week" },
  {
    pattern: `${final} <number> [calendar] days`,
    action: (match) => (match.one(number) === 7 ? "last-7-days" : undefined),
  },
]);

const ordinals = `<ordinal> {${comma} [the] <ordinal>}`;
const nthOf = (match: GrammarMatch): Weekday => match.get(weekday) ?? match.one(weekdayOfEach);

/** One or several: “second and fourth Tuesday”, “first Monday and last Friday”. */
export const namedSelectors = grammar.rule<string | string[]>("named-selectors", [
  {
    pattern: `<named-selector> [${comma} [the] <named-selectors:more>]`,
    action: (match) => selectorAnd(match.one(namedSelector), match.get(namedSelector, "more")),
  },
  {
    pattern: `${ordinals} (<weekday> | <weekday-of-each>)`,
    action: (match) => ofEach(match.all(ordinal), (nth) => nthPart(nth, nthOf(match), 4, match)),
  },
  {
    pattern: `${ordinals} ${workingWord} day*`,
    action: (match) => ofEach(match.all(ordinal), (nth) => nthWorkingDay(nth, match)),
  },
]);

const between = (match: GrammarMatch): string | Refusal =>
  daysInRow(match.one(ordinal, "first"), match.one(ordinal, "last"), match);

/** A day by its number: “15th”, “the 1st and 15th”; days in a row: “from the 1st to the 5th”, “first five days”. */
export const numberedSelector = grammar.rule<DaySelectorValue>("numbered-selector", [
  {
    pattern: `<ordinal> {${comma} [the] <ordinal>} [[calendar] day*]`,
    action: (match) => numberedDays(match.all(ordinal), match),
  },
  { pattern: "[from] [the] <ordinal:first> (– | to | through) [the] <ordinal:last> [day*]", action: between },
  { pattern: "between [the] <ordinal:first> and [the] <ordinal:last> [day*]", action: between },
  { pattern: "first <number> [calendar] days", action: (match) => firstDays(match.one(number), match) },
]);

/** A day or a part of a unit, by name or number, as a pattern. */
export const selector = "(<named-selectors> | <numbered-selector>)";
export const selectorOf = (match: GrammarMatch): DaySelectorValue =>
  (match.get(namedSelectors) as DaySelectorValue | undefined) ?? match.one(numberedSelector);

/** Days of the week in their own order, none twice. */
export const weekdaysOf = (match: GrammarMatch): Weekday | Weekday[] =>
  weekdaysInOrder([...match.all(weekday), ...match.all(weekdayOfEach)]);

/** Weekdays of every week: “every Monday and Thursday”, “on Mondays”. */
export const weekly = grammar.rule<DaySelectorValue>("weekly", [
  { pattern: `[on] (every | each) <weekday> {${comma} [on] [every | each] <weekday>}`, action: weekdaysOf },
  { pattern: `[on] <weekday-of-each> {${comma} [on] <weekday-of-each>}`, action: weekdaysOf },
]);

const each = "[the | each | every | a | any]";
const about = "[calendar | reporting | relevant | respective]";
const after = "(following | after | succeeding | next following | next after | immediately following)";

/** A repeating period of the plan, by its title. */
const repeating = grammar.rule<string>("repeating", [
  { pattern: "<named-period>", action: (match) => repeatingOf(match.one(namedPeriod)) },
]);

/** “the month”, “each calendar quarter”, “the reporting period”. */
export const unitRef = grammar.rule<string>("unit-ref", [
  { pattern: `${each} ${about} <unit>`, action: (match) => match.one(unit) },
  { pattern: `${each} <repeating>`, action: (match) => match.one(repeating) },
]);

const unitOf = (match: GrammarMatch): string => match.get(unitRef) ?? match.get(unit) ?? "";

/** “of each month”, “of the month following the quarter”, “of the first month of the next quarter”. */
export const ownerRef = grammar.rule<Owner>("owner-ref", [
  { pattern: "(of | in | for) <unit-ref>", action: (match) => owner(match.one(unitRef)) },
  { pattern: "(each | every | per) [calendar] <unit>", action: (match) => owner(match.one(unit)) },
  { pattern: "of the first month of <unit-ref>", action: (match) => owner(match.one(unitRef)) },
  {
    pattern: "(of | in) the (following | next | subsequent | succeeding) [calendar] month",
    action: () => owner("", "following"),
  },
  { pattern: "(of | in) the month following", action: () => owner("", "following") },
  {
    pattern: `(of | in) the [first] month ${after} [the] [end of] <unit-ref>`,
    action: (match) => owner(unitOf(match), "following"),
  },
  {
    pattern: `(of | in) the [first] month ${after} [the] [end of] [the | each] reporting period`,
    action: () => owner(unnamedUnit, "following"),
  },
  {
    pattern: "(of | in) the first month of the (next | following) <unit>",
    action: (match) => owner(match.one(unit), "following"),
  },
  { pattern: "of the (following | next) week", action: () => owner("week", "following") },
  { pattern: `of the week ${after} [the] [reporting] [week]`, action: () => owner("week", "following") },
]);
