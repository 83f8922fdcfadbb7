/** Where free words (the name of an act, of an event, of a subject) begin to say when: no name holds a day, a frequency or “by”. */
import type { ParseState } from "../../engine/symbol.ts";
import type { Token } from "../../engine/token.ts";
import { normAt, tokenAt } from "../../engine/token-at.ts";
import { cardinals, months, ordinals, recurrences, unitWords, weekdays, weekdaysOfEach } from "../words/lexicon.ts";
import { nameEnd } from "../../sense/free-words.ts";

const isNumber = ({ kind, norm }: Token): boolean => kind === "number" || ordinals.has(norm) || cardinals.has(norm);
const leads =
  /^(?:in|by|until|till|from|since|during|through|throughout|before|after|to|of|for|–|between|and|every|each|mid)$/;

/** Whether a token is the name of a month: “may” and “march” are also verbs, which begin with a small letter and have no number beside them. */
export function isMonth(state: ParseState, at: number): boolean {
  const { norm, kind, start } = tokenAt(state, at);
  if (kind !== "word" || !months.has(norm)) return false;
  if (!["may", "march", "mar", "sep", "dec", "jan"].includes(norm)) return true;
  const isCapital = /\p{Lu}/u.test(state.text.charAt(start));
  const [before, after] = [tokenAt(state, at - 1), tokenAt(state, at + 1)];
  return isCapital || isNumber(before) || isNumber(after) || leads.test(before.norm);
}

/** Whether a day begins at a token: “12 May”, “May 12”, “the 5th”, “2031-03-01”. */
function isDay(state: ParseState, at: number): boolean {
  const token = tokenAt(state, at);
  if (token.kind === "figures") return true;
  if (token.norm === "the") return isDay(state, at + 1) || isNth(state, at + 1);
  if (weekdays.has(token.norm)) return true;
  if (isMonth(state, at)) return isNumber(tokenAt(state, at + 1));
  if (!isNumber(token)) return false;
  let end = at + 1;
  const joins = (join: number): boolean => /^(?:,|–|&|and|to|the)$/.test(normAt(state, join));
  while (end - at < 12 && (joins(end) || isNumber(tokenAt(state, end)))) end += 1;
  return isMonth(state, end) || (normAt(state, end) === "of" && isMonth(state, end + 1));
}

/** “the 5th”, “15th of the month”. */
const isNth = (state: ParseState, at: number): boolean => {
  const { kind, start, end, norm } = tokenAt(state, at);
  return kind === "number" && end - start > norm.length;
};

const unitLike = (state: ParseState, at: number): boolean =>
  unitWords.has(normAt(state, at)) || weekdays.has(normAt(state, at)) || normAt(state, at) === "half";

/** Whether a bound of something stands here: “the end of May”, “month-end”, “close of business”. */
const isBound = (state: ParseState, at: number): boolean => {
  const from = at + (normAt(state, at) === "the" ? 1 : 0);
  return (
    /^(?:end|start|beginning|close|cob|eob|eod|noon|midnight|mid|early|late|day|date|following|next|last)$/.test(
      normAt(state, from),
    ) ||
    (unitWords.has(normAt(state, from)) && /^(?:–|end)$/.test(normAt(state, from + 1)))
  );
};

const isQuarter = (state: ParseState, at: number): boolean =>
  /^[qh]$/.test(normAt(state, at)) && tokenAt(state, at + 1).kind === "number";

/** “17:00”, “5 pm”, “noon”. */
function isHour(state: ParseState, at: number): boolean {
  const [token, next] = [tokenAt(state, at), normAt(state, at + 1)];
  return /^(?:noon|midday)$/.test(token.norm) || (token.kind === "number" && /^(?::|am|pm|a|p|noon)$/.test(next));
}

/** “09:00–18:00”. */
const isHours = (state: ParseState, at: number): boolean =>
  normAt(state, at + 1) === ":" && normAt(state, at + 3) === "–" && isHour(state, at + 4);

/** Whether a preposition at a token leads a time: “in May”, “by 1 December”, “on Mondays”, “within 5 days”. */
function leadsTime(state: ParseState, at: number): boolean {
  const [norm, next] = [normAt(state, at), normAt(state, at + 1)];
  if (/^(?:at|by|before|until|from)$/.test(norm) && isHour(state, at + 1)) return true;
  if (/^(?:by|until|till|before|prior|from|on|since|through|after|starting|beginning|due)$/.test(norm)) {
    const of = at + (norm === "prior" || next === "on" ? 2 : 1);
    if (isDay(state, of) || isMonth(state, of) || isQuarter(state, of)) return true;
    if (/^(?:by|until|till)$/.test(norm)) return isBound(state, of);
    return norm === "on" && weekdaysOfEach.has(next);
  }
  if (/^(?:in|during|throughout|between)$/.test(norm))
    return isDay(state, at + 1) || isMonth(state, at + 1) || isQuarter(state, at + 1);
  return norm === "within" && (isNumber(tokenAt(state, at + 1)) || next === "a" || next === "an");
}

/** “3 days before”, “5 working days after”: a count. */
function counts(state: ParseState, at: number): boolean {
  if (!isNumber(tokenAt(state, at)) && !/^(?:a|an)$/.test(normAt(state, at))) return false;
  const end = [1, 2, 3].find((step) => /^(?:days?|weeks?|months?|years?|hours?)$/.test(normAt(state, at + step)));
  return end !== undefined && /^(?:before|after|from|prior|following)$/.test(normAt(state, at + end + 1));
}

/** Whether words that say when begin at a token. */
export function beginsTime(state: ParseState, at: number): boolean {
  const { kind, norm } = tokenAt(state, at);
  const [next, third] = [normAt(state, at + 1), normAt(state, at + 2)];
  if (kind === "figures" || isQuarter(state, at)) return true;
  if (isNumber(tokenAt(state, at)) && (isDay(state, at) || next === "times" || isHours(state, at) || counts(state, at)))
    return true;
  if (kind !== "word") return false;
  return (
    (/^(?:no|not)$/.test(norm) && /^(?:later|earlier|before|after|less|fewer)$/.test(next)) ||
    (norm === "at" && next === "least") ||
    (norm === "on" && next === "or" && /^(?:before|after)$/.test(third)) ||
    norm === "whichever" ||
    recurrences.has(norm) ||
    /^(?:once|twice|daily|fortnightly|biweekly|bimonthly)$/.test(norm) ||
    (/^(?:every|each)$/.test(norm) &&
      (unitLike(state, at + 1) || ordinals.has(next) || /^(?:day|working|business|other)$/.test(next))) ||
    (isMonth(state, at) && isDay(state, at)) ||
    leadsTime(state, at) ||
    counts(state, at)
  );
}

/** Whether a month is what a report is about: “the report for February”. */
const isReported = (state: ParseState, at: number): boolean =>
  /^(?:for|of)$/.test(normAt(state, at - 1)) ||
  (/^(?:–|to|and)$/.test(normAt(state, at - 1)) && isMonth(state, at - 2) && isReported(state, at - 2));

/** Where a name ends: an act, an event, a subject. */
export const endOfWords = nameEnd({
  beginsTime: (state, at) => beginsTime(state, at) && !isReported(state, at),
  isMonth: (state, at) => isMonth(state, at) && !isReported(state, at),
  dangling:
    /^(?:in|on|at|by|of|for|from|to|with|until|till|before|after|or|no|not|the|a|an|every|each|within|between|except|about|around|once|then)$/,
  conjunctions: /^(?:but|and)$/,
});
