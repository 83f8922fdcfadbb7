import { grammar } from "../../grammar.ts";
import type { GrammarMatch } from "../../../engine/match.ts";
import { calendarWord, workingWord } from "../../words/lexicon.ts";
import { calendar, inHours, inMonths, inWeeks, mostCounted, working, type Count } from "../../../sense/counted.ts";
import type { Refusal } from "../../../engine/refusal.ts";
import { number } from "../../words/numbers.ts";
import { adjectival } from "../../words/term-adjectives.ts";

const dayWord = "(день | дня | дней | дню | днями | дн)";

function counts(match: GrammarMatch, n: number, make: (n: number) => readonly Count[]): readonly Count[] | Refusal {
  const again = match.get(number, "again");
  return n < 1 || n > mostCounted || (again !== undefined && again !== n)
    ? match.refuse("bad-count", { limit: mostCounted })
    : make(n);
}

const eitherDays = (n: number): readonly Count[] => [{ amount: { "calendar-days": n }, byLaw: true }, ...working(n)];

/** «Сутки» are a calendar day; beside a rule that counts hours they are 24 of them. */
const dayAndNight =
  (match: GrammarMatch) =>
  (n: number): readonly Count[] => [...calendar(n), ...(match.state.context.loosely ? inHours(24 * n) : [])];

/** A number, also given twice: «5 (пяти)». */
const said = '<number> ["(" <number:again> ")"]';

/** A number of days, weeks, months or years. */
export const duration = grammar.rule<readonly Count[]>("duration", [
  { pattern: `${said} ${workingWord} ${dayWord}`, action: (match) => counts(match, match.one(number), working) },
  { pattern: `${said} ${calendarWord} ${dayWord}`, action: (match) => counts(match, match.one(number), calendar) },
  { pattern: `${said} р д`, action: (match) => counts(match, match.one(number), working) },
  { pattern: `${said} к д`, action: (match) => counts(match, match.one(number), calendar) },
  { pattern: `${said} (час | часа | часов)`, action: (match) => counts(match, match.one(number), inHours) },
  { pattern: `${said} (сутки | суток)`, action: (match) => counts(match, match.one(number), dayAndNight(match)) },
  { pattern: `${said} ${dayWord}`, action: (match) => counts(match, match.one(number), eitherDays) },
  { pattern: `${said} недел*`, action: (match) => counts(match, match.one(number), inWeeks) },
  { pattern: `${said} [календарн*] месяц*`, action: (match) => counts(match, match.one(number), inMonths(1)) },
  { pattern: `${said} квартал*`, action: (match) => counts(match, match.one(number), inMonths(3)) },
  { pattern: `${said} (год | года | лет)`, action: (match) => counts(match, match.one(number), inMonths(12)) },
  { pattern: `${workingWord} ${dayWord}`, action: () => working(1) },
  { pattern: `${calendarWord} ${dayWord}`, action: () => calendar(1) },
]);

/** One of something, the number left out: «за неделю до», «в течение месяца после». Half a month is fifteen days (ГК РФ ст. 192 п. 3). */
export const single = grammar.rule<readonly Count[]>("single", [
  { pattern: "(день | дня)", action: () => eitherDays(1) },
  { pattern: "(час | часа)", action: () => inHours(1) },
  { pattern: "(сутки | суток)", action: (match) => dayAndNight(match)(1) },
  { pattern: "[календарн*] (неделю | недели)", action: () => inWeeks(1) },
  { pattern: "[календарн*] (месяц | месяца)", action: () => inMonths(1)(1) },
  { pattern: "(квартал | квартала)", action: () => inMonths(3)(1) },
  { pattern: "(полугодие | полугодия | полгода | полугода)", action: () => inMonths(6)(1) },
  { pattern: "(год | года)", action: () => inMonths(12)(1) },
  { pattern: "(полмесяца | полумесяца)", action: () => calendar(15) },
]);

/** «в десятидневный срок», «в месячный срок», «в 5-дневный рабочий срок». */
export const inTerm = grammar.rule<readonly Count[]>("in-term", [
  { pattern: "[в] <adjectival> срок*", action: (match) => ofTerm(match, eitherDays) },
  {
    pattern: `[в] <adjectival> (${workingWord} срок* | срок* [в] ${workingWord} днях)`,
    action: (match) => ofTerm(match, working),
  },
  {
    pattern: `[в] <adjectival> (${calendarWord} срок* | срок* [в] ${calendarWord} днях)`,
    action: (match) => ofTerm(match, calendar),
  },
]);

function ofTerm(match: GrammarMatch, daysOf: (n: number) => readonly Count[]): readonly Count[] | Refusal {
  const { count, unit } = match.one(adjectival);
  return counts(match, count, unit === "days" ? daysOf : unit === "weeks" ? inWeeks : inMonths(1));
}
