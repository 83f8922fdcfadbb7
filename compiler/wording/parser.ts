import { compilePattern, type Pattern } from "./pattern.ts";
import { firstOf, type First } from "./first.ts";
import { tokenize, type Token } from "./token.ts";
import type { Names } from "./names.ts";
import type { FaultCode } from "./faults.ts";

/** Why a phrase is refused although its words are known (31 февраля), and at which tokens. */
export class Refusal {
  readonly code: FaultCode;
  readonly from: number;
  readonly to: number;
  readonly values: Readonly<Record<string, string | number>>;
  constructor(code: FaultCode, from: number, to: number, values: Readonly<Record<string, string | number>> = {}) {
    this.code = code;
    this.from = from;
    this.to = to;
    this.values = values;
  }
}

/** What a production has matched: the meanings of its symbols, by their labels, and the tokens from `from` up to `to`. */
export class Found {
  readonly from: number;
  readonly to: number;
  readonly parser: Parser;
  readonly #values: readonly (readonly [label: string, value: unknown])[];
  constructor(parser: Parser, from: number, to: number, values: readonly (readonly [string, unknown])[]) {
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

/** A match: the token after it, and what it means. */
export interface Match<T> {
  readonly end: number;
  readonly value: T;
}

/** A symbol of the grammar: it knows what it means at a token. */
export interface Symbol<T> {
  readonly name: string;
  readonly first: () => First;
  readonly match: (parser: Parser, at: number) => Match<T> | undefined;
}

/** One row of the grammar: how it is written and what it means. Undefined: it does not hold here after all. */
export interface Production<T> {
  readonly pattern: string;
  readonly means: (found: Found) => T | Refusal | undefined;
}

/** Symbols by name, so that patterns can refer to one another in any order. */
const symbols = new Map<string, Symbol<unknown>>();

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

/** The productions of a symbol, compiled when it is first used, with those that can begin with a token. */
class Grammar<T> {
  readonly #productions: readonly Production<T>[];
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
    this.#first = { fits: (token) => rows.some(({ first }) => first.fits(token)), nullable: rows.some(({ first }) => first.nullable) };
    return this.#first;
  }

  starting(token: Token | undefined): readonly Row<T>[] {
    if (token === undefined) return this.rows().filter(({ first }) => first.nullable);
    const key = `${token.kind} ${token.norm}`;
    const known = this.#starting.get(key);
    if (known !== undefined) return known;
    if (this.#starting.size >= mostRemembered) this.#starting.clear();
    const found = this.rows().filter(({ first }) => first.nullable || first.fits(token));
    this.#starting.set(key, found);
    return found;
  }
}

/** Registers a symbol with one meaning: of the productions that fit, the longest, then the first. */
export function rule<T>(name: string, productions: readonly Production<T>[]): Symbol<T> {
  const grammar = new Grammar(productions);
  const match: Symbol<T>["match"] = (parser, at) => parser.remember(match, at, () => {
    let best: Match<T> | undefined;
    for (const row of grammar.starting(parser.tokens[at])) {
      const found = parser.tryProduction(row, row.compiled, at);
      if (found !== undefined && found.end > (best?.end ?? -1)) best = found;
    }
    return best;
  });
  return register({ name, first: () => grammar.first(), match });
}

/** Registers a symbol with every meaning that its longest productions give: the place where a phrase can be ambiguous. */
export function readings<T>(name: string, productions: readonly Production<readonly T[]>[]): Symbol<readonly T[]> {
  const grammar = new Grammar(productions);
  const match: Symbol<readonly T[]>["match"] = (parser, at) => parser.remember(match, at, () => {
    const found = grammar.starting(parser.tokens[at]).flatMap((row) => parser.tryProduction(row, row.compiled, at) ?? []);
    const end = Math.max(...found.map((entry) => entry.end), -1);
    const values = found.filter((entry) => entry.end === end).flatMap(({ value }) => value);
    const distinct = values.length < 2 ? values : [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
    return end < 0 || distinct.length === 0 ? undefined : { end, value: distinct };
  });
  return register({ name, first: () => grammar.first(), match });
}

/** What a phrase is read with: the plan's year where it is known, and the names that the plan defines. */
export interface Setting {
  readonly year: number | undefined;
  readonly names: Names;
  /** Whether words may mean everything whose title holds them, although they are the title of one. */
  readonly loosely: boolean;
}

/** One reading of one phrase. */
export class Parser {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly setting: Setting;
  /** The token that nothing could take: where the phrase stops being understood. */
  furthest = 0;
  readonly refusals: Refusal[] = [];
  readonly #memory = new Map<unknown, (Match<unknown> | null)[]>();

  constructor(text: string, setting: Setting) {
    this.text = text;
    this.tokens = tokenize(text);
    this.setting = setting;
  }

  /** Each symbol is read at most once at each token. */
  remember<T>(symbol: unknown, at: number, read: () => Match<T> | undefined): Match<T> | undefined {
    let known = this.#memory.get(symbol);
    if (known === undefined) this.#memory.set(symbol, (known = []));
    const earlier = known[at];
    if (earlier !== undefined) return (earlier as Match<T> | null) ?? undefined;
    known[at] = null;
    const match = read();
    known[at] = match ?? null;
    return match ?? this.fail(at);
  }

  /** A symbol at a token, without the failure counting as the end of what is understood. */
  peek<T>(symbol: Symbol<T>, at: number): Match<T> | undefined {
    const [furthest, refusals] = [this.furthest, this.refusals.length];
    const match = symbol.match(this, at);
    this.furthest = furthest;
    if (match === undefined) this.refusals.length = refusals;
    return match;
  }

  /** Whether a symbol, by its name, can be read at a token: for symbols that stand above the one that asks. */
  could(name: string, at: number): boolean {
    const symbol = symbols.get(name);
    return symbol !== undefined && this.peek(symbol, at) !== undefined;
  }

  fail(at: number): undefined {
    this.furthest = Math.max(this.furthest, at);
    return undefined;
  }

  tryProduction<T>(production: Production<T>, pattern: Pattern, at: number): Match<T> | undefined {
    const values: [string, unknown][] = [];
    const end = this.#walk(pattern, at, values);
    if (end < 0) return undefined;
    const value = production.means(new Found(this, at, end, values));
    if (value instanceof Refusal) {
      this.refusals.push(value);
      return undefined;
    }
    return value === undefined ? undefined : { end, value };
  }

  /** The words of the phrase from one token up to another, as they were written. */
  words(from: number, to: number): string {
    const [first, last] = [this.tokens[from], this.tokens[to - 1]];
    if (first === undefined || last === undefined || to <= from) return "";
    // Closing quotes and full stops are no tokens; a quote that was opened is taken in to its end.
    const tail = /^[»"”']/.exec(this.text.slice(last.end))?.[0] ?? "";
    const head = /[«"“„]$/.exec(this.text.slice(0, first.start))?.[0] ?? "";
    return `${head}${this.text.slice(first.start, last.end)}${tail}`.replace(/\s+/g, " ");
  }

  #walk(pattern: Pattern, at: number, values: [string, unknown][]): number {
    switch (pattern.kind) {
      case "word": return this.tokens[at]?.norm === pattern.text ? at + 1 : (this.fail(at), -1);
      case "stem": return this.tokens[at]?.kind === "word" && this.tokens[at].norm.startsWith(pattern.text) ? at + 1 : (this.fail(at), -1);
      case "symbol": {
        const match = symbols.get(pattern.name)!.match(this, at);
        if (match === undefined) return this.fail(at), -1;
        values.push([pattern.label, match.value]);
        return match.end;
      }
      case "sequence": {
        let end = at;
        for (const part of pattern.parts) if ((end = this.#walk(part, end, values)) < 0) return -1;
        return end;
      }
      case "choice": {
        for (const part of pattern.parts) {
          const end = this.#tentative(part, at, values);
          if (end >= 0) return end;
        }
        return -1;
      }
      case "optional": return Math.max(at, this.#tentative(pattern.part, at, values));
      case "repeated": {
        let end = at;
        for (let next = this.#tentative(pattern.part, end, values); next > end; next = this.#tentative(pattern.part, end, values)) end = next;
        return end;
      }
    }
  }

  #tentative(pattern: Pattern, at: number, values: [string, unknown][]): number {
    const kept = values.length;
    const end = this.#walk(pattern, at, values);
    if (end < 0) values.length = kept;
    return end;
  }
}
