import { grammar } from "../grammar.ts";
import type { GrammarMatch } from "../../engine/match.ts";
import type { Unit } from "../../../calendar/units.ts";
import { date, dayText } from "./dates.ts";
import { frequency, untilWord } from "./frequency.ts";
import { calendarWord } from "../lexicon.ts";
import { type EveryRule, type Interpretation } from "../../interpretation.ts";
import { asOf, merged, modifiers, selector, selectorOf, placed, untilOf, type Modifier } from "./modifiers.ts";
import { inside, numberedSelector, ownerRef, unitRef, unnamedUnit, weekly } from "./day-selectors.ts";
import { weekday } from "./terminals.ts";

/** Keys of a recurrence in the order that the DSL is written in. */
const keys = ["unit", "on", "until", "of", "as-of", "in", "since"] as const;

/** A recurrence from what was said of it; undefined where two things contradict one another. */
export function every(parts: readonly Modifier[]): readonly Interpretation[] | undefined {
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
export const recurrence = grammar.ambiguousRule<Interpretation>("recurrence", [
  // ежемесячно · еженедельно по средам · ежемесячно до 10 числа · не реже одного раза в квартал
  { pattern: "<frequency> <modifiers>", action: (match) => often(match, match.one(frequency), match.one(modifiers)) },
  // последний рабочий день месяца · 15 числа каждого месяца · первое число месяца, следующего за отчетным кварталом
  {
    pattern: `[${inside}] [кажд*] ${selector} [в | во] <owner-ref> <modifiers>`,
    action: (match) => every([placed(selectorOf(match), match.one(ownerRef)), match.one(modifiers)]),
  },
  // первый день после окончания квартала
  {
    pattern: `[в] <ordinal> [${calendarWord}] (день | число) после [окончани* | завершени*] <unit-ref> <modifiers>`,
    action: (match) => every([{ unit: match.one(unitRef), on: "first-day-after" }, match.one(modifiers)]),
  },
  // до 10 числа каждого месяца · не позднее 5-го числа месяца, следующего за отчетным
  {
    pattern: `${untilWord} ${selector} <owner-ref> <modifiers>`,
    action: (match) =>
      every([
        untilOf(selectorOf(match), match.one(ownerRef)) ?? { unit: "week", on: 0, until: 0 },
        match.one(modifiers),
      ]),
  },
  // до 10 числа ежемесячно
  {
    pattern: `${untilWord} ${selector} ([,] <frequency> | "(" <frequency> ")") <modifiers>`,
    action: (match) =>
      every([
        untilOf(selectorOf(match), undefined) ?? { on: 0, until: 0 },
        { unit: match.one(frequency) },
        match.one(modifiers),
      ]),
  },
  // по состоянию на 1 число каждого месяца
  {
    pattern: "[по состоянию] на <numbered-selector> <owner-ref> <modifiers>",
    action: (match) => every([asOf(match) ?? { "as-of": 0, on: 0 }, match.one(modifiers)]),
  },
  // по средам · каждый понедельник
  {
    pattern: "<weekly> <modifiers>",
    action: (match) => every([{ unit: "week", on: match.one(weekly) }, match.one(modifiers)]),
  },
  {
    pattern: "[в | во] <weekday> кажд* недел* <modifiers>",
    action: (match) => every([{ unit: "week", on: match.one(weekday) }, match.one(modifiers)]),
  },
  {
    pattern: `${untilWord} <weekday> (кажд* | текущ* | отчетн*) недел* <modifiers>`,
    action: (match) => every([{ unit: "week", until: match.one(weekday) }, match.one(modifiers)]),
  },
  {
    pattern: `${untilWord} <weekday> <owner-ref> <modifiers>`,
    action: (match) => every([{ until: match.one(weekday), ...match.one(ownerRef) }, match.one(modifiers)]),
  },
  {
    pattern: "[в | во] <weekday> <owner-ref> <modifiers>",
    action: (match) => every([{ on: match.one(weekday), ...match.one(ownerRef) }, match.one(modifiers)]),
  },
  // до 1 февраля года, следующего за отчетным
  {
    pattern: `${untilWord} <date> <following-year>`,
    action: (match) => every([{ unit: "year", until: dayText(match.one(date), undefined), of: "following" }]),
  },
  // по итогам квартала до 10 числа следующего месяца
  {
    pattern: `по (итогам | результатам) <unit-ref> [, | –] ${untilWord} <numbered-selector> [<owner-ref>] <modifiers>`,
    action: afterResults,
  },
  // 1 и 15 числа
  {
    pattern: "[кажд*] <numbered-selector> <modifiers>",
    action: (match) =>
      isNumberOfMonth(match)
        ? every([{ unit: "month", on: match.one(numberedSelector) }, match.one(modifiers)])
        : undefined,
  },
]);

/** «по итогам квартала до 10 числа»: what is summed up is over, so the day lies in the month after it. */
function afterResults(match: GrammarMatch): readonly Interpretation[] | undefined {
  const [unit, owner] = [match.one(unitRef), match.get(ownerRef)];
  if (unit === "year" || unit === "week" || (owner !== undefined && owner.of === undefined)) return undefined;
  return every([
    { unit, of: "following" },
    untilOf(match.one(numberedSelector), owner) ?? { on: 0, until: 0 },
    match.one(modifiers),
  ]);
}

/** «5 числа» is a day of each month; «3 дня» is how long. */
const isNumberOfMonth = ({ state, from, to }: GrammarMatch): boolean =>
  state.tokens.slice(from, to).some(({ norm }) => norm.startsWith("числ"));

const longer: readonly string[] = ["quarter", "half-year"] satisfies readonly Unit[];

/** How often, with all that is said besides; «ежеквартально до 10 числа» leaves open of which month. */
function often(match: GrammarMatch, unit: string, said: Modifier): readonly Interpretation[] | undefined {
  if (yearlyBound(unit, said)) return undefined;
  const day = [said.on ?? said.until].flat()[0];
  const isOpen =
    typeof day === "number" &&
    said.of === undefined &&
    !match.state.tokens.slice(match.from, match.to).some(({ norm }) => norm.startsWith("месяц"));
  if (!isOpen || unit === "month") return every([{ unit }, said]);
  if (!longer.includes(unit)) return undefined;
  return [...(every([{ unit }, said]) ?? []), ...(every([{ unit, of: "following" }, said]) ?? [])];
}

/** «ежегодно до 1 сентября» names a day, not the bounds of a recurrence. */
const yearlyBound = (name: string, { in: range }: Modifier): boolean =>
  name === "year" && range?.some((entry) => typeof entry === "object" && entry.period === undefined) === true;
