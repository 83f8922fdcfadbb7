/**
 * The grammar of deadlines, from the whole cell down:
 *
 *   phrase ── part; part …            several deadlines, each with what it is about        this file
 *     part ── alternatives – remark   «до 1 июля – итоги за учебный год», «… – ДОО, ОО»         remarks.ts
 *       simple ── dated               6 сентября · с 1 по 15 октября · до 1 марта · апрель     dated.ts, dates.ts, stretches.ts, months.ts
 *              ── recurrence          ежемесячно · по средам · до 10 числа каждого месяца       recurrence.ts, modifiers.ts, pieces.ts
 *              ── counted             в течение 3 рабочих дней после … · за 3 дня до …          counted.ts, anchors.ts, events.ts
 *              ── state               в течение года · согласно приказу · учебный год           states.ts
 *              ── open piece          до 5 числа: said with every reading                       this file
 *
 * A row is a pattern (its notation: pattern.ts) and what it means; words are those of lexicon.ts in any case. Of the rows
 * that fit the longest wins; several of one length are several readings, and the reader asks which.
 */
import type { Deadline } from "../../generated/types.ts";
import { countedRule } from "./counted.ts";
import { datedRule } from "./dated.ts";
import { plain, together, type Reading } from "../interpretation.ts";
import { type Found, readings, terminal } from "../engine/grammar.ts";
import { Refusal } from "../engine/refusal.ts";
import { namedPiece, numberedPiece } from "./day-selectors.ts";
import { frequency, untilWord } from "./frequency.ts";
import { recurrence } from "./recurrence.ts";
import { quarterMonthRule } from "./quarter-months.ts";
import { stateRule } from "./states.ts";
import { remark, remarked, subject } from "./remarks.ts";
import "./refused-phrases.ts";

/** «до 5 числа»: of each month, or of the month that follows? Both are said. */
const openPieces = readings<Reading>("open-piece", [
  {
    pattern: `${untilWord} <numbered-piece>`,
    means: (found) => {
      const until = found.one(numberedPiece);
      return typeof until === "string"
        ? undefined
        : plain({ every: { unit: "month", until } }, { every: { unit: "month", until, of: "following" } });
    },
  },
  // первый рабочий день: of what?
  { pattern: "[в | во] <named-piece>", means: (found) => ownerless(found, "on") },
  { pattern: `${untilWord} <named-piece>`, means: (found) => ownerless(found, "until") },
]);

function ownerless(found: Found, key: "on" | "until"): readonly Reading[] {
  const piece = found.one(namedPiece);
  const units = /decade|half/.test(piece) ? ["month"] : ["month", "quarter", "year"];
  return plain(...units.map((unit) => ({ every: { unit, [key]: piece } })));
}

/** The unit whose end or start a deadline counts from. */
function countsBy(rule: Deadline): string | undefined {
  const reference = rule.within?.after ?? rule["no-later-than"]?.before ?? rule.until;
  return typeof reference === "object" ? (reference["end-of"] ?? reference["start-of"]) : undefined;
}

/** One deadline, whatever its form. */
const simple = readings<Reading>("simple", [
  { pattern: "<dated>", means: (found) => found.one(datedRule) },
  { pattern: "<recurrence>", means: (found) => found.one(recurrence) },
  { pattern: "<counted>", means: (found) => found.one(countedRule) },
  // ежемесячно, за 3 рабочих дня до окончания месяца
  {
    pattern: "<frequency> [,] <counted>",
    means: (found) => found.one(countedRule).filter(({ rule }) => countsBy(rule) === found.one(frequency)),
  },
  { pattern: "<quarter-months>", means: (found) => found.one(quarterMonthRule) },
  // 2 раза в год (май, октябрь) · ежеквартально: до 10 апреля, до 10 июля
  { pattern: '<times> ([, | – | :] <dated-list> | "(" <dated-list> ")")', means: spelledOut },
  { pattern: "<state>", means: (found) => found.one(stateRule) },
  { pattern: "<open-piece>", means: (found) => found.one(openPieces) },
  // незамедлительно, но не позднее 3 рабочих дней со дня …
  { pattern: "<hurry> (<counted> | <dated>)", means: (found) => found.get(countedRule) ?? found.one(datedRule) },
  { pattern: "<vague>", means: () => undefined },
]);

