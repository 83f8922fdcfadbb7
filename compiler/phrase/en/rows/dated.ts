import type { GrammarMatch } from "../../engine/match.ts";
import type { Refusal } from "../../engine/refusal.ts";
import { normAt } from "../../engine/token-at.ts";
import { oneOrMany, plain, type Interpretation } from "../../interpretation.ts";
import { asList, untilDays } from "../../sense/lists.ts";
import { monthRules, partOfMonths, untilBefore } from "../../sense/month-spans.ts";
import { dayAfter, dayBefore, dayText, type NamedDay } from "../../sense/named-day.ts";
import { grammar } from "../grammar.ts";
import { month } from "../words/calendar-words.ts";
import { number } from "../words/numbers.ts";
import { pointsAhead, year } from "../words/years.ts";
import { date, days, inYear } from "./days/dates.ts";
import { namedSelector } from "./days/day-selectors.ts";
import { beforeWord, frequency, untilWord } from "./frequency.ts";
import { inclusive, interval } from "./days/intervals.ts";
import { aroundSpan, beforeSpan, throughSpan, untilPartOfMonth } from "./days/month-bounds.ts";
import { monthList } from "./days/months.ts";
import { namedEnd, namedStart } from "./days/named-ends.ts";
import { beginsTime } from "./time-words.ts";
import { isoWeek, weekOf, weekOfMonth } from "./days/weeks.ts";

/** The words of a condition: “if there are places left”. */
const condition = grammar.terminal<string>("condition", (state, at) => {
  if (!["if", "where", "subject", "provided"].includes(normAt(state, at))) return undefined;
  let end = at + 1;
  while (state.tokens[end]?.kind === "word" && !beginsTime(state, end)) end += 1;
  return end === at + 1 ? state.fail(end) : { end, value: state.words(at, end) };
});

const until = (match: GrammarMatch): readonly Interpretation[] =>
  untilDays(match.one(days), pointsAhead(match), match.planYear);

/** “before 1 March”: that day is too late. */
function beforeDays(match: GrammarMatch): readonly Interpretation[] | undefined {
  const planYear = match.planYear;
  const lists = match.one(days).map((list) => list.map((named) => dayBefore(named, planYear)));
  return lists.flat().includes(undefined)
    ? undefined
    : plain(...lists.map((list) => asList(list.map((named) => ({ until: dayText(named!, match.planYear) })))));
}

const onDays = (match: GrammarMatch): readonly Interpretation[] =>
  plain(...match.one(days).map((list) => ({ on: oneOrMany(list.map((named) => dayText(named, match.planYear))) })));

const from = (named: NamedDay | undefined, match: GrammarMatch): readonly Interpretation[] | undefined =>
  named === undefined ? undefined : plain({ from: dayText(named, match.planYear) });

const wholeMonths = (match: GrammarMatch): readonly Interpretation[] | Refusal =>
  monthRules(match.one(monthList), match);

const partOfMonth = (match: GrammarMatch): readonly Interpretation[] | undefined =>
  partOfMonths(match.one(monthList), match.one(namedSelector), match.planYear);

/** “the first ten days of March”. */
function firstDays(match: GrammarMatch): readonly Interpretation[] | Refusal {
  const [last, m, y] = [match.one(number), match.one(month), match.get(year)];
  return last < 2 || last > 28
    ? match.refuse("no-such-day")
    : plain({
        from: dayText({ month: m, day: 1, year: y }, match.planYear),
        to: dayText({ month: m, day: last, year: y }, match.planYear),
      });
}

/** Words before the first day of what has no end, as a pattern. */
const fromWord =
  "([starting | beginning | commencing | running | valid] [with effect] (from | as from | on or after) | (starting | beginning | commencing | effective) [on | from | as of] | (no | not) (earlier | sooner) than | not before | since)";

