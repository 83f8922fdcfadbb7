import { date, dayText } from "./dates.ts";
import { namedEnd } from "./named-ends.ts";
import { frequency, isUnit, untilWord } from "./frequency.ts";
import { type Found, rule } from "../engine/grammar.ts";
import { mostReadings, type EveryRule } from "../interpretation.ts";
import { monthSpans, inPlanYear, lastDayOf } from "./months.ts";
import { named } from "./named.ts";
import {
  inside,
  namedPieces,
  numberedPiece,
  ownerRef,
  unnamedUnit,
  weekdaysOf,
  weekly,
  type Owner,
  type PieceWords,
} from "./day-selectors.ts";
import type { Refusal } from "../engine/refusal.ts";
import { stretch } from "./intervals.ts";
import { day, month, ordinal, weekday } from "./terminals.ts";

type Bounds = NonNullable<EveryRule["in"]>;
/** What is said of a recurrence; a named period may be one of several. */
export type Modifier = Omit<Partial<EveryRule>, "in"> & { readonly in?: readonly Bounds[] };

/** What bounds a recurrence: days, months, a named period, or one bound of each. */
const bounds = rule<readonly Bounds[]>("bounds", [
  { pattern: "<stretch>", means: (found) => [found.one(stretch)] },
  {
    pattern: "(с | со | начиная с) <date>",
    means: (found) => [{ from: dayText(found.one(date), found.parser.setting.year) }],
  },
  {
    pattern: "(по | до | не (позднее | позже)) <date>",
    means: (found) => [{ to: dayText(found.one(date), found.parser.setting.year) }],
  },
  {
    pattern: "(по | до) <named-end>",
    means: (found) => [{ to: dayText(found.one(namedEnd), found.parser.setting.year) }],
  },
  {
    pattern: "[в течени*] <named>",
    means: (found) =>
      found
        .one(named)
        .slice(0, mostReadings)
        .map(({ id }) => id),
  },
  {
    pattern: "с [даты | дня] начала <named> (по | до) (<date> | <named-end>)",
    means: (found) => within(found, { to: endText(found) }),
  },
  {
    pattern: "с <date> (до | по) (конца | окончани* | завершени*) <named>",
    means: (found) => within(found, { from: dayText(found.one(date), found.parser.setting.year) }),
  },
  { pattern: "[[в] течени* | в | во | за] <month-spans>", means: monthBounds },
]);

const endText = (found: Found): string => dayText(found.get(date) ?? found.one(namedEnd), found.parser.setting.year);
const within = (found: Found, bound: { from?: string; to?: string }): Bounds[] =>
  found
    .one(named)
    .slice(0, mostReadings)
    .map(({ id }) => ({ period: id, ...bound }));

function monthBounds(found: Found): Bounds[] | undefined {
  const [span, ...more] = found.one(monthSpans);
  const planYear = found.parser.setting.year;
  if (span === undefined || more.length > 0) return undefined;
  const from = dayText({ month: span.first, day: 1, year: span.firstYear }, planYear);
  return [
    {
      from,
      to: lastDayOf(span, planYear),
      ...(span.first > span.last && inPlanYear({ ...span, first: span.last }, planYear)
        ? { wraps: true as const }
        : {}),
    },
  ];
}

/** A day or a part of a unit, however it is called. */
export const piece = "(<named-pieces> | <numbered-piece>)";
export const pieceOf = (found: Found): PieceWords =>
  (found.get(namedPieces) as PieceWords | undefined) ?? found.one(numberedPiece);

/** A piece together with what it belongs to; the first number after a unit is the first day after it. */
export function placed(on: PieceWords, owner: Owner): Modifier {
  if (owner.of !== undefined && on === 1 && owner.unit !== "week")
    return { unit: owner.unit === "" ? "month" : owner.unit, on: "first-day-after" };
  return { ...owner, on };
}

