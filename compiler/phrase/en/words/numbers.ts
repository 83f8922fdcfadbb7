import type { ParseState, SymbolMatch } from "../../engine/symbol.ts";
import type { Token } from "../../engine/token.ts";
import { grammar } from "../grammar.ts";
import { cardinals, ordinals } from "./lexicon.ts";

/** Whether figures have an ending: “3rd”. */
const hasEnding = ({ start, end, norm }: Token): boolean => end - start > norm.length;

/** A number in words: “five”, “twenty-five”, “twenty-fifth”; the last word is looked up in the table. */
function spelled(
  { tokens }: ParseState,
  at: number,
  table: ReadonlyMap<string, number>,
): SymbolMatch<number> | undefined {
  const first = tokens[at];
  if (first?.kind !== "word") return undefined;
  const tens = cardinals.get(first.norm) ?? 0;
  if (tens >= 20) {
    const next = at + (tokens[at + 1]?.kind === "dash" ? 2 : 1);
    const ones = table.get(tokens[next]?.norm ?? "");
    if (ones !== undefined && ones > 0 && ones < 10) return { end: next + 1, value: tens + ones };
  }
  const value = table.get(first.norm);
  return value === undefined ? undefined : { end: at + 1, value };
}

/** How many: “3”, “three”, “twenty-five”. */
export const number = grammar.terminal<number>(
  "number",
  (state, at) => {
    const token = state.tokens[at];
    if (token?.kind === "number") return hasEnding(token) ? state.fail(at) : { end: at + 1, value: token.value };
    return spelled(state, at, cardinals) ?? state.fail(at);
  },
  ({ kind, norm }) => kind === "number" || cardinals.has(norm),
);

const isOrdinal = ({ kind, norm }: Token): boolean => kind === "number" || ordinals.has(norm) || cardinals.has(norm);

/** Which: “1st”, “first”, “twenty-fifth”. */
export const ordinal = grammar.terminal<number>(
  "ordinal",
  (state, at) => {
    const token = state.tokens[at];
    if (token?.kind === "number")
      return hasEnding(token) && token.norm.length <= 2 ? { end: at + 1, value: token.value } : state.fail(at);
    return spelled(state, at, ordinals) ?? state.fail(at);
  },
  isOrdinal,
);

/** A day of a month beside its name: “15”, “1st”, “first”. */
export const day = grammar.terminal<number>(
  "day",
  (state, at) => {
    const token = state.tokens[at];
    if (token?.kind === "number" && token.norm.length <= 2) return { end: at + 1, value: token.value };
    return ordinal.match(state, at);
  },
  isOrdinal,
);
