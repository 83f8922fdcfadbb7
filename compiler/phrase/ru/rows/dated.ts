import { grammar } from "../grammar.ts";
import type { GrammarMatch } from "../../engine/match.ts";
import type { Deadline } from "../../../generated/types.ts";
import { date, days, included, inclusive, pointsAhead } from "./days/dates.ts";
import { namedEnd, namedStart } from "./days/named-ends.ts";
import { oneOrMany, plain, type Interpretation } from "../../interpretation.ts";
import {
  afterDate,
  aroundSpan,
  beforeStart,
  partsOfMonth,
  throughSpan,
  untilPartOfMonth,
  upToMonth,
} from "./days/month-bounds.ts";
import { monthList, monthSpans } from "./days/months.ts";
import { allOrRefusal, Refusal } from "../../engine/refusal.ts";
import { normAt } from "../../engine/token-at.ts";
import { inside, namedSelector } from "./days/day-selectors.ts";
import { frequency, untilWord } from "./frequency.ts";
import { interval, intervalFromTo } from "./days/intervals.ts";
import { beginsTime } from "./time-words.ts";
import { weekOfMonth } from "./days/weeks-of-month.ts";
import { month } from "../words/calendar-words.ts";
import { day } from "../words/numbers.ts";
import { wholeYear, year } from "../words/years.ts";
import { asList, untilDays } from "../../sense/lists.ts";
import { monthRule, monthRules, partOfMonths } from "../../sense/month-spans.ts";
import { dayText } from "../../sense/named-day.ts";

/** The words of a condition: «при наличии свободных мест» before «до 25 ноября». */
const condition = grammar.terminal<string>("condition", (state, at) => {
  if (!["при", "если", "в"].includes(normAt(state, at))) return undefined;
  let end = at + 1;
  while (
    end < state.tokens.length &&
    state.tokens[end]!.kind === "word" &&
    !["до", "по"].includes(state.tokens[end]!.norm) &&
    !beginsTime(state, end)
  )
    end += 1;
  return end === at + 1 ? state.fail(end) : { end, value: state.words(at, end) };
});

const until = (match: GrammarMatch): readonly Interpretation[] =>
  untilDays(match.one(days), pointsAhead(match), match.planYear);

function onDays(match: GrammarMatch): readonly Interpretation[] | undefined {
  const lists = match.one(days);
  const [named] = lists[0]!;
  if (!lists.flat().some(({ day: d }) => d === "last"))
    return plain(...lists.map((list) => ({ on: oneOrMany(list.map((each) => dayText(each, match.planYear))) })));
  // The last day of a month has no number of its own.
  const isOwn = named?.year === undefined || named.year === match.planYear;
  return lists.flat().length === 1 && isOwn ? plain({ month: named!.month, part: "last-day" }) : undefined;
}

const reading = (made: Deadline | Refusal | undefined): readonly Interpretation[] | Refusal | undefined =>
  made instanceof Refusal || made === undefined ? made : plain(made);

/** «в течение 2031 года» means the whole year, not a day in it. */
function isWholeYear({ state, from, to }: GrammarMatch): boolean {
  const [second, third] = [state.tokens[from + 1], state.tokens[from + 2]];
  return (
    to - from > 2 &&
    /^(?:течени|протяжени)/.test(second?.norm ?? "") &&
    ((third?.norm.length === 4 && third.kind === "number") || /^(?:текущ|эт)/.test(third?.norm ?? ""))
  );
}

const wholeMonths = (match: GrammarMatch): readonly Interpretation[] | Refusal =>
  monthRules(match.one(monthList), match);

const partOfMonth = (match: GrammarMatch): readonly Interpretation[] | undefined =>
  partOfMonths(match.one(monthList), match.one(namedSelector), match.planYear);

/** «1–5, 10–15 марта»: intervals that share their month. */
function intervalsOfMonth(match: GrammarMatch): readonly Interpretation[] | Refusal | undefined {
  const [firsts, lasts] = [match.all(day, "first"), match.all(day, "last")];
  if (firsts.length < 2) return undefined;
  const made = allOrRefusal(firsts.map((first, index) => intervalFromTo(first, lasts[index]!, match)));
  return made instanceof Refusal ? made : plain(asList(made));
}

/** «не позднее 20 июня – 15 августа»: an interval or a last day; both interpretations are returned. */
function lateStretch(match: GrammarMatch): readonly Interpretation[] {
  const { from, to, ...wraps } = match.one(interval);
  const more = match.get(date, "more");
  if (more === undefined) return plain({ from, to, ...wraps }, { until: to });
  const extended = { to: dayText(more, match.planYear), if: match.one(condition) };
  return plain(
    { from, to, ...wraps, extended },
    { each: [{ until: to }, { until: extended.to, subject: extended.if }] },
  );
}

