import { grammar } from "../grammar.ts";
import type { GrammarMatch } from "../../engine/match.ts";
import { isUnit } from "./frequency.ts";
import { nominativeAct } from "../print/inflect.ts";
import { mostInterpretations, plain, type Interpretation } from "../../interpretation.ts";
import { dayText, type NamedDay } from "./dates.ts";
import { unnamed } from "../../names.ts";
import { entitiesMeant } from "../stems.ts";
import { named, schoolHalf } from "./named.ts";
import type { Deadline } from "../../../generated/types.ts";
import { Refusal } from "../../engine/refusal.ts";
import { number, ordinal, unit, wholeYear, year } from "./terminals.ts";

/** The rest of the phrase, as words. */
const rest = grammar.terminal<string>(
  "rest",
  (state, at) => {
    let end = at;
    for (let depth = 0; end < state.tokens.length; end++) {
      const { kind } = state.tokens[end]!;
      if (kind === "semicolon" || (kind === "close" && depth === 0)) break;
      depth += kind === "open" ? 1 : kind === "close" ? -1 : 0;
    }
    return end === at || state.tokens[at]?.kind !== "word" ? state.fail(at) : { end, value: state.words(at, end) };
  },
  ({ kind }) => kind === "word",
);

const during = "([в] течени* [всего] | на протяжении [всего] | в период | на период | за период | [за] весь | период)";
const set = "(установленн* | определенн* | предусмотренн* | указанн* | утвержденн* | определяем* | устанавливаем*)";

/** «в течение месяца»: a month after something, or each month. */
function eachOrAfter(match: GrammarMatch): readonly Interpretation[] | undefined {
  const name = match.one(unit);
  const count = {
    week: { "calendar-days": 7 },
    month: { months: 1 },
    quarter: { months: 3 },
    "half-year": { months: 6 },
    year: undefined,
  }[name];
  return count === undefined || !isUnit(name)
    ? undefined
    : [{ rule: { within: { ...count, after: unnamed } }, events: [""] }, ...plain({ every: name })];
}

function allYear(match: GrammarMatch): Deadline {
  const [y, planYear] = [match.get(wholeYear), match.state.context.year];
  return y === undefined || planYear === undefined || y === planYear
    ? { continuous: "all-year" }
    : { from: `${y}-01-01`, to: `${y}-12-31` };
}

/** «приказа министерства», «приказу министерства»: an act that orders name. */
const act = grammar.terminal<string>(
  "act",
  (state, at) => {
    const match = rest.match(state, at);
    const [head = ""] = match?.value.toLowerCase().split(" ") ?? [];
    const name = [
      ["приказ", "приказ"],
      ["распоряжени", "распоряжение"],
      ["постановлени", "постановление"],
      ["решени", "решение"],
      ["письм", "письмо"],
    ].find(([stem]) => head.startsWith(stem!))?.[1];
    return match === undefined || name === undefined
      ? state.fail(at)
      : { end: match.end, value: [name, ...match.value.split(" ").slice(1)].join(" ") };
  },
  ({ kind }) => kind === "word",
);

/** What goes on without an end, in any of the ways that this is said. */
const always = grammar.rule<Deadline>("always", [
  {
    pattern: "([в] течени* | на протяжении) [всего] [текущ* | календарн* | отчетн* | эт*] [календарн*] года",
    action: allYear,
  },
  { pattern: "([в] течени* | на протяжении) [всего] <whole-year>", action: allYear },
  {
    pattern:
      "(весь [календарн*] год | круглый год | круглогодичн* | круглогодично | постоянн* | непрерывн* | бессрочн* | на постоянной основе | в постоянном режиме)",
    action: () => ({ continuous: "all-year" }),
  },
  {
    pattern:
      "(ежедневн* [по рабочим дням] | кажд* [рабочий] день | по рабочим дням | в рабочие дни | в ежедневном режиме | на ежедневной основе)",
    action: () => ({ continuous: "daily" }),
  },
]);

/** «графику», «отдельному плану учредителя»: an act that a deadline goes by. */
const scheduled = grammar.terminal<string>(
  "scheduled",
  (state, at) => {
    const head = state.tokens
      .slice(at, at + 3)
      .findIndex(({ norm }) => /^(?:график|план|расписани|регламент|календар)/.test(norm));
    const match = head < 0 ? undefined : rest.match(state, at);
    return match ?? state.fail(at);
  },
  ({ kind }) => kind === "word",
);

