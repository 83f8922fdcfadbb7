import { grammar } from "../grammar.ts";
import type { GrammarMatch } from "../../engine/match.ts";
import type { EventRef, Within } from "../../../generated/types.ts";
import { after, anchor, beginningWith, ended, eventAnchors, isEnd, since } from "./anchors.ts";
import { calendar, duration, inTerm, single, working, type Count } from "./durations.ts";
import { event } from "./events.ts";
import { calendarWord, workingWord } from "../words/lexicon.ts";
import { mostInterpretations, type Interpretation } from "../../interpretation.ts";
import { unnamed } from "../../names.ts";
import { unit } from "../words/calendar-words.ts";
import type { Refusal } from "../../engine/refusal.ts";

type Make = (amount: Count["amount"], ref: EventRef) => Interpretation["rule"] | undefined;

function counted(match: GrammarMatch, list: readonly Count[], make: Make): readonly Interpretation[] {
  const anchors =
    match.get(anchor) ??
    match.get(ended) ??
    (match.has("event") ? eventAnchors(match) : [{ ref: unnamed, events: [""] }]);
  const first = match.get(since);
  return list
    .flatMap(({ amount, byLaw }) =>
      anchors.flatMap(({ ref, events }): Interpretation[] => {
        const made = make(amount, beginningWith(ref, first));
        return made === undefined ? [] : [{ rule: made, events, ...(byLaw === undefined ? {} : { byLaw }) }];
      }),
    )
    .slice(0, mostInterpretations);
}

/** The interpretations of a rule that depends on the day of an anchor and counts nothing. */
const uncounted = (match: GrammarMatch, make: Make): readonly Interpretation[] =>
  counted(match, [{ amount: {} }], make);

/** The deadline ends on the day of the anchor. */
const untilDayOf: Make = (_, ref) =>
  typeof ref === "string" ? { until: { event: ref } } : ref.day !== undefined ? { until: ref.day } : { until: ref };
/** The deadline ends before the anchor; undefined for a named day and for an end, on which the deadline itself ends. */
const beforeEvent: Make = (_, ref) =>
  typeof ref === "object" && ref["start-of"] === undefined && ref.event === undefined ? undefined : { before: ref };
const onDayOf: Make = (_, ref) => ({ "on-day-of": ref });

const within: Make = (amount, ref) => ({ within: { ...(amount as Within), after: ref } });
const noLaterThan: Make = (amount, ref) => ({ "no-later-than": { ...(amount as Within), before: ref } });

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

/** «на третий день после»: a count to a day of its own, which is no last day; «в день» alone counts nothing. */
const exactDay = (match: GrammarMatch): Refusal | undefined =>
  match.state.tokens.slice(match.from, match.to).some(({ norm }) => norm.startsWith("следующ")) || match.has("ordinal")
    ? match.refuse("exact-count")
    : undefined;

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
    action: (match) =>
      counted(match, /^сут/.test(match.state.tokens[match.to - 1]!.norm) ? calendar(1) : working(1), within),
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
  // на следующий рабочий день после …: that day itself
  {
    pattern: `(на | в) [следующ* | <ordinal>] [${workingWord} | ${calendarWord}] день [[,] (${of} | следующ* за (днем | датой) <anchor>)]`,
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
    action: (match) => (isEnd(match) ? undefined : uncounted(match, beforeEvent)),
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
