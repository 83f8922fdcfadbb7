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

/**
 * The years that the members of a list can have: every way to read it, undefined for the plan's own year. A year at the end
 * belongs to all of a list that is in order; a list that goes back to an earlier month goes on in the next year («10 октября,
 * 10 января следующего года»). `apart`: each member could as well stand alone («до 1 марта и до 1 июня 2025 года»).
 */
export function yearsOfList(list: readonly Dated[], planYear: number | undefined, apart: boolean): readonly Years[] {
  const own = list.map(({ year }) => year);
  const months = list.map(({ month }) => month);
  const [first, last] = [list[0]!, list.at(-1)!];
  if (list.length < 2 || own.slice(0, -1).some((year) => year !== undefined)) return [own];
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