/** Deadlines that have no dates of their own, and named periods. */
export const stateRule = grammar.ambiguousRule<Interpretation>("state", [
  {
    pattern: `<always> {[,] <always> | "(" <always> ")"} [[,] (по мере | при) <event>]`,
    action: (match) => plain(match.all(always).find((state) => state.continuous === "daily") ?? match.one(always)),
  },
  { pattern: "[в] течени* <unit>", action: eachOrAfter },
  // в течение приемной кампании · в течение текущего учебного года
  {
    pattern: "в (учебном | текущем учебном) году",
    action: (match) =>
      plain(...entitiesMeant("учебный год", match.state.context.names.periods).map(({ id }) => ({ period: id }))),
  },
  {
    pattern: `[${during}] <named>`,
    action: (match) =>
      plain(
        ...match
          .one(named)
          .slice(0, mostInterpretations)
          .map(({ id }) => ({ period: id })),
      ),
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
  { pattern: `[${during}] <unknown>`, action: () => undefined },
  // в соответствии с порядком приема в ОО · согласно срокам, установленным приказом …
  {
    pattern: "[в] срок* [,] (согласно | в соответствии (с | со)) <rest>",
    action: (match) => plain({ external: nominativeAct(match.one(rest)) }),
  },
  {
    pattern: `в порядке и срок* [,] ${set} <rest>`,
    action: (match) => plain({ external: nominativeAct(match.one(rest)) }),
  },
  { pattern: "(на основании | по) <act>", action: (match) => plain({ external: match.one(act) }) },
  {
    pattern: "(в соответствии (с | со) | согласно) <rest>",
    action: (match) =>
      /^срок/i.test(match.one(rest)) ? undefined : plain({ external: nominativeAct(match.one(rest)) }),
  },
  {
    pattern: `(в соответствии со | согласно | в) (срок* | порядк*) [,] ${set} <rest>`,
    action: (match) => plain({ external: nominativeAct(match.one(rest)) }),
  },
  {
    pattern: `в ${set} (срок* | порядк*) [,] [${set}] <rest>`,
    action: (match) => plain({ external: nominativeAct(match.one(rest)) }),
  },
  // в установленные сроки · по отдельному графику
  { pattern: `в ${set} срок*`, action: () => plain({ external: "установленные сроки" }) },
  { pattern: `в ${set} порядк*`, action: () => plain({ external: "установленный порядок" }) },
  {
    pattern: "по согласованию [<rest>]",
    action: (match) => plain({ external: `согласование ${match.get(rest) ?? ""}`.trim() }),
  },
  { pattern: "по <scheduled>", action: (match) => plain({ external: nominativeAct(match.one(scheduled)) }) },
  { pattern: "по срокам другого акта : <rest>", action: (match) => plain({ external: match.one(rest) }) },
]);

/** «2031/2032», «2031/32»: the second of two years, also by its last two figures. */
function lastYear(match: GrammarMatch): number | undefined {
  const [first, short] = [match.get(year, "first"), match.get(number, "short")];
  return short === undefined || first === undefined || short > 99
    ? match.get(year, "last")
    : first - (first % 100) + short;
}

/** From one day to another of the school year that two years name, as its known periods have them. */
function ofYears(
  match: GrammarMatch,
  bounds: (first: number, last: number) => readonly [from: NamedDay, to: NamedDay],
): readonly Interpretation[] | Refusal {
  const [first, last] = [match.get(year, "first"), lastYear(match)];
  if (first === undefined || last !== first + 1) return match.refuse("reversed");
  const [from, to] = bounds(first, last).map((named) => dayText(named, match.state.context.year));
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

/** «кампании …» after «в течение»: a period that the plan does not define. It is refused, so it means nothing. */
export const unknownPeriod = grammar.terminal<string>("unknown", (state, at) => {
  const token = state.tokens[at];
  const isPeriod =
    token?.kind === "word" &&
    state.tokens
      .slice(at, at + 2)
      .some(({ norm }) =>
        /^(?:кампани|период|этап|смен|каникул|сесси|сезон|четверт[ьи]|триместр|семестр|учебн)/.test(norm),
      );
  if (isPeriod) state.refusals.push(new Refusal("unknown-period", at, state.tokens.length));
  return undefined;
});
