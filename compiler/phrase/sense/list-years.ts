/** A member of a list of days or months: its month, and its year where the words give it one. */
export interface Dated {
  readonly month: number;
  readonly year: number | undefined;
}

type Years = readonly (number | undefined)[];

/** The number of times that a list goes back to an earlier month. */
const turns = (months: readonly number[]): number =>
  months.filter((month, index) => index > 0 && month < months[index - 1]!).length;

/** Years that go on in time and end with the last one: from the end backwards, a later month is of the year before. */
function goingOn(months: readonly number[], last: number): readonly number[] {
  const years = [last];
  for (let at = months.length - 2; at >= 0; at--) years.unshift(years[0]! - (months[at]! > months[at + 1]! ? 1 : 0));
  return years;
}

/** Years that go on in time from those that are said: «10 октября 2024 года, 10 января» ends in 2025. */
function carried(list: readonly Dated[], planYear: number | undefined): Years {
  let before: Dated | undefined;
  return list.map(({ month, year }) => {
    const after = before?.year === undefined ? year : before.year + (month < before.month ? 1 : 0);
    before = { month, year: year ?? after ?? planYear };
    return year ?? after;
  });
}

/** Two ways to read a list that give the same years are one. */
function distinct([first = [], second = []]: readonly Years[], planYear: number | undefined): readonly Years[] {
  return first.every((year, index) => (year ?? planYear) === (second[index] ?? planYear)) ? [first] : [first, second];
}

/**
 * The years that the members of a list can have: every way to read it, undefined for the plan's own year. A year at the end
 * belongs to all of a list that is in order; a list that goes back to an earlier month goes on in the next year («10 октября,
 * 10 января следующего года»). `apart`: each member could as well stand alone («до 1 марта и до 1 июня 2025 года»).
 */
export function yearsOfList(list: readonly Dated[], planYear: number | undefined, apart: boolean): readonly Years[] {
  const own = list.map(({ year }) => year);
  const months = list.map(({ month }) => month);
  const [first, last] = [list[0]!, list.at(-1)!];
  if (list.length < 2) return [own];
  if (own.slice(0, -1).some((year) => year !== undefined)) return distinct([own, carried(list, planYear)], planYear);
  const back = turns(months);
  const wraps = back === 1 && last.month < first.month;
  if (last.year === undefined) {
    if (!wraps || planYear === undefined) return [own];
    return [own, goingOn(months, planYear + 1).map((year) => (year === planYear ? undefined : year))];
  }
  const all = list.map(() => last.year);
  if (back === 0) return apart && last.year !== planYear ? [all, own] : [all];
  const on = goingOn(months, last.year);
  const isPlausible = wraps && (planYear === undefined || on[0]! >= planYear);
  return isPlausible ? [on] : [all, on];
}

/** A day as it is written. */
export interface WrittenDate {
  readonly year: string | undefined;
  readonly month: number;
  readonly day: string;
}

/**
 * Whether a list says its year once, at its end: a year there is the year of all. Where the days are of several years, or go back
 * to an earlier month («1 февраля, 1 января 2031 года» begins in 2030), each says its own.
 */
export const sharesYear = (list: readonly WrittenDate[]): boolean =>
  new Set(list.map(({ year }) => year)).size === 1 && turns(list.map(({ month }) => month)) === 0;
