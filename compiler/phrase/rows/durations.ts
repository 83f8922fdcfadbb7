import type { Within } from "../../generated/types.ts";
import { type Found, rule } from "../engine/grammar.ts";
import { calendarWord, workingWord } from "./lexicon.ts";
import type { Refusal } from "../engine/refusal.ts";
import { adjectival, number } from "./terminals.ts";

/** How long, in the one of the three measures that the DSL counts in. */
export type Amount = Pick<Within, "working-days" | "calendar-days" | "months">;

/**
 * A duration that words can mean. «5 дней» alone may be either kind of day: by the civil code (ГК РФ, ст. 190–193) they are
 * calendar days, so that meaning stands first and is marked, and the other is said as well.
 */
export interface Count {
  readonly amount: Amount;
  readonly byLaw?: true;
}

/** The largest count that the DSL takes. */
const most = 1000;
const dayWord = "(день | дня | дней | дню | днями | дн)";

function counts(found: Found, n: number, make: (n: number) => readonly Count[]): readonly Count[] | Refusal {
  const again = found.get(number, "again");
  return n < 1 || n > most || (again !== undefined && again !== n)
    ? found.refuse("bad-count", { limit: most })
    : make(n);
}

/** So many working days. */
export const working = (n: number): readonly Count[] => [{ amount: { "working-days": n } }];
/** So many calendar days. */
export const calendar = (n: number): readonly Count[] => [{ amount: { "calendar-days": n } }];
const eitherDays = (n: number): readonly Count[] => [{ amount: { "calendar-days": n }, byLaw: true }, ...working(n)];
const inMonths =
  (times: number) =>
  (n: number): readonly Count[] => [{ amount: { months: n * times } }];
const inWeeks = (n: number): readonly Count[] => calendar(n * 7);

/** A plan counts days: only whole ones can be told in hours. */
const inHours = (found: Found): readonly Count[] | Refusal =>
  found.one(number) % 24 === 0 ? counts(found, found.one(number) / 24, calendar) : found.refuse("hours");

/** «5 (пяти)»: a number said twice. */
const said = '<number> ["(" <number:again> ")"]';

/** A number of days, weeks, months or years. */
export const duration = rule<readonly Count[]>("duration", [
  { pattern: `${said} ${workingWord} ${dayWord}`, means: (found) => counts(found, found.one(number), working) },
  { pattern: `${said} ${calendarWord} ${dayWord}`, means: (found) => counts(found, found.one(number), calendar) },
  { pattern: `${said} р д`, means: (found) => counts(found, found.one(number), working) },
  { pattern: `${said} к д`, means: (found) => counts(found, found.one(number), calendar) },
  { pattern: `${said} (час | часа | часов)`, means: inHours },
  { pattern: `${said} (сутки | суток)`, means: (found) => counts(found, found.one(number), calendar) },
  { pattern: `${said} ${dayWord}`, means: (found) => counts(found, found.one(number), eitherDays) },
  { pattern: `${said} недел*`, means: (found) => counts(found, found.one(number), inWeeks) },
  { pattern: `${said} [календарн*] месяц*`, means: (found) => counts(found, found.one(number), inMonths(1)) },
  { pattern: `${said} квартал*`, means: (found) => counts(found, found.one(number), inMonths(3)) },
  { pattern: `${said} (год | года | лет)`, means: (found) => counts(found, found.one(number), inMonths(12)) },
  { pattern: `${workingWord} ${dayWord}`, means: () => working(1) },
  { pattern: `${calendarWord} ${dayWord}`, means: () => calendar(1) },
]);

/** One of something, the number left out: «за неделю до», «в течение месяца после». Half a month is fifteen days (ГК РФ ст. 192 п. 3). */
export const single = rule<readonly Count[]>("single", [
  { pattern: "(день | дня)", means: () => eitherDays(1) },
  { pattern: "(час | часа)", means: (found) => found.refuse("hours") },
  { pattern: "(сутки | суток)", means: () => calendar(1) },
  { pattern: "[календарн*] (неделю | недели)", means: () => inWeeks(1) },
  { pattern: "[календарн*] (месяц | месяца)", means: () => inMonths(1)(1) },
  { pattern: "(квартал | квартала)", means: () => inMonths(3)(1) },
  { pattern: "(полугодие | полугодия | полгода | полугода)", means: () => inMonths(6)(1) },
  { pattern: "(год | года)", means: () => inMonths(12)(1) },
  { pattern: "(полмесяца | полумесяца)", means: () => calendar(15) },
]);

/** «в десятидневный срок», «в месячный срок», «в 5-дневный рабочий срок». */
export const inTerm = rule<readonly Count[]>("in-term", [
  { pattern: "[в] <adjectival> срок*", means: (found) => ofTerm(found, eitherDays) },
  {
    pattern: `[в] <adjectival> (${workingWord} срок* | срок* [в] ${workingWord} днях)`,
    means: (found) => ofTerm(found, working),
  },
  {
    pattern: `[в] <adjectival> (${calendarWord} срок* | срок* [в] ${calendarWord} днях)`,
    means: (found) => ofTerm(found, calendar),
  },
]);

function ofTerm(found: Found, daysOf: (n: number) => readonly Count[]): readonly Count[] | Refusal {
  const { n, of } = found.one(adjectival);
  return counts(found, n, of === "days" ? daysOf : of === "weeks" ? inWeeks : inMonths(1));
}
