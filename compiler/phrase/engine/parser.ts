import { isFormOf } from "./inflection-endings.ts";
import type { Pattern } from "./pattern.ts";
import type { Refusal } from "./refusal.ts";
import { symbols, type Match, type Reader, type Setting, type Symbol } from "./symbol.ts";
import { phraseTokens, type Token } from "./token.ts";

/** What a symbol was found to be at a token, and the token that it came to. */
interface Remembered {
  readonly match: Match<unknown> | undefined;
  readonly reached: number;
}

/** One reading of one phrase. */
export class Parser implements Reader {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly setting: Setting;
  /** The token that nothing could take: where the phrase stops being understood. */
  furthest = 0;
  readonly refusals: Refusal[] = [];
  readonly #memory = new Map<unknown, (Remembered | undefined)[]>();

  constructor(text: string, setting: Setting) {
    this.text = text;
    this.tokens = phraseTokens(text);
    this.setting = setting;
  }

  /** Each symbol is read at most once at each token. */
  remember<T>(symbol: unknown, at: number, read: () => Match<T> | undefined): Match<T> | undefined {
    let known = this.#memory.get(symbol);
    if (known === undefined) this.#memory.set(symbol, (known = []));
    const earlier = known[at];
    if (earlier !== undefined) {
      this.fail(earlier.reached);
      return earlier.match as Match<T> | undefined;
    }
    // A symbol that asks for itself at the same token has no answer yet.
    known[at] = { match: undefined, reached: at };
    const before = this.furthest;
    this.furthest = at;
    const match = read();
    known[at] = { match, reached: this.furthest };
    this.furthest = Math.max(before, this.furthest);
    return match;
  }

  /** A symbol at a token, without the failure counting as the end of what is understood. */
  peek<T>(symbol: Symbol<T>, at: number): Match<T> | undefined {
    const { furthest } = this;
    const match = symbol.match(this, at);
    this.furthest = furthest;
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

  /** The words of the phrase from one token up to another, as they were written. */
  words(from: number, to: number): string {
    const [first, last] = [this.tokens[from], this.tokens[to - 1]];
    if (first === undefined || last === undefined || to <= from) return "";
    // Closing quotes and full stops are no tokens; a quote that was opened is taken in to its end.
    const tail = /^[»"”']/.exec(this.text.slice(last.end))?.[0] ?? "";
    const head = /[«"“„]$/.exec(this.text.slice(0, first.start))?.[0] ?? "";
    return `${head}${this.text.slice(first.start, last.end)}${tail}`.replace(/\s+/g, " ");
  }

  walk(pattern: Pattern, at: number, values: Values): number {
    return (walks[pattern.kind] as Walk<Pattern>)(this, pattern, at, values);
  }
}

type Values = [label: string, value: unknown][];
type Walk<P> = (parser: Parser, pattern: P, at: number, values: Values) => number;

const refused = (parser: Parser, at: number): -1 => {
  parser.fail(at);
  return -1;
};

/** A part that may fail without the whole failing: it leaves no values then. */
function tentative(parser: Parser, pattern: Pattern, at: number, values: Values): number {
  const kept = values.length;
  const end = parser.walk(pattern, at, values);
  if (end < 0) values.length = kept;
  return end;
}

/** How each kind of pattern is walked. Small functions: a `switch` that calls itself costs V8 more to compile than to run. */
const walks: { readonly [K in Pattern["kind"]]: Walk<Extract<Pattern, { readonly kind: K }>> } = {
  word: (parser, { text }, at) => (parser.tokens[at]?.norm === text ? at + 1 : refused(parser, at)),
  words: (parser, { texts }, at) => (texts.has(parser.tokens[at]?.norm ?? "") ? at + 1 : refused(parser, at)),
  stem: (parser, { text }, at) => {
    const token = parser.tokens[at];
    return token?.kind === "word" && isFormOf(token.norm, text) ? at + 1 : refused(parser, at);
  },
  symbol: (parser, { name, label }, at, values) => {
    const match = symbols.get(name)!.match(parser, at);
    if (match === undefined) return refused(parser, at);
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
    parser.remember(part, at, () => {
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
