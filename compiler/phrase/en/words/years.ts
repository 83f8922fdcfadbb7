import type { GrammarMatch } from "../../engine/match.ts";
import type { ParseState, SymbolMatch } from "../../engine/symbol.ts";
import { normAt } from "../../engine/token-at.ts";
import { grammar } from "../grammar.ts";

const now = /^(?:this|current|same|present)$/;
const ahead = /^(?:next|following|coming|subsequent)$/;
const kind = /^(?:calendar|reporting)$/;

/** “this year”, “the following calendar year”, “the year following the reporting year”: a year relative to the plan's. */
function pointedYear(state: ParseState, at: number): SymbolMatch<number | undefined> | undefined {
  const { year } = state.context;
  const next = year === undefined ? undefined : year + 1;
  const noun = at + (kind.test(normAt(state, at + 1)) ? 2 : 1);
  if (now.test(normAt(state, at)) && normAt(state, noun) === "year") return { end: noun + 1, value: year };
  if (ahead.test(normAt(state, at)) && normAt(state, noun) === "year" && next !== undefined)
    return { end: noun + 1, value: next };
  if (normAt(state, at) !== "year" || !/^(?:following|after)$/.test(normAt(state, at + 1)) || next === undefined)
    return state.fail(at);
  const of = at + (normAt(state, at + 2) === "the" ? 3 : 2);
  const last = of + (/^(?:reporting|current)$/.test(normAt(state, of)) ? 1 : 0);
  return normAt(state, last) === "year" || last > of
    ? { end: normAt(state, last) === "year" ? last + 1 : last, value: next }
    : state.fail(last);
}

/** A year: “2031”, “of 2031”, “of the current year”; the value is undefined for the plan's own where that is not known. */
export const year = grammar.terminal<number | undefined>(
  "year",
  (state, at) => {
    let from = at;
    if (normAt(state, from) === "of" || normAt(state, from) === "in") from += 1;
    if (normAt(state, from) === "the" || normAt(state, from) === "that") from += 1;
    const token = state.tokens[from];
    if (token?.kind !== "number") return pointedYear(state, from);
    return token.norm.length === 4 && token.end - token.start === 4
      ? { end: from + 1, value: token.value }
      : state.fail(from);
  },
  ({ kind: of, norm: word }) => of === "number" || of === "word" || word === "of",
);

/** Whether words name the year after the plan's: “of the following year”. */
export const pointsAhead = ({ state, from, to }: GrammarMatch): boolean =>
  state.tokens
    .slice(from, to)
    .some(
      ({ norm: word }, index) => ahead.test(word) && /^(?:calendar|year|the)$/.test(normAt(state, from + index + 1)),
    );
