import type { SearchData } from "./records.ts";

/** What search has to know of a language. */
export interface SearchLanguage {
  /** A word without what changes with its form; words are lower-case and without diacritics. */
  readonly stem: (word: string) => string;
  /** Words that say nothing by themselves: left out of a query that has others. */
  readonly idle: ReadonlySet<string>;
  /** Stems of ordinal numbers by their figures. */
  readonly ordinals: ReadonlyMap<string, string>;
  /** The month that a word names, 1 to 12. */
  readonly month: (word: string, months: SearchData["months"]) => number | undefined;
  /** Days that are named from today, by how far they are. */
  readonly relative: ReadonlyMap<string, number>;
  /** Words that stand before the number of an item. */
  readonly numberOf: ReadonlySet<string>;
}
