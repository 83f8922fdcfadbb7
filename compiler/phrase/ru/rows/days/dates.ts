import { grammar } from "../../grammar.ts";
import type { GrammarMatch } from "../../../engine/match.ts";
import { allOrRefusal, type Refusal } from "../../../engine/refusal.ts";
import { figures, month, weekday } from "../../words/calendar-words.ts";
import { day } from "../../words/numbers.ts";
import { isNext, year } from "../../words/years.ts";
import { daysOfList, existing as existingOn, type NamedDay } from "../../../sense/named-day.ts";

/** The day that a row names, if there is one; the weekday beside it must be its own. */
export const existing = (named: NamedDay & { readonly day: number }, match: GrammarMatch): NamedDay | Refusal =>
  existingOn(named, match, match.get(weekday));

/** Words that include a last day. */
export const included = '[,] (включительно | "(" включительно ")")';
/** The same after any last day, which is included anyway. */
export const inclusive = `[${included}]`;

/** «12.00», «18.30»: an hour and minutes, no day and month. */
const isClock = ({ day: hour, month: minute, year: y }: { day: number; month: number; year?: number }): boolean =>
  y === undefined && hour <= 24 && (minute === 0 || (minute > 12 && minute < 60));

/** One date. */
export const date = grammar.rule<NamedDay>("date", [
  // 6 сентября · 1-го марта 2031 года · первого июня · в субботу, 6 апреля
  {
    pattern: "[[в | во] <weekday> [,]] <day> [числа | число] <month> [<year>]",
    action: (match) => existing({ day: match.one(day), month: match.one(month), year: match.get(year) }, match),
  },
  // 6 апреля (суббота) · 6 апреля, в субботу
  {
    pattern: '<day> <month> [<year>] ("(" <weekday> ")" | [,] [в | во] <weekday>)',
    action: (match) => existing({ day: match.one(day), month: match.one(month), year: match.get(year) }, match),
  },
  // 01.03 · 01.03.2031 г. · 2031-03-01 · 06.04 (суббота)
  {
    pattern: '[[в | во] <weekday> [,]] <figures> [года | год | г] ["(" <weekday> ")" | [,] [в | во] <weekday>]',
    action: (match) => (isClock(match.one(figures)) ? match.refuse("clock") : existing(match.one(figures), match)),
  },
  // 28 (29) февраля
  {
    pattern: '<day> ("(" <day:leap> ")" | (/ | или) <day:leap>) <month> [<year>]',
    action: (match) =>
      match.one(day) === 28 && match.one(day, "leap") === 29 && match.one(month) === 2
        ? { month: 2, day: "last", year: match.get(year) }
        : undefined,
  },
]);

/** Whether words name the year after the plan's: «следующего года». */
export const pointsAhead = ({ norms }: GrammarMatch): boolean =>
  norms.some((norm) => isNext(norm) || norm === "очередного");

/** Days of one month: «12, 23 августа», «1 и 15 марта»; they have one year. */
const dayGroup = grammar.rule<readonly NamedDay[]>("day-group", [
  {
    pattern: "<day> {(, [и] | и) <day>} <month> [<year>]",
    action: (match) =>
      allOrRefusal(
        match.all(day).map((d) => existing({ day: d, month: match.one(month), year: match.get(year) }, match)),
      ),
  },
  { pattern: "<date>", action: (match) => [match.one(date)] },
]);

/** Matches no token where no interval begins: «12 августа, 1 – 6 сентября» is a day and an interval. */
grammar.terminal<true>("no-interval", (state, at) => {
  const next = state.tokens[at];
  const goesOn = (next?.kind === "dash" || next?.norm === "по") && state.peek(date, at + 1) !== undefined;
  return goesOn ? state.fail(at) : { end: at, value: true };
});

/** One day or several: «29 апреля, 3 июня», «15 января и 15 июля 2031 года»; every way in which the years of a list can be meant. */
export const days = grammar.ambiguousRule<readonly NamedDay[]>("days", [
  {
    pattern: "<day-group> {[, | /] [и | а также] <day-group> <no-interval>}",
    action: (match) => daysOfList(match.all(dayGroup), match.planYear, pointsAhead(match)),
  },
]);
