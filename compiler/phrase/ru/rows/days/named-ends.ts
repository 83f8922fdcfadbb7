import { grammar } from "../../grammar.ts";
import type { GrammarMatch } from "../../../engine/match.ts";
import { daysInMonth } from "../../../../calendar/day.ts";
import type { NamedDay } from "../../../sense/named-day.ts";
import type { Refusal } from "../../../engine/refusal.ts";
import { month } from "../../words/calendar-words.ts";
import { ordinal } from "../../words/numbers.ts";
import { year } from "../../words/years.ts";

const ending = "(конца | конец | концу | окончания | окончанию | завершения | завершению)";
const beginning = "(начала | начало | началу)";
const quarter = "(квартал* | кв)";

const lengths = { quarter: 3, half: 6 } as const;
const limits = { quarter: 4, half: 2 } as const;

/** Which quarter or half a phrase names, counted from 0. */
function nthOf(part: keyof typeof lengths, match: GrammarMatch): number | Refusal {
  const nth = match.one(ordinal);
  return nth < 1 || nth > limits[part] ? match.refuse("no-such-part", { limit: limits[part] }) : nth - 1;
}

function endOf(part: keyof typeof lengths, match: GrammarMatch): NamedDay | Refusal {
  const nth = nthOf(part, match);
  if (typeof nth !== "number") return nth;
  const m = (nth + 1) * lengths[part];
  return { month: m, day: daysInMonth(2000, m), year: match.get(year) };
}

/** The last day of a decade or a half of a month. */
function endOfPart(lastDays: readonly NamedDay["day"][], match: GrammarMatch): NamedDay | Refusal {
  const last = lastDays[match.one(ordinal) - 1];
  return last === undefined
    ? match.refuse("no-such-part", { limit: lastDays.length })
    : { month: match.one(month), day: last, year: match.get(year) };
}

/** The last day of something named: «конца февраля», «окончания I квартала», «конца года». */
export const namedEnd = grammar.rule<NamedDay>("named-end", [
  {
    pattern: `${ending} [месяца] <month> [<year>]`,
    action: (match) => ({ month: match.one(month), day: "last", year: match.get(year) }),
  },
  { pattern: `${ending} <ordinal> ${quarter} [<year>]`, action: (match) => endOf("quarter", match) },
  { pattern: `${ending} <ordinal> полугоди* [<year>]`, action: (match) => endOf("half", match) },
  { pattern: `${ending} <ordinal> декад* <month> [<year>]`, action: (match) => endOfPart([10, 20, "last"], match) },
  { pattern: `${ending} <ordinal> половин* <month> [<year>]`, action: (match) => endOfPart([15, "last"], match) },
  {
    pattern: `${ending} [текущ* | отчетн* | кажд* | эт*] [календарн* | финансов*] года`,
    action: () => ({ month: 12, day: 31 }),
  },
  { pattern: `${ending} <year>`, action: (match) => ({ month: 12, day: 31, year: match.get(year) }) },
]);

/** The first day of something named: «начала сентября», «начала III квартала», «начала 2031 года». */
export const namedStart = grammar.rule<NamedDay>("named-start", [
  {
    pattern: `${beginning} [месяца] <month> [<year>]`,
    action: (match) => ({ month: match.one(month), day: 1, year: match.get(year) }),
  },
  { pattern: `${beginning} <ordinal> ${quarter} [<year>]`, action: (match) => startOf("quarter", match) },
  { pattern: `${beginning} <ordinal> полугоди* [<year>]`, action: (match) => startOf("half", match) },
  { pattern: `${beginning} <year>`, action: (match) => ({ month: 1, day: 1, year: match.get(year) }) },
]);

function startOf(part: keyof typeof lengths, match: GrammarMatch): NamedDay | Refusal {
  const nth = nthOf(part, match);
  return typeof nth === "number" ? { month: nth * lengths[part] + 1, day: 1, year: match.get(year) } : nth;
}