/** Deadlines that name their days or months. */
export const datedRule = grammar.ambiguousRule<Interpretation>("dated", [
  // 6 сентября · 12, 23 августа · 29 апреля, 3 июня
  {
    pattern: "[в срок] <days>",
    action: onDays,
  },
  { pattern: "[по состоянию] на <days>", action: (match) => match.refuse("as-of") },
  // с 1 по 15 октября · 1 апреля – 6 сентября
  { pattern: "<interval>", action: (match) => plain(match.one(interval)) },
  // 1–5, 10–15 марта
  { pattern: "<day:first> – <day:last> {[,] [и] <day:first> – <day:last>} <month> [<year>]", action: intervalsOfMonth },
  // … (при наличии свободных мест до 25 ноября)
  { pattern: "(с | со) <month:first> до <month:last>", action: upToMonth },
  {
    pattern: '<interval> "(" <condition> (до | по) <date:more> ")"',
    action: (match) =>
      plain({
        ...match.one(interval),
        extended: { to: dayText(match.one(date, "more"), match.planYear), if: match.one(condition) },
      }),
  },
  // не позднее 20 июня – 15 августа
  {
    pattern: `(не (позднее | позже) | до) <interval> ["(" <condition> (до | по) <date:more> ")"]`,
    action: lateStretch,
  },
  // с 1 апреля · не ранее 1 июля
  {
    pattern: "(с | со | начиная с | не (ранее | раньше)) <date>",
    action: (match) => plain({ from: dayText(match.one(date), match.planYear) }),
  },
  { pattern: "после <date>", action: afterDate },
  {
    pattern: "(с | начиная с) <month> [<year>]",
    action: (match) =>
      plain({ from: dayText({ month: match.one(month), day: 1, year: match.get(year) }, match.planYear) }),
  },
  // до 1 марта · не позднее 15 марта, 15 июня и 15 сентября · до 1 марта включительно
  { pattern: `${untilWord} <days> ${inclusive}`, action: until },
  // до конца февраля
  {
    pattern: `${untilWord} <named-end> ${inclusive}`,
    action: (match) => plain({ until: dayText(match.one(namedEnd), match.planYear) }),
  },
  { pattern: "(до | не (позднее | позже) | ранее) <named-start>", action: beforeStart },
  {
    pattern: "(с | со | начиная с) <named-start>",
    action: (match) => plain({ from: dayText(match.one(namedStart), match.planYear) }),
  },
  { pattern: "(до | к | не (позднее | позже) | [в] срок* до) <month-spans>", action: aroundSpan },
  { pattern: `(до | по | не (позднее | позже)) <month-spans> ${included}`, action: throughSpan },
  { pattern: "по <month-spans>", action: throughSpan },
  {
    pattern: "(с | со | начиная с) <whole-year>",
    action: (match) => plain({ from: dayText({ month: 1, day: 1, year: match.one(wholeYear) }, match.planYear) }),
  },
  // апрель · в апреле – мае · I квартал · с апреля по июнь
  {
    pattern: "[[в] течени* | на протяжении | [в] период | в | во] <month-list> [включительно]",
    action: (match) => (isWholeYear(match) ? undefined : wholeMonths(match)),
  },
  // в первой декаде марта · последний рабочий день июня
  { pattern: `[${inside}] <named-selector> <month-list>`, action: partOfMonth },
  {
    pattern: `[${inside}] <ordinal> {[,] [и] <ordinal>} (декады | декадах | декад) <month-list>`,
    action: partsOfMonth,
  },
  { pattern: `${untilWord} <named-selector> <month>`, action: untilPartOfMonth },
  // последняя неделя августа
  { pattern: `[${inside}] (<ordinal> | последн*) недел* <month> [<year>]`, action: weekOfMonth },
  // до 1 сентября каждого года
  { pattern: "<yearly>", action: (match) => match.one(yearly) },
]);

const yearBefore = "года [,] предшествующ* (планов* | планируем* | очередн*) [финансов* | планов*] [год*]";

/** «ежегодно до 1 сентября»: days of a plan have no year, so they return each year by themselves. */
const yearly = grammar.ambiguousRule<Interpretation>("yearly", [
  {
    pattern: "<frequency> [,] <once-a-year>",
    action: (match) => (match.one(frequency) === "year" ? match.one(onceAYear) : undefined),
  },
  // до 1 декабря года, предшествующего плановому
  {
    pattern: `[<frequency> [,]] <once-a-year> ${yearBefore}`,
    action: (match) => ((match.get(frequency) ?? "year") === "year" ? match.one(onceAYear) : undefined),
  },
  {
    pattern:
      '<once-a-year> ([,] (ежегодн* | кажд* [календарн* | финансов*] год* | текущ* [календарн*] год* | отчетн* год*) | "(" ежегодн* ")")',
    action: (match) => match.one(onceAYear),
  },
]);

const onceAYear = grammar.ambiguousRule<Interpretation>("once-a-year", [
  {
    pattern: "<days>",
    action: onDays,
  },
  { pattern: "<interval>", action: (match) => plain(match.one(interval)) },
  {
    pattern: "(с | со | начиная с | не (ранее | раньше)) <date>",
    action: (match) => plain({ from: dayText(match.one(date), match.planYear) }),
  },
  { pattern: `${untilWord} <days> ${inclusive}`, action: until },
  {
    pattern: `${untilWord} <named-end>`,
    action: (match) => plain({ until: dayText(match.one(namedEnd), match.planYear) }),
  },
  { pattern: "[в | во] <month-spans>", action: (match) => reading(monthRule(match.one(monthSpans), match)) },
  { pattern: "[в | во] <named-selector> <month-list>", action: partOfMonth },
]);
