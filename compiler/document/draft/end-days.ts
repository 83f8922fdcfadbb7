import type { Deadline } from "../../generated/types.ts";
import { phraseLanguageOf } from "../../phrase/languages.ts";
import { onlyRule } from "../../phrase/read.ts";
import { dayInYear } from "../../phrase/sense/named-day.ts";

interface Ends {
  readonly start: string;
  readonly end: string;
}

/** The first and the last day of a rule that names one day or one stretch; undefined for any other. */
function endsOf(rule: Deadline, year: number): Ends | undefined {
  const { on, from, to, until, month, part } = rule;
  const between = (start: string, end = start): Ends => ({
    start: dayInYear(start, year),
    end: dayInYear(end, year),
  });
  if (typeof on === "string") return between(on);
  if (from !== undefined) return between(from, to);
  if (typeof until === "string") return between(until);
  if (part !== undefined || month === undefined || Array.isArray(month)) return undefined;
  const [first = "", last = first] = String(month)
    .split("-")
    .map((each) => each.padStart(2, "0"));
  return between(`${first}-01`, `${last}-last`);
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
