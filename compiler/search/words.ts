import type { SearchLanguage } from "./language.ts";

/** A word of a text: as it stands there, where it begins, and what it is compared by. */
export interface Word {
  readonly text: string;
  readonly at: number;
  readonly stem: string;
}

/** Numbers of items, ordinals in figures («1-ые», «11th»), words and other numbers. */
const wordPattern = /\d+(?:\.\d+)+(?:-\d+)?|\d+(?:-\p{L}{1,3}|st|nd|rd|th)(?![\p{L}\d])|\p{L}+|\d+/giu;

/** A word as it is compared: «ё» is «е», case says nothing. */
export const plain = (word: string): string => word.toLowerCase().replaceAll("ё", "е");

function stemOf(word: string, language: SearchLanguage): string {
  const figures = /^\d+/.exec(word)?.[0];
  if (figures !== undefined) return /[.]/.test(word) ? word : figures;
  const stem = language.stem(word);
  return language.ordinals.get(stem) ?? stem;
}

/** The words of a text in their order. */
export const wordsOf = (text: string, language: SearchLanguage): Word[] =>
  [...text.matchAll(wordPattern)].map(({ 0: word, index }) => ({
    text: word,
    at: index,
    stem: stemOf(plain(word), language),
  }));
