import { isUnit } from "./frequency.ts";
import { nominativeAct } from "../print/inflect.ts";
import { mostReadings, plain, type Reading } from "../interpretation.ts";
import { dayText, type NamedDay } from "./dates.ts";
import { meant, unnamed } from "../names.ts";
import { named, schoolHalf } from "./named.ts";
import type { Deadline } from "../../generated/types.ts";
import { type Found, readings, rule, terminal } from "../engine/grammar.ts";
import { Refusal } from "../engine/refusal.ts";
import { number, ordinal, unit, wholeYear, year } from "./terminals.ts";

/** The rest of the phrase, as words. */
const rest = terminal<string>(
  "rest",
  (parser, at) => {
    let end = at;
    for (let depth = 0; end < parser.tokens.length; end++) {
      const { kind } = parser.tokens[end]!;
      if (kind === "semicolon" || (kind === "close" && depth === 0)) break;
      depth += kind === "open" ? 1 : kind === "close" ? -1 : 0;
    }
    return end === at || parser.tokens[at]?.kind !== "word" ? parser.fail(at) : { end, value: parser.words(at, end) };
  },
  ({ kind }) => kind === "word",
);

const during = "([в] течени* [всего] | на протяжении [всего] | в период | на период | за период | [за] весь | период)";
const set = "(установленн* | определенн* | предусмотренн* | указанн* | утвержденн* | определяем* | устанавливаем*)";

