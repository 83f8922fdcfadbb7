import type { GrammarMatch } from "../../engine/match.ts";
import type { ParseState, SymbolMatch } from "../../engine/symbol.ts";
import { grammar } from "../grammar.ts";

const now = /^(?:this|current|same|present)$/;
const ahead = /^(?:next|following|coming|subsequent)$/;
const kind = /^(?:calendar|reporting)$/;

const norm = ({ tokens }: ParseState, at: number): string => tokens[at]?.norm ?? "";

/** “this year”, “the following calendar year”, “the year following the reporting year”: a year relative to the plan's. */
function pointedYear(state: ParseState, at: number): SymbolMatch<number | undefined> | undefined {
  const { year } = state.context;
  const next = year === undefined ? undefined : year + 1;
  const noun = at + (kind.test(norm(state, at + 1)) ? 2 : 1);
  if (now.test(norm(state, at)) && norm(state, noun) === "year") return { end: noun + 1, value: year };
  if (ahead.test(norm(state, at)) && norm(state, noun) === "year" && next !== undefined)
    return { end: noun + 1, value: next };
  if (norm(state, at) !== "year" || !/^(?:following|after)$/.test(norm(state, at + 1)) || next === undefined)
    return state.fail(at);
  const of = at + (norm(state, at + 2) === "the" ? 3 : 2);
  const last = of + (/^(?:reporting|current)$/.test(norm(state, of)) ? 1 : 0);
  return norm(state, last) === "year" || last > of
    ? { end: norm(state, last) === "year" ? last + 1 : last, value: next }
    : state.fail(last);
}

/** A year: “2031”, “of 2031”, “of the current year”; the value is undefined for the plan's own where that is not known. */
export const year = grammar.terminal<number | undefined>(
  "year",
  (state, at) => {
    let from = at;
    if (norm(state, from) === "of" || norm(state, from) === "in") from += 1;
    if (norm(state, from) === "the" || norm(state, from) === "that") from += 1;
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
    .some(({ norm: word }, index) => ahead.test(word) && /^(?:calendar|year|the)$/.test(norm(state, from + index + 1)));
