import { daysInMonth } from "../../calendar/day.ts";
import type { Deadline } from "../../generated/types.ts";
import { phraseLanguageOf } from "../../phrase/languages.ts";
import { onlyRule } from "../../phrase/read.ts";

const two = (n: number): string => String(n).padStart(2, "0");
/** MM-DD, MM-last or YYYY-MM-DD as a full date of a year. */
function fullDate(day: string, year: number): string {
  if (day.length > 8) return day;
  const month = Number(day.slice(0, 2));
  return day.endsWith("last") ? `${year}-${two(month)}-${daysInMonth(year, month)}` : `${year}-${day}`;
}

interface Ends {
  readonly start: string;
  readonly end: string;
}

/** The first and the last day of a rule that names one day or one stretch; undefined for any other. */
function endsOf(rule: Deadline, year: number): Ends | undefined {
  const { on, from, to, until, month, part } = rule;
  if (typeof on === "string") return { start: fullDate(on, year), end: fullDate(on, year) };
  if (typeof from === "string" && typeof to === "string")
    return { start: fullDate(from, year), end: fullDate(to, year) };
  if (typeof until === "string") return { start: fullDate(until, year), end: fullDate(until, year) };
  if (typeof from === "string" && to === undefined) return { start: fullDate(from, year), end: fullDate(from, year) };
  if (part !== undefined || month === undefined || Array.isArray(month)) return undefined;
  const [first, last] = typeof month === "number" ? [month, month] : (month.split("-").map(Number) as [number, number]);
  return { start: `${year}-${two(first)}-01`, end: `${year}-${two(last)}-${two(daysInMonth(year, last))}` };
}

const yearly = /^(?:ежегодно|каждый год|annually|every year)[\s,–-]*/iu;
const preposition = /^(?:с|со|от|до|по|к|не позднее|from|to|by|until|no later than)\s+/iu;

/**
 * The stretches that two cells, «начало» and «окончание», mean: each end as a phrase of its own; every year of the plan where
 * both say so, or where neither says which and the plan has only one. Undefined where an end is no day, month or stretch.
 */
export function stretchesOf(
  ends: { readonly start: string; readonly end: string },
  years: readonly number[],
): readonly Ends[] | undefined {
  const isYearly = yearly.test(ends.start) || yearly.test(ends.end);
  const [start, end] = [ends.start, ends.end].map((text) =>
    text.replace(yearly, "").replace(preposition, "").trim(),
  ) as [string, string];
  const named = [start, end].map((text) => Number(/(?<!\d)((?:19|20|21)\d{2})(?!\d)/.exec(text)?.[1] ?? 0));
  const read = (text: string, year: number): Ends | undefined => {
    const rule = onlyRule(text, { year, language: phraseLanguageOf(text) });
    return rule === undefined ? undefined : endsOf(rule, year);
  };
  const between = (startYear: number, endYear: number): Ends | undefined => {
    const [from, to] = [read(start, startYear), read(end, endYear)];
    return from === undefined || to === undefined || from.start > to.end
      ? undefined
      : { start: from.start, end: to.end };
  };
  if (isYearly) {
    const all = years.map((year) => between(year, year));
    return all.every((each) => each !== undefined) ? all : undefined;
  }
  const [first, last] = [named[0] || named[1] || years[0]!, named[1] || named[0] || years[0]!];
  if (named.every((year) => year === 0) && years.length > 1) return undefined;
  const only = between(first, last);
  return only === undefined ? undefined : [only];
}
