import { grammar } from "../grammar.ts";
import type { GrammarMatch } from "../../engine/match.ts";
import { date } from "./days/dates.ts";
import { namedEnd } from "./days/named-ends.ts";
import { frequency, untilWord } from "./frequency.ts";
import { monthList, monthSpans } from "./days/months.ts";
import { namedPeriod } from "./days/named-periods.ts";
import { inside, namedSelectors, numberedSelector, ownerRef, weekdaysOf, weekly } from "./days/day-selectors.ts";
import { exceptMonths, exceptPeriod, exceptStretch, monthBounds, periodBounds } from "../../sense/modifiers.ts";
import {
  mergeModifiers,
  selectorIn,
  snapshotOn,
  untilSelector,
  type Bounds,
  type Modifier,
} from "../../sense/recurring-rule.ts";
import type { Refusal } from "../../engine/refusal.ts";
import { interval } from "./days/intervals.ts";
import { month, weekday } from "../words/calendar-words.ts";
import { day, ordinal } from "../words/numbers.ts";
import { type DaySelectorValue } from "../../sense/day-selectors.ts";
import { dayText } from "../../sense/named-day.ts";

/** What bounds a recurrence: days, months, a named period, or one bound of each. */
export const bounds = grammar.rule<readonly Bounds[]>("bounds", [
  { pattern: "<interval>", action: (match) => [match.one(interval)] },
  {
    pattern: "(с | со | начиная с) <date>",
    action: (match) => [{ from: dayText(match.one(date), match.planYear) }],
  },
  {
    pattern: "(по | до) <date>",
    action: (match) => [{ to: dayText(match.one(date), match.planYear) }],
  },
  {
    pattern: "(по | до) <named-end>",
    action: (match) => [{ to: dayText(match.one(namedEnd), match.planYear) }],
  },
  {
    pattern: "[в течени*] <named-period>",
    action: (match) => periodBounds(match.one(namedPeriod)),
  },
  {
    pattern: "с [даты | дня] начала <named-period> (по | до) (<date> | <named-end>)",
    action: (match) => within(match, { to: endText(match) }),
  },
  {
    pattern: "с <date> (до | по) (конца | окончани* | завершени*) <named-period>",
    action: (match) => within(match, { from: dayText(match.one(date), match.planYear) }),
  },
  {
    pattern: "[[в] течени* | в | во | за] <month-spans>",
    action: (match) => monthBounds(match.one(monthSpans), match.planYear),
  },
]);

const endText = (match: GrammarMatch): string => dayText(match.get(date) ?? match.one(namedEnd), match.planYear);
const within = (match: GrammarMatch, bound: { from?: string; to?: string }): Bounds[] =>
  periodBounds(match.one(namedPeriod)).map((period) => ({ period, ...bound }));

/** A day or a part of a unit, by name or number, as a pattern. */
export const selector = "(<named-selectors> | <numbered-selector>)";
export const selectorOf = (match: GrammarMatch): DaySelectorValue =>
  (match.get(namedSelectors) as DaySelectorValue | undefined) ?? match.one(numberedSelector);

const except = "(кроме | исключая | за исключением)";

/** What may stand beside a frequency: a day inside, a last day inside, the bounds, the first month. */
export const modifier = grammar.rule<Modifier>("modifier", [
  {
    pattern: `[${inside}] [кажд*] ${selector} [<owner-ref>]`,
    action: (match) => selectorIn(selectorOf(match), match.get(ownerRef) ?? { unit: "" }),
  },
  {
    pattern: `${untilWord} ${selector} [<owner-ref>]`,
    action: (match) => untilSelector(selectorOf(match), match.get(ownerRef)),
  },
  {
    pattern: "[в] период <numbered-selector>",
    action: (match) => selectorIn(match.one(numberedSelector), { unit: "" }),
  },
  // ежемесячно до 10-го
  { pattern: `${untilWord} <day>`, action: (match) => untilDayInside(match) },
  {
    pattern: "[по состоянию] на <day> (число | числа | е) [<owner-ref>]",
    action: (match) => ({ ...match.get(ownerRef), "as-of": match.one(day) }),
  },
  { pattern: "[по состоянию] на <numbered-selector> [<owner-ref>]", action: (match) => asOf(match) },
  { pattern: "<weekly>", action: (match) => ({ unit: "week", on: match.one(weekly) }) },
  {
    pattern: "[в | во] <weekday> {[,] [и] [в | во] <weekday>}",
    action: (match) => ({ unit: "week", on: weekdaysOf(match) }),
  },
  { pattern: `${untilWord} <weekday>`, action: (match) => ({ unit: "week", until: match.one(weekday) }) },
  { pattern: "начиная с <month> [месяца] [<year>]", action: (match) => ({ since: match.one(month) }) },
  { pattern: "начиная (с | со) <ordinal> (квартал* | кв | полугоди*)", action: sincePart },
  { pattern: "(до | не (позднее | позже)) <date>", action: lastDayOrOwn },
  { pattern: "[в период] <bounds>", action: (match) => ({ in: match.one(bounds) }) },
  { pattern: "(в течени* | на протяжении) [всего] [календарн* | текущ*] года", action: () => ({}) },
  { pattern: "<frequency>", action: (match) => ({ unit: match.one(frequency) }) },
  {
    pattern: `${except} <month-list>`,
    action: (match) => exceptMonths(match.one(monthList)[0]!, match.planYear),
  },
  {
    pattern: `${except} (выходных и [нерабочих] праздничных | нерабочих | праздничных и выходных) дней`,
    action: () => ({ without: "days-off" }),
  },
  { pattern: `${except} [периода] <interval>`, action: (match) => exceptStretch(match.one(interval)) },
  {
    pattern: `${except} <date>`,
    action: (match) => ({ without: { on: dayText(match.one(date), match.planYear) } }),
  },
  { pattern: `${except} [периода] <named-period>`, action: (match) => exceptPeriod(match.one(namedPeriod)) },
]);

/** «до 20 декабря»: the day up to which something recurs, or beside «до 5 числа» a deadline of its own. */
function lastDayOrOwn(match: GrammarMatch): Modifier {
  const to = dayText(match.one(date), match.planYear);
  return { in: [{ to }], own: to };
}

/** «начиная со II квартала». */
function sincePart(match: GrammarMatch): Modifier | Refusal {
  const [nth, inQuarters] = [match.one(ordinal), /^кв/.test(match.norms.at(-1)!)];
  const limit = inQuarters ? 4 : 2;
  return nth < 1 || nth > limit
    ? match.refuse("no-such-part", { limit })
    : { since: (nth - 1) * (inQuarters ? 3 : 6) + 1 };
}

function untilDayInside(match: GrammarMatch): Modifier | Refusal {
  const n = match.one(day);
  return n < 1 || n > 31 ? match.refuse("no-such-day") : { until: n };
}

export const asOf = (match: GrammarMatch): Modifier | undefined =>
  snapshotOn(match.one(numberedSelector), match.get(ownerRef));

/** Modifiers, one after another or in brackets; they have the same unit, and none contradicts another. */
export const modifiers = grammar.rule<Modifier>("modifiers", [
  {
    pattern: '{[, | – | :] [и] (<modifier> | "(" <modifier> ")")}',
    action: (match) => mergeModifiers(match.all(modifier)),
  },
]);
