import type { GrammarMatch } from "../../engine/match.ts";
import { dayText } from "../../sense/named-day.ts";
import { exceptMonths, exceptPeriod, exceptStretch, monthBounds, periodBounds } from "../../sense/modifiers.ts";
import {
  mergeModifiers,
  selectorIn,
  snapshotOn,
  untilSelector,
  type Bounds,
  type Modifier,
} from "../../sense/recurring-rule.ts";
import { grammar } from "../grammar.ts";
import { month, weekday } from "../words/calendar-words.ts";
import { year } from "../words/years.ts";
import { comma, date } from "./days/dates.ts";
import { numberedSelector, ownerRef, selector, selectorOf, weekdaysOf, weekly } from "./days/day-selectors.ts";
import { frequency, untilWord } from "./frequency.ts";
import { interval } from "./days/intervals.ts";
import { monthList, monthSpans } from "./days/months.ts";
import { namedEnd } from "./days/named-ends.ts";
import { namedPeriod } from "./days/named-periods.ts";

const boundWord = "(until | till | through | up to [and including] | to)";
const endText = (match: GrammarMatch): string =>
  dayText(match.get(date, "last") ?? match.get(namedEnd) ?? match.one(date), match.planYear);

/** What bounds a recurrence: days, months, a named period, or one bound of each. */
export const bounds = grammar.rule<readonly Bounds[]>("bounds", [
  { pattern: "[in | during] <interval>", action: (match) => [match.one(interval)] },
  {
    pattern: "(from | starting [on | from] | beginning [on] | as from) <date>",
    action: (match) => [{ from: dayText(match.one(date), match.planYear) }],
  },
  { pattern: `${boundWord} (<date> | <named-end>)`, action: (match) => [{ to: endText(match) }] },
  {
    pattern: "[in | during | throughout | over] [the | each | every] <named-period>",
    action: (match) => periodBounds(match.one(namedPeriod)),
  },
  {
    pattern: "[in | during | throughout | over] <month-spans>",
    action: (match) => monthBounds(match.one(monthSpans), match.planYear),
  },
]);

const except = "(except | excluding | other than | but not | save) [for]";
const holidays = "[public | bank | legal | federal | national | statutory] holidays";
const daysOff = `(days off | non – working days | weekends (and | or) ${holidays} | ${holidays} (and | or) weekends | ${holidays})`;

/** What may stand beside a frequency: a day inside, a last day inside, the bounds, the first month. */
export const modifier = grammar.rule<Modifier>("modifier", [
  {
    pattern: `[on | in] [the | each | every] ${selector} [<owner-ref>]`,
    action: (match) => selectorIn(selectorOf(match), match.get(ownerRef) ?? { unit: "" }),
  },
  {
    pattern: `${untilWord} [the] ${selector} [<owner-ref>]`,
    action: (match) => untilSelector(selectorOf(match), match.get(ownerRef)),
  },
  // monthly, as of the 1st
  {
    pattern: "as (of | at) [the] <numbered-selector> [<owner-ref>]",
    action: (match) => snapshotOn(match.one(numberedSelector), match.get(ownerRef)),
  },
  { pattern: "<weekly>", action: (match) => ({ unit: "week", on: match.one(weekly) }) },
  {
    pattern: `on [a] <weekday> {${comma} [on] <weekday>}`,
    action: (match) => ({ unit: "week", on: weekdaysOf(match) }),
  },
  { pattern: `${untilWord} <weekday>`, action: (match) => ({ unit: "week", until: match.one(weekday) }) },
  { pattern: "(starting | beginning | commencing) (in | from | with) <month> [<year>]", action: sinceMonth },
  { pattern: "<bounds>", action: (match) => ({ in: match.one(bounds) }) },
  { pattern: "(during | throughout) the [calendar] year", action: () => ({}) },
  { pattern: "<frequency>", action: (match) => ({ unit: match.one(frequency) }) },
  {
    pattern: `${except} [in] <month-list>`,
    action: (match) => exceptMonths(match.one(monthList)[0]!, match.planYear),
  },
  { pattern: `${except} [on] ${daysOff}`, action: () => ({ without: "days-off" }) },
  { pattern: `${except} <interval>`, action: (match) => exceptStretch(match.one(interval)) },
  {
    pattern: `${except} [on] <date>`,
    action: (match) => ({ without: { on: dayText(match.one(date), match.planYear) } }),
  },
  { pattern: `${except} [during] [the] <named-period>`, action: (match) => exceptPeriod(match.one(namedPeriod)) },
]);

function sinceMonth(match: GrammarMatch): Modifier | undefined {
  const { planYear } = match;
  return (match.get(year) ?? planYear) === planYear ? { since: match.one(month) } : undefined;
}

/** Modifiers, one after another or in brackets; they have the same unit, and none contradicts another. */
export const modifiers = grammar.rule<Modifier>("modifiers", [
  {
    pattern: '{[, | – | :] [and] (<modifier> | "(" <modifier> ")")}',
    action: (match) => mergeModifiers(match.all(modifier)),
  },
]);
