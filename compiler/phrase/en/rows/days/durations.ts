import type { GrammarMatch } from "../../../engine/match.ts";
import type { Refusal } from "../../../engine/refusal.ts";
import { calendar, inHours, inMonths, inWeeks, mostCounted, working, type Count } from "../../../sense/counted.ts";
import { grammar } from "../../grammar.ts";
import { workingWord } from "../../words/lexicon.ts";
import { number } from "../../words/numbers.ts";

type Counts = readonly Count[] | Refusal;

function counts(match: GrammarMatch, make: (n: number) => readonly Count[]): Counts {
  const [n, again] = [match.one(number), match.get(number, "again")];
  return n < 1 || n > mostCounted || (again !== undefined && again !== n)
    ? match.refuse("bad-count", { limit: mostCounted })
    : make(n);
}

/** A number, also given twice: “five (5)”. */
const said = '<number> ["(" <number:again> ")"]';

/** A number of days, weeks, months or years. Days that are not said to be working ones are calendar days. */
export const duration = grammar.rule<readonly Count[]>("duration", [
  { pattern: `${said} ${workingWord} day*`, action: (match) => counts(match, working) },
  { pattern: `${said} [calendar | consecutive] day*`, action: (match) => counts(match, calendar) },
  { pattern: `${said} hour*`, action: (match) => counts(match, inHours) },
  { pattern: `${said} [calendar] week*`, action: (match) => counts(match, inWeeks) },
  { pattern: `${said} fortnight*`, action: (match) => counts(match, (n) => inWeeks(2 * n)) },
  { pattern: `${said} [calendar] month*`, action: (match) => counts(match, inMonths(1)) },
  { pattern: `${said} [calendar] quarter*`, action: (match) => counts(match, inMonths(3)) },
  { pattern: `${said} [calendar] year*`, action: (match) => counts(match, inMonths(12)) },
]);

/** Clear days: neither the first nor the last day counts, so that the count is one longer. */
export const clear = grammar.rule<readonly Count[]>("clear", [
  { pattern: `${said} clear ${workingWord} day*`, action: (match) => counts(match, (n) => working(n + 1)) },
  { pattern: `${said} ${workingWord} clear day*`, action: (match) => counts(match, (n) => working(n + 1)) },
  { pattern: `${said} clear [calendar] day*`, action: (match) => counts(match, (n) => calendar(n + 1)) },
]);

/** One of something: “a week before”, “within a month of”. */
export const single = grammar.rule<readonly Count[]>("single", [
  { pattern: `a ${workingWord} day`, action: () => working(1) },
  { pattern: "a [calendar] day", action: () => calendar(1) },
  { pattern: "an hour", action: () => inHours(1) },
  { pattern: "a [calendar] week", action: () => inWeeks(1) },
  { pattern: "a fortnight", action: () => inWeeks(2) },
  { pattern: "a [calendar] month", action: () => inMonths(1)(1) },
  { pattern: "a [calendar] quarter", action: () => inMonths(3)(1) },
  { pattern: "(half a year | a half [–] year)", action: () => inMonths(6)(1) },
  { pattern: "a [calendar] year", action: () => inMonths(12)(1) },
]);