const isPlainList = (deadline: Deadline): boolean => deadline.each !== undefined && Object.keys(deadline).length === 1;
/** Deadlines one after another as one; lists among them are taken apart. */
const asList = (rules: readonly Deadline[]): Deadline =>
  rules.length === 1
    ? rules[0]!
    : { each: rules.flatMap((deadline) => (isPlainList(deadline) ? deadline.each! : [deadline])) };

/** «до 1 июля и до 31 декабря». */
const datedList = readings<Reading>("dated-list", [
  { pattern: "<dated> {[,] [и] <dated>}", means: (found) => together(found.all(datedRule), asList) },
]);

/** How often, and then the very days: several of them, or one between brackets, say it all. */
function spelledOut(found: Found): readonly Reading[] {
  return found.one(datedList).filter(({ rule }) => {
    const several = [rule.on, rule.month, rule.each].some((list) => Array.isArray(list));
    return (
      several ||
      (found.parser.tokens[found.to - 1]!.kind === "close" && rule.from === undefined && rule.until === undefined)
    );
  });
}

/** Deadlines to choose from: «… (или в день внесения изменений)». */
const alternatives = readings<Reading>("alternatives", [
  {
    pattern: '<simple> {[,] (или | либо) <simple> | "(" (или | либо) <simple> ")"}',
    means: (found) => together(found.all(simple), (rules) => (rules.length === 1 ? rules[0]! : { any: [...rules] })),
  },
]);

const withRemark = (found: Found): readonly Reading[] =>
  found
    .one(alternatives)
    .map((reading) => ({ ...reading, rule: remarked(reading.rule, found.one(remark), found.parser) }));

/** One deadline with what it is about. */
const part = readings<Reading>("part", [
  { pattern: "<alternatives>", means: (found) => found.one(alternatives) },
  { pattern: "<alternatives> (– | :) <remark>", means: withRemark },
  { pattern: '<alternatives> "(" <remark> ")"', means: withRemark },
  {
    pattern: "<subject> [– | :] <alternatives>",
    means: (found) =>
      found
        .one(alternatives)
        .map((reading) => ({ ...reading, rule: { ...reading.rule, subject: found.one(subject) } })),
  },
]);

/** A part with its place, for saying where a list stops being one. */
const placedPart = terminal<{ readonly from: number; readonly readings: readonly Reading[] }>(
  "placed-part",
  (parser, at) => {
    const match = part.match(parser, at);
    return match && { end: match.end, value: { from: at, readings: match.value } };
  },
);

const notKinds = ["audience", "subject"] as const;
const kindOf = (deadline: Deadline): string =>
  Object.keys(deadline).find((key) => !(notKinds as readonly string[]).includes(key)) ?? "";

/**
 * Deadlines one after another. Without a semicolon they are a list only when they are of one kind or say what they are
 * about: «1 марта до 15 апреля» is more likely a stretch with a slip than two deadlines.
 */
function listed(found: Found, separated: boolean): readonly Reading[] | Refusal | undefined {
  const placed = found.all(placedPart);
  if (placed.length < 2) return undefined;
  const first = placed[0]!.readings[0]!.rule;
  // «ежемесячно с 1 по 10 число» that did not read as one is no list of two.
  const bare = placed.find(
    ({ readings: each }) =>
      (typeof each[0]!.rule.every === "string" && typeof first.every !== typeof each[0]!.rule.every) ||
      (typeof first.every === "string" && typeof each[0]!.rule.every === "object"),
  );
  if (!separated && bare !== undefined) return new Refusal("unread", bare.from, bare.from + 1);
  const odd = placed.find(
    ({ readings: each }) =>
      !each.every(({ rule }) => kindOf(rule) === kindOf(first) || notKinds.some((key) => rule[key] !== undefined)),
  );
  if (!separated && odd !== undefined) return new Refusal("unread", odd.from, odd.from + 1);
  return together(
    placed.map(({ readings: each }) => each),
    asList,
  );
}

/** Everything that a cell of an order holds. */
export const phrase = readings<Reading>("phrase", [
  { pattern: "[срок [исполнени* | представлени*] [– | :]] <part>", means: (found) => found.one(part) },
  { pattern: "<placed-part> {[, | и] <placed-part>}", means: (found) => listed(found, false) },
  { pattern: "<placed-part> {; <placed-part>}", means: (found) => listed(found, true) },
]);
