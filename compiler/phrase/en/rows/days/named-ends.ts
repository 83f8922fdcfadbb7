import { daysInMonth } from "../../../../calendar/day.ts";
import type { GrammarMatch } from "../../../engine/match.ts";
import { type Refusal } from "../../../engine/refusal.ts";
import type { NamedDay } from "../../../sense/named-day.ts";
import { grammar } from "../../grammar.ts";
import { month } from "../../words/calendar-words.ts";
import { ordinal } from "../../words/numbers.ts";
import { year } from "../../words/years.ts";
import { monthSpans } from "./months.ts";

/** A year by itself, as a pattern. */
const wholeYear = "[the] [this | current | calendar | same] [calendar] year";

/** The last day of something named: “the end of February”, “the end of Q3 2031”, “year-end”. */
export const namedEnd = grammar.rule<NamedDay>("named-end", [
  { pattern: "[the] end [of] <month-spans>", action: endOfSpan },
  { pattern: "[the] end of the <ordinal> half of <month> [[,] <year>]", action: endOfHalf },
  { pattern: `[the] end [of] ${wholeYear}`, action: () => ({ month: 12, day: 31 }) },
  { pattern: "[the] end [of] <year>", action: (match) => ({ month: 12, day: 31, year: match.get(year) }) },
  { pattern: "[the] [calendar] year [–] end", action: () => ({ month: 12, day: 31 }) },
]);

function endOfSpan(match: GrammarMatch): NamedDay | Refusal | undefined {
  const [span, ...more] = match.one(monthSpans);
  return span === undefined || more.length > 0
    ? undefined
    : {
        month: span.last,
        day: span.first === span.last ? "last" : daysInMonth(2000, span.last),
        year: span.lastYear,
      };
}

function endOfHalf(match: GrammarMatch): NamedDay | Refusal {
  const [nth, m, y] = [match.one(ordinal), match.one(month), match.get(year)];
  if (nth !== 1 && nth !== 2) return match.refuse("no-such-part", { limit: 2 });
  return { month: m, day: nth === 1 ? 15 : "last", year: y };
}

/** The first day of something named: “the start of September”, “the beginning of 2031”. */
export const namedStart = grammar.rule<NamedDay>("named-start", [
  {
    pattern: "[the] (start | beginning) [of] <month-spans>",
    action: (match) => {
      const [span, ...more] = match.one(monthSpans);
      return span === undefined || more.length > 0 ? undefined : { month: span.first, day: 1, year: span.firstYear };
    },
  },
  {
    pattern: "[the] (start | beginning) [of] <year>",
    action: (match) => ({ month: 1, day: 1, year: match.get(year) }),
  },
]);
