import { boundsIn } from "./bounds.ts";
import { unspaced } from "./letter-spacing.ts";

/** The word that the title of a plan begins with, adjectives before it passed over; the whole line is no clause of an order. */
const begins =
  /^(?:(?:\p{L}+(?:ый|ий|ой|ая|ое|ые|ие)|\p{L}+-)\s*){0,3}(?:план|план-график|график|дорожная карта|циклограмма|комплекс мер|перечень (?:мер|основных)|календарь|программа|расписание|мероприятия|plan|schedule|road\s?map|calendar|programme?)(?=$|[\s,«("]|ный\s|-)/iu;
const roadMap = /^(?:\p{L}+\s+)?дорожная карта/iu;
/** Lines that approve, and are no title though they may name the plan. */
const approves =
  /^(?:утвержд|согласован|приложени|к\s+(?:приказ|постановлени|распоряжени|решени)|об?\s+утвержден|approved|annex)/i;
const clause = /^\d{1,3}(?:\.\d{1,3})*[.)]\s/;

export interface PlanTitle {
  readonly text: string;
  /** The first of its lines, and the one after its last. */
  readonly from: number;
  readonly to: number;
}

export const beginsTitle = (line: string): boolean => {
  const text = unspaced(line);
  return (begins.test(text) || roadMap.test(text)) && !clause.test(line) && !approves.test(text) && line.length < 300;
};

/** How many lines a title may take. */
const mostLines = 8;
const goesOn = /^[«"(]?(?:\p{Ll}|\d|I|«)/u;

/**
 * The title of a plan among the lines before its table: from the line that names a plan to the one that says for when. Of
 * several the last, which stands nearest to the table.
 */
export function findPlanTitle(
  lines: readonly string[],
  isSameParagraph: (a: number, b: number) => boolean,
): PlanTitle | undefined {
  for (let from = lines.length - 1; from >= 0; from--) {
    if (!beginsTitle(lines[from]!)) continue;
    let to = from + 1;
    const words = (): string => lines.slice(from, to).map(unspaced).join(" ");
    while (to < lines.length && to - from < mostLines) {
      const next = lines[to]!;
      if (clause.test(next) || approves.test(next) || beginsTitle(next)) break;
      const bounded = boundsIn(words()) !== undefined;
      const together = isSameParagraph(to - 1, to);
      if (!together && !(goesOn.test(next) || (!bounded && boundsIn(next) !== undefined))) break;
      if (!together && bounded && !/^\p{Ll}/u.test(next)) break;
      to += 1;
    }
    return {
      text: words()
        .replace(/\s+/g, " ")
        .replace(/[.:;]$/, "")
        .trim(),
      from,
      to,
    };
  }
  return undefined;
}
