import type { Deadline } from "../../generated/types.ts";
import { date, days, dayText, included, inclusive, type NamedDay } from "./dates.ts";
import { namedEnd, namedStart } from "./named-ends.ts";
import { oneOrMany, plain, type Reading } from "../interpretation.ts";
import {
  afterDate,
  aroundSpan,
  beforeStart,
  partsOfMonth,
  throughSpan,
  untilPartOfMonth,
  upToMonth,
} from "./month-bounds.ts";
import { inPlanYear, monthList, monthRule, monthSpans } from "./months.ts";
import { type Found, readings, terminal } from "../engine/grammar.ts";
import { Refusal } from "../engine/refusal.ts";
import { inside, namedPiece } from "./day-selectors.ts";
import { frequency, untilWord } from "./frequency.ts";
import { stretch, stretchFromTo } from "./intervals.ts";
import { day, isNext, month, wholeYear, year } from "./terminals.ts";

/** «при наличии свободных мест» before «до 25 ноября»: the words of a condition. */
const condition = terminal<string>("condition", (parser, at) => {
  if (!["при", "если", "в"].includes(parser.tokens[at]?.norm ?? "")) return undefined;
  let end = at + 1;
  while (
    end < parser.tokens.length &&
    parser.tokens[end]!.kind === "word" &&
    !["до", "по"].includes(parser.tokens[end]!.norm)
  )
    end += 1;
  return end === at + 1 ? parser.fail(end) : { end, value: parser.words(at, end) };
});

const text = (named: NamedDay, found: Found): string => dayText(named, found.parser.setting.year);

const each = (rules: readonly Deadline[]): Deadline => (rules.length === 1 ? rules[0]! : { each: [...rules] });

/** «до 1 марта»; «до 1 марта следующего года» goes with the plan's year, as a year in figures does not. */
function untilDays(found: Found): readonly Reading[] {
  const [first, ...others] = found.one(days);
  const { tokens } = found.parser;
  const isFollowing = others.length === 0 && tokens.slice(found.from, found.to).some(({ norm }) => isNext(norm));
  if (first !== undefined && isFollowing)
    return plain({
      every: { unit: "year", until: dayText({ ...first, year: undefined }, undefined), of: "following" },
    });
  return plain(each(found.one(days).map((named) => ({ until: text(named, found) }))));
}

const reading = (made: Deadline | Refusal | undefined): readonly Reading[] | Refusal | undefined =>
  made instanceof Refusal || made === undefined ? made : plain(made);

/** «в течение 2031 года» is said of what goes on all the year, not of a day in it. */
function isWholeYear({ parser, from, to }: Found): boolean {
  const [second, third] = [parser.tokens[from + 1], parser.tokens[from + 2]];
  return (
    to - from > 2 &&
    /^(?:течени|протяжени)/.test(second?.norm ?? "") &&
    ((third?.norm.length === 4 && third.kind === "number") || /^(?:текущ|эт)/.test(third?.norm ?? ""))
  );
}

/** «первая декада марта», «последний рабочий день июня»: the plan's own months. */
function partOfMonth(found: Found): readonly Reading[] | undefined {
  const spans = found.one(monthList);
  const part = found.one(namedPiece);
  if (!spans.every((span) => inPlanYear(span, found.parser.setting.year))) return undefined;
  return plain({
    month: oneOrMany(spans.map(({ first, last }) => (first === last ? first : `${first}-${last}`))),
    part,
  });
}

/** «1–5, 10–15 марта»: stretches that share their month. */
function stretchesOfMonth(found: Found): readonly Reading[] | Refusal | undefined {
  const [firsts, lasts] = [found.all(day, "first"), found.all(day, "last")];
  if (firsts.length < 2) return undefined;
  const made = firsts.map((first, index) => stretchFromTo(first, lasts[index]!, found));
  const refused = made.find((entry) => entry instanceof Refusal);
  return refused ?? plain(each(made as Deadline[]));
}

/** «не позднее 20 июня – 15 августа»: a stretch, or a last day? Both are said. */
function lateStretch(found: Found): readonly Reading[] {
  const { from, to, ...wraps } = found.one(stretch);
  const more = found.get(date, "more");
  if (more === undefined) return plain({ from, to, ...wraps }, { until: to });
  const extended = { to: text(more, found), if: found.one(condition) };
  return plain(
    { from, to, ...wraps, extended },
    { each: [{ until: to }, { until: extended.to, subject: extended.if }] },
  );
}

