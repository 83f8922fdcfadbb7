import { type Unit, units } from "../../calendar/units.ts";
import { type Found, rule } from "../engine/grammar.ts";
import { unitRef } from "./day-selectors.ts";
import type { Refusal } from "../engine/refusal.ts";
import { number, recurring, unit } from "./terminals.ts";

/** «не позднее», «до», «в срок до» …: what stands before a last day. */
export const untilWord =
  "(не (позднее | позже) [[,] чем] [до] | [в] срок* [– | :] (до | не (позднее | позже)) | крайн* срок* [– | :] | вплоть до | до | по | к | ко)";

const rarely = "[не (реже | менее) [[,] чем]]";

/** How often: «ежемесячно», «каждый квартал», «не реже одного раза в неделю». */
export const frequency = rule<string>("frequency", [
  { pattern: "<recurring>", means: (found) => found.one(recurring) },
  { pattern: "[в] <recurring> (режиме | порядке)", means: (found) => found.one(recurring) },
  { pattern: "(кажд* | в кажд* | за кажд*) <unit-ref>", means: (found) => found.one(unitRef) },
  { pattern: `${rarely} [<number>] (раз | раза) в <unit>`, means: once },
  { pattern: `${rarely} [<number>] (раз | раза) [в] [течени*] [кажд*] <unit-ref>`, means: once },
  { pattern: "(дважды | трижды | несколько раз) в <unit>", means: (found) => found.refuse("several-times") },
  {
    pattern: `${rarely} [<number>] (раз | раза) в <number:units> (<unit> | день | дня | дней)`,
    means: (found) => found.refuse("several-times"),
  },
]);

function once(found: Found): string | Refusal {
  const times = found.get(number);
  return times === undefined || times === 1 ? (found.get(unitRef) ?? found.one(unit)) : found.refuse("several-times");
}

/** «раз в квартал», «2 раза в год»: how often, before the days themselves, which then say it all. */
export const times = rule<true>("times", [
  { pattern: "<frequency>", means: () => true },
  {
    pattern: `${rarely} (<number> (раз | раза) | дважды | трижды | несколько раз) в [кажд*] <unit>`,
    means: () => true,
  },
]);

/** Every unit of the calendar. */
export const isUnit = (name: string): name is Unit => (units as readonly string[]).includes(name);
