import { grammar } from "../grammar.ts";
import type { GrammarMatch } from "../../engine/match.ts";
import { unitRef } from "./days/day-selectors.ts";
import type { Refusal } from "../../engine/refusal.ts";
import { recurring, unit } from "../words/calendar-words.ts";
import { number } from "../words/numbers.ts";
import type { Times } from "../../sense/recurring-rule.ts";

/** Words before a last day, as a pattern: «не позднее», «до», «в срок до» … */
export const untilWord =
  "(не (позднее | позже) [[,] чем] [до] | [в] срок* [– | :] (до | не (позднее | позже)) | крайн* срок* [– | :] | вплоть до | до | по | к | ко)";

const rarely = "[не (реже | менее) [[,] чем]]";

/** How often: «ежемесячно», «каждый квартал», «не реже одного раза в неделю». */
export const frequency = grammar.rule<string>("frequency", [
  { pattern: "<recurring>", action: (match) => match.one(recurring) },
  { pattern: "[в] <recurring> (режиме | порядке)", action: (match) => match.one(recurring) },
  { pattern: "(кажд* | в кажд* | за кажд*) <unit-ref>", action: (match) => match.one(unitRef) },
  { pattern: `${rarely} [<number>] (раз | раза) в <unit>`, action: once },
  { pattern: `${rarely} [<number>] (раз | раза) [в] [течени*] [кажд*] <unit-ref>`, action: once },
  { pattern: "(дважды | трижды | несколько раз) в <unit>", action: (match) => match.refuse("several-times") },
  {
    pattern: `${rarely} [<number>] (раз | раза) в <number:units> (<unit> | день | дня | дней)`,
    action: (match) => match.refuse("several-times"),
  },
]);

function once(match: GrammarMatch): string | Refusal {
  const times = match.get(number);
  return times === undefined || times === 1 ? (match.get(unitRef) ?? match.one(unit)) : match.refuse("several-times");
}

/** «раз в квартал», «2 раза в год»: a frequency before the days themselves, which then decide. */
export const times = grammar.rule<Times>("times", [
  { pattern: "<frequency>", action: (match) => ({ count: undefined, unit: match.one(frequency) }) },
  {
    pattern: `${rarely} (<number> (раз | раза) | дважды | трижды | несколько раз) в [кажд*] <unit>`,
    action: (match) => ({ count: countOf(match), unit: match.one(unit) }),
  },
]);

function countOf(match: GrammarMatch): number | undefined {
  const { norms } = match;
  return match.get(number) ?? (norms.includes("дважды") ? 2 : norms.includes("трижды") ? 3 : undefined);
}
