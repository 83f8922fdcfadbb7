/**
 * The grammar of English deadlines, from the whole cell down:
 *
 *   phrase ── part; part …            several deadlines, each with what it is about        this file
 *     part ── alternatives – remark   “by 1 July – interim report”, “… – schools”                remarks.ts
 *          ── report – alternatives   “for Q1 – by 15 April”                                     reports.ts
 *          ── alternatives (if …)     “by 30 June (if it falls on a weekend, the next …)”        days-off.ts
 *       simple ── dated               6 September · from 1 to 15 October · by 1 March · April    dated.ts, days/dates.ts, days/intervals.ts, days/months.ts
 *              ── recurrence          monthly · on Wednesdays · by the 10th of each month        recurrence.ts, modifiers.ts, days/day-selectors.ts
 *              ── counted             within 3 working days of … · 3 days before …               counted.ts, anchors.ts, events.ts
 *              ── continuous          throughout the year · daily                                continuous.ts
 *              ── period              during the admissions campaign                             period-rules.ts, days/named-periods.ts
 *              ── external            in accordance with the contract · as agreed with …         external-acts.ts
 *              ── decided by day      per the timetable, but no later than 12 May                decided-by-day.ts
 *              ── open selector       by the 5th: every interpretation is returned               this file
 *
 * Names end where words say when (time-words.ts); what the readings mean together is `sense`, which all languages share.
 */
import type { GrammarMatch } from "../../engine/match.ts";
import type { Refusal } from "../../engine/refusal.ts";
import { plain, together, type Interpretation } from "../../interpretation.ts";
import { asExact, severalTogether } from "../../sense/lists.ts";
import { listed, type PlacedPart } from "../../sense/parts.ts";
import { untilNumber } from "../../sense/recurring-rule.ts";
import { withSubject } from "../../sense/remarks.ts";
import { grammar } from "../grammar.ts";
import { continuousRule } from "./continuous.ts";
import { countedRule } from "./counted.ts";
import { datedRule } from "./dated.ts";
import { namedSelector, numberedSelector } from "./days/day-selectors.ts";
import { besideDaysOff } from "./days-off.ts";
import { decidedByDay } from "./decided-by-day.ts";
import { externalRule } from "./external-acts.ts";
import { frequency, untilWord } from "./frequency.ts";
import { datesOfTimes } from "./lists.ts";
import { periodRule } from "./period-rules.ts";
import { recurrence } from "./recurrence.ts";
import { remark, subject, withRemark } from "./remarks.ts";
import { withReport } from "./reports.ts";
import { timedRows } from "./timed.ts";
import { hurry, vague } from "./refused-phrases.ts";
import { countsBy, earliestOf } from "../../sense/counted.ts";

/** “by the 5th”: of each month or of the month that follows; both interpretations are returned. */
const openSelectors = grammar.ambiguousRule<Interpretation>("open-selector", [
  {
    pattern: `${untilWord} [the] <numbered-selector>`,
    action: (match) => untilNumber(match.one(numberedSelector)),
  },
  // the first working day: the unit is not known
  { pattern: "[on] [the] <named-selector>", action: (match) => ownerless(match, "on") },
  { pattern: `${untilWord} [the] <named-selector>`, action: (match) => ownerless(match, "until") },
]);

function ownerless(match: GrammarMatch, key: "on" | "until"): readonly Interpretation[] | undefined {
  const selector = match.one(namedSelector);
  return /-half$/.test(selector)
    ? undefined
    : plain(...["month", "quarter", "year"].map((unit) => ({ every: { unit, [key]: selector } })));
}

const notLater = (match: GrammarMatch): readonly Interpretation[] | undefined =>
  earliestOf(match.one(countedRule), match.one(datedRule));

/** A count, but “the first day after the end of each quarter”, which recurs, is no count of one day. */
function besideRecurrence(match: GrammarMatch): readonly Interpretation[] {
  const recurs = match.state.peek(recurrence, match.from)?.end === match.to;
  return match.one(countedRule).filter(({ rule }) => !recurs || rule.exactly === undefined);
}

/** Words before a time of day. */
const at = "[at | by | from | before | until | no later than | not later than]";

/** One deadline, whatever its form. */
const simple = grammar.ambiguousRule<Interpretation>("simple", [
  { pattern: "<dated>", action: (match) => match.one(datedRule) },
  // by 1 March; precisely on 1 June
  {
    pattern: "precisely <dated>",
    action: (match) => asExact(match.one(datedRule)),
  },
  { pattern: "<recurrence>", action: (match) => match.one(recurrence) },
  { pattern: "<counted>", action: besideRecurrence },
  // monthly, 3 working days before the end of the month
  {
    pattern: "<frequency> [,] <counted>",
    action: (match) => match.one(countedRule).filter((reading) => countsBy(reading) === match.one(frequency)),
  },
  // within 3 working days of receipt, but no later than 20 December
  { pattern: "<counted> [,] but [in any (case | event)] [,] <dated>", action: notLater },
  { pattern: "<dated> [,] but [in any (case | event)] [,] <counted>", action: notLater },
  // twice a year (May and October) · quarterly: by 10 April, by 10 July
  { pattern: '<times> ([, | – | :] <dated-list> | "(" <dated-list> ")")', action: datesOfTimes },
  { pattern: "<continuous>", action: (match) => match.one(continuousRule) },
  { pattern: "<period>", action: (match) => match.one(periodRule) },
  { pattern: "<external>", action: (match) => match.one(externalRule) },
  { pattern: "<decided-by-day>", action: (match) => match.one(decidedByDay) },
  { pattern: "<open-selector>", action: (match) => match.one(openSelectors) },
  // immediately, but no later than 3 working days after …
  {
    pattern: `<${hurry.name}> (<counted> | <dated>)`,
    action: (match) => match.get(countedRule) ?? match.one(datedRule),
  },
  { pattern: `<${vague.name}>`, action: () => undefined },
]);

