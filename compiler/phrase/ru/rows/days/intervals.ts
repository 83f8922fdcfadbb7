import { grammar } from "../../grammar.ts";
import type { GrammarMatch } from "../../../engine/match.ts";
import { date, existing, inclusive } from "./dates.ts";
import { namedEnd } from "./named-ends.ts";
import type { Refusal } from "../../../engine/refusal.ts";
import { intervalOf, type Interval } from "../../../sense/interval.ts";
import type { NamedDay } from "../../../sense/named-day.ts";
import { figures, month } from "../../words/calendar-words.ts";
import { day } from "../../words/numbers.ts";
import { year } from "../../words/years.ts";

const since = "(с | со | от)";
const upTo = "([–] по | [–] до | –)";

/** «с 1 по 15 октября», «1 апреля – 6 сентября», «с 12 – 16 февраля», «01–15.03.2031», «не ранее … и не позднее …». */
export const interval = grammar.rule<Interval>("interval", [
  {
    pattern: `[в] [период [:] | срок*] ${since} <day:first> ${upTo} <day:last> <month> [<year>] ${inclusive}`,
    action: (match) => ofOneMonth(match),
  },
  {
    pattern: `[в] [период [:] | срок*] [${since}] <day:first> ${upTo} <date:last> ${inclusive}`,
    action: (match) => toLastOfMonth(match),
  },
  {
    pattern: `[[в] период [:]] [с | со] <day:first> (– [по] | по) <day:last> <month> [<year>] ${inclusive}`,
    action: (match) => ofOneMonth(match),
  },
  {
    pattern: `[в] [период [:] | срок*] [${since}] <day:first> ${upTo} <figures> [года | год | г] ${inclusive}`,
    action: (match) => ofFigures(match),
  },
  {
    pattern: `[в] [период [:] | срок*] ${since} <date:first> ${upTo} (<date:last> | <named-end:end>) ${inclusive}`,
    action: (match) => ofTwo(match),
  },
  {
    pattern: `[[в] период [:]] <date:first> (– [по | до] | по) (<date:last> | <named-end:end>) ${inclusive}`,
    action: (match) => ofTwo(match),
  },
  {
    pattern: "(с | со) <date:first> по <month> [<year>]",
    action: (match) =>
      intervalOf(match.one(date, "first"), { month: match.one(month), day: "last", year: match.get(year) }, match),
  },
  {
    pattern: "не (ранее | раньше) <day:first> [,] [и | но | а] не (позднее | позже) <day:last> <month> [<year>]",
    action: (match) => ofOneMonth(match),
  },
  {
    pattern: `не (ранее | раньше) <date:first> [,] [и | но | а] не (позднее | позже) <date:last> ${inclusive}`,
    action: (match) => ofTwo(match),
  },
]);

/** «с 1 по 15.03.2031»: the month in figures belongs to both days. */
function ofFigures(match: GrammarMatch): Interval | Refusal {
  const { day: end, month: m, year: y } = match.one(figures);
  const named = (d: number): NamedDay | Refusal => existing({ day: d, month: m, year: y }, match);
  return intervalOf(named(match.one(day, "first")), named(end), match);
}

const ofOneMonth = (match: GrammarMatch): Interval | Refusal =>
  intervalFromTo(match.one(day, "first"), match.one(day, "last"), match);

/** The interval between two days of the month that the row names. */
export function intervalFromTo(from: number, to: number, match: GrammarMatch): Interval | Refusal {
  const named = (d: number): NamedDay | Refusal =>
    existing({ day: d, month: match.one(month), year: match.get(year) }, match);
  return intervalOf(named(from), named(to), match);
}

/** «с 1 по 28 (29) февраля». */
function toLastOfMonth(match: GrammarMatch): Interval | Refusal | undefined {
  const last = match.one(date, "last");
  return last.day === "last" ? intervalOf({ ...last, day: match.one(day, "first") }, last, match) : undefined;
}

function ofTwo(match: GrammarMatch): Interval | Refusal | undefined {
  const last = match.get(date, "last") ?? match.get(namedEnd, "end");
  return last === undefined ? undefined : intervalOf(match.one(date, "first"), last, match);
}