/** Deadlines that name their days or months. */
export const datedRule = readings<Reading>("dated", [
  // 6 сентября · 12, 23 августа · 29 апреля, 3 июня
  {
    pattern: "[по состоянию на | на | в срок] <days>",
    means: (found) => plain({ on: oneOrMany(found.one(days).map((named) => text(named, found))) }),
  },
  // с 1 по 15 октября · 1 апреля – 6 сентября
  { pattern: "<stretch>", means: (found) => plain(found.one(stretch)) },
  // 1–5, 10–15 марта
  { pattern: "<day:first> – <day:last> {[,] [и] <day:first> – <day:last>} <month> [<year>]", means: stretchesOfMonth },
  // … (при наличии свободных мест до 25 ноября)
  { pattern: "(с | со) <month:first> до <month:last>", means: upToMonth },
  {
    pattern: '<stretch> "(" <condition> (до | по) <date:more> ")"',
    means: (found) =>
      plain({
        ...found.one(stretch),
        extended: { to: text(found.one(date, "more"), found), if: found.one(condition) },
      }),
  },
  // не позднее 20 июня – 15 августа
  { pattern: `(не (позднее | позже) | до) <stretch> ["(" <condition> (до | по) <date:more> ")"]`, means: lateStretch },
  // с 1 апреля · не ранее 1 июля
  {
    pattern: "(с | со | начиная с | не (ранее | раньше)) <date>",
    means: (found) => plain({ from: text(found.one(date), found) }),
  },
  { pattern: "после <date>", means: afterDate },
  {
    pattern: "(с | начиная с) <month> [<year>]",
    means: (found) => plain({ from: text({ month: found.one(month), day: 1, year: found.get(year) }, found) }),
  },
  // до 1 марта · не позднее 15 марта, 15 июня и 15 сентября · до 1 марта включительно
  { pattern: `${untilWord} <days> ${inclusive}`, means: untilDays },
  { pattern: `${untilWord} <clock> <days>`, means: (found) => found.refuse("clock") },
  { pattern: `[${untilWord}] <days> [,] [в | до] <clock>`, means: (found) => found.refuse("clock") },
  // до конца февраля
  {
    pattern: `${untilWord} <named-end> ${inclusive}`,
    means: (found) => plain({ until: text(found.one(namedEnd), found) }),
  },
  { pattern: "(до | не (позднее | позже) | ранее) <named-start>", means: beforeStart },
  {
    pattern: "(с | со | начиная с) <named-start>",
    means: (found) => plain({ from: text(found.one(namedStart), found) }),
  },
  { pattern: "(до | к | не (позднее | позже) | [в] срок* до) <month-spans>", means: aroundSpan },
  { pattern: `(до | по | не (позднее | позже)) <month-spans> ${included}`, means: throughSpan },
  { pattern: "по <month-spans>", means: throughSpan },
  {
    pattern: "(с | со | начиная с) <whole-year>",
    means: (found) => plain({ from: text({ month: 1, day: 1, year: found.one(wholeYear) }, found) }),
  },
  // апрель · в апреле – мае · I квартал · с апреля по июнь
  {
    pattern: "[[в] течени* | на протяжении | [в] период | в | во | за | на] <month-list> [включительно]",
    means: (found) => (isWholeYear(found) ? undefined : reading(monthRule(found.one(monthList), found))),
  },
  // в первой декаде марта · последний рабочий день июня
  { pattern: `[${inside}] <named-piece> <month-list>`, means: partOfMonth },
  { pattern: `[${inside}] <ordinal> {[,] [и] <ordinal>} (декады | декадах | декад) <month-list>`, means: partsOfMonth },
  { pattern: `${untilWord} <named-piece> <month>`, means: untilPartOfMonth },
  // до 1 сентября каждого года
  { pattern: "<yearly>", means: (found) => found.one(yearly) },
]);

/** «ежегодно до 1 сентября»: days of a plan have no year, so they return each year by themselves. */
const yearly = readings<Reading>("yearly", [
  {
    pattern: "<frequency> [,] <once-a-year>",
    means: (found) => (found.one(frequency) === "year" ? found.one(onceAYear) : undefined),
  },
  {
    pattern: '<once-a-year> ([,] (ежегодн* | кажд* год* | текущ* [календарн*] год* | отчетн* год*) | "(" ежегодн* ")")',
    means: (found) => found.one(onceAYear),
  },
]);

const onceAYear = readings<Reading>("once-a-year", [
  { pattern: "<days>", means: (found) => plain({ on: oneOrMany(found.one(days).map((named) => text(named, found))) }) },
  { pattern: "<stretch>", means: (found) => plain(found.one(stretch)) },
  {
    pattern: "(с | со | начиная с | не (ранее | раньше)) <date>",
    means: (found) => plain({ from: text(found.one(date), found) }),
  },
  { pattern: `${untilWord} <days> ${inclusive}`, means: untilDays },
  { pattern: `${untilWord} <named-end>`, means: (found) => plain({ until: text(found.one(namedEnd), found) }) },
  { pattern: "[в | во] <month-spans>", means: (found) => reading(monthRule(found.one(monthSpans), found)) },
  { pattern: "[в | во] <named-piece> <month-list>", means: partOfMonth },
]);
