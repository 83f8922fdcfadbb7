import { compilePattern, type Pattern } from "./pattern.ts";
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
  readonly match: (parser: Parser, at: number) => Match<T> | undefined;
}

/** One row of the grammar: how it is written and what it means. Undefined: it does not hold here after all. */
export interface Production<T> {
  readonly pattern: string;
  readonly means: (found: Found) => T | Refusal | undefined;
}

/** Symbols by name, so that patterns can refer to one another in any order. */
const symbols = new Map<string, Symbol<unknown>>();

/** Registers a symbol that is read by code: a number, a word of a table, free words. */
export function terminal<T>(name: string, match: Symbol<T>["match"]): Symbol<T> {
  const symbol = { name, match };
  symbols.set(name, symbol);
  return symbol;
}

interface Compiled<T> extends Production<T> {
  readonly compiled: Pattern;
}

function compileAll<T>(productions: readonly Production<T>[]): () => readonly Compiled<T>[] {
  let compiled: readonly Compiled<T>[] | undefined;
  return () => (compiled ??= productions.map((production) => ({ ...production, compiled: compilePattern(production.pattern) })));
}

/** Registers a symbol with one meaning: of the productions that fit, the longest, then the first. */
export function rule<T>(name: string, productions: readonly Production<T>[]): Symbol<T> {
  const rows = compileAll(productions);
  return terminal(name, (parser, at) => parser.remember(name, at, () => {
    let best: Match<T> | undefined;
    for (const row of rows()) {
      const match = parser.tryProduction(row, row.compiled, at);
      if (match !== undefined && match.end > (best?.end ?? -1)) best = match;
    }
    return best;
  }));
}

/** Registers a symbol with every meaning that its longest productions give: the place where a phrase can be ambiguous. */
export function readings<T>(name: string, productions: readonly Production<readonly T[]>[]): Symbol<readonly T[]> {
  const rows = compileAll(productions);
  return terminal(name, (parser, at) => parser.remember(name, at, () => {
    const found = rows().flatMap((row) => parser.tryProduction(row, row.compiled, at) ?? []);
    const end = Math.max(...found.map((match) => match.end), -1);
    const values = found.filter((match) => match.end === end).flatMap(({ value }) => value);
    const distinct = [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
    return end < 0 || distinct.length === 0 ? undefined : { end, value: distinct };
  }));
}

/** What a phrase is read with: the plan's year where it is known, and the names that the plan defines. */
export interface Setting {
  readonly year: number | undefined;
  readonly names: Names;
}

/** One reading of one phrase. */
export class Parser {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly setting: Setting;
  /** The token that nothing could take: where the phrase stops being understood. */
  furthest = 0;
  readonly refusals: Refusal[] = [];
  readonly #memory = new Map<string, Match<unknown> | undefined>();

  constructor(text: string, setting: Setting) {
    this.text = text;
    this.tokens = tokenize(text);
    this.setting = setting;
  }

  /** Each symbol is read at most once at each token. */
  remember<T>(name: string, at: number, read: () => Match<T> | undefined): Match<T> | undefined {
    const key = `${name} ${at}`;
    if (this.#memory.has(key)) return this.#memory.get(key) as Match<T> | undefined;
    this.#memory.set(key, undefined);
    const match = read();
    this.#memory.set(key, match);
    return match;
  }

  /** A symbol at a token, without the failure counting as the end of what is understood. */
  peek<T>(symbol: Symbol<T>, at: number): Match<T> | undefined {
    const [furthest, refusals] = [this.furthest, this.refusals.length];
    const match = symbol.match(this, at);
    this.furthest = furthest;
    if (match === undefined) this.refusals.length = refusals;
    return match;
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
