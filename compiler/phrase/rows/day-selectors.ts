import { weekdayNames, type Weekday } from "../../calendar/day.ts";
import { calendarWord, workingWord } from "./lexicon.ts";
import { named } from "./named.ts";
import { oneOrMany, type EveryRule } from "../interpretation.ts";
import { type Found, rule } from "../engine/grammar.ts";
import { type Refusal } from "../engine/refusal.ts";
import { day, ordinal, unit, weekday } from "./terminals.ts";

/** A day or a part of a month, as `every: { on: … }` names it. */
export type PieceWords = NonNullable<EveryRule["on"]>;

const nths = ["first", "second", "third", "fourth"] as const;

function nthWeekday(found: Found): string | Refusal {
  const nth = found.one(ordinal);
  const name = nths[nth - 1];
  return name === undefined ? found.refuse("no-such-part", { limit: 4 }) : `${name}-${found.one(weekday)}`;
}

function workingDay(found: Found): string | Refusal {
  const n = found.one(ordinal);
  if (n < 1 || n > 19) return found.refuse("no-such-part", { limit: 19 });
  return n === 1 ? "first-working-day" : `working-day-${n}`;
}

function numbered(found: Found): number | number[] | Refusal {
  const list = found.all(day);
  if (list.some((n) => n < 1 || n > 31)) return found.refuse("no-such-day");
  return list.length === 1 ? list[0]! : list;
}

function between(found: Found): string | Refusal {
  const [first, last] = [found.one(day, "first"), found.one(day, "last")];
  if (first < 1 || last > 31 || last < 1 || first > 31) return found.refuse("no-such-day");
  return first < last ? `${first}-${last}` : found.refuse("reversed");
}

function part(kind: "decade" | "half", limit: number, found: Found): string | Refusal {
  const name = nths[found.one(ordinal) - 1];
  return name === undefined || found.one(ordinal) > limit ? found.refuse("no-such-part", { limit }) : `${name}-${kind}`;
}

/** What stands before a part that something happens in. */
export const inside = "[в] течени* | на протяжении | в | во";

const dayWord = "(день | дня | дню | днем | дне)";
const dateWord = "(число | числа | числу | числом | числе | числах)";

/** A piece that has a name: the only kind that a named month can have. */
export const namedPiece = rule<string>("named-piece", [
  { pattern: `последн* ${workingWord} ${dayWord}`, means: () => "last-working-day" },
  { pattern: `<ordinal> (рабочий | рабочего | рабочему | рабочим | рабочем | раб) ${dayWord}`, means: workingDay },
  { pattern: `последн* [${calendarWord}] (${dayWord} | ${dateWord})`, means: () => "last-day" },
  { pattern: "последн* <weekday>", means: (found) => `last-${found.one(weekday)}` },
  { pattern: "<ordinal> <weekday>", means: nthWeekday },
  { pattern: "<ordinal> декад*", means: (found) => part("decade", 3, found) },
  { pattern: "последн* декад*", means: () => "third-decade" },
  { pattern: "<ordinal> половин*", means: (found) => part("half", 2, found) },
]);

type Pieces = string | string[];

/** One piece for each ordinal that stands before what they share. */
function ofEach(found: Found, limit: number, name: (nth: number) => string): Pieces | Refusal {
  const list = [...new Set(found.all(ordinal))];
  return list.some((nth) => nth < 1 || nth > limit)
    ? found.refuse("no-such-part", { limit })
    : oneOrMany(list.map(name));
}

const ordinals = "<ordinal> {[,] [и] <ordinal>}";

/** One or several: «второй и четвертый вторник», «первый понедельник и последняя пятница». */
export const namedPieces = rule<Pieces>("named-pieces", [
  {
    pattern: "<named-piece> [[,] [и] <named-pieces:more>]",
    means: (found) => oneOrMany([...new Set([found.one(namedPiece), ...[found.get(namedPiece, "more") ?? []].flat()])]),
  },
  {
    pattern: `${ordinals} <weekday>`,
    means: (found) => ofEach(found, 4, (nth) => `${nths[nth - 1]!}-${found.one(weekday)}`),
  },
  {
    pattern: `${ordinals} (рабочий | рабочего | рабочие) (${dayWord} | дни)`,
    means: (found) => ofEach(found, 19, (nth) => (nth === 1 ? "first-working-day" : `working-day-${nth}`)),
  },
  {
    pattern: `${ordinals} (декада | декаде | декады | декадах | декад)`,
    means: (found) => ofEach(found, 3, (nth) => `${nths[nth - 1]!}-decade`),
  },
]);