/** «в течение месяца»: a month after something, or each month. */
function eachOrAfter(found: Found): readonly Reading[] | undefined {
  const name = found.one(unit);
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

function allYear(found: Found): Deadline {
  const [y, planYear] = [found.get(wholeYear), found.parser.setting.year];
  return y === undefined || planYear === undefined || y === planYear
    ? { continuous: "all-year" }
    : { from: `${y}-01-01`, to: `${y}-12-31` };
}

/** «приказа министерства», «приказу министерства»: an act that orders name. */
const act = terminal<string>(
  "act",
  (parser, at) => {
    const found = rest.match(parser, at);
    const [head = ""] = found?.value.toLowerCase().split(" ") ?? [];
    const name = [
      ["приказ", "приказ"],
      ["распоряжени", "распоряжение"],
      ["постановлени", "постановление"],
      ["решени", "решение"],
      ["письм", "письмо"],
    ].find(([stem]) => head.startsWith(stem!))?.[1];
    return found === undefined || name === undefined
      ? parser.fail(at)
      : { end: found.end, value: [name, ...found.value.split(" ").slice(1)].join(" ") };
  },
  ({ kind }) => kind === "word",
);

/** What goes on without an end, in any of the ways that this is said. */
const always = rule<Deadline>("always", [
  {
    pattern: "([в] течени* | на протяжении) [всего] [текущ* | календарн* | отчетн* | эт*] [календарн*] года",
    means: allYear,
  },
  { pattern: "([в] течени* | на протяжении) [всего] <whole-year>", means: allYear },
  {
    pattern:
      "(весь [календарн*] год | круглый год | круглогодичн* | круглогодично | постоянн* | непрерывн* | бессрочн* | на постоянной основе | в постоянном режиме)",
    means: () => ({ continuous: "all-year" }),
  },
  {
    pattern:
      "(ежедневн* [по рабочим дням] | кажд* [рабочий] день | по рабочим дням | в рабочие дни | в ежедневном режиме | на ежедневной основе)",
    means: () => ({ continuous: "daily" }),
  },
]);

/** «графику», «отдельному плану учредителя»: an act that a deadline goes by. */
const scheduled = terminal<string>(
  "scheduled",
  (parser, at) => {
    const head = parser.tokens
      .slice(at, at + 3)
      .findIndex(({ norm }) => /^(?:график|план|расписани|регламент|календар)/.test(norm));
    const found = head < 0 ? undefined : rest.match(parser, at);
    return found ?? parser.fail(at);
  },
  ({ kind }) => kind === "word",
);

/** Deadlines that have no dates of their own, and named periods. */
export const stateRule = readings<Reading>("state", [
  {
    pattern: `<always> {[,] <always> | "(" <always> ")"} [[,] (по мере | при) <event>]`,
    means: (found) => plain(found.all(always).find((state) => state.continuous === "daily") ?? found.one(always)),
  },
  { pattern: "[в] течени* <unit>", means: eachOrAfter },
  // в течение приемной кампании · в течение текущего учебного года
  {
    pattern: "в (учебном | текущем учебном) году",
    means: (found) =>
      plain(...meant("учебный год", found.parser.setting.names.periods).map(({ id }) => ({ period: id }))),
  },
  {
    pattern: `[${during}] <named>`,
    means: (found) =>
      plain(
        ...found
          .one(named)
          .slice(0, mostReadings)
          .map(({ id }) => ({ period: id })),
      ),
  },
  {
    pattern: `[${during} | в | во | за] <school-half>`,
    means: (found) => plain(...found.one(schoolHalf).map(({ id }) => ({ period: id }))),
  },
  {
    pattern: `[${during} | в | во | за] <ordinal> полугоди* <year:first> (/ | –) (<year:last> | <number:short>) учебн* (года | г)`,
    means: halfOfYears,
  },
  {
    pattern: `[${during} | в] учебн* (год | года | году) <year:first> (/ | –) (<year:last> | <number:short>)`,
    means: schoolYear,
  },
  {
    pattern: `[${during} | в] <year:first> (/ | –) (<year:last> | <number:short>) учебн* (год | года | году | г)`,
    means: schoolYear,
  },
  { pattern: `[${during}] <unknown>`, means: () => undefined },
  // в соответствии с порядком приема в ОО · согласно срокам, установленным приказом …
  {
    pattern: "[в] срок* [,] (согласно | в соответствии (с | со)) <rest>",
    means: (found) => plain({ external: nominativeAct(found.one(rest)) }),
  },
  {
    pattern: `в порядке и срок* [,] ${set} <rest>`,
    means: (found) => plain({ external: nominativeAct(found.one(rest)) }),
  },
  { pattern: "(на основании | по) <act>", means: (found) => plain({ external: found.one(act) }) },
  {
    pattern: "(в соответствии (с | со) | согласно) <rest>",
    means: (found) =>
      /^срок/i.test(found.one(rest)) ? undefined : plain({ external: nominativeAct(found.one(rest)) }),
  },
  {
    pattern: `(в соответствии со | согласно | в) (срок* | порядк*) [,] ${set} <rest>`,
    means: (found) => plain({ external: nominativeAct(found.one(rest)) }),
  },
  {
    pattern: `в ${set} (срок* | порядк*) [,] [${set}] <rest>`,
    means: (found) => plain({ external: nominativeAct(found.one(rest)) }),
  },
  // в установленные сроки · по отдельному графику
  { pattern: `в ${set} срок*`, means: () => plain({ external: "установленные сроки" }) },
  { pattern: `в ${set} порядк*`, means: () => plain({ external: "установленный порядок" }) },
  {
    pattern: "по согласованию [<rest>]",
    means: (found) => plain({ external: `согласование ${found.get(rest) ?? ""}`.trim() }),
  },
  { pattern: "по <scheduled>", means: (found) => plain({ external: nominativeAct(found.one(scheduled)) }) },
  { pattern: "по срокам другого акта : <rest>", means: (found) => plain({ external: found.one(rest) }) },
]);

/** «2031/2032», «2031/32»: the second of two years, also by its last two figures. */
function lastYear(found: Found): number | undefined {
  const [first, short] = [found.get(year, "first"), found.get(number, "short")];
  return short === undefined || first === undefined || short > 99
    ? found.get(year, "last")
    : first - (first % 100) + short;
}

/** From one day to another of the school year that two years name, as its known periods have them. */
function ofYears(
  found: Found,
  bounds: (first: number, last: number) => readonly [from: NamedDay, to: NamedDay],
): readonly Reading[] | Refusal {
  const [first, last] = [found.get(year, "first"), lastYear(found)];
  if (first === undefined || last !== first + 1) return found.refuse("reversed");
  const [from, to] = bounds(first, last).map((named) => dayText(named, found.parser.setting.year));
  return plain({ from: from!, to: to! });
}

/** «2031/2032 учебный год»: one instance of the period. */
function schoolYear(found: Found): readonly Reading[] | Refusal {
  return ofYears(found, (first, last) => [
    { year: first, month: 9, day: 1 },
    { year: last, month: 8, day: 31 },
  ]);
}

/** «I полугодие 2031/2032 учебного года». */
function halfOfYears(found: Found): readonly Reading[] | Refusal {
  const half = found.one(ordinal);
  if (half !== 1 && half !== 2) return found.refuse("no-such-part", { limit: 2 });
  return ofYears(found, (first, last) =>
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
export const unknownPeriod = terminal<string>("unknown", (parser, at) => {
  const token = parser.tokens[at];
  const isPeriod =
    token?.kind === "word" &&
    parser.tokens
      .slice(at, at + 2)
      .some(({ norm }) =>
        /^(?:кампани|период|этап|смен|каникул|сесси|сезон|четверт[ьи]|триместр|семестр|учебн)/.test(norm),
      );
  if (isPeriod) parser.refusals.push(new Refusal("unknown-period", at, parser.tokens.length));
  return undefined;
});