/** Deadlines that name their days or months. */
export const datedRule = grammar.ambiguousRule<Interpretation>("dated", [
  // 6 September · on 12 and 23 August · due on 6 September
  { pattern: "[due] [on] <days>", action: onDays },
  // 1–15 October · from 1 October to the end of November
  {
    pattern: "[during | in the period | for the period] <interval>",
    action: (match) => plain(match.one(interval)),
  },
  // 20 June – 15 August (until 25 November if there are places)
  {
    pattern: '<interval> "(" (until | to | by) <date:more> <condition> ")"',
    action: (match) =>
      plain({
        ...match.one(interval),
        extended: { to: dayText(match.one(date, "more"), match.planYear), if: match.one(condition) },
      }),
  },
  // from 1 April
  { pattern: `${fromWord} <date> [onward*]`, action: (match) => from(match.one(date), match) },
  { pattern: `${fromWord} <named-start> [onward*]`, action: (match) => from(match.one(namedStart), match) },
  {
    pattern: `(from | as from | starting (in | from) | beginning in) <month> ${inYear} [onward*]`,
    action: (match) => from({ month: match.one(month), day: 1, year: match.get(year) }, match),
  },
  { pattern: "after <date>", action: (match) => from(dayAfter(match.one(date), match.planYear), match) },
  { pattern: "as (of | at) <days>", action: (match) => match.refuse("as-of") },
  // by 1 March · no later than 31 March, 30 June and 30 September
  { pattern: `${untilWord} <days> ${inclusive} [at the latest]`, action: until },
  { pattern: `${beforeWord} <days>`, action: beforeDays },
  // by the end of February · before the start of June
  {
    pattern: `(${untilWord} | before) <named-end> ${inclusive}`,
    action: (match) => plain({ until: dayText(match.one(namedEnd), match.planYear) }),
  },
  {
    pattern: `${beforeWord} <named-start>`,
    action: (match) => untilBefore(match.one(namedStart), match.planYear),
  },
  { pattern: `${untilWord} <named-start>`, action: aroundStart },
  { pattern: `(by | until | till | up to | (no | not) later than) <month-spans>`, action: aroundSpan },
  { pattern: `(through | until and including | up to and including) <month-spans>`, action: throughSpan },
  { pattern: `${beforeWord} <month-spans>`, action: beforeSpan },
  // April · in May–June · during Q1
  { pattern: "[in | during | throughout | within | over] <month-list>", action: wholeMonths },
  { pattern: "[in] (each | every) <month-list>", action: wholeMonths },
  // the last working day of June · the first half of May
  { pattern: "[on | in | during] [the] <named-selector> (of | in) [each] <month-list>", action: partOfMonth },
  { pattern: `[in | during | within] [the] first <number> [calendar] days of <month> ${inYear}`, action: firstDays },
  { pattern: `${untilWord} [the] <named-selector> (of | in) <month> [<year>]`, action: untilPartOfMonth },
  // the week of 3 June · ISO week 10 · the last week of August
  {
    pattern: "[in | during] [the] (week of | week (commencing | beginning | starting) [on] | w / c) <date>",
    action: weekOf,
  },
  { pattern: `[in | during] [iso | calendar] week [no] <number> ${inYear}`, action: isoWeek },
  { pattern: "[in | during] <year> – w <number>", action: isoWeek },
  { pattern: `[in | during] [the] (<ordinal> | last) [calendar] week of <month> ${inYear}`, action: weekOfMonth },
  // by 1 September each year
  { pattern: "<yearly>", action: (match) => match.one(yearly) },
]);

/** “by the start of June”: with its first day or without it. */
function aroundStart(match: GrammarMatch): readonly Interpretation[] | undefined {
  const first = match.one(namedStart);
  const before = dayBefore(first, match.planYear);
  return before === undefined
    ? undefined
    : plain({ until: dayText(first, match.planYear) }, { until: dayText(before, match.planYear) });
}

/** “annually by 1 September”: days of a plan have no year, so they return each year by themselves. */
const yearly = grammar.ambiguousRule<Interpretation>("yearly", [
  {
    pattern: "<frequency> [, | : | –] <once-a-year>",
    action: (match) => (match.one(frequency) === "year" ? match.one(onceAYear) : undefined),
  },
  {
    pattern: '<once-a-year> ([,] [of | in] <frequency> | "(" <frequency> ")")',
    action: (match) => (match.one(frequency) === "year" ? match.one(onceAYear) : undefined),
  },
]);

const onceAYear = grammar.ambiguousRule<Interpretation>("once-a-year", [
  { pattern: "[on] <days>", action: onDays },
  { pattern: "<interval>", action: (match) => plain(match.one(interval)) },
  { pattern: `${fromWord} <date>`, action: (match) => from(match.one(date), match) },
  { pattern: `${untilWord} <days> ${inclusive}`, action: until },
  { pattern: `${beforeWord} <days>`, action: beforeDays },
  {
    pattern: `${untilWord} <named-end>`,
    action: (match) => plain({ until: dayText(match.one(namedEnd), match.planYear) }),
  },
  { pattern: "[in | during] <month-list>", action: wholeMonths },
  { pattern: "[on | in] [the] <named-selector> (of | in) <month-list>", action: partOfMonth },
]);
