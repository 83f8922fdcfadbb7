/**
 * The grammar of deadlines, from the whole cell down:
 *
 *   phrase ── part; part …            several deadlines, each with what it is about        this file
 *     part ── alternatives – remark   «до 1 июля – итоги за учебный год», «… – ДОО, ОО»         remarks.ts
 *          ── report – alternatives   «за I квартал – до 15 апреля»                             reports.ts
 *          ── snapshot                «до 1 февраля по состоянию на 1 января»                   snapshots.ts
 *       simple ── dated               6 сентября · с 1 по 15 октября · до 1 марта · апрель     dated.ts, days/dates.ts, days/intervals.ts, days/months.ts
 *              ── recurrence          ежемесячно · по средам · до 10 числа каждого месяца       recurrence.ts, modifiers.ts, days/day-selectors.ts
 *              ── counted             в течение 3 рабочих дней после … · за 3 дня до …          counted.ts, anchors.ts, events.ts
 *              ── continuous          в течение года · ежедневно                               continuous.ts
 *              ── period              в течение учебного года · приёмная кампания              period-rules.ts, days/named-periods.ts
 *              ── external            согласно приказу · в установленные сроки                 external-acts.ts
 *              ── decided by day      по графику, до 15 числа · по мере готовности, до 1 мая    decided-by-day.ts
 *              ── open selector       до 5 числа: every interpretation is returned                 this file
 *
 * Names end where words say when (time-words.ts); the years of a list are read together (lists.ts, list-years.ts).
 *
 * A row is a pattern (notation: engine/pattern.ts) and its action; words are those of words/lexicon.ts in any case. The longest row that
 * matches wins; several of one length are several interpretations.
 */
import { grammar } from "../grammar.ts";
import type { GrammarMatch } from "../../engine/match.ts";
import { countedRule } from "./counted.ts";
import { datedRule } from "./dated.ts";
import { decidedByDay } from "./decided-by-day.ts";
import { plain, together, type Interpretation } from "../../interpretation.ts";
import type { Refusal } from "../../engine/refusal.ts";
import { namedSelector, numberedSelector } from "./days/day-selectors.ts";
import { frequency, untilWord } from "./frequency.ts";
import { recurrence } from "./recurrence.ts";
import { quarterMonthRule } from "./quarter-months.ts";
import { continuousRule } from "./continuous.ts";
import { externalRule } from "./external-acts.ts";
import { periodRule } from "./period-rules.ts";
import { datesOfTimes } from "./lists.ts";
import { remark, subject, withRemark } from "./remarks.ts";
import { isDueNext } from "../../sense/reports.ts";
import { reported, withReport } from "./reports.ts";
import { besideSnapshot } from "./snapshots.ts";
import { timedRows } from "./timed.ts";
import { hurry, vague } from "./refused-phrases.ts";
import { asExact, severalTogether } from "../../sense/lists.ts";
import { listed, type PlacedPart } from "../../sense/parts.ts";
import { untilNumber } from "../../sense/recurring-rule.ts";
import { withSubject } from "../../sense/remarks.ts";
import { countsBy, earliestOf } from "../../sense/counted.ts";

/** «до 5 числа»: of each month or of the month that follows; both interpretations are returned. */
const openSelectors = grammar.ambiguousRule<Interpretation>("open-selector", [
  {
    pattern: `${untilWord} <numbered-selector>`,
    action: (match) => untilNumber(match.one(numberedSelector)),
  },
  // первый рабочий день: the unit is not known
  { pattern: "[в | во] <named-selector>", action: (match) => ownerless(match, "on") },
  { pattern: `${untilWord} <named-selector>`, action: (match) => ownerless(match, "until") },
]);

function ownerless(match: GrammarMatch, key: "on" | "until"): readonly Interpretation[] {
  const selector = match.one(namedSelector);
  const units = /decade|half/.test(selector) ? ["month"] : ["month", "quarter", "year"];
  return plain(...units.map((unit) => ({ every: { unit, [key]: selector } })));
}

const notLater = (match: GrammarMatch): readonly Interpretation[] | undefined =>
  earliestOf(match.one(countedRule), match.one(datedRule));

/** Words before a time of day. */
const at = "[в | с | до | к | не (позднее | позже)]";

