import type { Unit } from "../../calendar/units.ts";
import { date, dayText } from "./dates.ts";
import { frequency, untilWord } from "./frequency.ts";
import { type Found, readings } from "../engine/grammar.ts";
import { calendarWord } from "./lexicon.ts";
import { type EveryRule, type Reading } from "../interpretation.ts";
import { asOf, merged, modifiers, piece, pieceOf, placed, untilOf, type Modifier } from "./modifiers.ts";
import { inside, numberedPiece, ownerRef, unitRef, unnamedUnit, weekly } from "./day-selectors.ts";
import { weekday } from "./terminals.ts";

/** Keys of a recurrence in the order that the DSL is written in. */
const keys = ["unit", "on", "until", "of", "as-of", "in", "since"] as const;

/** A recurrence from what was said of it; undefined where two things contradict one another. */
export function every(parts: readonly Modifier[]): readonly Reading[] | undefined {
  const said = merged(parts);
  const all =
    said?.of !== undefined && (said.unit === undefined || said.unit === "") ? { ...said, unit: "month" } : said;
  if (
    all?.unit === undefined ||
    all.unit === "" ||
    all.unit === unnamedUnit ||
    [all.on, all.until, all["as-of"]].filter((entry) => entry !== undefined).length > 1
  )
    return undefined;
  if (!fitting(all)) return undefined;
  return (all.in ?? [undefined]).map((range) => {
    const said: Readonly<Record<string, unknown>> = { ...all, in: range };
    const entries = keys.flatMap((key) => (said[key] === undefined ? [] : [[key, said[key]] as const]));
    return {
      rule: { every: entries.length === 1 ? all.unit! : (Object.fromEntries(entries) as unknown as EveryRule) },
      events: [],
    };
  });
}

/** Weekdays by themselves belong to weeks, and weeks have nothing else that is numbered. */
function fitting({ unit: name, on, until, "as-of": snapshot }: Modifier): boolean {
  const asked = [on ?? until ?? snapshot ?? ""].flat();
  const isWeekday = (word: string | number): boolean =>
    typeof word === "string" && /^(?:mon|tue|wed|thu|fri|sat|sun)$/.test(word);
  if (asked.some(isWeekday)) return name === "week" && asked.every(isWeekday);
  // The last decade of a quarter is no decade of its first month.
  if (
    asked.some((word) => typeof word === "string" && /-(?:half|decade)$/.test(word)) &&
    ["quarter", "half-year", "year"].includes(name ?? "")
  )
    return false;
  return (
    name !== "week" ||
    asked.every(
      (word) =>
        typeof word === "string" &&
        !/decade|half|^\d|^(?:first|second|third|fourth|last)-(?:mon|tue|wed|thu|fri|sat|sun)$/.test(word),
    )
  );
}

