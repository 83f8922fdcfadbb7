import type { Names } from "../names.ts";
import type { FirstSet } from "./first-sets.ts";
import type { Pattern } from "./pattern.ts";
import type { Refusal } from "./refusal.ts";
import type { Token } from "./token.ts";

/** What a phrase is parsed with: the plan's year where it is known, and the names that the plan defines. */
export interface PhraseContext {
  readonly year: number | undefined;
  readonly names: Names;
  /** Whether words may mean everything whose title holds them, although they are the whole title of one. */
  readonly loosely: boolean;
}

/** The parse of one phrase: its tokens, and what is known about them so far. */
export interface ParseState {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly context: PhraseContext;
  readonly refusals: Refusal[];
  /** Notes that a token could not be matched; returns undefined. */
  fail(at: number): undefined;
  /** Matches a symbol at a token without moving `furthest`. */
  peek<T>(symbol: GrammarSymbol<T>, at: number): SymbolMatch<T> | undefined;
  /** Whether the symbol of this name matches at a token: for symbols that stand above the one that asks. */
  canMatch(name: string, at: number): boolean;
  /** The words of the phrase from one token up to another, as they were written. */
  words(from: number, to: number): string;
  /** The match of a symbol at a token, computed at most once. */
  memoize<T>(symbol: unknown, at: number, match: () => SymbolMatch<T> | undefined): SymbolMatch<T> | undefined;
  /** Matches a pattern and adds the values of its symbols; returns the token after it, −1 when it does not match. */
  walk(pattern: Pattern, at: number, values: LabelledValue[]): number;
}

export type LabelledValue = [label: string, value: unknown];

/** A symbol's match: the token after it, and its value. */
export interface SymbolMatch<T> {
  readonly end: number;
  readonly value: T;
}

/** A symbol of the grammar. */
export interface GrammarSymbol<T> {
  readonly name: string;
  readonly first: () => FirstSet;
  /** Undefined where the symbol does not match at the token. */
  readonly match: (state: ParseState, at: number) => SymbolMatch<T> | undefined;
}
