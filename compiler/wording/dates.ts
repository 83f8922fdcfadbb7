import { daysInMonth } from "../calendar/day.ts";
import type { Deadline } from "../load/generated/types.ts";
import { type Found, rule, terminal } from "./grammar.ts";
import { Refusal } from "./refusal.ts";
import { day, figures, month, ordinal, year } from "./terminals.ts";

/** A day that a phrase names; «last» is the last one of its month. */
export interface NamedDay {
  readonly year?: number | undefined;
  readonly month: number;
  readonly day: number | "last";
}

const two = (n: number): string => String(n).padStart(2, "0");

/** A day as the DSL writes it: the plan's own year is left out. */
export function dayText({ year: y, month: m, day: d }: NamedDay, planYear: number | undefined): string {
  const text = `${two(m)}-${d === "last" ? "last" : two(d)}`;
  if (y === undefined || y === planYear) return text;
  return d === "last" ? `${y}-${two(m)}-${two(daysInMonth(y, m))}` : `${y}-${text}`;
}

/** The day, or why there is no such day. 29 February is known to be missing only where the year is known. */
function existing(named: NamedDay & { readonly day: number }, found: Found): NamedDay | Refusal {
  const { year: y, month: m, day: d } = named;
  if (y !== undefined && (y < 1900 || y > 2199)) return found.refuse("bad-year");
  const last = m >= 1 && m <= 12 ? daysInMonth(y ?? found.parser.setting.year ?? 2000, m) : 0;
  return d >= 1 && d <= last ? named : found.refuse("no-such-day");
}

/** One date. */
export const date = rule<NamedDay>("date", [
  // 6 сентября · 1-го марта 2031 года · первого июня
  { pattern: "<day> <month> [<year>]", means: (found) => existing({ day: found.one(day), month: found.one(month), year: found.get(year) }, found) },
  // 01.03 · 01.03.2031 г. · 2031-03-01
  { pattern: "<figures> [года | год | г]", means: (found) => existing(found.one(figures), found) },
]);

/** Days of one month: «12, 23 августа», «1 и 15 марта». */
const dayGroup = rule<readonly NamedDay[]>("day-group", [
  {
    pattern: "<day> {[,] [и] <day>} <month> [<year>]",
    means: (found) => {
      const list = found.all(day).map((d) => existing({ day: d, month: found.one(month), year: found.get(year) }, found));
      return list.find((entry) => entry instanceof Refusal) ?? (list as NamedDay[]);
    },
  },
  { pattern: "<date>", means: (found) => [found.one(date)] },
]);

/** The year at the end of a list is the year of all that have none. */
function sharedYear(list: readonly NamedDay[]): NamedDay[] {
  const last = list.at(-1)?.year;
  return list.some((entry, index) => entry.year !== undefined && index < list.length - 1) ? [...list] : list.map((entry) => ({ ...entry, year: last }));
}

/** Not the first day of a stretch: «12 августа, 1 – 6 сентября» is a day and a stretch. */
export const noStretch = terminal<true>("no-stretch", (parser, at) => {
  const next = parser.tokens[at];
  const goesOn = (next?.kind === "dash" || next?.norm === "по") && parser.peek(date, at + 1) !== undefined;
  return goesOn ? parser.fail(at) : { end: at, value: true };
});

/** One day or several: «29 апреля, 3 июня», «15 января и 15 июля 2031 года». */
export const days = rule<readonly NamedDay[]>("days", [
  { pattern: "<day-group> {[,] [и | а также] <day-group> <no-stretch>}", means: (found) => sharedYear(found.all(dayGroup).flat()) },
]);

const lastMonthOf = { quarter: 3, half: 6 } as const;

/** The last day of something named: «конца февраля», «окончания I квартала», «конца года». */
export const namedEnd = rule<NamedDay>("named-end", [
  { pattern: "(конца | конец | концу | окончания | окончанию | завершения | завершению) [месяца] <month> [<year>]", means: (found) => ({ month: found.one(month), day: "last", year: found.get(year) }) },
  { pattern: "(конца | конец | концу | окончания | окончанию | завершения | завершению) <ordinal> (квартал* | кв) [<year>]", means: (found) => endOf("quarter", 4, found) },
  { pattern: "(конца | конец | концу | окончания | окончанию | завершения | завершению) <ordinal> полугоди* [<year>]", means: (found) => endOf("half", 2, found) },
  { pattern: "(конца | конец | концу | окончания | окончанию | завершения | завершению) <ordinal> декад* <month> [<year>]", means: (found) => endOfPart([10, 20, "last"], found) },
  { pattern: "(конца | конец | концу | окончания | окончанию | завершения | завершению) <ordinal> половин* <month> [<year>]", means: (found) => endOfPart([15, "last"], found) },
  { pattern: "(конца | конец | концу | окончания | окончанию | завершения | завершению) [текущ* | отчетн* | кажд*] [календарн*] года", means: () => ({ month: 12, day: 31 }) },
  { pattern: "(конца | конец | концу | окончания | окончанию | завершения | завершению) <year>", means: (found) => ({ month: 12, day: 31, year: found.one(year) }) },
]);

