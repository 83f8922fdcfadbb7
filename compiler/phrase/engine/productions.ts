import { firstOf, type FirstSet } from "./first-sets.ts";
import { GrammarMatch } from "./match.ts";
import type { Pattern } from "./pattern.ts";
import { Refusal } from "./refusal.ts";
import type { LabelledValue, ParseState, SymbolMatch } from "./symbol.ts";
import type { Token } from "./token.ts";

/** One row of a grammar: how something is written and what it means. */
export interface Production<T> {
  readonly pattern: string;
  /** The value of the match, a refusal of the phrase, or undefined where the row does not apply after all. */
  readonly action: (match: GrammarMatch) => T | Refusal | undefined;
}

interface CompiledProduction<T> extends Production<T> {
  readonly compiled: Pattern;
  readonly first: FirstSet;
}

/** What the productions of a grammar have in common: how a pattern is compiled, and the first sets of symbols by name. */
export interface PatternContext {
  readonly compile: (pattern: string) => Pattern;
  readonly firstOfSymbol: (name: string) => FirstSet;
}

/** The first set of what may begin with any token. */
export const anyToken: FirstSet = { matches: () => true, nullable: true };

/** How many answers about single tokens are memoized; phrases have few different words. */
const memoSize = 2000;

/** All of a token that first sets depend on. */
const keyOf = ({ kind, norm }: Token): string => `${kind} ${norm}`;

/** The productions of a symbol, compiled when it is first used, with those that can begin with a token. */
export class ProductionTable<T> {
  readonly #productions: readonly Production<T>[];
  readonly #context: PatternContext;
  readonly #beginsWith = new Map<string, boolean>();
  readonly #candidates = new Map<string, readonly CompiledProduction<T>[]>();
  #compiled: readonly CompiledProduction<T>[] | undefined;
  #first: FirstSet | undefined;

  constructor(productions: readonly Production<T>[], context: PatternContext) {
    this.#productions = productions;
    this.#context = context;
  }

  first(): FirstSet {
    if (this.#first !== undefined) return this.#first;
    // A symbol that leads to itself may begin with anything.
    this.#first = anyToken;
    const rows = this.#rows();
    this.#first = {
      matches: (token) => this.#canBeginWith(token, rows),
      nullable: rows.some(({ first }) => first.nullable),
    };
    return this.#first;
  }

  /** The matches of all productions at a token, in their order; refusals are added to the state. */
  matchesAt(state: ParseState, at: number): SymbolMatch<T>[] {
    return this.#candidatesFor(state.tokens[at]).flatMap((row) => tryProduction(row, state, at) ?? []);
  }

  #rows(): readonly CompiledProduction<T>[] {
    return (this.#compiled ??= this.#productions.map((production) => {
      const compiled = this.#context.compile(production.pattern);
      return { ...production, compiled, first: firstOf(compiled, this.#context.firstOfSymbol) };
    }));
  }

  /** Memoized, because the symbols above this one ask one after another. */
  #canBeginWith(token: Token, rows: readonly CompiledProduction<T>[]): boolean {
    return memoized(this.#beginsWith, keyOf(token), () => rows.some(({ first }) => first.matches(token)));
  }

  #candidatesFor(token: Token | undefined): readonly CompiledProduction<T>[] {
    if (token === undefined) return this.#rows().filter(({ first }) => first.nullable);
    return memoized(this.#candidates, keyOf(token), () =>
      this.#rows().filter(({ first }) => first.nullable || first.matches(token)),
    );
  }
}

function memoized<V>(memo: Map<string, V>, key: string, compute: () => V): V {
  const known = memo.get(key);
  if (known !== undefined) return known;
  if (memo.size >= memoSize) memo.clear();
  const value = compute();
  memo.set(key, value);
  return value;
}

function tryProduction<T>(row: CompiledProduction<T>, state: ParseState, at: number): SymbolMatch<T> | undefined {
  const values: LabelledValue[] = [];
  const end = state.walk(row.compiled, at, values);
  if (end < 0) return undefined;
  const value = row.action(new GrammarMatch(state, at, end, values));
  if (!(value instanceof Refusal)) return value === undefined ? undefined : { end, value };
  state.refusals.push(value);
  return undefined;
}