/** «ежемесячно», with all that is said besides. */
export const recurrence = readings<Reading>("recurrence", [
  // ежемесячно · еженедельно по средам · ежемесячно до 10 числа · не реже одного раза в квартал
  { pattern: "<frequency> <modifiers>", means: (found) => often(found, found.one(frequency), found.one(modifiers)) },
  // последний рабочий день месяца · 15 числа каждого месяца · первое число месяца, следующего за отчетным кварталом
  {
    pattern: `[${inside}] [кажд*] ${piece} [в | во] <owner-ref> <modifiers>`,
    means: (found) => every([placed(pieceOf(found), found.one(ownerRef)), found.one(modifiers)]),
  },
  // первый день после окончания квартала
  {
    pattern: `[в] <ordinal> [${calendarWord}] (день | число) после [окончани* | завершени*] <unit-ref> <modifiers>`,
    means: (found) => every([{ unit: found.one(unitRef), on: "first-day-after" }, found.one(modifiers)]),
  },
  // до 10 числа каждого месяца · не позднее 5-го числа месяца, следующего за отчетным
  {
    pattern: `${untilWord} ${piece} <owner-ref> <modifiers>`,
    means: (found) =>
      every([untilOf(pieceOf(found), found.one(ownerRef)) ?? { unit: "week", on: 0, until: 0 }, found.one(modifiers)]),
  },
  // до 10 числа ежемесячно
  {
    pattern: `${untilWord} ${piece} ([,] <frequency> | "(" <frequency> ")") <modifiers>`,
    means: (found) =>
      every([
        untilOf(pieceOf(found), undefined) ?? { on: 0, until: 0 },
        { unit: found.one(frequency) },
        found.one(modifiers),
      ]),
  },
  // по состоянию на 1 число каждого месяца
  {
    pattern: "[по состоянию] на <numbered-piece> <owner-ref> <modifiers>",
    means: (found) => every([asOf(found) ?? { "as-of": 0, on: 0 }, found.one(modifiers)]),
  },
  // по средам · каждый понедельник
  {
    pattern: "<weekly> <modifiers>",
    means: (found) => every([{ unit: "week", on: found.one(weekly) }, found.one(modifiers)]),
  },
  {
    pattern: "[в | во] <weekday> кажд* недел* <modifiers>",
    means: (found) => every([{ unit: "week", on: found.one(weekday) }, found.one(modifiers)]),
  },
  {
    pattern: `${untilWord} <weekday> (кажд* | текущ* | отчетн*) недел* <modifiers>`,
    means: (found) => every([{ unit: "week", until: found.one(weekday) }, found.one(modifiers)]),
  },
  {
    pattern: `${untilWord} <weekday> <owner-ref> <modifiers>`,
    means: (found) => every([{ until: found.one(weekday), ...found.one(ownerRef) }, found.one(modifiers)]),
  },
  {
    pattern: "[в | во] <weekday> <owner-ref> <modifiers>",
    means: (found) => every([{ on: found.one(weekday), ...found.one(ownerRef) }, found.one(modifiers)]),
  },
  // до 1 февраля года, следующего за отчетным
  {
    pattern: `${untilWord} <date> <following-year>`,
    means: (found) => every([{ unit: "year", until: dayText(found.one(date), undefined), of: "following" }]),
  },
  // по итогам квартала до 10 числа следующего месяца
  {
    pattern: `по (итогам | результатам) <unit-ref> [, | –] ${untilWord} <numbered-piece> [<owner-ref>] <modifiers>`,
    means: afterResults,
  },
  // 1 и 15 числа
  {
    pattern: "[кажд*] <numbered-piece> <modifiers>",
    means: (found) =>
      isNumberOfMonth(found)
        ? every([{ unit: "month", on: found.one(numberedPiece) }, found.one(modifiers)])
        : undefined,
  },
]);

/** «по итогам квартала до 10 числа»: what is summed up is over, so the day lies in the month after it. */
function afterResults(found: Found): readonly Reading[] | undefined {
  const [unit, owner] = [found.one(unitRef), found.get(ownerRef)];
  if (unit === "year" || unit === "week" || (owner !== undefined && owner.of === undefined)) return undefined;
  return every([
    { unit, of: "following" },
    untilOf(found.one(numberedPiece), owner) ?? { on: 0, until: 0 },
    found.one(modifiers),
  ]);
}

/** «5 числа» is a day of each month; «3 дня» is how long. */
const isNumberOfMonth = ({ parser, from, to }: Found): boolean =>
  parser.tokens.slice(from, to).some(({ norm }) => norm.startsWith("числ"));

const longer: readonly string[] = ["quarter", "half-year"] satisfies readonly Unit[];

/** How often, with all that is said besides; «ежеквартально до 10 числа» leaves open of which month. */
function often(found: Found, unit: string, said: Modifier): readonly Reading[] | undefined {
  if (yearlyBound(unit, said)) return undefined;
  const day = [said.on ?? said.until].flat()[0];
  const isOpen =
    typeof day === "number" &&
    said.of === undefined &&
    !found.parser.tokens.slice(found.from, found.to).some(({ norm }) => norm.startsWith("месяц"));
  if (!isOpen || unit === "month") return every([{ unit }, said]);
  if (!longer.includes(unit)) return undefined;
  return [...(every([{ unit }, said]) ?? []), ...(every([{ unit, of: "following" }, said]) ?? [])];
}

/** «ежегодно до 1 сентября» names a day, not the bounds of a recurrence. */
const yearlyBound = (name: string, { in: range }: Modifier): boolean =>
  name === "year" && range?.some((entry) => typeof entry === "object" && entry.period === undefined) === true;
