import type { RecordKind } from "../../../../compiler/search/records.ts";

/** The words of the list of results, handed over by the page. */
export interface SearchTexts {
  readonly language: string;
  readonly timeZone: string;
  readonly kinds: Readonly<Record<RecordKind, string>>;
  readonly searching: string;
  readonly nothing: string;
  /** «Такого слова здесь нет: {words}». */
  readonly unknown: string;
  /** «Возможно, вы искали: {words}». */
  readonly instead: string;
  /** No record has all words. */
  readonly partial: string;
  /** A word that was asked for, in quotes: «{word}». */
  readonly quoted: string;
  readonly failed: string;
  /** «Найдено: {n} пунктов», by plural category. */
  readonly found: Readonly<Record<string, string>>;
  readonly more: string;
  readonly next: string;
  readonly past: string;
  readonly due: string;
  readonly control: string;
  /** A day of another year than the reader's: «{day} {year} года». */
  readonly inYear: string;
}
