import type { Unit } from "../calendar/units.ts";
import { date, dayText } from "./dates.ts";
import { namedEnd } from "./ends.ts";
import { mostReadings, type EveryRule, type Reading } from "./meaning.ts";
import { monthSpans, inPlanYear, lastDayOf } from "./months.ts";
import { named } from "./named.ts";
import { type Found, readings, rule } from "./grammar.ts";
import { stretch } from "./stretches.ts";
import type { Refusal } from "./refusal.ts";
import { inside, namedPieces, numberedPiece, ownerRef, unitRef, unnamedUnit, weekdaysOf, weekly, type Owner, type PieceWords } from "./pieces.ts";
import { day, month, number, ordinal, recurring, unit, weekday } from "./terminals.ts";

type Bounds = NonNullable<EveryRule["in"]>;
/** What is said of a recurrence; a named period may be one of several. */
type Modifier = Omit<Partial<EveryRule>, "in"> & { readonly in?: readonly Bounds[] };

/** «не позднее», «до», «в срок до» …: what stands before a last day. */
export const untilWord = "(не (позднее | позже) [чем] [до] | [в] срок* [– | :] (до | не (позднее | позже)) | крайн* срок* [– | :] | вплоть до | до | по | к | ко)";

const rarely = "[не (реже | менее) [[,] чем]]";

/** How often: «ежемесячно», «каждый квартал», «не реже одного раза в неделю». */
export const frequency = rule<string>("frequency", [
  { pattern: "<recurring>", means: (found) => found.one(recurring) },
  { pattern: "[в] <recurring> (режиме | порядке)", means: (found) => found.one(recurring) },
  { pattern: "(кажд* | в кажд* | за кажд*) <unit-ref>", means: (found) => found.one(unitRef) },
  { pattern: `${rarely} [<number>] (раз | раза) в <unit>`, means: once },
  { pattern: `${rarely} [<number>] (раз | раза) [в] [течени*] [кажд*] <unit-ref>`, means: once },
  { pattern: "(дважды | трижды | несколько раз) в <unit>", means: (found) => found.refuse("several-times") },
  { pattern: `${rarely} [<number>] (раз | раза) в <number:units> <unit>`, means: (found) => found.refuse("several-times") },
]);

function once(found: Found): string | Refusal {
  const times = found.get(number);
  return times === undefined || times === 1 ? (found.get(unitRef) ?? found.one(unit)) : found.refuse("several-times");
}

/** What bounds a recurrence: days, months, a named period, or one bound of each. */
const bounds = rule<readonly Bounds[]>("bounds", [
  { pattern: "<stretch>", means: (found) => [found.one(stretch)] },
  { pattern: "(с | со | начиная с) <date>", means: (found) => [{ from: dayText(found.one(date), found.parser.setting.year) }] },
  { pattern: "(по | до | не (позднее | позже)) <date>", means: (found) => [{ to: dayText(found.one(date), found.parser.setting.year) }] },
  { pattern: "(по | до) <named-end>", means: (found) => [{ to: dayText(found.one(namedEnd), found.parser.setting.year) }] },
  { pattern: "[в течени*] <named>", means: (found) => found.one(named).slice(0, mostReadings).map(({ id }) => id) },
  { pattern: "с [даты | дня] начала <named> (по | до) (<date> | <named-end>)", means: (found) => within(found, { to: endText(found) }) },
  { pattern: "с <date> (до | по) (конца | окончани* | завершени*) <named>", means: (found) => within(found, { from: dayText(found.one(date), found.parser.setting.year) }) },
  { pattern: "[[в] течени* | в | во | за] <month-spans>", means: monthBounds },
]);

const endText = (found: Found): string => dayText(found.get(date) ?? found.one(namedEnd), found.parser.setting.year);
const within = (found: Found, bound: { from?: string; to?: string }): Bounds[] => found.one(named).slice(0, mostReadings).map(({ id }) => ({ period: id, ...bound }));

function monthBounds(found: Found): Bounds[] | undefined {
  const [span, ...more] = found.one(monthSpans);
  const planYear = found.parser.setting.year;
  if (span === undefined || more.length > 0) return undefined;
  const from = dayText({ month: span.first, day: 1, year: span.firstYear }, planYear);
  return [{ from, to: lastDayOf(span, planYear), ...(span.first > span.last && inPlanYear({ ...span, first: span.last }, planYear) ? { wraps: true as const } : {}) }];
}

const piece = "(<named-pieces> | <numbered-piece>)";
const pieceOf = (found: Found): PieceWords => (found.get(namedPieces) as PieceWords | undefined) ?? found.one(numberedPiece);

