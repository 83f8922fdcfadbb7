import type { ParseState, SymbolMatch } from "../../engine/symbol.ts";
import { normAt } from "../../engine/token-at.ts";
import { grammar } from "../grammar.ts";

const yearWord = /^(?:год[ауе]?|г)$/;
const thisYear = /^(?:т|с|текущ(?:его|ем|ий)|эт(?:ого|ом|от))$/;
/** The coming financial year is the one after the current (БК РФ, ст. 6). */
const coming = /^очередн(?:ого|ом|ой)$/;
/** Whether a word is a form of «следующий». */
export const isNext = (norm: string): boolean => /^следующ(?:его|ем|ий)$/.test(norm);

/** «текущего года», «т.г.», «следующего года»: a year relative to the plan's; the current one has a value only where that is known. */
function pointedYear(state: ParseState, at: number): SymbolMatch<number | undefined> | undefined {
  const first = normAt(state, at);
  const noun = at + (/^(?:календарн|финансов)/.test(normAt(state, at + 1)) ? 2 : 1);
  if (!yearWord.test(normAt(state, noun))) return state.fail(at);
  const { year: planYear } = state.context;
  if (thisYear.test(first) || /^финансов/.test(first)) return { end: noun + 1, value: planYear };
  return (isNext(first) || coming.test(first)) && planYear !== undefined
    ? { end: noun + 1, value: planYear + 1 }
    : state.fail(at);
}

/** A year: «2031», «2031 года», «2031 г.», «текущего года»; the value is undefined for the plan's own where that is not known. */
export const year = grammar.terminal<number | undefined>(
  "year",
  (state, at) => {
    const token = state.tokens[at];
    if (token?.kind !== "number" || token.norm.length !== 4) return pointedYear(state, at);
    const next = state.tokens[at + 1];
    return { end: next?.kind === "word" && yearWord.test(next.norm) ? at + 2 : at + 1, value: token.value };
  },
  ({ kind, norm }) => kind === "number" || thisYear.test(norm) || isNext(norm) || /^(?:очередн|финансов)/.test(norm),
);

/** A year that stands for itself: «2031 год». */
export const wholeYear = grammar.terminal<number>(
  "whole-year",
  (state, at) => {
    const match = state.tokens[at]?.kind === "number" ? year.match(state, at) : undefined;
    return match?.value !== undefined && match.end === at + 2
      ? { end: match.end, value: match.value }
      : state.fail(match === undefined ? at : at + 1);
  },
  ({ kind }) => kind === "number",
);
