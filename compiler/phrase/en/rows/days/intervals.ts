import type { GrammarMatch } from "../../../engine/match.ts";
import type { Refusal } from "../../../engine/refusal.ts";
import { intervalOf, type Interval } from "../../../sense/interval.ts";
import { grammar } from "../../grammar.ts";
import { month, weekday } from "../../words/calendar-words.ts";
import { day } from "../../words/numbers.ts";
import { year } from "../../words/years.ts";
import { date, existing, inYear } from "./dates.ts";
import { namedEnd } from "./named-ends.ts";

/** Between the ends of a stretch, as a pattern: all of them take in the last day. */
export const upTo = "(– | to | until [and including] | till | through [to] | up to [and including] | up until)";
/** Words that say so once more. */
export const inclusive =
  '[(inclusive | included) | , (inclusive | included) | "(" (inclusive | included) ")" | [,] both (dates | days) (inclusive | included)]';

const notBefore = "((no | not) (earlier | sooner) than | (not | never) before | on or after)";
const notAfter = "((no | not) later than | not after | on or before | by)";

/** “from 1 to 15 October”, “June 1–5”, “between 1 June and 31 August”, “no earlier than … and no later than …”. */
export const interval = grammar.rule<Interval>("interval", [
  {
    pattern: `[from | between] [the] <day:first> ${upTo} [the] <day:last> [of] <month> ${inYear} ${inclusive}`,
    action: ofOneMonth,
  },
  {
    pattern: `between [the] <day:first> and [the] <day:last> [of] <month> ${inYear} ${inclusive}`,
    action: ofOneMonth,
  },
  {
    pattern: `[from | between] <month> [the] <day:first> ${upTo} [the] <day:last> ${inYear} ${inclusive}`,
    action: ofOneMonth,
  },
  { pattern: `between <month> [the] <day:first> and [the] <day:last> ${inYear} ${inclusive}`, action: ofOneMonth },
  {
    pattern: `[from] <weekday:first-weekday> [the] <day:first> ${upTo} <weekday:last-weekday> [the] <day:last> [of] <month> ${inYear} ${inclusive}`,
    action: ofOneMonth,
  },
  { pattern: `[from] <date:first> [,] ${upTo} (<date:last> | <named-end:end>) ${inclusive}`, action: ofTwo },
  { pattern: `between <date:first> and (<date:last> | <named-end:end>) ${inclusive}`, action: ofTwo },
  {
    pattern: `${notBefore} [the] <day:first> [,] [and | but] ${notAfter} [the] <day:last> [of] <month> ${inYear}`,
    action: ofOneMonth,
  },
  { pattern: `${notBefore} <date:first> [,] [and | but] ${notAfter} <date:last> ${inclusive}`, action: ofTwo },
]);

/** The interval between two days of the month that the row names. */
function ofOneMonth(match: GrammarMatch): Interval | Refusal {
  const [first, last] = (["first", "last"] as const).map((label) =>
    existing(
      { day: match.one(day, label), month: match.one(month), year: match.get(year) },
      match,
      match.get(weekday, `${label}-weekday`),
    ),
  );
  return intervalOf(first!, last!, match);
}

function ofTwo(match: GrammarMatch): Interval | Refusal | undefined {
  const last = match.get(date, "last") ?? match.get(namedEnd, "end");
  return last === undefined ? undefined : intervalOf(match.one(date, "first"), last, match);
}