/** A day by its number: «15 числа», «1 и 15 числа», «5-й день»; days in a row: «с 1 по 5 число». */
export const numberedPiece = rule<PieceWords>("numbered-piece", [
  { pattern: `<day> {[,] [и] <day>} ${dateWord}`, means: numbered },
  { pattern: `<day> [${calendarWord}] ${dayWord}`, means: numbered },
  {
    pattern: `[в период] [с | со] <day:first> [числа] [–] (по | до) <day:last> (${dateWord} | ${dayWord})`,
    means: between,
  },
  { pattern: `<day:first> – <day:last> (${dateWord} | ${dayWord})`, means: between },
]);

/** Weekdays of every week: «по средам», «каждый понедельник и четверг», «в пятницу». */
export const weekly = rule<PieceWords>("weekly", [
  { pattern: "по <weekday> {[,] [и] [по] <weekday>}", means: (found) => weekdaysOf(found) },
  { pattern: "[в | во] кажд* <weekday> {[,] [и] [кажд*] <weekday>}", means: (found) => weekdaysOf(found) },
]);

/** Days of the week in their own order, none twice. */
export function weekdaysOf(found: Found): Weekday | Weekday[] {
  const list = [...new Set(found.all(weekday))].sort((a, b) => weekdayNames.indexOf(a) - weekdayNames.indexOf(b));
  return list.length === 1 ? list[0]! : list;
}

/**
 * What a piece belongs to: a unit of the calendar or a repeating period of the plan, and whether it lies in what follows.
 * No unit: «месяца, следующего за отчетным» leaves it to what was said of how often.
 */
export interface Owner {
  readonly unit: string;
  readonly of?: "following";
}

/** A reporting period whose length nothing has said yet. */
export const unnamedUnit = "?";

const owner = (name: string, of?: "following"): Owner => (of === undefined ? { unit: name } : { unit: name, of });
const reported = "[отчетн* | истекш* | прошедш* | текущ* | эт*]";

/** «отчетного периода»: a repeating period of the plan, by its title. */
export const repeating = rule<string>("repeating", [
  { pattern: "<named>", means: (found) => found.one(named).find(({ every }) => every !== undefined)?.id },
]);

/** «месяца», «каждого квартала», «отчетного периода». */
export const unitRef = rule<string>("unit-ref", [
  {
    pattern: "[кажд* | отчетн* | текущ* | эт* | соответствующ* | очередн* | данн* | того же] [календарн*] <unit>",
    means: (found) => found.one(unit),
  },
  { pattern: "[кажд*] <repeating>", means: (found) => found.one(repeating) },
]);

/** «каждого месяца», «месяца, следующего за отчетным кварталом», «первого месяца следующего квартала». */
export const ownerRef = rule<Owner>("owner-ref", [
  { pattern: "<unit-ref>", means: (found) => owner(found.one(unitRef)) },
  { pattern: "перв* месяц* <unit-ref>", means: (found) => owner(found.one(unitRef)) },
  {
    pattern: `[перв*] месяц* [,] следующ* за [окончани* | завершени*] ${reported} [<unit>] [,]`,
    means: (found) => owner(found.get(unit) ?? "", "following"),
  },
  {
    pattern: "[перв*] месяц* [,] следующ* за [окончани* | завершени*] <repeating> [,]",
    means: (found) => owner(found.one(repeating), "following"),
  },
  {
    pattern: "[перв*] месяц* [,] следующ* за [окончани* | завершени*] (отчетн* | истекш*) период* [,]",
    means: () => owner(unnamedUnit, "following"),
  },
  {
    pattern: "[перв*] месяц* после [окончани* | завершени*] <unit-ref>",
    means: (found) => owner(found.one(unitRef), "following"),
  },
  { pattern: "[,] следующ* за (отчетн* | истекш* | прошедш*) месяц*", means: () => owner("", "following") },
  { pattern: "следующ* за <repeating> месяц*", means: (found) => owner(found.one(repeating), "following") },
  { pattern: "следующ* за (отчетн* | истекш*) период* месяц*", means: () => owner(unnamedUnit, "following") },
  {
    pattern: "следующ* за (отчетн* | истекш* | прошедш*) <unit> месяц*",
    means: (found) => owner(found.one(unit), "following"),
  },
  { pattern: "следующ* [календарн*] месяц*", means: () => owner("", "following") },
  { pattern: "перв* месяц* следующ* <unit>", means: (found) => owner(found.one(unit), "following") },
  { pattern: "недел* [,] следующ* за отчетн* [недел*] [,]", means: () => owner("week", "following") },
  { pattern: "следующ* недел*", means: () => owner("week", "following") },
]);

/** «года, следующего за отчетным»: after a date. */
export const followingYear = rule<true>("following-year", [
  { pattern: "года [,] следующ* за (отчетн* [год* | период*] | окончани* отчетн* года) [,]", means: () => true },
  { pattern: "следующ* за отчетн* год*", means: () => true },
]);
