import { grammar } from "../grammar.ts";
import type { GrammarMatch } from "../../engine/match.ts";
import { dayText, date, existing, inclusive, type NamedDay } from "./dates.ts";
import { namedEnd } from "./named-ends.ts";
import type { Deadline } from "../../../generated/types.ts";
import { Refusal } from "../../engine/refusal.ts";
import { figures, month } from "../words/calendar-words.ts";
import { day } from "../words/numbers.ts";
import { year } from "../words/years.ts";

type Interval = Required<Pick<Deadline, "from" | "to">> & Pick<Deadline, "wraps">;

const order = ({ month: m, day: d }: NamedDay): number => m * 40 + (d === "last" ? 31 : d);

/** The interval from one day to another; reversed it is refused inside one month, and goes over the new year across months. */
export function intervalOf(first: NamedDay, last: NamedDay, match: GrammarMatch): Interval | Refusal {
  const reversed = order(last) < order(first);
  const start =
    first.year !== undefined || last.year === undefined
      ? first
      : { ...first, year: reversed ? last.year - 1 : last.year };
  const planYear = match.state.context.year;
  const text = (named: NamedDay): string => dayText(named, planYear);
  if (start.year !== undefined && last.year !== undefined) {
    if (start.year > last.year || (start.year === last.year && reversed)) return match.refuse("reversed");
    return { from: text(start), to: text(last) };
  }
  if (!reversed) return { from: text(start), to: text(last) };
  if (first.month === last.month) return match.refuse("reversed");
  return start.year !== undefined && start.year !== planYear
    ? { from: text(start), to: text({ ...last, year: start.year + 1 }) }
    : { from: text(start), to: text(last), wraps: true };
}

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
  const [first, last] = [
    existing({ day: match.one(day, "first"), month: m, year: y }, match),
    existing({ day: end, month: m, year: y }, match),
  ];
  if (first instanceof Refusal) return first;
  return last instanceof Refusal ? last : intervalOf(first, last, match);
}

const ofOneMonth = (match: GrammarMatch): Interval | Refusal =>
  intervalFromTo(match.one(day, "first"), match.one(day, "last"), match);

/** The interval between two days of the month that the row names. */
export function intervalFromTo(from: number, to: number, match: GrammarMatch): Interval | Refusal {
  const named = (d: number): NamedDay | Refusal =>
    existing({ day: d, month: match.one(month), year: match.get(year) }, match);
  const [first, last] = [named(from), named(to)];
  if (first instanceof Refusal) return first;
  return last instanceof Refusal ? last : intervalOf(first, last, match);
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
