import type { EventRef } from "../../../generated/types.ts";
import type { Bound } from "../../../rule/references.ts";
import { grammar } from "../grammar.ts";
import type { GrammarMatch } from "../../engine/match.ts";
import { normAt } from "../../engine/token-at.ts";
import { date } from "./days/dates.ts";
import { event } from "./events.ts";
import { namedPeriod, schoolHalf } from "./days/named-periods.ts";
import { eventAnchorsOf, periodAnchors, type Anchor } from "../../sense/counted.ts";
import { entitiesMeant } from "../words/stems.ts";
import { unitRef } from "./days/day-selectors.ts";
import { month } from "../words/calendar-words.ts";
import { dayText } from "../../sense/named-day.ts";

const ending = "(окончани* | завершени* | истечени* | конца | концу)";
const beginning = "(начала | начало | началу)";

const edge = grammar.rule<Pick<Exclude<EventRef, string>, "edge">>("edge", [
  { pattern: beginning, action: () => ({ edge: "start" }) },
  { pattern: ending, action: () => ({}) },
]);

/** The number of a row as the plan has it: «2.1.3», which the tokens take for a date. */
const itemNumber = grammar.terminal<string>("item-number", (state, at) => {
  const token = state.tokens[at];
  const found = token && /^\d+(?:\.\d+)+(?:-\d+)?/.exec(state.text.slice(token.start));
  if (!found) return state.fail(at);
  const end = state.tokens.findIndex((each, index) => index >= at && each.end >= token.start + found[0].length);
  return { end: end + 1, value: found[0] };
});

const periodAnchor = (bound: Bound, match: GrammarMatch): readonly Anchor[] =>
  periodAnchors(bound, (match.get(schoolHalf) ?? match.get(namedPeriod))?.map(({ id }) => id) ?? [match.one(unitRef)]);

/** The plan's events that the words can mean; where it names none, the words themselves. */
export function eventAnchors(match: GrammarMatch): readonly Anchor[] {
  const words = match.one(event);
  const { events } = match.state.context.names;
  // «до начала мероприятия» may stand for an event that is called by its name alone.
  const meant = [words, words.replace(/^начал[ао]\s+/i, "")]
    .map((name) => entitiesMeant(name, events))
    .find((list) => list.length > 0);
  return eventAnchorsOf(meant ?? [], words);
}

/** What is counted from: a named day, the end or the start of a unit or a period, an event in the order's words. */
export const anchor = grammar.rule<readonly Anchor[]>("anchor", [
  // срока исполнения пункта 2.1.3
  {
    pattern: "[<edge>] срока [исполнени* | выполнени*] (пункта | п) <item-number>",
    action: (match) => [{ ref: { item: match.one(itemNumber), ...match.get(edge) }, events: [] }],
  },
  {
    pattern: `${ending} (<unit-ref> | <school-half> | <named-period>)`,
    action: (match) => periodAnchor("end-of", match),
  },
  {
    pattern: `${beginning} (<unit-ref> | <school-half> | <named-period>)`,
    action: (match) => periodAnchor("start-of", match),
  },
  {
    pattern: "<date>",
    action: (match) => [{ ref: { day: dayText(match.one(date), match.planYear) }, events: [] }],
  },
  { pattern: "<event> [<act-tail>]", action: eventAnchors },
]);

/** «квартала», «мероприятия»: what can end. */
export const anchorWords = grammar.rule<true>("anchor-words", [
  { pattern: "(<unit-ref> | <named-period> | <event>)", action: () => true },
]);

/** «начиная с февраля»: the month in which a recurring count begins. */
export const since = grammar.rule<number>("since", [
  { pattern: '([,] начиная с <month> | "(" начиная с <month> ")")', action: (match) => match.one(month) },
]);

/** «после», «со дня», «с момента» …, and «со дня, следующего за днем …», which begins the same count. */
export const after =
  "(после [дня] | начиная (со дня | с (дня | даты | момента)) | (со дня | с (дня | даты | момента | часа) | от (дня | даты | момента)) [, следующ* за (днем | датой) | [,] когда] | в случае | при | с | со | от | по (факту | результатам | итогам) | считая со дня)";

const endWord = /^(?:окончани|завершени|истечени|конца|концу)/;
/** Whether what stands after the first words of a row is the end of something. */
export const isEnd = (match: GrammarMatch): boolean =>
  endWord.test(normAt(match.state, match.from + 1)) || endWord.test(normAt(match.state, match.from + 2));

/** «окончания квартала», «завершения приема заявлений»: an end that can be a last day. */
export const ended = grammar.rule<readonly Anchor[]>("ended", [
  {
    pattern: `${ending} (<unit-ref> | <school-half> | <named-period>)`,
    action: (match) => (match.get(unitRef) === "year" ? undefined : periodAnchor("end-of", match)),
  },
  {
    pattern: "<event> [<act-tail>]",
    action: (match) => (endWord.test(match.state.tokens[match.from]!.norm) ? eventAnchors(match) : undefined),
  },
]);
