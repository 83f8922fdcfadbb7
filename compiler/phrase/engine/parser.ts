import type { Pattern } from "./pattern.ts";
import type { Refusal } from "./refusal.ts";
import type { GrammarSymbol, LabelledValue, ParseState, PhraseContext, SymbolMatch } from "./symbol.ts";
import type { Token } from "./token.ts";

/** A symbol's match at a token, and the furthest token that it came to. */
interface MemoEntry {
  readonly match: SymbolMatch<unknown> | undefined;
  readonly reached: number;
}

/** The parse of one phrase. */
export class Parser implements ParseState {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly context: PhraseContext;
  readonly symbols: ReadonlyMap<string, GrammarSymbol<unknown>>;
  /** The token that nothing could match: where the phrase cannot be read any further. */
  furthest = 0;
  readonly refusals: Refusal[] = [];
  readonly #memo = new Map<unknown, (MemoEntry | undefined)[]>();

  constructor(
    text: string,
    tokens: readonly Token[],
    context: PhraseContext,
    symbols: ReadonlyMap<string, GrammarSymbol<unknown>>,
  ) {
    this.text = text;
    this.tokens = tokens;
    this.context = context;
    this.symbols = symbols;
  }

  memoize<T>(symbol: unknown, at: number, match: () => SymbolMatch<T> | undefined): SymbolMatch<T> | undefined {
    let entries = this.#memo.get(symbol);
    if (entries === undefined) this.#memo.set(symbol, (entries = []));
    const known = entries[at];
    if (known !== undefined) {
      this.fail(known.reached);
      return known.match as SymbolMatch<T> | undefined;
    }
    // A symbol that asks for itself at the same token has no answer yet.
    entries[at] = { match: undefined, reached: at };
    const before = this.furthest;
    this.furthest = at;
    const found = match();
    entries[at] = { match: found, reached: this.furthest };
    this.furthest = Math.max(before, this.furthest);
    return found;
  }

  peek<T>(symbol: GrammarSymbol<T>, at: number): SymbolMatch<T> | undefined {
    const { furthest } = this;
    const match = symbol.match(this, at);
    this.furthest = furthest;
    return match;
  }

  canMatch(name: string, at: number): boolean {
    const symbol = this.symbols.get(name);
    return symbol !== undefined && this.peek(symbol, at) !== undefined;
  }

  fail(at: number): undefined {
    this.furthest = Math.max(this.furthest, at);
    return undefined;
  }

  words(from: number, to: number): string {
    const [first, last] = [this.tokens[from], this.tokens[to - 1]];
    if (first === undefined || last === undefined || to <= from) return "";
    // Closing quotes and full stops are no tokens; a quote that was opened is taken in to its end.
    const tail = /^[»"”']/.exec(this.text.slice(last.end))?.[0] ?? "";
    const head = /[«"“„]$/.exec(this.text.slice(0, first.start))?.[0] ?? "";
    return `${head}${this.text.slice(first.start, last.end)}${tail}`.replace(/\s+/g, " ");
  }

  walk(pattern: Pattern, at: number, values: LabelledValue[]): number {
    return (walks[pattern.kind] as Walk<Pattern>)(this, pattern, at, values);
  }
}

type Walk<P> = (parser: Parser, pattern: P, at: number, values: LabelledValue[]) => number;

const unmatched = (parser: Parser, at: number): -1 => {
  parser.fail(at);
  return -1;
};

/** Walks a part that may fail without the whole failing; it leaves no values then. */
function tentative(parser: Parser, pattern: Pattern, at: number, values: LabelledValue[]): number {
  const count = values.length;
  const end = parser.walk(pattern, at, values);
  if (end < 0) values.length = count;
  return end;
}

/** How each kind of pattern is walked. Small functions: a `switch` that calls itself costs V8 more to compile than to run. */
const walks: { readonly [K in Pattern["kind"]]: Walk<Extract<Pattern, { readonly kind: K }>> } = {
  word: (parser, { text }, at) => (parser.tokens[at]?.norm === text ? at + 1 : unmatched(parser, at)),
  words: (parser, { texts }, at) => (texts.has(parser.tokens[at]?.norm ?? "") ? at + 1 : unmatched(parser, at)),
  stem: (parser, { hasForm }, at) => {
    const token = parser.tokens[at];
    return token?.kind === "word" && hasForm(token.norm) ? at + 1 : unmatched(parser, at);
  },
  symbol: (parser, { name, label }, at, values) => {
    const match = parser.symbols.get(name)!.match(parser, at);
    if (match === undefined) return unmatched(parser, at);
    values.push([label, match.value]);
    return match.end;
  },
  sequence: (parser, { parts }, at, values) => {
    let end = at;
    for (const part of parts) if ((end = parser.walk(part, end, values)) < 0) return -1;
    return end;
  },
  choice: (parser, { parts }, at, values) => {
    for (const part of parts) {
      const end = tentative(parser, part, at, values);
      if (end >= 0) return end;
    }
    return -1;
  },
  fixed: (parser, { part }, at) =>
    parser.memoize(part, at, () => {
      const end = parser.walk(part, at, []);
      return end < 0 ? undefined : { end, value: undefined };
    })?.end ?? -1,
  optional: (parser, { part }, at, values) => Math.max(at, tentative(parser, part, at, values)),
  repeated: (parser, { part }, at, values) => {
    let end = at;
    for (let next = tentative(parser, part, end, values); next > end; next = tentative(parser, part, end, values))
      end = next;
    return end;
  },
};