/** What is said besides how often: a day inside, a last day inside, the bounds, the first month. */
const modifier = rule<Modifier>("modifier", [
  {
    pattern: `[${inside}] [кажд*] ${piece} [<owner-ref>]`,
    means: (found) => placed(pieceOf(found), found.get(ownerRef) ?? { unit: "" }),
  },
  { pattern: `${untilWord} ${piece} [<owner-ref>]`, means: (found) => untilOf(pieceOf(found), found.get(ownerRef)) },
  { pattern: "[в] период <numbered-piece>", means: (found) => placed(found.one(numberedPiece), { unit: "" }) },
  // ежемесячно до 10-го
  { pattern: `${untilWord} <day>`, means: (found) => dayInside(found, "until") },
  {
    pattern: "[по состоянию] на <day> (число | числа | е) [<owner-ref>]",
    means: (found) => ({ ...found.get(ownerRef), "as-of": found.one(day) }),
  },
  { pattern: "[по состоянию] на <numbered-piece> [<owner-ref>]", means: (found) => asOf(found) },
  { pattern: "<weekly>", means: (found) => ({ unit: "week", on: found.one(weekly) }) },
  {
    pattern: "[в | во] <weekday> {[,] [и] [в | во] <weekday>}",
    means: (found) => ({ unit: "week", on: weekdaysOf(found) }),
  },
  { pattern: `${untilWord} <weekday>`, means: (found) => ({ unit: "week", until: found.one(weekday) }) },
  { pattern: "начиная с <month> [месяца] [<year>]", means: (found) => ({ since: found.one(month) }) },
  { pattern: "начиная (с | со) <ordinal> (квартал* | кв | полугоди*)", means: sincePart },
  { pattern: "[в период] <bounds>", means: (found) => ({ in: found.one(bounds) }) },
  { pattern: "(в течени* | на протяжении) [всего] [календарн* | текущ*] года", means: () => ({}) },
  { pattern: "<frequency>", means: (found) => ({ unit: found.one(frequency) }) },
]);

/** «начиная со II квартала». */
function sincePart(found: Found): Modifier | Refusal {
  const [nth, inQuarters] = [found.one(ordinal), /^кв/.test(found.parser.tokens[found.to - 1]!.norm)];
  const limit = inQuarters ? 4 : 2;
  return nth < 1 || nth > limit
    ? found.refuse("no-such-part", { limit })
    : { since: (nth - 1) * (inQuarters ? 3 : 6) + 1 };
}

function dayInside(found: Found, key: "on" | "until"): Modifier | Refusal {
  const n = found.one(day);
  return n < 1 || n > 31 ? found.refuse("no-such-day") : { [key]: n };
}

export function asOf(found: Found): Modifier | undefined {
  const on = found.one(numberedPiece);
  return typeof on === "number" ? { ...found.get(ownerRef), "as-of": on } : undefined;
}

export function untilOf(until: PieceWords, owner: Owner | undefined): Modifier | undefined {
  return typeof until === "string" && /^\d+-/.test(until) ? undefined : { ...owner, until };
}

/** Modifiers, one after another or in brackets. They agree about the unit, and none is said twice. */
export const modifiers = rule<Modifier>("modifiers", [
  { pattern: '{[, | – | :] [и] (<modifier> | "(" <modifier> ")")}', means: (found) => merged(found.all(modifier)) },
]);

export function merged(list: readonly Modifier[]): Modifier | undefined {
  const result: Record<string, unknown> = {};
  for (const entry of list) {
    for (const [key, value] of Object.entries(entry)) {
      if (key === "unit" && (value === "" || value === unnamedUnit)) {
        result[key] ??= value;
        continue;
      }
      // What is said of how often decides how long the reporting period is.
      if (key === "unit" && isUnit(String(result[key])) && !isUnit(String(value))) continue;
      if (key === "unit" && (result[key] === "" || result[key] === unnamedUnit)) delete result[key];
      if (Object.hasOwn(result, key) && result[key] !== value) return undefined;
      result[key] = value;
    }
  }
  return result;
}
