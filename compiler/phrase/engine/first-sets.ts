import { isFormOf } from "./inflection-endings.ts";
import type { Pattern } from "./pattern.ts";
import type { Token } from "./token.ts";

/** What a pattern can begin with: productions that cannot begin with the token at hand are not tried. */
export interface First {
  readonly fits: (token: Token) => boolean;
  /** It may also match nothing at all. */
  readonly nullable: boolean;
}

const nothing: First = { fits: () => false, nullable: true };
const either = (a: First, b: First): First => ({
  fits: (token) => a.fits(token) || b.fits(token),
  nullable: a.nullable || b.nullable,
});

type FirstOf<P> = (pattern: P, of: (symbol: string) => First) => First;

const firsts: { readonly [K in Pattern["kind"]]: FirstOf<Extract<Pattern, { readonly kind: K }>> } = {
  word: ({ text }) => ({ fits: ({ norm }) => norm === text, nullable: false }),
  words: ({ texts }) => ({ fits: ({ norm }) => texts.has(norm), nullable: false }),
  stem: ({ text }) => ({ fits: ({ kind, norm }) => kind === "word" && isFormOf(norm, text), nullable: false }),
  symbol: ({ name }, of) => of(name),
  choice: ({ parts }, of) => parts.map((part) => firstOf(part, of)).reduce(either),
  fixed: ({ part }, of) => firstOf(part, of),
  optional: ({ part }, of) => ({ ...firstOf(part, of), nullable: true }),
  repeated: ({ part }, of) => ({ ...firstOf(part, of), nullable: true }),
  sequence: ({ parts }, of) => {
    let result = nothing;
    for (const part of parts) {
      const next = firstOf(part, of);
      result = { fits: either(result, next).fits, nullable: next.nullable };
      if (!next.nullable) break;
    }
    return result;
  },
};

/** The first tokens of a pattern; `of` knows those of a symbol. */
export const firstOf: FirstOf<Pattern> = (pattern, of) => (firsts[pattern.kind] as FirstOf<Pattern>)(pattern, of);
