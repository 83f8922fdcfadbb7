/** What stands beside a deadline: its addressees, its subject. */
import type { ParseState } from "../../engine/symbol.ts";
import { normAt } from "../../engine/token-at.ts";
import { grammar } from "../grammar.ts";
import { months, recurrences, unitWords, weekdays } from "../words/lexicon.ts";
import { stems } from "../words/stems.ts";
import { datedRule } from "./dated.ts";
import { namedSelectors } from "./days/day-selectors.ts";
import { recurrence } from "./recurrence.ts";
import { endOfWords } from "./time-words.ts";
import { remarkReader } from "../../sense/remarks.ts";

/** Words that a remark never begins with: they begin deadlines. */
const deadlineWord =
  /^(?:by|until|till|from|to|no|not|in|on|at|and|or|before|after|within|during|daily|every|each|once|twice|last|around|about|except|then|due|deadline|between|through|starting|beginning|if|where|when|but|whichever|subject|unless|provided|possibly|probably|likely|maybe|perhaps|or)$/;
const isDeadlineWord = (word: string): boolean =>
  deadlineWord.test(word) || recurrences.has(word) || weekdays.has(word) || unitWords.has(word) || months.has(word);

/** Whether another deadline begins at a token: where a remark ends. */
function beginsDeadline(state: ParseState, at: number): boolean {
  const { kind, norm } = state.tokens[at]!;
  if (/^(?:for|of)$/.test(normAt(state, at - 1))) return false;
  if (kind !== "number" && kind !== "figures" && !(kind === "word" && isDeadlineWord(norm))) return false;
  return state.peek(datedRule, at) !== undefined || state.peek(recurrence, at) !== undefined;
}

/** “date to be confirmed”: a day that may still change. */
const unsettled =
  /^(?:confirmed|tbc|tbd|provisional|provisionally|tentative|tentatively|expected|estimated|indicative|change|changes|approx|approximate|approximately|possible|pending)$/;

/** The subject or the addressees of a deadline: “interim report”, “schools, colleges”. */
export const remark = grammar.terminal<string>("remark", (state, at) => {
  const first = state.tokens[at];
  const from = recurrences.has(first?.norm ?? "") ? at + 1 : at;
  const noun = state.tokens[from];
  if (noun?.kind !== "word" || isDeadlineWord(noun.norm) || (from === at && state.canMatch("simple", at)))
    return state.fail(at);
  const end = endOfWords(state, from, (token) => beginsDeadline(state, token));
  if (end === from || state.tokens.slice(at, end).some(({ norm }) => unsettled.test(norm))) return state.fail(at);
  if (isOfDaysOff(state, at, end)) return state.fail(at);
  const value = state.words(at, end);
  return labels.partiesIn(value, state) !== undefined || isSubject(value) ? { end, value } : state.fail(at);
});

/** “next working day if the 15th is a holiday”: what is said of days off is no subject. */
const ofDaysOff = /^(?:weekends?|holidays?|working|business|banking|nonworking|nonbusiness)$/;
const isOfDaysOff = (state: ParseState, at: number, end: number): boolean => {
  const norms = state.tokens.slice(at, end).map(({ norm }) => norm);
  return (
    norms.some((norm) => ofDaysOff.test(norm)) &&
    norms.some((norm) => /^(?:if|when|where|unless|next|following|previous|preceding)$/.test(norm))
  );
};

/** Nouns that can be a subject by themselves. */
const subjectNoun =
  /^(?:start|end|opening|closing|information|report|reports|results?|application|applications|submission|data|plan|plans|list|lists|form|forms|approval|publication|draft|review|payment|payments|return|returns|filing|invoice|invoices|budget|notice|release|registration|renewal)\b/i;
const isSubject = (text: string): boolean =>
  subjectNoun.test(text) || stems(text).length > 1 || /^\p{Lu}{2,}$/u.test(text);

const labels = remarkReader(/\s*,\s*(?:and\s+)?|\s+and\s+/);
/** A deadline with what stands beside it: addressees, or what it is about. */
export const { withRemark } = labels;

/** A subject before its deadline and a colon or a dash (“annual report: by 1 March”), as distinct from a misspelt deadline. */
export const subject = grammar.terminal<string>(
  "subject",
  (state, at) => {
    const first = state.tokens[at];
    // “monthly report: by the 10th”
    const from = recurrences.has(first?.norm ?? "") ? at + 1 : at;
    const noun = state.tokens[from];
    if (noun?.kind !== "word" || isDeadlineWord(noun.norm)) return state.fail(at);
    const end = endOfWords(state, from, (token) => ["dash", "colon"].includes(state.tokens[token]!.kind));
    if (end === from) return state.fail(at);
    const value = state.words(at, end);
    // “the last working day of January – February” is a stretch with a dash.
    const isSelector = state.tokens
      .slice(at, end)
      .some((_, step) => state.peek(namedSelectors, at + step) !== undefined);
    return !isSelector && isSubject(value) ? { end, value } : state.fail(at);
  },
  ({ kind }) => kind === "word",
);
