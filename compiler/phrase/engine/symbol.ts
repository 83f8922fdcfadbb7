import type { First } from "./first-sets.ts";
import type { Names } from "../names.ts";
import type { Pattern } from "./pattern.ts";
import type { Refusal } from "./refusal.ts";
import type { Token } from "./token.ts";

/** What a phrase is read with: the plan's year where it is known, and the names that the plan defines. */
export interface Setting {
  readonly year: number | undefined;
  readonly names: Names;
  /** Whether words may mean everything whose title holds them, although they are the title of one. */
  readonly loosely: boolean;
}

/** What reading a phrase is done with: its tokens, and what has been found out about them. */
export interface Reader {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly setting: Setting;
  readonly refusals: Refusal[];
  /** Notes a token that could not be taken; always undefined. */
  fail(at: number): undefined;
  /** A symbol at a token, without the failure counting as the end of what is understood. */
  peek<T>(symbol: Symbol<T>, at: number): Match<T> | undefined;
  /** Whether a symbol, by its name, can be read at a token: for symbols that stand above the one that asks. */
  could(name: string, at: number): boolean;
  /** The words of the phrase from one token up to another, as they were written. */
  words(from: number, to: number): string;
  /** Each symbol is read at most once at each token. */
  remember<T>(symbol: unknown, at: number, read: () => Match<T> | undefined): Match<T> | undefined;
  /** Walks a pattern: the token after it (−1 when it does not fit) and the values of its symbols. */
  walk(pattern: Pattern, at: number, values: [label: string, value: unknown][]): number;
}

/** A match: the token after it, and what it means. */
export interface Match<T> {
  readonly end: number;
  readonly value: T;
}

/** A symbol of the grammar: it knows what it means at a token. */
export interface Symbol<T> {
  readonly name: string;
  readonly first: () => First;
  readonly match: (parser: Reader, at: number) => Match<T> | undefined;
}

/** Symbols by name, so that patterns can refer to one another in any order. */
export const symbols = new Map<string, Symbol<unknown>>();
