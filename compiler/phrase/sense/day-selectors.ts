import { weekdayNames, type Weekday } from "../../calendar/day.ts";
import { units, type Unit } from "../../calendar/units.ts";
import type { GrammarMatch } from "../engine/match.ts";
import { allOrRefusal, Refusal } from "../engine/refusal.ts";
import { oneOrMany, type EveryRule } from "../interpretation.ts";

/** A day or a part of a month, as `every: { on: … }` names it. */
export type DaySelectorValue = NonNullable<EveryRule["on"]>;

/**
 * What a selector belongs to: a unit of the calendar or a repeating period of the plan, and whether it lies in what follows.
 * The unit is empty where the frequency decides it: «месяца, следующего за отчетным».
 */
export interface Owner {
  readonly unit: string;
  readonly of?: "following";
}

/** The unit of a reporting period whose length is not known yet. */
export const unnamedUnit = "?";

/** Whether a name is that of a unit of the calendar. */
export const isUnit = (name: string): name is Unit => (units as readonly string[]).includes(name);

/** What a selector belongs to, by its name. */
export const owner = (unit: string, of?: "following"): Owner => (of === undefined ? { unit } : { unit, of });

const nths = ["first", "second", "third", "fourth"] as const;

/** The most working days that are counted within a unit. */
const mostWorkingDays = 19;

/** The n-th weekday, decade or half of a unit: `second-tue`, `first-half`. */
export function nthPart(n: number, kind: string, limit: number, match: GrammarMatch): string | Refusal {
  const name = n > limit ? undefined : nths[n - 1];
  return name === undefined ? match.refuse("no-such-part", { limit }) : `${name}-${kind}`;
}

/** The n-th working day of a unit. */
export function nthWorkingDay(n: number, match: GrammarMatch): string | Refusal {
  if (n < 1 || n > mostWorkingDays) return match.refuse("no-such-part", { limit: mostWorkingDays });
  return n === 1 ? "first-working-day" : `working-day-${n}`;
}

/** «первые три рабочих дня», “the last two working days”. */
export const severalWorkingDays = (edge: "first" | "last", n: number, match: GrammarMatch): string | Refusal =>
  n < 2 || n > mostWorkingDays ? match.refuse("no-such-part", { limit: mostWorkingDays }) : `${edge}-${n}-working-days`;

/** One selector for each of some ordinals, or why one of them has none. */
export function ofEach(
  ordinals: readonly number[],
  nameOf: (nth: number) => string | Refusal,
): string | string[] | Refusal {
  const names = allOrRefusal([...new Set(ordinals)].map(nameOf));
  return names instanceof Refusal ? names : oneOrMany(names);
}

/** One selector, or it and more, none twice. */
export const selectorAnd = (first: string, more: string | readonly string[] = []): string | string[] =>
  oneOrMany([...new Set([first, ...[more].flat()])]);

/** Days of a month by their numbers. */
export const numberedDays = (list: readonly number[], match: GrammarMatch): number | number[] | Refusal =>
  list.some((n) => n < 1 || n > 31) ? match.refuse("no-such-day") : oneOrMany(list);

/** Days of a month in a row: `1-5`. */
export function daysInRow(first: number, last: number, match: GrammarMatch): string | Refusal {
  if (Math.min(first, last) < 1 || Math.max(first, last) > 31) return match.refuse("no-such-day");
  return first < last ? `${first}-${last}` : match.refuse("reversed");
}

/** «первые пять дней», “the first five days”. */
export const firstDays = (last: number, match: GrammarMatch): string | Refusal =>
  last < 2 ? match.refuse("no-such-day") : daysInRow(1, last, match);

/** Days of the week in their own order, none twice. */
export const weekdaysInOrder = (list: readonly Weekday[]): Weekday | Weekday[] =>
  oneOrMany([...new Set(list)].sort((a, b) => weekdayNames.indexOf(a) - weekdayNames.indexOf(b)));