const which = "whichever [day | date] (is | comes | occurs | happens | falls | expires | ends) [the]";
const whichever = grammar.rule<"earliest" | "latest">("whichever", [
  { pattern: `${which} (earlier | earliest | sooner | first)`, action: () => "earliest" },
  { pattern: `${which} (later | latest | last)`, action: () => "latest" },
]);

/** “1 March or 5 days after receipt, whichever is earlier”: of last days, so that a named day is one. */
const whicheverOf = (match: GrammarMatch): readonly Interpretation[] =>
  together(match.all(moment), (rules) => ({
    [match.one(whichever)]: rules.map((rule) => {
      const { on, ...more } = rule;
      return typeof on === "string" ? { until: on, ...more } : rule;
    }),
  }));

/** “within 5 days after 1 March or 1 April”: whether the count holds for the other day too is not said. */
const sharesDay = (list: readonly (readonly Interpretation[])[]): boolean =>
  list.some(([next], index) => {
    const before = list[index - 1]?.[0]?.rule;
    const from = before?.within?.after ?? before?.["no-later-than"]?.before;
    return next?.rule.on !== undefined && typeof from === "object" && from.day !== undefined;
  });

/** One deadline with the time of its day, where one is said. */
const moment = grammar.ambiguousRule<Interpretation>("one", [
  { pattern: "<simple>", action: (match) => match.one(simple) },
  ...timedRows(simple),
  { pattern: `${at} <clock> [<zone>]`, action: (match) => match.refuse("clock") },
]);

/** Alternative deadlines: “… or on the day of collection”. */
const alternatives = grammar.ambiguousRule<Interpretation>("alternatives", [
  {
    pattern: '<one> {[,] or <one> | "(" or <one> ")"}',
    action: (match) => {
      const list = match.all(moment);
      if (list.length === 1) return list[0]!;
      return sharesDay(list) ? undefined : severalTogether(list, (rules) => ({ any: [...rules] }));
    },
  },
  {
    pattern: '<one> [,] (or | and) <one> ([,] <whichever> | "(" <whichever> ")")',
    action: whicheverOf,
  },
]);

const remarked = (match: GrammarMatch): readonly Interpretation[] =>
  withRemark(match.one(alternatives), match.one(remark), match.state);

/** One deadline with what it is about. */
const part = grammar.ambiguousRule<Interpretation>("part", [
  { pattern: "<alternatives>", action: (match) => match.one(alternatives) },
  { pattern: "<alternatives> (– | :) <remark>", action: remarked },
  { pattern: '<alternatives> "(" <remark> ")"', action: remarked },
  // by 30 June (if it falls on a weekend, the next working day)
  {
    pattern: '<alternatives> ([, | ; | – | :] <off-clause> | "(" <off-clause> ")")',
    action: (match) => besideDaysOff(match.one(alternatives), match),
  },
  // for Q1 – by 15 April · by 15 April for Q1
  { pattern: "<reported> [– | : | ,] <alternatives>", action: (match) => withReport(match.one(alternatives), match) },
  {
    pattern: '<alternatives> ([– | : | ,] <reported> | "(" <reported> ")")',
    action: (match) => withReport(match.one(alternatives), match),
  },
  {
    pattern: "<subject> (– | :) <alternatives>",
    action: (match) => withSubject(match.one(alternatives), match.one(subject)),
  },
]);

/** A part with its first token, at which a list that is none is refused. */
const placedPart = grammar.terminal<PlacedPart>("placed-part", (state, from) => {
  const match = part.match(state, from);
  return match && { end: match.end, value: { from, readings: match.value } };
});

const several = (match: GrammarMatch, separated: boolean): readonly Interpretation[] | Refusal | undefined =>
  listed(match.all(placedPart), separated, match.planYear);

/** Everything that a cell holds. */
export const phrase = grammar.ambiguousRule<Interpretation>("phrase", [
  { pattern: "<part>", action: (match) => match.one(part) },
  // deadline: within 5 days of receipt; “deadline: 1 March” is a last day
  {
    pattern: "(deadline | due) [: | –] <part>",
    action: (match) => match.one(part).filter(({ rule }) => rule.on === undefined && rule.each === undefined),
  },
  { pattern: "<placed-part> {(, [and] | and) <placed-part>}", action: (match) => several(match, false) },
  { pattern: "<placed-part> {; [and] <placed-part>}", action: (match) => several(match, true) },
]);