/** The last day of a decade or a half of a month. */
function endOfPart(lastDays: readonly NamedDay["day"][], found: Found): NamedDay | Refusal {
  const last = lastDays[found.one(ordinal) - 1];
  return last === undefined ? found.refuse("no-such-part", { limit: lastDays.length }) : { month: found.one(month), day: last, year: found.get(year) };
}

function endOf(part: keyof typeof lastMonthOf, limit: number, found: Found): NamedDay | Refusal {
  const nth = found.one(ordinal);
  if (nth < 1 || nth > limit) return found.refuse("no-such-part", { limit });
  const m = nth * lastMonthOf[part];
  return { month: m, day: daysInMonth(2000, m), year: found.get(year) };
}

type Stretch = Required<Pick<Deadline, "from" | "to">> & Pick<Deadline, "wraps">;

const order = ({ month: m, day: d }: NamedDay): number => m * 40 + (d === "last" ? 31 : d);

/** From one day to another. Reversed inside one month is a mistake; across months it goes over the new year. */
export function stretchOf(first: NamedDay, last: NamedDay, found: Found): Stretch | Refusal {
  const reversed = order(last) < order(first);
  const start = first.year !== undefined || last.year === undefined ? first : { ...first, year: reversed ? last.year - 1 : last.year };
  const planYear = found.parser.setting.year;
  const text = (named: NamedDay): string => dayText(named, planYear);
  if (start.year !== undefined && last.year !== undefined) {
    if (start.year > last.year || (start.year === last.year && reversed)) return found.refuse("reversed");
    return { from: text(start), to: text(last) };
  }
  if (!reversed) return { from: text(start), to: text(last) };
  if (first.month === last.month) return found.refuse("reversed");
  return start.year !== undefined && start.year !== planYear ? { from: text(start), to: text({ ...last, year: start.year + 1 }) } : { from: text(start), to: text(last), wraps: true };
}

/** «с 1 по 15 октября», «1 апреля – 6 сентября», «с 12 – 16 февраля», «не ранее … и не позднее …». */
export const stretch = rule<Stretch>("stretch", [
  { pattern: "[в] [период | срок*] (с | со) <day:first> ([–] по | [–] до | –) <day:last> <month> [<year>]", means: (found) => ofOneMonth(found) },
  { pattern: "[в период | период] [с | со] <day:first> (– [по] | по) <day:last> <month> [<year>]", means: (found) => ofOneMonth(found) },
  { pattern: "[в] [период | срок*] (с | со) <date:first> ([–] по | [–] до | –) (<date:last> | <named-end:end>)", means: (found) => ofTwo(found) },
  { pattern: "[в период | период] <date:first> (– [по | до] | по) (<date:last> | <named-end:end>)", means: (found) => ofTwo(found) },
  { pattern: "(с | со) <date:first> по <month> [<year>]", means: (found) => stretchOf(found.one(date, "first"), { month: found.one(month), day: "last", year: found.get(year) }, found) },
  { pattern: "не (ранее | раньше) <date:first> [,] [и | но | а] не (позднее | позже) <date:last>", means: (found) => ofTwo(found) },
]);

function ofOneMonth(found: Found): Stretch | Refusal {
  const named = (label: string): NamedDay | Refusal => existing({ day: found.one(day, label), month: found.one(month), year: found.get(year) }, found);
  const [first, last] = [named("first"), named("last")];
  if (first instanceof Refusal) return first;
  return last instanceof Refusal ? last : stretchOf(first, last, found);
}

function ofTwo(found: Found): Stretch | Refusal | undefined {
  const last = found.get(date, "last") ?? found.get(namedEnd, "end");
  return last === undefined ? undefined : stretchOf(found.one(date, "first"), last, found);
}