/** One deadline, whatever its form. */
const simple = grammar.ambiguousRule<Interpretation>("simple", [
  { pattern: "<dated>", action: (match) => match.one(datedRule) },
  // до 1 марта; именно 1 июня
  {
    pattern: "именно <dated>",
    action: (match) => asExact(match.one(datedRule)),
  },
  { pattern: "<recurrence>", action: (match) => match.one(recurrence) },
  { pattern: "<counted>", action: (match) => match.one(countedRule) },
  // ежемесячно, за 3 рабочих дня до окончания месяца
  {
    pattern: "<frequency> [,] <counted>",
    action: (match) => match.one(countedRule).filter((reading) => countsBy(reading) === match.one(frequency)),
  },
  // в течение 3 рабочих дней после …, но не позднее 20 декабря
  { pattern: "<counted> [,] но <dated>", action: notLater },
  { pattern: "<dated> [,] но <counted>", action: notLater },
  { pattern: "<quarter-months>", action: (match) => match.one(quarterMonthRule) },
  // 2 раза в год (май, октябрь) · ежеквартально: до 10 апреля, до 10 июля
  { pattern: '<times> ([, | – | :] <dated-list> | "(" <dated-list> ")")', action: datesOfTimes },
  { pattern: "<continuous>", action: (match) => match.one(continuousRule) },
  { pattern: "<period>", action: (match) => match.one(periodRule) },
  { pattern: "<external>", action: (match) => match.one(externalRule) },
  { pattern: "<decided-by-day>", action: (match) => match.one(decidedByDay) },
  { pattern: "<open-selector>", action: (match) => match.one(openSelectors) },
  // незамедлительно, но не позднее 3 рабочих дней со дня …
  {
    pattern: `<${hurry.name}> (<counted> | <dated>)`,
    action: (match) => match.get(countedRule) ?? match.one(datedRule),
  },
  { pattern: `<${vague.name}>`, action: () => undefined },
  { pattern: `${at} <clock>`, action: (match) => match.refuse("clock") },
  { pattern: "[с] <number> (до | –) <clock>", action: (match) => match.refuse("clock") },
]);

const whichHolds = "(в зависимости от того | смотря) [,] что [наступит | наступает | произойдет | будет]";
const whichever = grammar.rule<"earliest" | "latest">("whichever", [
  { pattern: `${whichHolds} (раньше | ранее)`, action: () => "earliest" },
  { pattern: `${whichHolds} (позже | позднее)`, action: () => "latest" },
]);

/** Alternative deadlines: «… (или в день внесения изменений)». */
const alternatives = grammar.ambiguousRule<Interpretation>("alternatives", [
  {
    pattern: '<simple> {[,] (или | либо) <simple> | "(" (или | либо) <simple> ")"}',
    action: (match) =>
      match.all(simple).length === 1
        ? match.one(simple)
        : severalTogether(match.all(simple), (rules) => ({ any: [...rules] })),
  },
  // до 1 марта или в течение 5 дней после …, в зависимости от того, что наступит позже
  {
    pattern: `<simple> [,] (или | либо) <simple> ([,] <whichever> | "(" <whichever> ")")`,
    action: (match) => together(match.all(simple), (rules) => ({ [match.one(whichever)]: [...rules] })),
  },
]);

const remarked = (match: GrammarMatch): readonly Interpretation[] =>
  withRemark(match.one(alternatives), match.one(remark), match.state);

/** «за I квартал до 15 апреля»; of «за 9 месяцев до 15 октября» it is asked whether it counts back from that day. */
function reportOrCount(match: GrammarMatch): readonly Interpretation[] | undefined {
  const readings = match.one(alternatives);
  const report = match.one(reported);
  return report.named || readings.every((reading) => isDueNext(reading, report))
    ? withReport(readings, match)
    : undefined;
}

/** One deadline with what it is about. */
const part = grammar.ambiguousRule<Interpretation>("part", [
  { pattern: "<alternatives>", action: (match) => match.one(alternatives) },
  ...timedRows(simple),
  { pattern: "<alternatives> (– | :) <remark>", action: remarked },
  { pattern: '<alternatives> "(" <remark> ")"', action: remarked },
  // за I квартал – до 15 апреля · до 15 апреля – за I квартал
  { pattern: "<reported> (– | : | ,) <alternatives>", action: (match) => withReport(match.one(alternatives), match) },
  { pattern: "<reported> <alternatives>", action: reportOrCount },
  {
    pattern: '<alternatives> ([– | : | ,] <reported> | "(" <reported> ")")',
    action: (match) => withReport(match.one(alternatives), match),
  },
  // до 1 февраля по состоянию на 1 января · по состоянию на 1 октября – до 10 октября
  {
    pattern: '<alternatives> ([, | –] <snapshot> | "(" <snapshot> ")")',
    action: (match) => besideSnapshot(match.one(alternatives), match),
  },
  { pattern: "<snapshot> [, | –] <alternatives>", action: (match) => besideSnapshot(match.one(alternatives), match) },
  {
    pattern: "<subject> [<snapshot>] [– | : | ,] <alternatives>",
    action: (match) => {
      const readings = besideSnapshot(match.one(alternatives), match);
      return readings && withSubject(readings, match.one(subject));
    },
  },
]);

/** A part with its first token, at which a list that is none is refused. */
const placedPart = grammar.terminal<PlacedPart>("placed-part", (state, at) => {
  const match = part.match(state, at);
  return match && { end: match.end, value: { from: at, readings: match.value } };
});

const several = (match: GrammarMatch, separated: boolean): readonly Interpretation[] | Refusal | undefined =>
  listed(match.all(placedPart), separated, match.planYear);

/** Everything that a cell of an order holds. */
export const phrase = grammar.ambiguousRule<Interpretation>("phrase", [
  { pattern: "[срок [исполнени* | представлени*] [– | :]] <part>", action: (match) => match.one(part) },
  { pattern: "<placed-part> {[, | и] <placed-part>}", action: (match) => several(match, false) },
  { pattern: "<placed-part> {; <placed-part>}", action: (match) => several(match, true) },
]);
