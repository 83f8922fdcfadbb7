import type { GrammarMatch } from "../../engine/match.ts";
import { eventAnchorsOf, periodAnchors, type Anchor } from "../../sense/counted.ts";
import { dayText } from "../../sense/named-day.ts";
import type { Bound } from "../../../rule/references.ts";
import { grammar } from "../grammar.ts";
import { month, unit } from "../words/calendar-words.ts";
import { entitiesMeant } from "../words/stems.ts";
import { date } from "./days/dates.ts";
import { unitRef } from "./days/day-selectors.ts";
import { event } from "./events.ts";
import { namedPeriod } from "./days/named-periods.ts";

const periodAnchor = (bound: Bound, match: GrammarMatch): readonly Anchor[] =>
  periodAnchors(bound, match.get(namedPeriod)?.map(({ id }) => id) ?? [match.get(unitRef) ?? match.one(unit)]);

/** The plan's events that the words can mean; where it names none, the words themselves. */
export function eventAnchors(match: GrammarMatch): readonly Anchor[] {
  const words = match.one(event);
  const { events } = match.state.context.names;
  // “the start of the fair” may stand for an event that is called by its name alone.
  const meant = [words, words.replace(/^(?:the )?(?:start|beginning|opening) of /i, "")]
    .map((name) => entitiesMeant(name, events))
    .find((list) => list.length > 0);
  return eventAnchorsOf(meant ?? [], words);
}

/** “the end of each quarter”, “month-end”, “the end of the admissions campaign”. */
export const ended = grammar.rule<readonly Anchor[]>("ended", [
  {
    pattern: "[the] (end | close) of (<unit-ref> | [the] <named-period>)",
    action: (match) => periodAnchor("end-of", match),
  },
  { pattern: "[the | each | every] [calendar] <unit> [–] end", action: (match) => periodAnchor("end-of", match) },
]);

/** Matches no token where a period of the plan ends: “the end of the admissions campaign” is no event. */
grammar.terminal<true>("no-ended", (state, at) =>
  state.peek(ended, at) === undefined ? { end: at, value: true } : state.fail(at),
);

/** An end that can be a last day: of the year it is a day with a date. */
export const lastDay = grammar.rule<readonly Anchor[]>("last-day", [
  {
    pattern: "<ended>",
    action: (match) =>
      match.one(ended).some(({ ref }) => typeof ref === "object" && ref["end-of"] === "year")
        ? undefined
        : match.one(ended),
  },
]);

/** The number of a row as the plan has it: “2.1.3”, which the tokens take for a date. */
const bareNumber = grammar.terminal<string>("item-number", (state, at) => {
  const token = state.tokens[at];
  const found = token && /^\d+(?:\.\d+)+(?:-\d+)?/.exec(state.text.slice(token.start));
  if (!found) return state.fail(at);
  const end = state.tokens.findIndex((each, index) => index >= at && each.end >= token.start + found[0].length);
  return { end: end + 1, value: found[0] };
});

/** “the deadline of item 2.1.3”. */
export const itemNumber = grammar.rule<string>("of-item", [
  {
    pattern: "[the] (deadline | due date) of (item | row) <item-number>",
    action: (match) => match.one(bareNumber),
  },
]);

/** What is counted from: a named day, the end or the start of a unit or a period, an event in the plan's words. */
export const anchor = grammar.rule<readonly Anchor[]>("anchor", [
  { pattern: "<ended>", action: (match) => match.one(ended) },
  {
    pattern: "[the] (start | beginning) of (<unit-ref> | [the] <named-period>)",
    action: (match) => periodAnchor("start-of", match),
  },
  {
    pattern: "<date>",
    action: (match) => [{ ref: { day: dayText(match.one(date), match.planYear) }, events: [] }],
  },
  { pattern: "<of-item>", action: (match) => [{ ref: { item: match.one(itemNumber) }, events: [] }] },
  { pattern: "<event> [<act-tail>]", action: eventAnchors },
]);

/** “starting in February”: the month in which a recurring count begins. */
export const since = grammar.rule<number>("since", [
  {
    pattern:
      '([,] (starting | beginning) (in | from | with) <month> | "(" (starting | beginning) (in | from | with) <month> ")")',
    action: (match) => match.one(month),
  },
]);

const moment = "the (date | day | moment | time) [of | on which | when | that]";
/** “after”, “of the date of”, “from” … before what a count begins at, as a pattern. */
export const after = `(after | from | following | of | since | upon | as from | counted from | running from) [${moment} | (date | day) of]`;
/** “before”, “prior to” … before what a count goes back from. */
export const before = `(before | prior to | in advance of | ahead of) [the (date | day) of]`;
