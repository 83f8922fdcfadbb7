import type { Production } from "../../../engine/productions.ts";
import { grammar } from "../../grammar.ts";
import type { GrammarMatch } from "../../../engine/match.ts";
import { pointsAhead } from "./dates.ts";
import {
  partsBetween,
  partsOfYear,
  spansOfList,
  spanOfYears,
  spanOfMonths,
  type MonthSpan,
  type PartOfYear,
} from "../../../sense/month-spans.ts";
import type { Refusal } from "../../../engine/refusal.ts";
import { month } from "../../words/calendar-words.ts";
import { ordinal } from "../../words/numbers.ts";
import { wholeYear, year } from "../../words/years.ts";

const between = (unit: PartOfYear, match: GrammarMatch): readonly MonthSpan[] | Refusal =>
  partsBetween(unit, [match.one(ordinal, "first"), match.one(ordinal, "last")], match.get(year), match);

const quarter = "(квартал* | кв)";
const namedParts: readonly Production<readonly MonthSpan[]>[] = (
  [
    ["quarter", quarter],
    ["half", "полугоди*"],
  ] as const
).flatMap(([name, noun]) => [
  {
    pattern: `<ordinal> {[,] [и] <ordinal>} ${noun} [<year>]`,
    action: (match) => partsOfYear(name, match.all(ordinal), match.get(year), match),
  },
  {
    pattern: `(с | со) <ordinal:first> по <ordinal:last> ${noun} [<year>]`,
    action: (match: GrammarMatch) => between(name, match),
  },
  { pattern: `<ordinal:first> – <ordinal:last> ${noun} [<year>]`, action: (match) => between(name, match) },
]);

/** «апрель», «февраль – март», «I и III кварталы», «второе полугодие», «2031 год». */
export const monthSpans = grammar.rule<readonly MonthSpan[]>("month-spans", [
  { pattern: "<month:first> [<year:first-year>] – <month:last> [<year:last-year>]", action: spanned },
  { pattern: "(с | со) <month:first> [<year:first-year>] (по | –) <month:last> [<year:last-year>]", action: spanned },
  { pattern: "(с | со) <month:first> до (конца | окончания) <month:last> [<year:last-year>]", action: spanned },
  {
    pattern: "<month> [месяц*] [<year>]",
    action: (match) => [
      { first: match.one(month), last: match.one(month), firstYear: match.get(year), lastYear: match.get(year) },
    ],
  },
  // в январе года, следующего за отчетным
  {
    pattern: "<month> <following-year>",
    action: (match) => {
      const { planYear } = match;
      const [m, y] = [match.one(month), planYear === undefined ? undefined : planYear + 1];
      return y === undefined ? undefined : [{ first: m, last: m, firstYear: y, lastYear: y }];
    },
  },
  ...namedParts,
  {
    pattern: "<ordinal> половин* года",
    action: (match) => partsOfYear("half", [match.one(ordinal)], undefined, match),
  },
  { pattern: "(текущ* | эт*) (год | года | году)", action: () => [{ first: 1, last: 12 }] },
  {
    pattern: "<year:first-year> (– | /) <year:last-year> (годы | годов | годах | гг | г)",
    action: (match) => spanOfYears(match.get(year, "first-year"), match.get(year, "last-year"), match),
  },
  {
    pattern: "<whole-year>",
    action: (match) => [{ first: 1, last: 12, firstYear: match.one(wholeYear), lastYear: match.one(wholeYear) }],
  },
]);

function spanned(match: GrammarMatch): readonly MonthSpan[] | Refusal {
  return spanOfMonths(
    {
      first: match.one(month, "first"),
      last: match.one(month, "last"),
      firstYear: match.get(year, "first-year"),
      lastYear: match.get(year, "last-year"),
    },
    match,
  );
}

/** Several of them: «февраль март, октябрь сентябрь – октябрь»; every way in which the years of the list can be meant. */
export const monthList = grammar.ambiguousRule<readonly MonthSpan[]>("month-list", [
  {
    pattern: "<month-spans> {[, | /] [и [в | во] | а также [в | во] | в | во] <month-spans>}",
    action: (match) => spansOfList(match.all(monthSpans), match.planYear, pointsAhead(match)),
  },
]);
