/** What stands beside a deadline: its addressees, its subject. */
import { grammar } from "../grammar.ts";
import { datedRule } from "./dated.ts";
import { months, weekdays } from "../words/lexicon.ts";
import { stems } from "../words/stems.ts";
import { recurrence } from "./recurrence.ts";
import type { ParseState } from "../../engine/symbol.ts";
import { normAt } from "../../engine/token-at.ts";
import { endOfWords } from "./time-words.ts";
import { remarkReader } from "../../sense/remarks.ts";

/** Words that a remark never begins with: they begin deadlines. */
const deadlineWord =
  /^(?:до|по|с|со|не|к|ко|в|во|за|на|и|или|либо|ежедневн.*|ежемесячн.*|еженедельн.*|ежеквартальн.*|ежегодн.*|кажд.*|последн.*|около|примерно|ориентировочно|кроме|исключая|далее|затем|потом|впоследствии|раз|раза|один|одного|дважды|трижды|течени.*)$/;

/** Whether words name the time that something is about, not a deadline: «отчет за февраль», «план на 2031 год». */
const isOfTime = ({ tokens }: ParseState, at: number): boolean => ["за", "на"].includes(tokens[at]?.norm ?? "");

/** Whether another deadline begins at a token: where a remark ends. */
function beginsDeadline(state: ParseState, at: number): boolean {
  const token = state.tokens[at]!;
  if (isOfTime(state, at) || isOfTime(state, at - 1)) return false;
  if (token.kind !== "number" && token.kind !== "figures" && !(token.kind === "word" && deadlineWord.test(token.norm)))
    return false;
  return state.peek(datedRule, at) !== undefined || state.peek(recurrence, at) !== undefined;
}

/** «дата уточняется»: a day that may still change. */
const unsettled = /^(?:уточн|предварительн|ориентировочн|предполагаем|возможн)/;

/** The subject or the addressees of a deadline: «итоги за учебный год», «ДОО, ОО». */
export const remark = grammar.terminal<string>("remark", (state, at) => {
  const first = state.tokens[at];
  if (
    first?.kind !== "word" ||
    deadlineWord.test(first.norm) ||
    months.has(first.norm) ||
    weekdays.has(first.norm) ||
    state.canMatch("simple", at)
  )
    return state.fail(at);
  const end = endOfWords(state, at, (token) => beginsDeadline(state, token));
  if (end === at || state.tokens.slice(at, end).some(({ norm }) => unsettled.test(norm))) return state.fail(at);
  if (isOfDaysOff(state, at, end)) return state.fail(at);
  const value = state.words(at, end);
  return labels.partiesIn(value, state) !== undefined || isSubject(value) ? { end, value } : state.fail(at);
});

/** «если это нерабочий день – следующий рабочий день»: what is said of days off is no subject. */
const isOfDaysOff = (state: ParseState, at: number, end: number): boolean => {
  const norms = state.tokens.slice(at, end).map(({ norm }) => norm);
  return (
    norms.some((norm) => /^(?:не)?рабоч|^выходн|^праздни/.test(norm)) &&
    norms.some((norm) => /^(?:если|случае?|следующ|ближайш|предыдущ|предшеству|последующ)/.test(norm))
  );
};

/** Nouns that can be a subject by themselves. */
const subjectNoun =
  /^(?:начал|окончани|завершени|информаци|отчет|сведени|итог|прием|подач|предоставлени|представлени|направлени|данны|заявк|проверк|подведени|утверждени|согласовани|размещени|публикаци|сбор|план|мониторинг|список|списк|форм|справк|результат)/i;
const isNoun = (text: string): boolean => subjectNoun.test(text.replace(/ё/giu, "е"));
const isSubject = (text: string): boolean => isNoun(text) || stems(text).length > 1 || /^\p{Lu}{2,}$/u.test(text);

const labels = remarkReader(/\s*,\s*|\s+и\s+/);
/** A deadline with what stands beside it: addressees, or what it is about. */
export const { withRemark } = labels;

/** A subject before its deadline («информация о сроках – до 1 марта»), as distinct from a misspelt deadline. */
export const subject = grammar.terminal<string>(
  "subject",
  (state, at) => {
    const first = state.tokens[at];
    if (first?.kind !== "word" || deadlineWord.test(first.norm)) return state.fail(at);
    const end = endOfWords(
      state,
      at,
      (token) =>
        beginsDeadline(state, token) ||
        !(
          ["word", "roman", "comma", "open", "close"].includes(state.tokens[token]!.kind) ||
          isOfTime(state, token - 1) ||
          months.has(normAt(state, token + 1))
        ),
    );
    if (end === at) return state.fail(at);
    const value = state.words(at, end);
    return isNoun(value) ? { end, value } : state.fail(at);
  },
  ({ kind }) => kind === "word",
);
