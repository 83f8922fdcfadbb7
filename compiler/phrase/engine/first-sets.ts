import type { Pattern } from "./pattern.ts";
import type { Token } from "./token.ts";

/** What a pattern can begin with: productions that cannot begin with the token at hand are not tried. */
export interface FirstSet {
  readonly matches: (token: Token) => boolean;
  /** Whether the pattern may also match no token at all. */
  readonly nullable: boolean;
}

const nothing: FirstSet = { matches: () => false, nullable: true };
const either = (a: FirstSet, b: FirstSet): FirstSet => ({
  matches: (token) => a.matches(token) || b.matches(token),
  nullable: a.nullable || b.nullable,
});

type FirstOf<P> = (pattern: P, of: (symbol: string) => FirstSet) => FirstSet;

const firsts: { readonly [K in Pattern["kind"]]: FirstOf<Extract<Pattern, { readonly kind: K }>> } = {
  word: ({ text }) => ({ matches: ({ norm }) => norm === text, nullable: false }),
  words: ({ texts }) => ({ matches: ({ norm }) => texts.has(norm), nullable: false }),
  stem: ({ hasForm }) => ({ matches: ({ kind, norm }) => kind === "word" && hasForm(norm), nullable: false }),
  symbol: ({ name }, of) => of(name),
  choice: ({ parts }, of) => parts.map((part) => firstOf(part, of)).reduce(either),
  fixed: ({ part }, of) => firstOf(part, of),
  optional: ({ part }, of) => ({ ...firstOf(part, of), nullable: true }),
  repeated: ({ part }, of) => ({ ...firstOf(part, of), nullable: true }),
  sequence: ({ parts }, of) => {
    let result = nothing;
    for (const part of parts) {
      const next = firstOf(part, of);
      result = { matches: either(result, next).matches, nullable: next.nullable };
      if (!next.nullable) break;
    }
    return result;
  },
};

/** The first set of a pattern; `of` gives those of symbols. */
export const firstOf: FirstOf<Pattern> = (pattern, of) => (firsts[pattern.kind] as FirstOf<Pattern>)(pattern, of);
