import type { FaultCode } from "../faults.ts";
import { firstOf, type First } from "./first-sets.ts";
import { compilePattern, type Pattern } from "./pattern.ts";
import { Refusal } from "./refusal.ts";
import { symbols, type Match, type Reader, type Symbol } from "./symbol.ts";
import type { Token } from "./token.ts";

/** What a production has matched: the meanings of its symbols, by their labels, and the tokens from `from` up to `to`. */
export class Found {
  readonly from: number;
  readonly to: number;
  readonly parser: Reader;
  readonly #values: readonly (readonly [label: string, value: unknown])[];
  constructor(parser: Reader, from: number, to: number, values: readonly (readonly [string, unknown])[]) {
    this.parser = parser;
    this.from = from;
    this.to = to;
    this.#values = values;
  }
  /** The meaning under a label; undefined when that part was left out. */
  get<T>(symbol: Symbol<T>, label: string = symbol.name): T | undefined {
    return this.#values.find(([name]) => name === label)?.[1] as T | undefined;
  }
  /** The meaning under a label that the pattern always has. */
  one<T>(symbol: Symbol<T>, label: string = symbol.name): T {
    return this.get(symbol, label) as T;
  }
  all<T>(symbol: Symbol<T>, label: string = symbol.name): T[] {
    return this.#values.filter(([name]) => name === label).map(([, value]) => value as T);
  }
  has(label: string): boolean {
    return this.#values.some(([name]) => name === label);
  }
  refuse(code: FaultCode, values: Readonly<Record<string, string | number>> = {}): Refusal {
    return new Refusal(code, this.from, this.to, values);
  }
}

/** One row of the grammar: how it is written and what it means. Undefined: it does not hold here after all. */
export interface Production<T> {
  readonly pattern: string;
  readonly means: (found: Found) => T | Refusal | undefined;
}

const anything: First = { fits: () => true, nullable: true };

function register<T>(symbol: Symbol<T>): Symbol<T> {
  symbols.set(symbol.name, symbol);
  return symbol;
}

/** Registers a symbol that is read by code: a number, a word of a table, free words. `fits` says which tokens it can begin with. */
export function terminal<T>(name: string, match: Symbol<T>["match"], fits?: First["fits"]): Symbol<T> {
  const first = fits === undefined ? anything : { fits, nullable: false };
  return register({ name, first: () => first, match });
}

interface Row<T> extends Production<T> {
  readonly compiled: Pattern;
  readonly first: First;
}

/** How many answers about single words are kept; the words of phrases are few. */
const mostRemembered = 2000;

/** All of a token that its beginning a production hangs on. */
const keyOf = ({ kind, norm }: Token): string => `${kind} ${norm}`;

/** The productions of a symbol, compiled when it is first used, with those that can begin with a token. */
class Grammar<T> {
  readonly #productions: readonly Production<T>[];
  readonly #fitting = new Map<string, boolean>();
  readonly #starting = new Map<string, readonly Row<T>[]>();
  #rows: readonly Row<T>[] | undefined;
  #first: First | undefined;

  constructor(productions: readonly Production<T>[]) {
    this.#productions = productions;
  }

  rows(): readonly Row<T>[] {
    return (this.#rows ??= this.#productions.map((production) => {
      const compiled = compilePattern(production.pattern);
      return { ...production, compiled, first: firstOf(compiled, (name) => symbols.get(name)!.first()) };
    }));
  }

  first(): First {
    if (this.#first !== undefined) return this.#first;
    // A symbol that leads to itself may begin with anything.
    this.#first = anything;
    const rows = this.rows();
    this.#first = { fits: (token) => this.#fits(token, rows), nullable: rows.some(({ first }) => first.nullable) };
    return this.#first;
  }

  /** Whether the symbol can begin with a token: the symbols above it ask one after another. */
  #fits(token: Token, rows: readonly Row<T>[]): boolean {
    const key = keyOf(token);
    let known = this.#fitting.get(key);
    if (known === undefined) {
      if (this.#fitting.size >= mostRemembered) this.#fitting.clear();
      this.#fitting.set(key, (known = rows.some(({ first }) => first.fits(token))));
    }
    return known;
  }

  starting(token: Token | undefined): readonly Row<T>[] {
    if (token === undefined) return this.rows().filter(({ first }) => first.nullable);
    const key = keyOf(token);
    const known = this.#starting.get(key);
    if (known !== undefined) return known;
    if (this.#starting.size >= mostRemembered) this.#starting.clear();
    const found = this.rows().filter(({ first }) => first.nullable || first.fits(token));
    this.#starting.set(key, found);
    return found;
  }
}

function tryRow<T>(row: Row<T>, parser: Reader, at: number): Match<T> | undefined {
  const values: [string, unknown][] = [];
  const end = parser.walk(row.compiled, at, values);
  if (end < 0) return undefined;
  const value = row.means(new Found(parser, at, end, values));
  if (!(value instanceof Refusal)) return value === undefined ? undefined : { end, value };
  parser.refusals.push(value);
  return undefined;
}

/** Registers a symbol with one meaning: of the productions that fit, the longest, then the first. */
export function rule<T>(name: string, productions: readonly Production<T>[]): Symbol<T> {
  const grammar = new Grammar(productions);
  const match: Symbol<T>["match"] = (parser, at) =>
    parser.remember(match, at, () => {
      let best: Match<T> | undefined;
      for (const row of grammar.starting(parser.tokens[at])) {
        const found = tryRow(row, parser, at);
        if (found !== undefined && found.end > (best?.end ?? -1)) best = found;
      }
      return best;
    });
  return register({ name, first: () => grammar.first(), match });
}

/** Registers a symbol with every meaning that its longest productions give: the place where a phrase can be ambiguous. */
export function readings<T>(name: string, productions: readonly Production<readonly T[]>[]): Symbol<readonly T[]> {
  const grammar = new Grammar(productions);
  const match: Symbol<readonly T[]>["match"] = (parser, at) =>
    parser.remember(match, at, () => {
      const found = grammar.starting(parser.tokens[at]).flatMap((row) => tryRow(row, parser, at) ?? []);
      const end = Math.max(...found.map((entry) => entry.end), -1);
      const values = found.filter((entry) => entry.end === end).flatMap(({ value }) => value);
      const distinct =
        values.length < 2 ? values : [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
      return end < 0 || distinct.length === 0 ? undefined : { end, value: distinct };
    });
  return register({ name, first: () => grammar.first(), match });
}
