/** What stands beside a deadline and is none: to whom it belongs, what it is about. */
import type { Deadline } from "../../generated/types.ts";
import { datedRule } from "./dated.ts";
import { terminal } from "../engine/grammar.ts";
import { months, weekdays } from "./lexicon.ts";
import { stems } from "../names.ts";
import { recurrence } from "./recurrence.ts";
import type { Reader } from "../engine/symbol.ts";

/** Words that a remark never begins with: they begin deadlines. */
const deadlineWord =
  /^(?:до|по|с|со|не|к|ко|в|во|за|на|и|или|либо|ежедневн.*|ежемесячн.*|еженедельн.*|ежеквартальн.*|ежегодн.*|кажд.*|последн.*|около|примерно|ориентировочно|кроме|исключая|далее|затем|потом|впоследствии|раз|раза|один|одного|дважды|трижды|течени.*)$/;

/** «отчет за февраль», «план на 2031 год»: of what time, not when. */
const isOfTime = ({ tokens }: Reader, at: number): boolean => ["за", "на"].includes(tokens[at]?.norm ?? "");

/** Whether another deadline begins at a token: where a remark ends. */
function beginsDeadline(parser: Reader, at: number): boolean {
  const token = parser.tokens[at]!;
  if (isOfTime(parser, at) || isOfTime(parser, at - 1)) return false;
  if (token.kind !== "number" && token.kind !== "figures" && !(token.kind === "word" && deadlineWord.test(token.norm)))
    return false;
  return parser.peek(datedRule, at) !== undefined || parser.peek(recurrence, at) !== undefined;
}

/** «итоги за учебный год», «ДОО, ОО»: to what or to whom a date belongs. */
export const remark = terminal<string>("remark", (parser, at) => {
  const first = parser.tokens[at];
  if (
    first?.kind !== "word" ||
    deadlineWord.test(first.norm) ||
    months.has(first.norm) ||
    weekdays.has(first.norm) ||
    parser.could("simple", at)
  )
    return parser.fail(at);
  let end = at + 1;
  for (let depth = 0; end < parser.tokens.length && !beginsDeadline(parser, end); end++) {
    const { kind } = parser.tokens[end]!;
    if (kind === "semicolon" || (kind === "close" && depth === 0)) break;
    depth += kind === "open" ? 1 : kind === "close" ? -1 : 0;
  }
  while (["comma", "dash", "colon"].includes(parser.tokens[end - 1]!.kind)) end -= 1;
  const value = parser.words(at, end);
  return parties(value, parser) !== undefined || isSubject(value) ? { end, value } : parser.fail(at);
});

/** Names of what is done or handed in: a date's subject may consist of one of them. */
const subjectNoun =
  /^(?:начал|окончани|завершени|информаци|отчет|сведени|итог|прием|подач|предоставлени|представлени|направлени|данны|заявк|проверк|подведени|утверждени|согласовани|размещени|публикаци|сбор|план|мониторинг|список|списк|форм|справк|результат)/i;
const isSubject = (text: string): boolean =>
  subjectNoun.test(text) || stems(text).length > 1 || /^\p{Lu}{2,}$/u.test(text);

/** The parties that a list of labels names, each once; undefined when a word is no label. */
function parties(text: string, parser: Reader): string[] | undefined {
  const labels = text
    .split(/\s*,\s*|\s+и\s+/)
    .map(
      (label) =>
        parser.setting.names.parties.find((party) => party.label.toLowerCase() === label.trim().toLowerCase())?.id,
    );
  return labels.every((id) => id !== undefined) ? [...new Set(labels)] : undefined;
}

/** A deadline with its remark: addressees where the words are labels of parties, else what it is about. */
export function remarked(deadline: Deadline, text: string, parser: Reader): Deadline {
  const [labels = "", ...more] = text.split(/\s*:\s*/);
  const audience = parties(labels, parser);
  if (audience === undefined) return { ...deadline, subject: text };
  return more.length === 0 ? { ...deadline, audience } : { ...deadline, audience, subject: more.join(": ") };
}

/** «информация о сроках»: what a last day is the last day of, before it. It must be told apart from a misspelt deadline. */
export const subject = terminal<string>(
  "subject",
  (parser, at) => {
    const first = parser.tokens[at];
    if (first?.kind !== "word" || deadlineWord.test(first.norm)) return parser.fail(at);
    let end = at + 1;
    while (
      end < parser.tokens.length &&
      (["word", "roman", "comma", "open", "close"].includes(parser.tokens[end]!.kind) || isOfTime(parser, end - 1)) &&
      !beginsDeadline(parser, end)
    )
      end += 1;
    const value = parser.words(at, end);
    return subjectNoun.test(value) ? { end, value } : parser.fail(at);
  },
  ({ kind }) => kind === "word",
);
