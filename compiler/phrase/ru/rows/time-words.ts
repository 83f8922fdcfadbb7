/** Where free words (the name of an act, of an event, of a subject) begin to say when: no name holds a day, a month, a frequency or «до». */
import type { ParseState } from "../../engine/symbol.ts";
import type { Token } from "../../engine/token.ts";
import { normAt, tokenAt } from "../../engine/token-at.ts";
import { cardinals, months, ordinals, recurrences, unitWords, weekdays } from "../words/lexicon.ts";
import { nameEnd } from "../../sense/free-words.ts";

const partOfYear = /^(?:квартал|полугоди|декад|четверт|половин|кв$)/;
const isOrdinal = ({ kind, norm }: Token): boolean => kind === "roman" || kind === "number" || ordinals.has(norm);

/** Whether a day begins at a token: «12 мая», «12, 23 августа», «05.03.2024», «5 числа». */
function isDay(state: ParseState, at: number): boolean {
  const token = tokenAt(state, at);
  if (token.kind === "figures") return true;
  if (!["number", "word"].includes(token.kind) || !(token.kind === "number" || ordinals.has(token.norm))) return false;
  let end = at + 1;
  const joins = (join: number): boolean =>
    ["comma", "dash"].includes(tokenAt(state, join).kind) || /^(?:и|по|до)$/.test(normAt(state, join));
  while (end - at < 12 && joins(end) && tokenAt(state, end + 1).kind === "number") end += 2;
  return months.has(normAt(state, end)) || /^числ/.test(normAt(state, end));
}

/** The token after the date of a document («от 5 марта 2024 г.»), which is part of its name; undefined where none stands here. */
function afterIssue(state: ParseState, at: number): number | undefined {
  if (normAt(state, at) !== "от") return undefined;
  if (tokenAt(state, at + 1).kind === "figures") return at + 2;
  return tokenAt(state, at + 1).kind === "number" && months.has(normAt(state, at + 2)) ? at + 3 : undefined;
}

/** What may stand behind a month or a quarter in a list of them: its year, «квартал». */
const ofMember = /^(?:год[ауе]?|г|квартал\p{L}*|кв|\d{4})$/u;

/**
 * Whether a month or a quarter is what a report is about: «за февраль», «за январь – март», «за I и II кварталы». A list goes on after
 * its members only: in «план на 2025 год, май» the month is when.
 */
function isReported(state: ParseState, at: number): boolean {
  const isJoint = (index: number): boolean =>
    ["dash", "comma"].includes(tokenAt(state, index).kind) || normAt(state, index) === "и";
  let before = at - (/^месяц/.test(normAt(state, at - 1)) ? 2 : 1);
  if (/^(?:за|на)$/.test(normAt(state, before))) return true;
  if (!isJoint(before)) return false;
  while (isJoint(before)) before -= 1;
  while (ofMember.test(normAt(state, before))) before -= 1;
  return (months.has(normAt(state, before)) || tokenAt(state, before).kind === "roman") && isReported(state, before);
}

const recurs = (norm: string): boolean =>
  norm === "ежедневно" || recurrences.some(({ stem }) => norm === stem || norm === `${stem}о`);

const counted = (token: Token): boolean => token.kind === "number" || cardinals.has(token.norm);

/** Whether a preposition at a token leads a time: «в мае», «к 1 декабря», «по средам», «в течение». */
function leadsTime(state: ParseState, at: number): boolean {
  const [preposition, next, third] = [normAt(state, at), tokenAt(state, at + 1), normAt(state, at + 2)];
  if (preposition === "на")
    return (isDay(state, at + 1) && !/^числ/.test(third)) || (/^следующ/.test(next.norm) && !/^год/.test(third));
  if (!/^(?:в|во|к|ко|по|с|со)$/.test(preposition)) return false;
  return (
    isDay(state, at + 1) ||
    months.has(next.norm) ||
    /^(?:течени|кажд|следующ|конце$|начале$|середине$|период$)/.test(next.norm) ||
    /^срок/.test(third) ||
    (next.norm === "срок" && /^(?:до|не)$/.test(third)) ||
    (isOrdinal(next) && (partOfYear.test(third) || unitWords.has(third))) ||
    (weekdays.has(next.norm) && !(preposition.startsWith("в") && /[еы]$/.test(next.norm))) ||
    isHour(state, at + 1)
  );
}

/** «10 часов», «10:00», «10.00». */
function isHour(state: ParseState, at: number): boolean {
  const token = tokenAt(state, at);
  return (
    token.kind === "number" &&
    (tokenAt(state, at + 1).kind === "colon" || /^(?:час|ч$|мин)/.test(normAt(state, at + 1)))
  );
}

/** «за 3 дня до», «за неделю до»: a count backwards. */
function countsBack(state: ParseState, at: number): boolean {
  const [first, ...more] = state.tokens.slice(at + 1, at + 6);
  if (normAt(state, at) !== "за" || first === undefined) return false;
  if (
    !(counted(first) && first.norm.length < 4) &&
    !/^(?:день|дня|сутки|недел|месяц|год|полгода|раб|календ)/.test(first.norm)
  )
    return false;
  const end = more.findIndex(({ kind, norm }) => kind !== "word" || norm === "до");
  return more[end]?.norm === "до";
}

/** Whether words that say when begin at a token. */
export function beginsTime(state: ParseState, at: number): boolean {
  const { kind, norm } = tokenAt(state, at);
  const next = normAt(state, at + 1);
  if (kind === "number" || kind === "figures") return isDay(state, at) || /^раза?$/.test(next) || isHour(state, at);
  const separated = ["comma", "dash", "colon", "open"].includes(tokenAt(state, at - 1).kind);
  if (separated && ((isOrdinal({ ...tokenAt(state, at) }) && partOfYear.test(next)) || months.has(norm)))
    return !isReported(state, at);
  if (kind !== "word") return false;
  return (
    (norm === "по" && next === "состоянию") ||
    (norm === "до" && next !== "сведения") ||
    (norm === "не" && /^(?:позднее|позже|ранее|раньше|реже|чаще|более|менее)$/.test(next)) ||
    recurs(norm) ||
    /^(?:через|спустя|дважды|трижды|раз|раза)$/.test(norm) ||
    (counted(tokenAt(state, at)) && /^раза?$/.test(next)) ||
    (ordinals.has(norm) && isDay(state, at)) ||
    (/^кажд/.test(norm) &&
      (unitWords.has(next) ||
        weekdays.has(next) ||
        /^(?:день|дня|рабоч|календарн|перв|втор|трет|последн|\d)/.test(next))) ||
    leadsTime(state, at) ||
    countsBack(state, at)
  );
}

/** Where a name ends: an act, an event, a subject. */
export const endOfWords = nameEnd({
  beginsTime,
  isMonth: (state, at) => months.has(normAt(state, at)) && !isReported(state, at),
  afterPart: afterIssue,
  dangling:
    /^(?:в|во|к|ко|по|с|со|на|от|за|до|не|или|кроме|исключая|исключением|около|после|перед|между|позднее|ранее|начиная|кажд.*|последн.*|раз|раза|числ.*|также|далее|затем|потом)$/,
  conjunctions: /^(?:но|а|и)$/,
});
