import { daysInMonth } from "../../calendar/day.ts";
import type { NamedDay } from "./dates.ts";
import { type Found, rule } from "../engine/grammar.ts";
import type { Refusal } from "../engine/refusal.ts";
import { month, ordinal, year } from "./terminals.ts";

const ending = "(конца | конец | концу | окончания | окончанию | завершения | завершению)";
const beginning = "(начала | начало | началу)";
const quarter = "(квартал* | кв)";

const lengths = { quarter: 3, half: 6 } as const;
const limits = { quarter: 4, half: 2 } as const;

/** Which quarter or half a phrase names, counted from 0. */
function nthOf(part: keyof typeof lengths, found: Found): number | Refusal {
  const nth = found.one(ordinal);
  return nth < 1 || nth > limits[part] ? found.refuse("no-such-part", { limit: limits[part] }) : nth - 1;
}

function endOf(part: keyof typeof lengths, found: Found): NamedDay | Refusal {
  const nth = nthOf(part, found);
  if (typeof nth !== "number") return nth;
  const m = (nth + 1) * lengths[part];
  return { month: m, day: daysInMonth(2000, m), year: found.get(year) };
}

/** The last day of a decade or a half of a month. */
function endOfPart(lastDays: readonly NamedDay["day"][], found: Found): NamedDay | Refusal {
  const last = lastDays[found.one(ordinal) - 1];
  return last === undefined
    ? found.refuse("no-such-part", { limit: lastDays.length })
    : { month: found.one(month), day: last, year: found.get(year) };
}

/** The last day of something named: «конца февраля», «окончания I квартала», «конца года». */
export const namedEnd = rule<NamedDay>("named-end", [
  {
    pattern: `${ending} [месяца] <month> [<year>]`,
    means: (found) => ({ month: found.one(month), day: "last", year: found.get(year) }),
  },
  { pattern: `${ending} <ordinal> ${quarter} [<year>]`, means: (found) => endOf("quarter", found) },
  { pattern: `${ending} <ordinal> полугоди* [<year>]`, means: (found) => endOf("half", found) },
  { pattern: `${ending} <ordinal> декад* <month> [<year>]`, means: (found) => endOfPart([10, 20, "last"], found) },
  { pattern: `${ending} <ordinal> половин* <month> [<year>]`, means: (found) => endOfPart([15, "last"], found) },
  { pattern: `${ending} [текущ* | отчетн* | кажд* | эт*] [календарн*] года`, means: () => ({ month: 12, day: 31 }) },
  { pattern: `${ending} <year>`, means: (found) => ({ month: 12, day: 31, year: found.get(year) }) },
]);

/** The first day of something named: «начала сентября», «начала III квартала», «начала 2031 года». */
export const namedStart = rule<NamedDay>("named-start", [
  {
    pattern: `${beginning} [месяца] <month> [<year>]`,
    means: (found) => ({ month: found.one(month), day: 1, year: found.get(year) }),
  },
  { pattern: `${beginning} <ordinal> ${quarter} [<year>]`, means: (found) => startOf("quarter", found) },
  { pattern: `${beginning} <ordinal> полугоди* [<year>]`, means: (found) => startOf("half", found) },
  { pattern: `${beginning} <year>`, means: (found) => ({ month: 1, day: 1, year: found.get(year) }) },
]);

function startOf(part: keyof typeof lengths, found: Found): NamedDay | Refusal {
  const nth = nthOf(part, found);
  return typeof nth === "number" ? { month: nth * lengths[part] + 1, day: 1, year: found.get(year) } : nth;
}

/** The day before a named day that is the first of its month; undefined where that lies in a year that is not known. */
export function dayBefore({ month: m, year: y }: NamedDay, planYear: number | undefined): NamedDay | undefined {
  if (m > 1) return { month: m - 1, day: "last", year: y };
  const known = y ?? planYear;
  return known === undefined ? undefined : { month: 12, day: "last", year: known - 1 };
}
