import type { FirstSet } from "./first-sets.ts";
import { Parser } from "./parser.ts";
import { PatternCompiler } from "./pattern.ts";
import { anyToken, ProductionTable, type PatternContext, type Production } from "./productions.ts";
import type { GrammarSymbol, PhraseContext, SymbolMatch } from "./symbol.ts";
import { tokenizer, withoutSurroundings, type Token, type TokenRules } from "./token.ts";

/** What the engine is told of a language; the rest of it are the rows of its grammar. */
export interface WordRules {
  readonly tokens: TokenRules;
  /** Whether a word in its normal form is an inflected form of a stem. */
  readonly isFormOf: (word: string, stem: string) => boolean;
}

/** The grammar of one language: its symbols by name, so that patterns can refer to one another in any order. */
export class Grammar {
  readonly #symbols = new Map<string, GrammarSymbol<unknown>>();
  readonly #patterns: PatternContext;
  readonly #tokenize: (text: string) => Token[];

  constructor({ tokens, isFormOf }: WordRules) {
    const compiler = new PatternCompiler(isFormOf);
    this.#tokenize = tokenizer(tokens);
    this.#patterns = {
      compile: (pattern) => compiler.compile(pattern),
      firstOfSymbol: (name) => this.#symbols.get(name)!.first(),
    };
  }

  /**
   * Registers a symbol that is matched by code: a number, a word of a table, free words. `firstTokens` says which tokens it can
   * begin with; without it any.
   */
  terminal<T>(name: string, match: GrammarSymbol<T>["match"], firstTokens?: FirstSet["matches"]): GrammarSymbol<T> {
    const first = firstTokens === undefined ? anyToken : { matches: firstTokens, nullable: false };
    return this.#register({ name, first: () => first, match });
  }

  /** Registers a symbol of single words, those of a table, with their values. */
  words<T>(name: string, table: ReadonlyMap<string, T>): GrammarSymbol<T> {
    const match: GrammarSymbol<T>["match"] = (state, at) => {
      const token = state.tokens[at];
      const value = token?.kind === "word" ? table.get(token.norm) : undefined;
      return value === undefined ? state.fail(at) : { end: at + 1, value };
    };
    return this.terminal(name, match, ({ norm }) => table.has(norm));
  }

  /** Registers the symbol of a date in figures: «01.03.2031», «01.03», «2031-03-01». */
  figures(name: string): GrammarSymbol<NonNullable<Token["figures"]>> {
    const match: GrammarSymbol<NonNullable<Token["figures"]>>["match"] = (state, at) => {
      const figures = state.tokens[at]?.figures;
      return figures === undefined ? state.fail(at) : { end: at + 1, value: figures };
    };
    return this.terminal(name, match, ({ kind }) => kind === "figures");
  }

  /** Registers a symbol with one value: of the productions that match, the longest, then the first. */
  rule<T>(name: string, productions: readonly Production<T>[]): GrammarSymbol<T> {
    const table = new ProductionTable(productions, this.#patterns);
    const match: GrammarSymbol<T>["match"] = (state, at) =>
      state.memoize(match, at, () => {
        let best: SymbolMatch<T> | undefined;
        for (const found of table.matchesAt(state, at)) if (found.end > (best?.end ?? -1)) best = found;
        return best;
      });
    return this.#register({ name, first: () => table.first(), match });
  }

  /** Registers a symbol with the values of all its longest productions, each once: where a phrase can be ambiguous. */
  ambiguousRule<T>(name: string, productions: readonly Production<readonly T[]>[]): GrammarSymbol<readonly T[]> {
    const table = new ProductionTable(productions, this.#patterns);
    const match: GrammarSymbol<readonly T[]>["match"] = (state, at) =>
      state.memoize(match, at, () => {
        const found = table.matchesAt(state, at);
        const end = Math.max(...found.map((entry) => entry.end), -1);
        const values = found.filter((entry) => entry.end === end).flatMap(({ value }) => value);
        const distinct =
          values.length < 2 ? values : [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
        return distinct.length === 0 ? undefined : { end, value: distinct };
      });
    return this.#register({ name, first: () => table.first(), match });
  }

  /** The tokens of a text, whatever it holds. */
  tokenize(text: string): Token[] {
    return this.#tokenize(text);
  }

  /** Begins to parse a phrase. */
  parser(text: string, context: PhraseContext): Parser {
    return new Parser(text, withoutSurroundings(this.#tokenize(text)), context, this.#symbols);
  }

  #register<T>(symbol: GrammarSymbol<T>): GrammarSymbol<T> {
    this.#symbols.set(symbol.name, symbol);
    return symbol;
  }
}
