import { grammar } from "../grammar.ts";
import type { GrammarMatch } from "../../engine/match.ts";
import { after, anchor, ended, eventAnchors, isEnd, since } from "./anchors.ts";
import { duration, inTerm, single } from "./days/durations.ts";
import {
  beforeEvent,
  calendar,
  countedFrom,
  exactly,
  noLaterThan,
  onDayOf,
  stretch,
  unsaidAnchor,
  untilDayOf,
  within,
  working,
  type Count,
  type Make,
} from "../../sense/counted.ts";
import { event } from "./events.ts";
import { calendarWord, workingWord } from "../words/lexicon.ts";
import { plain, type Interpretation } from "../../interpretation.ts";
import { unit } from "../words/calendar-words.ts";
import { date } from "./days/dates.ts";
import { dayText } from "../../sense/named-day.ts";
import { ordinal } from "../words/numbers.ts";
import type { Refusal } from "../../engine/refusal.ts";

const counted = (match: GrammarMatch, list: readonly Count[], make: Make): readonly Interpretation[] =>
  countedFrom(
    list,
    match.get(anchor) ?? match.get(ended) ?? (match.has("event") ? eventAnchors(match) : unsaidAnchor),
    match.get(since),
    make,
  );

/** The interpretations of a rule that depends on the day of an anchor and counts nothing. */
const uncounted = (match: GrammarMatch, make: Make): readonly Interpretation[] =>
  counted(match, [{ amount: {} }], make);

/** «не позднее срока пункта 2.1»: that day too; of «до срока» it is not said whether it is. */
function upToItem(match: GrammarMatch): readonly Interpretation[] | undefined {
  const isItem = match.get(anchor)?.every(({ ref }) => typeof ref === "object" && ref.item !== undefined) === true;
  if (!isItem) return undefined;
  const until = uncounted(match, (_, ref) => ({ until: ref }));
  const isNotLater = match.norms[0] === "не";
  return isNotLater ? until : [...until, ...uncounted(match, (_, ref) => ({ before: ref }))];
}

const than = "[[,] чем]";
const late = `(не (позднее | позже | более | менее) ${than})`;
const lengthOf = (match: GrammarMatch): readonly Count[] =>
  match.get(duration) ?? match.get(single) ?? match.one(inTerm);
const of = "(после | за днем | со дня) [дня] <anchor>";

/** «по запросу учредителя»: requests, whose day is the deadline. */
const asking = /^(?:запрос|требовани|обращени|заявк|заявлени|факт|поручени|предписани|указани)/;

/** «за квартал до 1 октября»: the report of a quarter, or a quarter before that day. */
const isReportOrCount = (match: GrammarMatch): boolean =>
  match.get(single)?.some(({ amount }) => (amount.months ?? 0) > 1) === true &&
  match.get(anchor)?.some(({ ref }) => typeof ref === "object" && ref.day !== undefined) === true;

/** «на следующий рабочий день после», «на третий день после»: a day of its own; «в день» alone counts nothing. */
function exactDay(match: GrammarMatch): readonly Interpretation[] | Refusal | undefined {
  const words = match.norms;
  const n = match.get(ordinal) ?? (words.some((word) => word.startsWith("следующ")) ? 1 : undefined);
  if (n === undefined) return undefined;
  if (!match.has("anchor")) return match.refuse("exact-count");
  const isWorking = words.slice(0, 4).some((word) => word.startsWith("рабоч"));
  return counted(match, isWorking ? working(n) : calendar(n), exactly);
}

/** «со дня публикации до дня проведения»: a stretch whose ends hang on days of their own. */
const fromTo = (starts: readonly Interpretation[], match: GrammarMatch): readonly Interpretation[] | undefined =>
  stretch(starts, match.one(countedEnd));

const countedEnd = grammar.ambiguousRule<Interpretation>("counted-end", [
  { pattern: "<counted>", action: (match) => match.one(countedRule) },
]);

