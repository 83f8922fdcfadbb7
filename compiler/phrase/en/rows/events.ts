import { isOneSlip } from "../../../source/nearest.ts";
import type { ParseState } from "../../engine/symbol.ts";
import { isSpaced, normAt, tokenAt } from "../../engine/token-at.ts";
import { grammar } from "../grammar.ts";
import { cardinals, months, ordinals, recurrences, unitWords, weekdays } from "../words/lexicon.ts";
import { namedSelector } from "./days/day-selectors.ts";
import { beginsTime, endOfWords, isMonth } from "./time-words.ts";

/** Words that no event begins with, because they begin something else or name no event. */
const grammatical =
  /^(?:by|until|till|from|to|of|in|on|at|for|with|within|during|no|not|and|or|but|if|as|than|once|twice|every|each|at|least|about|around|approximately|circa|early|late|mid|soon|further|then|that|which|it|day|days|date|dates|time|now|today|tomorrow|working|business|calendar|school|court|banking|close|cob|eob|eod|noon|midday|midnight|same|next|following|previous|daily|the|a|an|any|some|few|several|reasonable|hours?|minutes?|deadlines?|times|period|if|or)$/;
const article = /^(?:the|a|an|any|such|its|their|his|her|our|your)$/;
/** Words before a unit that make no event of it: “the end of the fiscal year”. */
const ofTime =
  /^(?:fiscal|financial|calendar|academic|school|reporting|current|relevant|tax|business|fy|spring|summer|autumn|fall|winter|following|next|previous|preceding)$/;
const bound = /^(?:end|start|beginning|close)$/;
const isCalendar = (word: string): boolean => weekdays.has(word) || unitWords.has(word) || months.has(word);

const calendarWords = [...months.keys(), ...weekdays.keys(), ...unitWords.keys()].filter((word) => word.length > 4);
/** A month, weekday or unit with one wrong letter: not an event's name. */
const misspelt = (word: string): boolean =>
  word.length > 4 && !isCalendar(word) && calendarWords.some((known) => isOneSlip(word, known));

/** Whether what stands here is a unit of time, with what may stand before one: no event. */
function isUnitOfTime(state: ParseState, at: number): boolean {
  let noun = at;
  while (/^(?:the|a|an|each|every|this|that)$/.test(normAt(state, noun)) || ofTime.test(normAt(state, noun))) noun += 1;
  const norm = normAt(state, noun);
  return (
    isCalendar(norm) ||
    tokenAt(state, noun).kind === "number" ||
    /^[qh]$/.test(norm) ||
    (noun > at && ordinals.has(norm)) ||
    (noun > at &&
      /^(?:half|term|semester|season|trimester|period|day|days)$/.test(norm) &&
      ofTime.test(normAt(state, noun - 1)))
  );
}

/** Whether an event can begin with this token. */
function begins(state: ParseState, at: number): boolean {
  const first = tokenAt(state, at);
  if (first.kind !== "word" && !(first.kind === "roman" && at > 0)) return false;
  const head = at + (article.test(first.norm) ? 1 : 0);
  const { kind, norm } = tokenAt(state, head);
  if (kind !== "word" || isUnitOfTime(state, at) || misspelt(norm)) return false;
  const next = normAt(state, head + 1);
  if (/^(?:last|final|first)$/.test(norm) && /^(?:working|business|calendar|day|days)$/.test(next)) return false;
  if (/^(?:last|final|first)$/.test(norm) && weekdays.has(next)) return false;
  // the penultimate working day of …, the last full week of …
  if (/working-day|week|7-days/.test(state.peek(namedSelector, head)?.value ?? "")) return false;
  if (norm === "close" && /^(?:business|play)$/.test(normAt(state, head + 2))) return false;
  if (bound.test(norm)) return normAt(state, head + 1) === "of" && !isUnitOfTime(state, head + 2);
  return (
    !cardinals.has(norm) &&
    !(ordinals.has(norm) && head === at) &&
    !grammatical.test(norm) &&
    !recurrences.has(norm) &&
    !(isCalendar(norm) || isMonth(state, head))
  );
}

/** Whether the words of an event end before a token: a remark in brackets, a dash between spaces, an alternative, an act. */
function stops(state: ParseState, at: number): boolean {
  const token = state.tokens[at]!;
  const next = normAt(state, at + 1);
  if (token.kind === "dash") return isSpaced(state, at);
  if (token.kind === "colon") return true;
  if (token.kind === "open") return /^(?:or|starting|if|unless|but|whichever)$/.test(next);
  if (token.kind === "comma")
    return /^(?:or|but|starting|if|unless|whichever|within)$/.test(next) || beginsTime(state, at + 1);
  if (token.kind !== "word") return false;
  if (token.norm === "or") return state.canMatch("simple", at + 1);
  return (
    byAct(state, at) ||
    /^(?:whichever|inclusive|unless|if|but)$/.test(token.norm) ||
    (token.norm === "within" && beginsTime(state, at))
  );
}

const byAct = (state: ParseState, at: number): boolean =>
  (normAt(state, at) === "in" && normAt(state, at + 1) === "accordance") || normAt(state, at) === "pursuant";

/** An event in the plan's words: everything up to where something else begins. */
export const event = grammar.terminal<string>(
  "event",
  (state, at) => {
    if (!begins(state, at)) return state.fail(at);
    const end = endOfWords(state, at, (token) => stops(state, token));
    return end === at ? state.fail(at) : { end, value: state.words(at, end) };
  },
  ({ kind }) => kind === "word",
);

/** “… in accordance with the regulations”: the act behind an event, which changes no date. */
grammar.terminal<string>("act-tail", (state, at) => {
  if (!byAct(state, at)) return undefined;
  const end = endOfWords(state, at, (token) => ["open", "close"].includes(state.tokens[token]!.kind));
  return end === at ? state.fail(at) : { end, value: state.words(at, end) };
});
