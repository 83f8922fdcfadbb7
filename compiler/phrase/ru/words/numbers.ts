import type { SymbolMatch } from "../../engine/symbol.ts";
import type { Token } from "../../engine/token.ts";
import { grammar } from "../grammar.ts";
import { cardinals, ordinals } from "./lexicon.ts";

/** A number in words: «десяти», «двадцать пятого»; the last word may be an ordinal. */
function spelled(
  tokens: readonly Token[],
  at: number,
  table: ReadonlyMap<string, number>,
): SymbolMatch<number> | undefined {
  let sum = 0;
  let end = at;
  for (let round = 1000; ; end++) {
    const token = tokens[end];
    const value = token?.kind === "word" ? (table.get(token.norm) ?? cardinals.get(token.norm)) : undefined;
    const next = value === undefined ? 1000 : value >= 100 ? 100 : value >= 20 ? 10 : 1;
    if (value === undefined || next >= round) break;
    sum += value;
    round = next;
    if (next === 1 || (table.get(token!.norm) !== undefined && table !== cardinals)) {
      end += 1;
      break;
    }
  }
  return end === at ? undefined : { end, value: sum };
}

/** How many: «3», «3-х», «трёх», «двадцати пяти». */
export const number = grammar.terminal<number>(
  "number",
  (state, at) => {
    const token = state.tokens[at];
    if (token?.kind === "number") return { end: at + 1, value: token.value };
    return spelled(state.tokens, at, cardinals) ?? state.fail(at);
  },
  ({ kind, norm }) => kind === "number" || cardinals.has(norm),
);

const isOrdinal = ({ kind, norm }: Token): boolean =>
  kind === "number" || kind === "roman" || ordinals.has(norm) || cardinals.has(norm);

/** Which: «1-й», «I», «первого», «двадцать пятое». */
export const ordinal = grammar.terminal<number>(
  "ordinal",
  (state, at) => {
    const token = state.tokens[at];
    if (token?.kind === "roman" || (token?.kind === "number" && token.norm.length <= 2))
      return { end: at + 1, value: token.value };
    const words = spelled(state.tokens, at, ordinals);
    return words === undefined || !ordinals.has(state.tokens[words.end - 1]!.norm) ? state.fail(at) : words;
  },
  isOrdinal,
);

/** A day of a month: «15», «1-го», «первое». */
export const day = grammar.terminal<number>(
  "day",
  (state, at) => (state.tokens[at]?.kind === "roman" ? state.fail(at) : ordinal.match(state, at)),
  isOrdinal,
);
