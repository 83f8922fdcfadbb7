import type { GrammarMatch } from "../../engine/match.ts";
import { type Refusal } from "../../engine/refusal.ts";
import { plain, type Interpretation } from "../../interpretation.ts";
import { periodRules } from "../../sense/named-period.ts";
import { grammar } from "../grammar.ts";
import { entitiesMeant } from "../words/stems.ts";
import { namedPeriod, schoolHalf } from "./days/named-periods.ts";
import { number, ordinal } from "../words/numbers.ts";
import { year } from "../words/years.ts";
import { dayText, type NamedDay } from "../../sense/named-day.ts";

const during = "([в] течени* [всего] | на протяжении [всего] | в период | на период | за период | [за] весь | период)";

/** Deadlines that are a period of the plan or a school year. */
export const periodRule = grammar.ambiguousRule<Interpretation>("period", [
  // в течение приемной кампании · в течение текущего учебного года
  {
    pattern: "в (учебном | текущем учебном) году",
    action: (match) =>
      plain(...entitiesMeant("учебный год", match.state.context.names.periods).map(({ id }) => ({ period: id }))),
  },
  {
    pattern: `[${during}] <named-period>`,
    action: (match) => periodRules(match.one(namedPeriod)),
  },
  {
    pattern: `[${during} | в | во | за] <school-half>`,
    action: (match) => plain(...match.one(schoolHalf).map(({ id }) => ({ period: id }))),
  },
  {
    pattern: `[${during} | в | во | за] <ordinal> полугоди* <year:first> (/ | –) (<year:last> | <number:short>) учебн* (года | г)`,
    action: halfOfYears,
  },
  {
    pattern: `[${during} | в] учебн* (год | года | году) <year:first> (/ | –) (<year:last> | <number:short>)`,
    action: schoolYear,
  },
  {
    pattern: `[${during} | в] <year:first> (/ | –) (<year:last> | <number:short>) учебн* (год | года | году | г)`,
    action: schoolYear,
  },
  { pattern: `[${during}] <unknown-period>`, action: () => undefined },
]);

/** «2031/2032», «2031/32»: the second of two years, also by its last two figures. */
function lastYear(match: GrammarMatch): number | undefined {
  const [first, short] = [match.get(year, "first"), match.get(number, "short")];
  return short === undefined || first === undefined || short > 99
    ? match.get(year, "last")
    : first - (first % 100) + short;
}

/** An interval of the school year between two calendar years, with the bounds of the known periods. */
function ofYears(
  match: GrammarMatch,
  bounds: (first: number, last: number) => readonly [from: NamedDay, to: NamedDay],
): readonly Interpretation[] | Refusal {
  const [first, last] = [match.get(year, "first"), lastYear(match)];
  if (first === undefined || last !== first + 1) return match.refuse("reversed");
  const [from, to] = bounds(first, last).map((day) => dayText(day, match.planYear));
  return plain({ from: from!, to: to! });
}

/** «2031/2032 учебный год»: one instance of the period. */
function schoolYear(match: GrammarMatch): readonly Interpretation[] | Refusal {
  return ofYears(match, (first, last) => [
    { year: first, month: 9, day: 1 },
    { year: last, month: 8, day: 31 },
  ]);
}

/** «I полугодие 2031/2032 учебного года». */
function halfOfYears(match: GrammarMatch): readonly Interpretation[] | Refusal {
  const half = match.one(ordinal);
  if (half !== 1 && half !== 2) return match.refuse("no-such-part", { limit: 2 });
  return ofYears(match, (first, last) =>
    half === 1
      ? [
          { year: first, month: 9, day: 1 },
          { year: first, month: 12, day: 31 },
        ]
      : [
          { year: last, month: 1, day: 1 },
          { year: last, month: 5, day: 31 },
        ],
  );
}
