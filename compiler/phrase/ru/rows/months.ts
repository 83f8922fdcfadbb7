import type { Production } from "../../engine/productions.ts";
import { grammar } from "../grammar.ts";
import type { GrammarMatch } from "../../engine/match.ts";
import type { Deadline } from "../../../generated/types.ts";
import { dayText, pointsAhead } from "./dates.ts";
import { yearsOfList } from "./list-years.ts";
import { oneOrMany } from "../../interpretation.ts";
import { Refusal } from "../../engine/refusal.ts";
import { intervalOf } from "./intervals.ts";
import { month } from "../words/calendar-words.ts";
import { ordinal } from "../words/numbers.ts";
import { wholeYear, year } from "../words/years.ts";

/** A named month or run of months: first and last, 1–12, with the years where they are written. */
export interface MonthSpan {
  readonly first: number;
  readonly last: number;
  readonly firstYear?: number | undefined;
  readonly lastYear?: number | undefined;
}

const lengths = { quarter: 3, half: 6 } as const;
const limits = { quarter: 4, half: 2 } as const;

function parts(
  unit: keyof typeof lengths,
  list: readonly number[],
  match: GrammarMatch,
  y: number | undefined,
): readonly MonthSpan[] | Refusal {
  if (list.some((nth) => nth < 1 || nth > limits[unit])) return match.refuse("no-such-part", { limit: limits[unit] });
  if (list.some((nth, index) => index > 0 && nth < list[index - 1]!)) return match.refuse("which-year");
  return list.map((nth) => ({
    first: (nth - 1) * lengths[unit] + 1,
    last: nth * lengths[unit],
    firstYear: y,
    lastYear: y,
  }));
}

function partsBetween(unit: keyof typeof lengths, match: GrammarMatch): readonly MonthSpan[] | Refusal {
  const both = parts(unit, [match.one(ordinal, "first"), match.one(ordinal, "last")], match, match.get(year));
  if (both instanceof Refusal) return both;
  const [from, to] = both;
  return from!.first > to!.first ? match.refuse("reversed") : [{ ...from!, last: to!.last }];
}

const quarter = "(квартал* | кв)";
const namedParts: readonly Production<readonly MonthSpan[]>[] = (
  [
    ["quarter", quarter],
    ["half", "полугоди*"],
  ] as const
).flatMap(([name, noun]) => [
  {
    pattern: `<ordinal> {[,] [и] <ordinal>} ${noun} [<year>]`,
    action: (match) => parts(name, match.all(ordinal), match, match.get(year)),
  },
  {
    pattern: `(с | со) <ordinal:first> по <ordinal:last> ${noun} [<year>]`,
    action: (match: GrammarMatch) => partsBetween(name, match),
  },
  { pattern: `<ordinal:first> – <ordinal:last> ${noun} [<year>]`, action: (match) => partsBetween(name, match) },
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
      const { year: planYear } = match.state.context;
      const [m, y] = [match.one(month), planYear === undefined ? undefined : planYear + 1];
      return y === undefined ? undefined : [{ first: m, last: m, firstYear: y, lastYear: y }];
    },
  },
  ...namedParts,
  { pattern: "<ordinal> половин* года", action: (match) => parts("half", [match.one(ordinal)], match, undefined) },
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

function spanOfYears(
  first: number | undefined,
  last: number | undefined,
  match: GrammarMatch,
): readonly MonthSpan[] | Refusal {
  return first === undefined || last === undefined || first >= last
    ? match.refuse("reversed")
    : [{ first: 1, last: 12, firstYear: first, lastYear: last }];
}

function spanned(match: GrammarMatch): readonly MonthSpan[] | Refusal {
  const span = {
    first: match.one(month, "first"),
    last: match.one(month, "last"),
    firstYear: match.get(year, "first-year"),
    lastYear: match.get(year, "last-year"),
  };
  const shared = span.firstYear === undefined && span.last >= span.first ? { ...span, firstYear: span.lastYear } : span;
  return shared.first === shared.last ? match.refuse("reversed") : [shared];
}

/** Several of them: «февраль март, октябрь сентябрь – октябрь»; every way in which the years of the list can be meant. */
export const monthList = grammar.ambiguousRule<readonly MonthSpan[]>("month-list", [
  {
    pattern: "<month-spans> {[, | /] [и [в | во] | а также [в | во] | в | во] <month-spans>}",
    action: (match) => {
      const groups = match.all(monthSpans);
      const list = groups.map((spans) => ({ month: spans[0]!.first, year: spans.at(-1)!.lastYear }));
      return yearsOfList(list, match.state.context.year, pointsAhead(match)).map((years) =>
        groups.flatMap((spans, index) => spans.map((span) => inYear(span, years[index]))),
      );
    },
  },
]);

/** A run of months that ends in a year; one that goes over the new year begins where its own words say. */
const inYear = (span: MonthSpan, year: number | undefined): MonthSpan => ({
  ...span,
  firstYear: span.firstYear ?? (span.first <= span.last ? year : undefined),
  lastYear: year,
});

/** Whether a run of months lies in the plan's own year, so that it needs no year of its own. */
export const inPlanYear = ({ first, last, firstYear, lastYear }: MonthSpan, planYear: number | undefined): boolean =>
  first <= last && (firstYear ?? planYear) === planYear && (lastYear ?? planYear) === planYear;

/** The rule of months: their names where they are in the plan's year, else intervals of days. */
export function monthRule(list: readonly MonthSpan[], match: GrammarMatch): Deadline | Refusal {
  const planYear = match.state.context.year;
  if (list.every((span) => inPlanYear(span, planYear))) {
    return { month: oneOrMany(list.map(({ first, last }) => (first === last ? first : `${first}-${last}`))) };
  }
  const intervals = list.map(({ first, last, firstYear, lastYear }): Deadline | Refusal =>
    intervalOf({ month: first, day: 1, year: firstYear }, { month: last, day: "last", year: lastYear }, match),
  );
  const refused = intervals.find((entry) => entry instanceof Refusal);
  if (refused !== undefined) return refused;
  return intervals.length === 1 ? (intervals[0] as Deadline) : { each: intervals as Deadline[] };
}

/** The last day of a run of months, as the DSL writes it. */
export const lastDayOf = ({ last, lastYear }: MonthSpan, planYear: number | undefined): string =>
  dayText({ month: last, day: "last", year: lastYear }, planYear);