/** Deadlines that count from a day. */
export const countedRule = grammar.ambiguousRule<Interpretation>("counted", [
  // в течение 3-х рабочих дней после … · течение 5-ти рабочих дней
  {
    pattern: `[в] течени* <duration> [${after} [<anchor>]] [<since>]`,
    action: (match) => counted(match, lengthOf(match), within),
  },
  {
    pattern: `[в] течени* <single> ${after} [<anchor>] [<since>]`,
    action: (match) => counted(match, lengthOf(match), within),
  },
  {
    pattern: `[в] течени* (суток | [1 | одного] ${workingWord} дня)`,
    action: (match) => counted(match, /^сут/.test(match.norms.at(-1)!) ? calendar(1) : working(1), within),
  },
  {
    pattern: `[в срок [,]] (${late} [через] | не превышающ*) <duration> [${after} [<anchor>] [<since>]]`,
    action: (match) => counted(match, lengthOf(match), within),
  },
  {
    pattern: `[в срок [,]] до <duration> ${after} [<anchor>] [<since>]`,
    action: (match) => counted(match, lengthOf(match), within),
  },
  {
    pattern: `[в срок [,]] ${late} через <single> [${after} [<anchor>]]`,
    action: (match) => counted(match, lengthOf(match), within),
  },
  {
    pattern: `([в] течени* | ${late} [через]) <duration> по <ended> [<since>]`,
    action: (match) => counted(match, lengthOf(match), within),
  },
  // 10 рабочих дней со дня получения · 3 рабочих дня
  {
    pattern: `<duration> [${after} [<anchor>] [<since>]]`,
    action: (match) =>
      lengthOf(match).some(({ amount }) => amount.months !== undefined) && !match.has("anchor")
        ? undefined
        : counted(match, lengthOf(match), within),
  },
  { pattern: `<single> ${after} <anchor> [<since>]`, action: (match) => counted(match, lengthOf(match), within) },
  // в месячный срок со дня …
  { pattern: `<in-term> [${after} [<anchor>]]`, action: (match) => counted(match, lengthOf(match), within) },
  // со дня получения заявки в течение 5 рабочих дней · в случае изменения сведений – в месячный срок
  {
    pattern: `${after} <anchor> [, | –] ([в] течени* (<duration> | <single>) | ${late} [через] (<duration> | <single>) | <in-term>)`,
    action: (match) => counted(match, lengthOf(match), within),
  },
  // по мере поступления обращений, в течение 3 рабочих дней · по запросу в течение 5 дней
  {
    pattern: "по мере <event> [, | –] [в] течени* <duration>",
    action: (match) => counted(match, lengthOf(match), within),
  },
  {
    pattern: "по <event> [, | –] [в] течени* <duration>",
    action: (match) =>
      asking.test(match.one(event).toLowerCase()) ? counted(match, lengthOf(match), within) : undefined,
  },
  // не позднее следующего рабочего дня после …
  {
    pattern: `(не (позднее | позже) | [в] течени*) [1 | одного] следующ* ${workingWord} дня [[,] ${of}]`,
    action: (match) => counted(match, working(1), within),
  },
  {
    pattern: `(не (позднее | позже) | [в] течени*) следующ* [${calendarWord}] дня [[,] ${of}]`,
    action: (match) => counted(match, calendar(1), within),
  },
  {
    pattern: `(не (позднее | позже) | [в] течени*) [1 | одного] ${workingWord} дня [,] следующ* за (днем | датой) <anchor>`,
    action: (match) => counted(match, working(1), within),
  },
  {
    pattern: `не (позднее | позже) [${calendarWord}] дня [,] следующ* за (днем | датой) <anchor>`,
    action: (match) => counted(match, calendar(1), within),
  },
  // со дня публикации до дня проведения · с 1 июня до начала экзамена
  {
    pattern: "(со дня | с (дня | даты | момента)) <anchor> [и] <counted-end>",
    action: (match) => fromTo(uncounted(match, onDayOf), match),
  },
  {
    pattern: "(с | со) <date> <counted-end>",
    action: (match) => fromTo(plain({ on: dayText(match.one(date), match.planYear) }), match),
  },
  // на следующий рабочий день после …: that day itself
  {
    pattern: `(на | в) [следующ* | <ordinal>] [${workingWord} | ${calendarWord}] день [[,] (${of} | следующ* за (днем | датой) <anchor>) [<since>]]`,
    action: (match) => exactDay(match),
  },
  // не позднее 10-и рабочих дней до … · за 3 рабочих дня до окончания месяца
  {
    pattern: `[не (позднее | позже | менее) ${than} | минимум] за (<duration> | <single>) до [дня | даты] [<anchor>] [<since>]`,
    action: (match) => (isReportOrCount(match) ? undefined : counted(match, lengthOf(match), noLaterThan)),
  },
  {
    pattern: `${late} <duration> до [дня | даты] <anchor> [<since>]`,
    action: (match) => counted(match, lengthOf(match), noLaterThan),
  },
  // в день зачисления · при поступлении обращения · по мере необходимости · по запросу
  { pattern: "(в | на) (день | дату) [наступления] <anchor> [<since>]", action: (match) => uncounted(match, onDayOf) },
  { pattern: "день <event>", action: (match) => uncounted(match, onDayOf) },
  { pattern: "в момент <anchor> [<since>]", action: (match) => uncounted(match, onDayOf) },
  { pattern: "(по мере | при | в случае) <event>", action: (match) => uncounted(match, onDayOf) },
  {
    pattern: "по <event>",
    action: (match) => (asking.test(match.one(event).toLowerCase()) ? uncounted(match, onDayOf) : undefined),
  },
  // не позднее дня проведения · до конца квартала · до окончания приема заявлений
  {
    pattern: "(не (позднее | позже) | до | по) (дня | даты | день | дату) <anchor> [включительно] [<since>]",
    action: (match) => uncounted(match, untilDayOf),
  },
  { pattern: "(не (позднее | позже) | до | к) <ended> [<since>]", action: (match) => uncounted(match, untilDayOf) },
  {
    pattern: "(до | не (позднее | позже)) начала следующ* <unit>",
    action: (match) => [{ rule: { until: { "end-of": match.one(unit) } }, events: [] }],
  },
  // до начала процедуры распределения
  {
    pattern: "(до | не (позднее | позже) | к) <anchor> [<since>]",
    action: (match) => upToItem(match) ?? (isEnd(match) ? undefined : uncounted(match, beforeEvent)),
  },
  {
    pattern: "(ранее | раньше) <anchor> [<since>]",
    action: (match) => uncounted(match, (_, ref) => ({ before: ref })),
  },
  // These name no last day: after something, or exactly so long after it.
  { pattern: "после [дня] <anchor>", action: (match) => match.refuse("no-end") },
  { pattern: "по (окончании | завершении) <anchor-words>", action: (match) => match.refuse("no-end") },
  {
    pattern: `по истечении (<duration> | <single>) [${after} [<anchor>]]`,
    action: (match) => match.refuse("exact-count"),
  },
  {
    pattern: `(через | спустя) (<duration> | <single>) [${after} [<anchor>]]`,
    action: (match) => match.refuse("exact-count"),
  },
]);
