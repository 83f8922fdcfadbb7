import type { GrammarMatch } from "../../../engine/match.ts";
import type { Refusal } from "../../../engine/refusal.ts";
import {
  partsBetween,
  partsOfYear,
  spansOfList,
  spanOfMonths,
  type MonthSpan,
  type PartOfYear,
} from "../../../sense/month-spans.ts";
import { grammar } from "../../grammar.ts";
import { halfCode, month, quarterCode } from "../../words/calendar-words.ts";
import { number, ordinal } from "../../words/numbers.ts";
import { pointsAhead, year } from "../../words/years.ts";
import { comma, inYear } from "./dates.ts";

type Spans = readonly MonthSpan[] | Refusal;

/** The code of a part of the year, its symbol and its noun. */
const parts = [
  ["quarter", quarterCode, "quarter*"],
  ["half", halfCode, "(half | halves)"],
] as const;

const between = (unit: PartOfYear, symbol: typeof number, match: GrammarMatch): Spans =>
  partsBetween(unit, [match.one(symbol, "first"), match.one(symbol, "last")], match.get(year), match);

/** “the first half” is one of a year only where the year is said; “the first half of May” is no half of it. */
const ofYear = { quarter: `[of the [calendar] year] ${inYear}`, half: "(of the [calendar] year | <year>)" } as const;

/** “April”, “February – March”, “Q1 and Q3”, “the second half of 2031”. */
export const monthSpans = grammar.rule<readonly MonthSpan[]>("month-spans", [
  { pattern: `[the month of] <month> ${inYear}`, action: single },
  {
    pattern: `<month:first> [<year:first-year>] (– | to | through | / ) <month:last> [[,] <year:last-year>]`,
    action: spanned,
  },
  {
    pattern: "from <month:first> [<year:first-year>] (– | to | through) <month:last> [[,] <year:last-year>]",
    action: spanned,
  },
  {
    pattern: "from <month:first> (to | until | till | through) the end of <month:last> [[,] <year:last-year>]",
    action: spanned,
  },
  { pattern: "between <month:first> and <month:last> [[,] <year:last-year>]", action: spanned },
  ...parts.flatMap(([unit, code, noun]) => [
    {
      pattern: `<${code.name}> {${comma} <${code.name}>} ${inYear}`,
      action: (match: GrammarMatch) => partsOfYear(unit, match.all(code), match.get(year), match),
    },
    {
      pattern: `[from] <${code.name}:first> (– | to | through) <${code.name}:last> ${inYear}`,
      action: (match: GrammarMatch) => between(unit, code, match),
    },
    {
      pattern: `<year> <${code.name}>`,
      action: (match: GrammarMatch) => partsOfYear(unit, [match.one(code)], match.get(year), match),
    },
    {
      pattern: `[the] <ordinal> {${comma} [the] <ordinal>} [calendar] ${noun} ${ofYear[unit]}`,
      action: (match: GrammarMatch) => partsOfYear(unit, match.all(ordinal), match.get(year), match),
    },
  ]),
  {
    pattern: `[calendar] quarter <number> ${inYear}`,
    action: (match) => partsOfYear("quarter", [match.one(number)], match.get(year), match),
  },
]);

function single(match: GrammarMatch): Spans {
  const [m, y] = [match.one(month), match.get(year)];
  return [{ first: m, last: m, firstYear: y, lastYear: y }];
}

function spanned(match: GrammarMatch): Spans {
  return spanOfMonths(
    {
      first: match.one(month, "first"),
      last: match.one(month, "last"),
      firstYear: match.get(year, "first-year"),
      lastYear: match.get(year, "last-year"),
    },
    match,
  );
}

/** Several of them: “March, June and September”; every way in which the years of the list can be meant. */
export const monthList = grammar.ambiguousRule<readonly MonthSpan[]>("month-list", [
  {
    pattern: `<month-spans> {(, [and] | and | & | /) [in] <month-spans>}`,
    action: (match) => spansOfList(match.all(monthSpans), match.planYear, pointsAhead(match)),
  },
]);
