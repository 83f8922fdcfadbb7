import { grammar } from "../grammar.ts";
import type { Unit } from "../../../calendar/units.ts";
import type { Weekday } from "../../../calendar/day.ts";
import { cardinals, months, numberPrefixes, ordinals, recurrences, unitWords, weekdays } from "../lexicon.ts";
import type { SymbolMatch, ParseState } from "../../engine/symbol.ts";
import type { Token } from "../../engine/token.ts";

function looked<T>(table: ReadonlyMap<string, T>): (state: ParseState, at: number) => SymbolMatch<T> | undefined {
  return (state, at) => {
    const token = state.tokens[at];
    const value = token?.kind === "word" ? table.get(token.norm) : undefined;
    return value === undefined ? state.fail(at) : { end: at + 1, value };
  };
}

/** A month in any case: 1–12. */
export const month = grammar.terminal<number>("month", looked(months), ({ norm }) => months.has(norm));
/** A day of the week in any case. */
export const weekday = grammar.terminal<Weekday>("weekday", looked(weekdays), ({ norm }) => weekdays.has(norm));
/** «месяц», «квартал» … in any case. */
export const unit = grammar.terminal<Unit>("unit", looked(unitWords), ({ norm }) => unitWords.has(norm));

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

const yearWord = /^(?:год[ауе]?|г)$/;
const thisYear = /^(?:т|с|текущ(?:его|ем|ий)|эт(?:ого|ом|от))$/;
/** «следующего»: of the year after the plan's. */
export const isNext = (norm: string): boolean => /^следующ(?:его|ем|ий)$/.test(norm);

/** «текущего года», «т.г.», «следующего года»: a year by its place beside the plan's; the plan's own needs no number. */
function pointedYear(state: ParseState, at: number): SymbolMatch<number | undefined> | undefined {
  const first = state.tokens[at]?.norm ?? "";
  const noun = at + (state.tokens[at + 1]?.norm.startsWith("календарн") === true ? 2 : 1);
  if (!yearWord.test(state.tokens[noun]?.norm ?? "")) return state.fail(at);
  const { year: planYear } = state.context;
  if (thisYear.test(first)) return { end: noun + 1, value: planYear };
  return isNext(first) && planYear !== undefined ? { end: noun + 1, value: planYear + 1 } : state.fail(at);
}

/** A year: «2031», «2031 года», «2031 г.», «текущего года»; undefined is the plan's own where that is not known. */
export const year = grammar.terminal<number | undefined>(
  "year",
  (state, at) => {
    const token = state.tokens[at];
    if (token?.kind !== "number" || token.norm.length !== 4) return pointedYear(state, at);
    const next = state.tokens[at + 1];
    return { end: next?.kind === "word" && yearWord.test(next.norm) ? at + 2 : at + 1, value: token.value };
  },
  ({ kind, norm }) => kind === "number" || thisYear.test(norm) || isNext(norm),
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

/** A date in figures: «01.03.2031», «01.03», «2031-03-01». */
export const figures = grammar.terminal<NonNullable<Token["figures"]>>(
  "figures",
  (state, at) => {
    const token = state.tokens[at];
    return token?.figures === undefined ? state.fail(at) : { end: at + 1, value: token.figures };
  },
  ({ kind }) => kind === "figures",
);

/** «15.00», «12:30», «18 часов»: a time of day. */
export const clock = grammar.terminal<true>(
  "clock",
  (state, at) => {
    const [token, next, third] = [state.tokens[at], state.tokens[at + 1], state.tokens[at + 2]];
    if (
      token?.figures !== undefined &&
      token.figures.year === undefined &&
      token.figures.day <= 24 &&
      (token.figures.month === 0 || token.figures.month > 12)
    )
      return { end: at + 1, value: true };
    if (token?.kind !== "number" || token.value > 24) return state.fail(at);
    if (next?.kind === "colon" && third?.kind === "number") return { end: at + 3, value: true };
    return next?.norm.startsWith("час") === true ? { end: at + 2, value: true } : state.fail(at);
  },
  ({ kind }) => kind === "figures" || kind === "number",
);

/** «ежемесячно», «ежемесячный». */
export const recurring = grammar.terminal<Unit>(
  "recurring",
  (state, at) => {
    const token = state.tokens[at];
    const match = token?.kind === "word" ? recurrences.find(({ stem }) => token.norm.startsWith(stem)) : undefined;
    return match === undefined ? state.fail(at) : { end: at + 1, value: match.unit };
  },
  ({ kind, norm }) => kind === "word" && recurrences.some(({ stem }) => norm.startsWith(stem)),
);

export interface Span {
  readonly n: number;
  readonly of: "days" | "weeks" | "months";
}

const adjectives: readonly { readonly stem: RegExp; readonly of: Span["of"]; readonly times: number }[] = [
  { stem: /дневн(?:ый|ого|ому|ым|ом)$/, of: "days", times: 1 },
  { stem: /недельн(?:ый|ого|ому|ым|ом)$/, of: "weeks", times: 1 },
  { stem: /(?:месячн|мес)(?:ый|ого|ому|ым|ом)$/, of: "months", times: 1 },
  { stem: /квартальн(?:ый|ого|ому|ым|ом)$/, of: "months", times: 3 },
  { stem: /полугод(?:ов|ичн)(?:ой|ый|ого|ому|ым|ом)$/, of: "months", times: 6 },
  { stem: /(?:годичн|годов)(?:ый|ой|ого|ому|ым|ом)$/, of: "months", times: 12 },
];

/** «десятидневный», «10-дневный», «месячный» before «срок». */
export const adjectival = grammar.terminal<Span>(
  "adjectival",
  (state, at) => {
    const figure = state.tokens[at]?.kind === "number" ? state.tokens[at].value : undefined;
    const end = figure === undefined ? at : at + 1;
    const { kind, norm = "" } = state.tokens[end] ?? {};
    if (kind !== "word") return state.fail(end);
    for (const { stem, of, times } of adjectives) {
      const match = stem.exec(norm);
      if (match === null) continue;
      const prefix = norm.slice(0, match.index);
      const n = figure ?? numberPrefixes.find(([word]) => word === prefix)?.[1];
      if (n === undefined || (figure !== undefined && prefix !== "")) return state.fail(end);
      return { end: end + 1, value: { n: n * times, of } };
    }
    return state.fail(end);
  },
  ({ kind }) => kind === "number" || kind === "word",
);
