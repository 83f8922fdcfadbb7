import type { Civil, Weekday } from "../calendar/day.ts";
import type { Deadline, Period } from "../generated/types.ts";
import type { Grammar } from "./engine/grammar.ts";
import type { GrammarSymbol } from "./engine/symbol.ts";
import type { PhraseFaultCode } from "./faults.ts";
import type { Interpretation } from "./interpretation.ts";
import type { Names } from "./names.ts";

/** The names that a phrase is written with; `event` has the words of an event that the plan does not name. */
export interface PhraseOptions {
  readonly names?: Partial<Names> | undefined;
  readonly event?: string | undefined;
}

/** Words and what to write instead of them. */
export type Replacement = readonly [words: RegExp, instead: string];

/** The tables of a language that a phrase which cannot be read is corrected with. */
export interface Corrections {
  /** Words that a mistyped word is corrected to. */
  readonly vocabulary: readonly string[];
  /** How such a word is written, where not in small letters: “April”. */
  readonly spelled?: (word: string) => string;
  /** Other words for the same that can be read, by the fault. */
  readonly rewordings: Readonly<Partial<Record<PhraseFaultCode, readonly Replacement[]>>>;
}

/** All that the compiler knows of a language's phrases: a grammar to read them, tables to write them. */
export interface PhraseLanguage {
  readonly grammar: Grammar;
  /** A letter of the language: words without one are of another language, and are not compared. */
  readonly letter: RegExp;
  /** The symbol of a whole phrase. */
  readonly phrase: GrammarSymbol<readonly Interpretation[]>;
  /** The canonical phrase of a rule; undefined where the language has no short one. */
  readonly write: (rule: Deadline, options: PhraseOptions) => string | undefined;
  /** A phrase without what two spellings of it differ in. */
  readonly spelling: (text: string, year: number | undefined) => string;
  /** The stems of a text's words, by which names and quoted words are compared. */
  readonly stems: (text: string) => string[];
  /** The days of the week by the words for them. */
  readonly weekdays: ReadonlyMap<string, Weekday>;
  /** Periods that phrases name without a plan defining them. */
  readonly knownPeriods: readonly Period[];
  readonly corrections: Corrections;
  /** How a day can stand in a phrase, the fullest way first; the last one is a number among others of its month. */
  readonly daySpellings: (day: Civil) => readonly string[];
}
