import { filled } from "../source/filled.ts";
import type { LanguageCode } from "../locale/languages.ts";
import { faultText, type PhraseFault } from "../phrase/faults.ts";

/** How sure the import is: read as it stands; understood by a rule of thumb and to be reviewed; left out of the draft. */
export type Certainty = "certain" | "guessed" | "left";

/** The notes of an import, by language. `{name}` is filled from the note's values. */
const noteWording = {
  "order-part": { ru: "приказ: {what}", en: "order: {what}" },
  "order-missing": {
    ru: "не нашлось: {what}; впишите на место «…»",
    en: "not found: {what}; write it in place of “…”",
  },
  "order-none": {
    ru: "приказа в документе нет: план записан без него, в plan.yaml",
    en: "the document has no order: the plan is written without one, in plan.yaml",
  },
  "clause-continued": {
    ru: "абзац без номера прочитан как продолжение пункта {number} приказа: «{text}»",
    en: "a paragraph without a number was read as the rest of clause {number}: “{text}”",
  },
  "line-left": { ru: "строка не отнесена ни к чему: «{text}»", en: "a line belongs to nothing: “{text}”" },
  "glossary-read": { ru: "словарь: сокращений – {count}", en: "glossary: {count} abbreviations" },
  "glossary-none": { ru: "словаря сокращений в документе нет", en: "the document has no glossary" },
  "table-read": {
    ru: "таблица плана: строк – {count}, разделов – {sections}",
    en: "table of the plan: {count} rows, {sections} sections",
  },
  "table-left": {
    ru: "другая таблица не прочитана, строк – {count}: «{text}»",
    en: "another table was not read, {count} rows: “{text}”",
  },
  "table-second-plan": {
    ru: "ещё одна таблица плана начинается с уже занятого номера {number}: это другой план, строк – {count}",
    en: "one more table of a plan begins with number {number}, which is taken: another plan, {count} rows",
  },
  "table-continued": {
    ru: "таблица с теми же графами прочитана как продолжение, строк – {count}",
    en: "a table with the same columns was read as the rest, {count} rows",
  },
  "column-left": { ru: "графа «{text}» не переносится", en: "column “{text}” is not taken over" },
  "heading-repeated": {
    ru: "повторы заголовка таблицы убраны: {count}",
    en: "repeated headings of the table were taken out: {count}",
  },
  "row-stitched": {
    ru: "строка сшита через разрыв страницы: «{text}»",
    en: "a row was stitched over a page break: “{text}”",
  },
  "row-across": {
    ru: "строка через всю таблицу – не раздел: «{text}»",
    en: "a row across the table is no section: “{text}”",
  },
  "section-invented": {
    ru: "разделов в таблице нет: все строки в одном",
    en: "the table has no sections: all rows are in one",
  },
  "sections-by-number": {
    ru: "заголовков разделов в таблице нет: разделы – по первой цифре номеров, их {count}; названия впишите",
    en: "the table has no headings of sections: they follow the first figure of the numbers, {count} of them; write in their titles",
  },
  "sections-unnumbered": {
    ru: "разделы без номеров: пронумерованы по порядку, их {count}",
    en: "sections without numbers were numbered in their order, {count} of them",
  },
  "rows-unnumbered": {
    ru: "в разделе {section} строки без номеров, id – по порядку: {count}",
    en: "rows of section {section} have no numbers, their ids follow their order: {count}",
  },
  "number-twice": {
    ru: "номер «{number}» в разделе уже был, id – по месту",
    en: "number “{number}” was in the section before, the id is by place",
  },
  "number-unread": {
    ru: "номер «{number}» не читается, id – по месту",
    en: "number “{number}” cannot be read, the id is by place",
  },
  "heading-between": {
    ru: "заголовок между таблицами прочитан как раздел: «{text}»",
    en: "a heading between tables was read as a section: “{text}”",
  },
  "columns-by-cells": {
    ru: "заголовков у таблицы нет, графы узнаны по ячейкам",
    en: "the table has no headings, its columns are known by their cells",
  },
  "deadline-column": {
    ru: "сроков несколько; взята графа «{taken}», не взята «{left}» (выбрать: --columns)",
    en: "there are several columns of deadlines; “{taken}” was taken, “{left}” was not (choose with --columns)",
  },
  "numbered-by-place": {
    ru: "номера у строки нет, id – по месту: «{text}»",
    en: "the row has no number, its id is by place: “{text}”",
  },
  "row-without-words": { ru: "у строки нет мероприятия; впишите activity", en: "the row names no activity; add it" },
  "number-in-section": {
    ru: "номер {number} стоит в разделе {section}, id – с номером раздела",
    en: "number {number} stands in section {section}; the id begins with the section’s number",
  },
  "cells-merged": { ru: "ячейки объединены с пунктом {owner}", en: "cells merged with item {owner}" },
  "cells-maybe-merged": {
    ru: "ячейки пусты, прочитаны как объединённые с пунктом {owner}",
    en: "the cells are empty and were read as merged with item {owner}",
  },
  "cells-copied": { ru: "объединённая ячейка переписана в строку", en: "a merged cell was copied into the row" },
  "control-without-form": {
    ru: "срок контроля без формы отнесён к контролю пункта {owner}",
    en: "a control date without a form was taken for the control of item {owner}",
  },
  "parties-read": { ru: "ответственные: «{text}» – {labels}", en: "responsible: “{text}” – {labels}" },
  "parties-none": {
    ru: "ответственных в документе нет: впишите их в parties.yaml и в строки",
    en: "the document names nobody responsible: add parties to parties.yaml and to the rows",
  },
  "party-known": { ru: "сторона «{label}» – {id}", en: "party “{label}” is {id}" },
  "party-new": {
    ru: "новая сторона «{label}» – {id}: имя и связи проверьте в parties.yaml",
    en: "new party “{label}” is {id}: check name and relations in parties.yaml",
  },
  "party-doubles": {
    ru: "похоже на одну сторону: «{first}» и «{second}»; если так, оставьте одно имя",
    en: "these may be one party: “{first}” and “{second}”; if so, keep one name",
  },
  "party-group": { ru: "«{label}» – группа: {members}", en: "“{label}” is a group: {members}" },
  "party-part": { ru: "«{label}» – часть стороны {id}", en: "“{label}” is a part of party {id}" },
  "deadline-read": { ru: "срок: «{text}»", en: "deadline: “{text}”" },
  "deadline-unread": { ru: "срок не прочитан: «{text}» ({why})", en: "the deadline was not read: “{text}” ({why})" },
  "deadline-ambiguous": {
    ru: "срок читается по-разному, взято ближайшее по словам строки: «{text}»",
    en: "the deadline can be read in more than one way, the nearest to the row’s words was taken: “{text}”",
  },
  "event-new": {
    ru: "новое событие «{title}» – {id}: проверьте, одно ли оно у всех (scope)",
    en: "new event “{title}” is {id}: check whether all have it at once (scope)",
  },
  "event-chain": {
    ru: "событие «{title}» – исполнение пункта {item}",
    en: "event “{title}” is the fulfilment of item {item}",
  },
  "period-known": {
    ru: "период «{title}» – {id} из плана этого года, в документе его границ нет",
    en: "period “{title}” is {id} of this year’s plan, the document does not bound it",
  },
  "period-of-heading": {
    ru: "период «{text}» – срок заголовка {item}",
    en: "period “{text}” is the deadline of heading {item}",
  },
  "period-carried": {
    ru: "период {id} взят из прошлого года, его даты проверьте",
    en: "period {id} is carried over from the last year, check its dates",
  },
  "rule-carried": {
    ru: "правило взято у пункта {item} прошлого года с теми же словами",
    en: "the rule is that of item {item} of the last year, with the same words",
  },
  "bounds-read": { ru: "план на время с {from} по {to}", en: "the plan holds from {from} to {to}" },
  "series-matched": { ru: "серия – {series}: название совпало", en: "the series is {series}: the title is the same" },
  "series-new": {
    ru: "новая серия {series}: проверьте series.yaml, часовой пояс в документе не назван",
    en: "new series {series}: check series.yaml, the document names no time zone",
  },
  coordinators: {
    ru: "поручения пунктов приказа о координации в стороны не перенесены: {numbers}",
    en: "the order’s clauses on coordination were not made into parties: {numbers}",
  },
} as const satisfies Readonly<Record<string, Readonly<Record<LanguageCode, string>>>>;

export type NoteCode = keyof typeof noteWording;

/** One thing that the import did or did not do. */
export interface Note {
  readonly certainty: Certainty;
  readonly code: NoteCode;
  readonly values: Readonly<Record<string, string | number>>;
  /** The id of the row that the note is about. */
  readonly item?: string | undefined;
  /** Why a deadline was not read: `{why}`. */
  readonly fault?: Pick<PhraseFault, "code" | "values" | "word"> | undefined;
}

export type AddNote = (note: Note) => void;

/** A note as a sentence. */
export function noteText({ code, values, fault }: Note, language: LanguageCode): string {
  const why = fault === undefined ? {} : { why: `${faultText(fault, language)}: «${excerptOf(fault.word)}»` };
  return filled(noteWording[code][language], { ...values, ...why });
}

/** A text, shortened to 80 characters. */
export const excerptOf = (text: string): string => (text.length > 80 ? `${text.slice(0, 79).trimEnd()}…` : text);
