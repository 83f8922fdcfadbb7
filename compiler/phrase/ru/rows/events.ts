import { isOneSlip } from "../../../source/nearest.ts";
import { grammar } from "../grammar.ts";
import { cardinals, months, ordinals, unitWords, weekdays } from "../words/lexicon.ts";
import type { ParseState } from "../../engine/symbol.ts";
import { isSpaced, normAt } from "../../engine/token-at.ts";
import { beginsTime, endOfWords } from "./time-words.ts";

/** Words that no event begins with, because they begin something else. */
const grammatical =
  /^(?:до|по|с|со|к|ко|в|во|на|за|не|и|или|а|но|от|при|раз|раза|числ[оау]|день|дня|дней|дню|конца|концу|начала|начало|началу|включительно|около|примерно|ориентировочно|приблизительно|мере|чем|через|спустя|минимум|середин[аыеу]|(?:ежедневн|ежемесячн|еженедельн|ежеквартальн|ежегодн|последн|кажд|следующ|течени).*)$/;

const calendarWords = [...months.keys(), ...weekdays.keys(), ...unitWords.keys()].filter((word) => word.length > 3);
const isCalendar = (word: string): boolean => months.has(word) || weekdays.has(word) || unitWords.has(word);
/** A month, weekday or unit with one wrong letter: not an event's name. */
const misspelt = (word: string): boolean =>
  word.length > 3 && !isCalendar(word) && calendarWords.some((known) => isOneSlip(word, known));

const pointing = /^(?:кажд|отчетн|текущ|эт(?:ого|ой|им)$|календарн|финансов|соответствующ|данн|очередн|истекш)/;
const ends = /^(?:окончани|завершени|истечени|конца|концу|начала|началу)/;

/** Whether an event can begin with this token. */
function begins({ tokens }: ParseState, at: number): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (token?.kind !== "word" || token.norm.length < 3 || ordinals.has(token.norm) || cardinals.has(token.norm))
    return false;
  if (ends.test(token.norm)) {
    // «окончания приема» is an event, «окончания отчетного месяца» a bound.
    let noun = at + 1;
    while (pointing.test(tokens[noun]?.norm ?? "") || ordinals.has(tokens[noun]?.norm ?? "")) noun += 1;
    if (noun === at + 1 && ["close", undefined].includes(tokens[noun]?.kind)) return true;
    return (
      tokens[noun]?.kind === "word" &&
      !/^(?:нов|следующ|предстоящ)/.test(tokens[noun]!.norm) &&
      !isCalendar(tokens[noun]!.norm) &&
      !/^(?:декад|половин)/.test(tokens[noun]!.norm) &&
      !tokens.slice(noun, noun + 2).some(({ norm }) => norm === "дня")
    );
  }
  return (
    !isCalendar(token.norm) &&
    !misspelt(token.norm) &&
    !(/^(?:нов|следующ|предстоящ)/.test(token.norm) && /^(?:учебн|год)/.test(next?.norm ?? "")) &&
    !grammatical.test(token.norm) &&
    !(/^(?:раб|кал)/.test(token.norm) && /^(?:дн|день)/.test(next?.norm ?? ""))
  );
}

/** Whether the words of an event end before a token: a remark in brackets, a dash between spaces, an alternative, an act. */
function stops(state: ParseState, at: number): boolean {
  const token = state.tokens[at]!;
  const next = normAt(state, at + 1);
  if (token.kind === "dash") return isSpaced(state, at);
  if (token.kind === "open") return ["или", "начиная", "смотря"].includes(next) || isWhichever(state, at + 1);
  if (token.kind === "comma")
    return ["или", "но", "начиная", "смотря"].includes(next) || isWhichever(state, at + 1) || beginsTime(state, at + 1);
  if (token.kind !== "word") return false;
  if (token.norm === "или" || token.norm === "либо") return state.canMatch("simple", at + 1);
  return byAct(state, at) || token.norm === "включительно";
}

const isWhichever = (state: ParseState, at: number): boolean =>
  normAt(state, at) === "в" && normAt(state, at + 1) === "зависимости";

const byAct = (state: ParseState, at: number): boolean =>
  (normAt(state, at) === "в" && normAt(state, at + 1) === "соответствии") || normAt(state, at) === "согласно";

/** An event in the order's words: everything up to where something else begins. */
export const event = grammar.terminal<string>(
  "event",
  (state, at) => {
    if (!begins(state, at)) return state.fail(at);
    const end = endOfWords(state, at, (token) => stops(state, token));
    if (end === at) return state.fail(at);
    return { end, value: state.words(at, end) };
  },
  ({ kind }) => kind === "word",
);

/** «… в соответствии с административным регламентом»: the act behind an event, which changes no date. */
grammar.terminal<string>("act-tail", (state, at) => {
  if (!byAct(state, at)) return undefined;
  const end = endOfWords(state, at, (token) => ["open", "close"].includes(state.tokens[token]!.kind));
  if (end === at) return state.fail(at);
  return { end, value: state.words(at, end) };
});
