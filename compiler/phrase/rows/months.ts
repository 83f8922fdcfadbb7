import type { Deadline } from "../../generated/types.ts";
import { dayText } from "./dates.ts";
import { oneOrMany } from "../interpretation.ts";
import { type Found, type Production, rule } from "../engine/grammar.ts";
import { Refusal } from "../engine/refusal.ts";
import { stretchOf } from "./intervals.ts";
import { month, ordinal, wholeYear, year } from "./terminals.ts";

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
  found: Found,
  y: number | undefined,
): readonly MonthSpan[] | Refusal {
  if (list.some((nth) => nth < 1 || nth > limits[unit])) return found.refuse("no-such-part", { limit: limits[unit] });
  return list.map((nth) => ({
    first: (nth - 1) * lengths[unit] + 1,
    last: nth * lengths[unit],
    firstYear: y,
    lastYear: y,
  }));
}

function partsBetween(unit: keyof typeof lengths, found: Found): readonly MonthSpan[] | Refusal {
  const both = parts(unit, [found.one(ordinal, "first"), found.one(ordinal, "last")], found, found.get(year));
  if (both instanceof Refusal) return both;
  const [from, to] = both;
  return from!.first > to!.first ? found.refuse("reversed") : [{ ...from!, last: to!.last }];
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
    means: (found) => parts(name, found.all(ordinal), found, found.get(year)),
  },
  {
    pattern: `(с | со) <ordinal:first> по <ordinal:last> ${noun} [<year>]`,
    means: (found: Found) => partsBetween(name, found),
  },
  { pattern: `<ordinal:first> – <ordinal:last> ${noun} [<year>]`, means: (found) => partsBetween(name, found) },
]);

/** «апрель», «февраль – март», «I и III кварталы», «второе полугодие», «2031 год». */
export const monthSpans = rule<readonly MonthSpan[]>("month-spans", [
  { pattern: "<month:first> [<year:first-year>] – <month:last> [<year:last-year>]", means: spanned },
  { pattern: "(с | со) <month:first> [<year:first-year>] (по | –) <month:last> [<year:last-year>]", means: spanned },
  { pattern: "(с | со) <month:first> до (конца | окончания) <month:last> [<year:last-year>]", means: spanned },
  {
    pattern: "<month> [месяц*] [<year>]",
    means: (found) => [
      { first: found.one(month), last: found.one(month), firstYear: found.get(year), lastYear: found.get(year) },
    ],
  },
  ...namedParts,
  { pattern: "<ordinal> половин* года", means: (found) => parts("half", [found.one(ordinal)], found, undefined) },
  { pattern: "(текущ* | эт*) (год | года | году)", means: () => [{ first: 1, last: 12 }] },
  {
    pattern: "<year:first-year> (– | /) <year:last-year> (годы | годов | годах | гг | г)",
    means: (found) => spanOfYears(found.get(year, "first-year"), found.get(year, "last-year"), found),
  },
  {
    pattern: "<whole-year>",
    means: (found) => [{ first: 1, last: 12, firstYear: found.one(wholeYear), lastYear: found.one(wholeYear) }],
  },
]);

function spanOfYears(
  first: number | undefined,
  last: number | undefined,
  found: Found,
): readonly MonthSpan[] | Refusal {
  return first === undefined || last === undefined || first >= last
    ? found.refuse("reversed")
    : [{ first: 1, last: 12, firstYear: first, lastYear: last }];
}

function spanned(found: Found): readonly MonthSpan[] | Refusal {
  const span = {
    first: found.one(month, "first"),
    last: found.one(month, "last"),
    firstYear: found.get(year, "first-year"),
    lastYear: found.get(year, "last-year"),
  };
  const shared = span.firstYear === undefined && span.last >= span.first ? { ...span, firstYear: span.lastYear } : span;
  return shared.first === shared.last ? found.refuse("reversed") : [shared];
}

/** Several of them: «февраль март, октябрь сентябрь – октябрь». The year at the end is the year of all that have none. */
export const monthList = rule<readonly MonthSpan[]>("month-list", [
  {
    pattern: "<month-spans> {[, | /] [и [в | во] | а также [в | во] | в | во] <month-spans>}",
    means: (found) => {
      const list = found.all(monthSpans).flat();
      const y = list.at(-1)?.lastYear;
      return list.slice(0, -1).some(({ lastYear }) => lastYear !== undefined)
        ? list
        : list.map((span) => ({
            ...span,
            firstYear: span.firstYear ?? (span.first <= span.last ? y : undefined),
            lastYear: y,
          }));
    },
  },
]);

/** Whether a run of months lies in the plan's own year, so that it needs no year of its own. */
export const inPlanYear = ({ first, last, firstYear, lastYear }: MonthSpan, planYear: number | undefined): boolean =>
  first <= last && (firstYear ?? planYear) === planYear && (lastYear ?? planYear) === planYear;

/** Months as a rule: by name where they are the plan's own, else from the first day to the last. */
export function monthRule(list: readonly MonthSpan[], found: Found): Deadline | Refusal {
  const planYear = found.parser.setting.year;
  if (list.every((span) => inPlanYear(span, planYear))) {
    return { month: oneOrMany(list.map(({ first, last }) => (first === last ? first : `${first}-${last}`))) };
  }
  const stretches = list.map(({ first, last, firstYear, lastYear }): Deadline | Refusal =>
    stretchOf({ month: first, day: 1, year: firstYear }, { month: last, day: "last", year: lastYear }, found),
  );
  const refused = stretches.find((entry) => entry instanceof Refusal);
  if (refused !== undefined) return refused;
  return stretches.length === 1 ? (stretches[0] as Deadline) : { each: stretches as Deadline[] };
}

/** The last day of a run of months, as the DSL writes it. */
export const lastDayOf = ({ last, lastYear }: MonthSpan, planYear: number | undefined): string =>
  dayText({ month: last, day: "last", year: lastYear }, planYear);
