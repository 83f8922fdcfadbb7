import { cardinals, months, ordinals, unitWords, weekdays } from "./lexicon.ts";
import { terminal } from "../engine/grammar.ts";
import type { Reader } from "../engine/symbol.ts";

/** Words that begin something else than an event, and that no event begins with. */
const grammatical =
  /^(?:до|по|с|со|к|ко|в|во|на|за|не|и|или|а|но|от|при|раз|раза|числ[оау]|день|дня|дней|дню|конца|концу|начала|начало|началу|включительно|около|примерно|ориентировочно|приблизительно|мере|чем|через|спустя|минимум|середин[аыеу]|(?:ежедневн|ежемесячн|еженедельн|ежеквартальн|ежегодн|последн|кажд|следующ|течени).*)$/;

/** Whether two words differ by one letter (changed, missing, added, or swapped with its neighbour). */
function oneSlipApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  const swapped =
    a.length === b.length && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
  return (
    swapped || a.slice(at + 1) === b.slice(at + 1) || a.slice(at) === b.slice(at + 1) || a.slice(at + 1) === b.slice(at)
  );
}

const calendarWords = [...months.keys(), ...weekdays.keys(), ...unitWords.keys()].filter((word) => word.length > 3);
const isCalendar = (word: string): boolean => months.has(word) || weekdays.has(word) || unitWords.has(word);
/** A month, weekday or unit with one wrong letter: not an event's name. */
const misspelt = (word: string): boolean =>
  word.length > 3 && !isCalendar(word) && calendarWords.some((known) => oneSlipApart(word, known));

const pointing = /^(?:кажд|отчетн|текущ|эт(?:ого|ой|им)$|календарн|соответствующ|данн|очередн|истекш)/;
const ends = /^(?:окончани|завершени|истечени|конца|концу|начала|началу)/;

/** Whether an event can begin with this token. */
function begins({ tokens }: Reader, at: number): boolean {
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
      !/^(?:декад|половин)/.test(tokens[noun]!.norm)
    );
  }
  return (
    !isCalendar(token.norm) &&
    !misspelt(token.norm) &&
    !grammatical.test(token.norm) &&
    !(/^(?:раб|кал)/.test(token.norm) && /^(?:дн|день)/.test(next?.norm ?? ""))
  );
}

const spaced = (parser: Reader, at: number): boolean =>
  /\s$/.test(parser.text.slice(0, parser.tokens[at]!.start)) && /^\s/.test(parser.text.slice(parser.tokens[at]!.end));
const wordAt = (parser: Reader, at: number): string => parser.tokens[at]?.norm ?? "";

/** A day or a last day stands here: not part of an event's name, unless an act is named by its date («приказа от 5 марта»). */
function isDate(parser: Reader, at: number): boolean {
  const token = parser.tokens[at]!;
  if (wordAt(parser, at - 1) === "от") return false;
  if (token.kind === "figures") return true;
  return token.kind === "number" && months.has(wordAt(parser, at + 1));
}

/** Where the words of an event end: before another deadline, a remark in brackets, or a dash that sets something apart. */
function stops(parser: Reader, at: number): boolean {
  const token = parser.tokens[at]!;
  const next = wordAt(parser, at + 1);
  if (token.kind === "semicolon" || isDate(parser, at)) return true;
  if (token.kind === "dash") return spaced(parser, at);
  if (token.kind === "open") return ["или", "начиная"].includes(next);
  if (token.kind === "comma")
    return (
      ["или", "но", "начиная", "до"].includes(next) ||
      (next === "не" && /^(?:позднее|позже|ранее|раньше|реже|более|менее)$/.test(wordAt(parser, at + 2))) ||
      inTime(parser, at + 1)
    );
  if (token.kind !== "word") return false;
  if (token.norm === "не") return /^(?:позднее|позже|ранее|раньше|реже|более|менее)$/.test(next);
  if (token.norm === "или" || token.norm === "либо") return parser.could("simple", at + 1);
  return inTime(parser, at) || byAct(parser, at) || token.norm === "включительно";
}

/** «в течение 5 …», «в месячный срок»: the count stands after its event. */
function inTime(parser: Reader, at: number): boolean {
  const [first, second, third] = [wordAt(parser, at), wordAt(parser, at + 1), parser.tokens[at + 2]];
  if (first === "в" && second.startsWith("течени"))
    return (
      third?.kind === "number" ||
      /^(?:дн|дву|тр|чет|пят|шест|сем|вос|дев|дес|одн|мес|нед|год|кварт|полуг|раб)/.test(third?.norm ?? "")
    );
  return first === "в" && wordAt(parser, at + 2).startsWith("срок");
}

const byAct = (parser: Reader, at: number): boolean =>
  (wordAt(parser, at) === "в" && wordAt(parser, at + 1) === "соответствии") || wordAt(parser, at) === "согласно";

/** An event in the order's words: whatever stands where an event is expected, up to where something else begins. */
export const event = terminal<string>(
  "event",
  (parser, at) => {
    if (!begins(parser, at)) return parser.fail(at);
    let end = at + 1;
    for (let depth = 0; end < parser.tokens.length; end++) {
      const { kind } = parser.tokens[end]!;
      if (kind === "close" && depth === 0) break;
      if (depth === 0 && stops(parser, end)) break;
      depth += kind === "open" ? 1 : kind === "close" ? -1 : 0;
    }
    return { end, value: parser.words(at, end) };
  },
  ({ kind }) => kind === "word",
);

/** «… в соответствии с административным регламентом»: by which act, which changes no date. */
export const actTail = terminal<string>("act-tail", (parser, at) => {
  if (!byAct(parser, at)) return undefined;
  let end = at + 1;
  while (
    end < parser.tokens.length &&
    !["semicolon", "open", "close"].includes(parser.tokens[end]!.kind) &&
    !isDate(parser, end)
  )
    end += 1;
  return { end, value: parser.words(at, end) };
});
