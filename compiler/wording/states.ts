import { isUnit } from "./recurrence.ts";
import { nominativeAct } from "./inflect.ts";
import { mostReadings, plain, type Reading } from "./meaning.ts";
import { dayText, type NamedDay } from "./dates.ts";
import { meant, unnamed } from "./names.ts";
import { named } from "./named.ts";
import { type Found, readings, terminal } from "./grammar.ts";
import { Refusal } from "./refusal.ts";
import { ordinal, unit, wholeYear, year } from "./terminals.ts";

/** The rest of the phrase, as words. */
const rest = terminal<string>("rest", (parser, at) => {
  let end = at;
  for (let depth = 0; end < parser.tokens.length; end++) {
    const { kind } = parser.tokens[end]!;
    if (kind === "semicolon" || (kind === "close" && depth === 0)) break;
    depth += kind === "open" ? 1 : kind === "close" ? -1 : 0;
  }
  return end === at || parser.tokens[at]?.kind !== "word" ? parser.fail(at) : { end, value: parser.words(at, end) };
}, ({ kind }) => kind === "word");

const during = "([в] течени* | на протяжении | в период | на период | за период | [за] весь | период)";
const set = "(установленн* | определенн* | предусмотренн* | указанн* | утвержденн* | определяем* | устанавливаем*)";

/** «в течение месяца»: a month after something, or each month. */
function eachOrAfter(found: Found): readonly Reading[] | undefined {
  const name = found.one(unit);
  const count = { week: { "calendar-days": 7 }, month: { months: 1 }, quarter: { months: 3 }, "half-year": { months: 6 }, year: undefined }[name];
  return count === undefined || !isUnit(name) ? undefined : [{ rule: { within: { ...count, after: unnamed } }, events: [""] }, ...plain({ every: name })];
}

/** A half of the school year, by the title of its period. */
function schoolHalf(found: Found): readonly Reading[] | undefined {
  const title = ["первое", "второе"][found.one(ordinal) - 1];
  const period = title === undefined ? [] : meant(`${title} полугодие учебного года`, found.parser.setting.names.periods);
  return period.length === 0 ? undefined : plain(...period.map(({ id }) => ({ period: id })));
}

function allYear(found: Found): readonly Reading[] | undefined {
  const [y, planYear] = [found.get(wholeYear), found.parser.setting.year];
  if (y === undefined || planYear === undefined || y === planYear) return plain({ continuous: "all-year" });
  return plain({ from: `${y}-01-01`, to: `${y}-12-31` });
}

/** Deadlines that have no dates of their own, and named periods. */
export const stateRule = readings<Reading>("state", [
  { pattern: "([в] течени* | на протяжении) [всего] [текущ* | календарн* | отчетн*] [календарн*] года", means: allYear },
  { pattern: "[в] течени* <whole-year>", means: allYear },
  { pattern: "(весь [календарн*] год | круглый год | круглогодичн* | круглогодично | постоянн* | непрерывн* | на постоянной основе | в постоянном режиме)", means: () => plain({ continuous: "all-year" }) },
  { pattern: "(ежедневн* | кажд* день | в ежедневном режиме | на ежедневной основе) [[в] течени* [всего] года]", means: () => plain({ continuous: "daily" }) },
  { pattern: "[в] течени* <unit>", means: eachOrAfter },
  // в течение приемной кампании · в течение текущего учебного года
  { pattern: `[${during}] <named>`, means: (found) => plain(...found.one(named).slice(0, mostReadings).map(({ id }) => ({ period: id }))) },
  { pattern: `[${during} | в | во | за] <ordinal> полугоди* [текущ* | данн*] учебн* года`, means: schoolHalf },
  { pattern: `[${during} | в | во | за] <ordinal> полугоди* <year:first> (/ | –) <year:last> учебн* года`, means: halfOfYears },
  { pattern: `[${during} | в] учебн* (год | года | году) <year:first> (/ | –) <year:last>`, means: schoolYear },
  { pattern: `[${during} | в] <year:first> (/ | –) <year:last> учебн* (год | года | году)`, means: schoolYear },
  { pattern: `[${during}] <unknown>`, means: () => undefined },
  // в соответствии с порядком приема в ОО · согласно срокам, установленным приказом …
  { pattern: "(в соответствии с | согласно) <rest>", means: (found) => (/^срок/i.test(found.one(rest)) ? undefined : plain({ external: nominativeAct(found.one(rest)) })) },
  { pattern: `(в соответствии со | согласно | в) (срок* | порядк*) [,] ${set} <rest>`, means: (found) => plain({ external: nominativeAct(found.one(rest)) }) },
  { pattern: `в ${set} (срок* | порядк*) [,] [${set}] <rest>`, means: (found) => plain({ external: nominativeAct(found.one(rest)) }) },
  { pattern: "по срокам другого акта : <rest>", means: (found) => plain({ external: found.one(rest) }) },
]);

/** From one day to another of the school year that two years name, as its known periods have them. */
function ofYears(found: Found, bounds: (first: number, last: number) => readonly [from: NamedDay, to: NamedDay]): readonly Reading[] | Refusal {
  const [first, last] = [found.one(year, "first"), found.one(year, "last")];
  if (last !== first + 1) return found.refuse("reversed");
  const [from, to] = bounds(first, last).map((named) => dayText(named, found.parser.setting.year));
  return plain({ from: from!, to: to! });
}

/** «2031/2032 учебный год»: one instance of the period. */
function schoolYear(found: Found): readonly Reading[] | Refusal {
  return ofYears(found, (first, last) => [{ year: first, month: 9, day: 1 }, { year: last, month: 8, day: 31 }]);
}

/** «I полугодие 2031/2032 учебного года». */
function halfOfYears(found: Found): readonly Reading[] | Refusal {
  const half = found.one(ordinal);
  if (half !== 1 && half !== 2) return found.refuse("no-such-part", { limit: 2 });
  return ofYears(found, (first, last) => (half === 1 ? [{ year: first, month: 9, day: 1 }, { year: first, month: 12, day: 31 }] : [{ year: last, month: 1, day: 1 }, { year: last, month: 5, day: 31 }]));
}

/** «кампании …» after «в течение»: a period that the plan does not define. It is refused, so it means nothing. */
export const unknownPeriod = terminal<string>("unknown", (parser, at) => {
  const token = parser.tokens[at];
  const isPeriod = token?.kind === "word" && parser.tokens.slice(at, at + 2).some(({ norm }) => /^(?:кампани|период|этап|смен|каникул|сесси|сезон|четверт|триместр|семестр|учебн)/.test(norm));
  if (isPeriod) parser.refusals.push(new Refusal("unknown-period", at, parser.tokens.length));
  return undefined;
});
