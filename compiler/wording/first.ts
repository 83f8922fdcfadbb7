import type { Pattern } from "./pattern.ts";
import type { Token } from "./token.ts";

/** What a pattern can begin with: productions that cannot begin with the token at hand are not tried. */
export interface First {
  readonly fits: (token: Token) => boolean;
  /** It may also match nothing at all. */
  readonly nullable: boolean;
}

const nothing: First = { fits: () => false, nullable: true };
const either = (a: First, b: First): First => ({ fits: (token) => a.fits(token) || b.fits(token), nullable: a.nullable || b.nullable });

/** The first tokens of a pattern; `of` knows those of a symbol. */
export function firstOf(pattern: Pattern, of: (symbol: string) => First): First {
  switch (pattern.kind) {
    case "word": return { fits: ({ norm }) => norm === pattern.text, nullable: false };
    case "stem": return { fits: ({ kind, norm }) => kind === "word" && norm.startsWith(pattern.text), nullable: false };
    case "symbol": return of(pattern.name);
    case "choice": return pattern.parts.map((part) => firstOf(part, of)).reduce(either);
    case "optional":
    case "repeated": return { ...firstOf(pattern.part, of), nullable: true };
    case "sequence": {
      let result = nothing;
      for (const part of pattern.parts) {
        const next = firstOf(part, of);
        const before = result;
        result = { fits: (token) => before.fits(token) || next.fits(token), nullable: next.nullable };
        if (!next.nullable) break;
      }
      return result;
    }
  }
}
