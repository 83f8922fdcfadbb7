import { dayOf, daysInMonth, weekdayNames, weekdayOf, type Weekday } from "../../../../calendar/day.ts";
import type { GrammarMatch } from "../../../engine/match.ts";
import { allOrRefusal, type Refusal } from "../../../engine/refusal.ts";
import { normAt } from "../../../engine/token-at.ts";
import { daysOfList, existing as existingOn, type NamedDay } from "../../../sense/named-day.ts";
import { grammar } from "../../grammar.ts";
import { figures, month, weekday } from "../../words/calendar-words.ts";
import { day } from "../../words/numbers.ts";
import { pointsAhead, year } from "../../words/years.ts";

type Numbered = NamedDay & { readonly day: number };

/** The day that a row names, if there is one; the weekday beside it must be its own. */
export const existing = (named: Numbered, match: GrammarMatch, said = match.get(weekday)): NamedDay | Refusal =>
  existingOn(named, match, said);

const named = (match: GrammarMatch): NamedDay | Refusal =>
  existing({ day: match.one(day), month: match.one(month), year: match.get(year) }, match);

/** “03/04/2024” is 3 April in Britain and March 4 in America: it is read where only one of them is a day. */
function inFigures(match: GrammarMatch): NamedDay | Refusal {
  const { day: first, month: second, year: y } = match.one(figures);
  const british = { day: first, month: second, year: y };
  const isIso = match.state.tokens
    .slice(match.from, match.to)
    .some(({ kind, norm }) => kind === "figures" && /^\d{4}-/.test(norm));
  if (isIso) return existing(british, match);
  // “5.30” is as well a time of day.
  if (y === undefined) return match.refuse("day-or-month");
  if (first === second) return existing(british, match);
  const american = { day: second, month: first, year: y };
  const [canBritish, canAmerican] = [british, american].map(
    ({ day: d, month: m }) => m >= 1 && m <= 12 && d >= 1 && d <= daysInMonth(y ?? 2000, m),
  );
  if (canBritish && canAmerican) return match.refuse("day-or-month");
  return existing(canAmerican ? american : british, match);
}

/** “of the following year”: after a date. */
grammar.rule<true>("following-year", [
  { pattern: "[of] the (next | following | subsequent) [calendar] year", action: () => true },
  { pattern: "next year", action: () => true },
  { pattern: "of the year (following | after) [the] (reporting | current) [year]", action: () => true },
]);

/** What may stand between a date and its year, as a pattern. */
export const inYear = "[[,] <year>]";

/** One date. */
export const date = grammar.rule<NamedDay>("date", [
  // 6 September · the 6th of September 2031 · Friday, 6 September
  { pattern: `[<weekday> [,]] [the] <day> [of] <month> ${inYear}`, action: named },
  // September 6 · March the 3rd · Sept. 6, 2031
  { pattern: `[<weekday> [,] [the]] <month> [the] <day> ${inYear}`, action: named },
  // 6 April 2031 (Sunday)
  { pattern: `[the] <day> [of] <month> ${inYear} ("(" [a] <weekday> ")" | , [a] <weekday>)`, action: named },
  { pattern: `<month> [the] <day> ${inYear} ("(" [a] <weekday> ")" | , [a] <weekday>)`, action: named },
  // 14-Jun-2031
  { pattern: "<day> – <month> – <year>", action: named },
  // 2031-03-01 · 28/06/2031
  { pattern: '[<weekday> [,]] <figures> ["(" <weekday> ")"]', action: inFigures },
]);

/** Between the members of a list, as a pattern. */
export const comma = "(, [and | or] | and | &)";

/** Matches no token where a month follows: “March 5, 12 April” is no list of March. */
grammar.terminal<true>("no-month", (state, at) => {
  const next = at + (state.tokens[at]?.norm === "of" ? 1 : 0);
  return state.peek(month, next) === undefined || state.tokens[next - 1]?.kind === "comma"
    ? { end: at, value: true }
    : state.fail(at);
});

/** Days of one month: “12, 23 August”, “March 5, 12 and 19, 2031”; they have one year. */
const dayGroup = grammar.rule<readonly NamedDay[]>("day-group", [
  { pattern: `[the] <day> {${comma} [the] <day>} [of] <month> ${inYear}`, action: ofOneMonth },
  { pattern: `<month> [the] <day> {${comma} [the] <day> <no-month>} ${inYear}`, action: ofOneMonth },
  { pattern: "<date>", action: (match) => [match.one(date)] },
]);

function ofOneMonth(match: GrammarMatch): readonly NamedDay[] | Refusal {
  return allOrRefusal(
    match.all(day).map((d) => existing({ day: d, month: match.one(month), year: match.get(year) }, match)),
  );
}

const goesOn = /^(?:–|to|until|till|through)$/;

/** Matches no token where no interval begins: “12 August, 1 – 6 September” is a day and an interval. */
grammar.terminal<true>("no-interval", (state, at) =>
  goesOn.test(normAt(state, at)) && state.peek(date, at + 1) !== undefined ? state.fail(at) : { end: at, value: true },
);

/** One day or several: “29 April and 3 June”; every way in which the years of a list can be meant. */
export const days = grammar.ambiguousRule<readonly NamedDay[]>("days", [
  {
    pattern: `<day-group> {(, [and] | and | & | /) [on] <day-group> <no-interval>}`,
    action: (match) => daysOfList(match.all(dayGroup), match.planYear, pointsAhead(match)),
  },
]);

/** Whether a day of a known year falls on a Saturday or a Sunday; undefined where the year is not known. */
export function isAtWeekend(
  { year: y, month: m, day: d }: NamedDay,
  planYear: number | undefined,
): boolean | undefined {
  const known = y ?? planYear;
  if (known === undefined) return undefined;
  const name: Weekday = weekdayNames[weekdayOf(dayOf(known, m, d === "last" ? daysInMonth(known, m) : d)) - 1]!;
  return name === "sat" || name === "sun";
}
