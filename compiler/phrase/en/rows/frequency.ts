import type { GrammarMatch } from "../../engine/match.ts";
import type { Refusal } from "../../engine/refusal.ts";
import { grammar } from "../grammar.ts";
import { recurring, unit } from "../words/calendar-words.ts";
import { number } from "../words/numbers.ts";
import { unitRef } from "./days/day-selectors.ts";
import type { Times } from "../../sense/recurring-rule.ts";

/** Words before a last day that is part of the deadline, as a pattern. */
export const untilWord =
  "(by [no later than] | until [and including] | till | through [and including] | up to [and including] | up until | (no | not) later than | not after | on or before | due (by | on or before | no later than) | at the latest (by | on) | (deadline | due date) [is] [: | –] [by])";
/** Words before a day that is the first one too late, as a pattern. */
export const beforeWord = "(before | prior to | earlier than | in advance of | ahead of)";

const rarely = "[at least | (no | not) less [often | frequently] than | at a minimum | a minimum of]";
const oneOf = "(a | an | per | each | every | in each | in every)";

/** How often: “monthly”, “every quarter”, “at least once a year”. */
export const frequency = grammar.rule<string>("frequency", [
  { pattern: `${rarely} <recurring>`, action: (match) => match.one(recurring) },
  { pattern: "on [a | an] <recurring> basis", action: (match) => match.one(recurring) },
  { pattern: "(each | every) <unit-ref>", action: (match) => match.one(unitRef) },
  { pattern: `${rarely} [once] ${oneOf} [calendar] <unit>`, action: once },
  { pattern: `${rarely} one time ${oneOf} <unit>`, action: once },
  { pattern: `${rarely} (twice | <number> times | several times) ${oneOf} <unit>`, action: severalTimes },
  { pattern: `${rarely} [once] every <number> <unit>`, action: everyFew },
  { pattern: "every (other | second | third | fourth) <unit>", action: (match) => match.refuse("which-series") },
  { pattern: "(biweekly | bimonthly | biannually | biannual | fortnightly | biennially)", action: whichSeries },
  { pattern: "bi – <recurring>", action: whichSeries },
  { pattern: "every fortnight", action: whichSeries },
]);

function whichSeries(match: GrammarMatch): Refusal {
  return match.refuse("which-series");
}

/** “once a month”; “a month” alone is how long something takes. */
function once(match: GrammarMatch): string | undefined {
  return ["once", "time", "every", "each"].some((word) => match.norms.includes(word)) ? match.one(unit) : undefined;
}

function severalTimes(match: GrammarMatch): Refusal {
  return match.refuse("several-times");
}

function everyFew(match: GrammarMatch): string | Refusal {
  return match.one(number) === 1 ? match.one(unit) : match.refuse("which-series");
}

/** “once a quarter”, “twice a year”: a frequency before the days themselves, which then decide. */
export const times = grammar.rule<Times>("times", [
  { pattern: "<frequency>", action: (match) => ({ count: undefined, unit: match.one(frequency) }) },
  { pattern: `${rarely} twice ${oneOf} <unit>`, action: (match) => ({ count: 2, unit: match.one(unit) }) },
  {
    pattern: `${rarely} <number> times ${oneOf} <unit>`,
    action: (match) => ({ count: match.one(number), unit: match.one(unit) }),
  },
]);