/** A piece together with what it belongs to; the first number after a unit is the first day after it. */
export function placed(on: PieceWords, owner: Owner): Modifier {
  if (owner.of !== undefined && on === 1 && owner.unit !== "week") return { unit: owner.unit === "" ? "month" : owner.unit, on: "first-day-after" };
  return { ...owner, on };
}

/** What is said besides how often: a day inside, a last day inside, the bounds, the first month. */
const modifier = rule<Modifier>("modifier", [
  { pattern: `[${inside}] [кажд*] ${piece} [<owner-ref>]`, means: (found) => placed(pieceOf(found), found.get(ownerRef) ?? { unit: "" }) },
  { pattern: `${untilWord} ${piece} [<owner-ref>]`, means: (found) => untilOf(pieceOf(found), found.get(ownerRef)) },
  // ежемесячно до 10-го
  { pattern: `${untilWord} <day>`, means: (found) => dayInside(found, "until") },
  { pattern: "[по состоянию] на <day> (число | числа | е) [<owner-ref>]", means: (found) => ({ ...found.get(ownerRef), "as-of": found.one(day) }) },
  { pattern: "[по состоянию] на <numbered-piece> [<owner-ref>]", means: (found) => asOf(found) },
  { pattern: "<weekly>", means: (found) => ({ unit: "week", on: found.one(weekly) }) },
  { pattern: "[в | во] <weekday> {[,] [и] [в | во] <weekday>}", means: (found) => ({ unit: "week", on: weekdaysOf(found) }) },
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
  return nth < 1 || nth > limit ? found.refuse("no-such-part", { limit }) : { since: (nth - 1) * (inQuarters ? 3 : 6) + 1 };
}

function dayInside(found: Found, key: "on" | "until"): Modifier | Refusal {
  const n = found.one(day);
  return n < 1 || n > 31 ? found.refuse("no-such-day") : { [key]: n };
}

function asOf(found: Found): Modifier | undefined {
  const on = found.one(numberedPiece);
  return typeof on === "number" ? { ...found.get(ownerRef), "as-of": on } : undefined;
}

function untilOf(until: PieceWords, owner: Owner | undefined): Modifier | undefined {
  return typeof until === "string" && /^\d+-/.test(until) ? undefined : { ...owner, until };
}

/** Modifiers, one after another or in brackets. They agree about the unit, and none is said twice. */
export const modifiers = rule<Modifier>("modifiers", [
  { pattern: '{[, | – | :] [и] (<modifier> | "(" <modifier> ")")}', means: (found) => merged(found.all(modifier)) },
]);

function merged(list: readonly Modifier[]): Modifier | undefined {
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

/** Keys of a recurrence in the order that the DSL is written in. */
const keys = ["unit", "on", "until", "of", "as-of", "in", "since"] as const;

/** A recurrence from what was said of it; undefined where two things contradict one another. */
export function every(parts: readonly Modifier[]): readonly Reading[] | undefined {
  const said = merged(parts);
  const all = said?.of !== undefined && (said.unit === undefined || said.unit === "") ? { ...said, unit: "month" } : said;
  if (all?.unit === undefined || all.unit === "" || all.unit === unnamedUnit || [all.on, all.until, all["as-of"]].filter((entry) => entry !== undefined).length > 1) return undefined;
  if (!fitting(all)) return undefined;
  return (all.in ?? [undefined]).map((range) => {
    const said: Readonly<Record<string, unknown>> = { ...all, in: range };
    const entries = keys.flatMap((key) => (said[key] === undefined ? [] : [[key, said[key]] as const]));
    return { rule: { every: entries.length === 1 ? all.unit! : (Object.fromEntries(entries) as unknown as EveryRule) }, events: [] };
  });
}

/** Weekdays by themselves belong to weeks, and weeks have nothing else that is numbered. */
function fitting({ unit: name, on, until, "as-of": snapshot }: Modifier): boolean {
  const asked = [on ?? until ?? snapshot ?? ""].flat();
  const isWeekday = (word: string | number): boolean => typeof word === "string" && /^(?:mon|tue|wed|thu|fri|sat|sun)$/.test(word);
  if (asked.some(isWeekday)) return name === "week" && asked.every(isWeekday);
  // The first half of a year is no half of a month.
  if (asked.some((word) => typeof word === "string" && word.endsWith("-half")) && ["quarter", "half-year", "year"].includes(name ?? "")) return false;
  return name !== "week" || asked.every((word) => typeof word === "string" && !/decade|half|^\d|^(?:first|second|third|fourth|last)-(?:mon|tue|wed|thu|fri|sat|sun)$/.test(word));
}

/** Every unit of the calendar. */
export const isUnit = (name: string): name is Unit => ["week", "month", "quarter", "half-year", "year"].includes(name);

/** «ежемесячно», with all that is said besides. */
export const recurrence = readings<Reading>("recurrence", [
  // ежемесячно · еженедельно по средам · ежемесячно до 10 числа · не реже одного раза в квартал
  { pattern: "<frequency> <modifiers>", means: (found) => often(found, found.one(frequency), found.one(modifiers)) },
  // последний рабочий день месяца · 15 числа каждого месяца · первое число месяца, следующего за отчетным кварталом
  { pattern: `[${inside}] [кажд*] ${piece} [в | во] <owner-ref> <modifiers>`, means: (found) => every([placed(pieceOf(found), found.one(ownerRef)), found.one(modifiers)]) },
  // первый день после окончания квартала
  { pattern: "[в] <ordinal> [кал*] (день | число) после [окончани* | завершени*] <unit-ref> <modifiers>", means: (found) => every([{ unit: found.one(unitRef), on: "first-day-after" }, found.one(modifiers)]) },
  // до 10 числа каждого месяца · не позднее 5-го числа месяца, следующего за отчетным
  { pattern: `${untilWord} ${piece} <owner-ref> <modifiers>`, means: (found) => every([untilOf(pieceOf(found), found.one(ownerRef)) ?? { unit: "week", on: 0, until: 0 }, found.one(modifiers)]) },
  // до 10 числа ежемесячно
  { pattern: `${untilWord} ${piece} [,] <frequency> <modifiers>`, means: (found) => every([untilOf(pieceOf(found), undefined) ?? { on: 0, until: 0 }, { unit: found.one(frequency) }, found.one(modifiers)]) },
  // по состоянию на 1 число каждого месяца
  { pattern: "[по состоянию] на <numbered-piece> <owner-ref> <modifiers>", means: (found) => every([asOf(found) ?? { "as-of": 0, on: 0 }, found.one(modifiers)]) },
  // по средам · каждый понедельник
  { pattern: "<weekly> <modifiers>", means: (found) => every([{ unit: "week", on: found.one(weekly) }, found.one(modifiers)]) },
  { pattern: "[в | во] <weekday> кажд* недел* <modifiers>", means: (found) => every([{ unit: "week", on: found.one(weekday) }, found.one(modifiers)]) },
  { pattern: `${untilWord} <weekday> (кажд* | текущ* | отчетн*) недел* <modifiers>`, means: (found) => every([{ unit: "week", until: found.one(weekday) }, found.one(modifiers)]) },
  { pattern: `${untilWord} <weekday> <owner-ref> <modifiers>`, means: (found) => every([{ until: found.one(weekday), ...found.one(ownerRef) }, found.one(modifiers)]) },
  { pattern: "[в | во] <weekday> <owner-ref> <modifiers>", means: (found) => every([{ on: found.one(weekday), ...found.one(ownerRef) }, found.one(modifiers)]) },
  // до 1 февраля года, следующего за отчетным
  { pattern: `${untilWord} <date> <following-year>`, means: (found) => every([{ unit: "year", until: dayText(found.one(date), undefined), of: "following" }]) },
  // 1 и 15 числа
  { pattern: "[кажд*] <numbered-piece> <modifiers>", means: (found) => (isNumberOfMonth(found) ? every([{ unit: "month", on: found.one(numberedPiece) }, found.one(modifiers)]) : undefined) },
]);

/** «5 числа» is a day of each month; «3 дня» is how long. */
const isNumberOfMonth = ({ parser, from, to }: Found): boolean => parser.tokens.slice(from, to).some(({ norm }) => norm.startsWith("числ"));

const longer: readonly string[] = ["quarter", "half-year"] satisfies readonly Unit[];

/** How often, with all that is said besides; «ежеквартально до 10 числа» leaves open of which month. */
function often(found: Found, unit: string, said: Modifier): readonly Reading[] | undefined {
  if (yearlyBound(unit, said)) return undefined;
  const day = [said.on ?? said.until].flat()[0];
  const isOpen = typeof day === "number" && said.of === undefined && !found.parser.tokens.slice(found.from, found.to).some(({ norm }) => norm.startsWith("месяц"));
  if (!isOpen || unit === "month") return every([{ unit }, said]);
  if (!longer.includes(unit)) return undefined;
  return [...(every([{ unit }, said]) ?? []), ...(every([{ unit, of: "following" }, said]) ?? [])];
}

/** «ежегодно до 1 сентября» names a day, not the bounds of a recurrence. */
const yearlyBound = (name: string, { in: range }: Modifier): boolean => name === "year" && range?.some((entry) => typeof entry === "object" && entry.period === undefined) === true;
