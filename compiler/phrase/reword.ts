import { civilOf, type Day } from "../calendar/day.ts";
import type { Deadline } from "../generated/types.ts";
import { agreement, type AgreementOptions } from "./agreement.ts";
import { defaultPhraseLanguage, phraseLanguages } from "./languages.ts";

/** A phrase with one of its words replaced, once for each place that the word stands in by itself. */
function replacements(text: string, word: string, by: string): string[] {
  const places = [...text.matchAll(new RegExp(`(?<![\\p{L}\\d.])${word.replaceAll(".", "\\.")}(?![\\p{L}\\d])`, "gu"))];
  return places.map(({ index }) => text.slice(0, index) + by + text.slice(index + word.length));
}

/**
 * Returns a deadline's words after one of its days has moved: the words as they were with the new day in the old one's place,
 * and nothing else changed. Every candidate is read again; only one that means the new rule is returned, undefined where
 * there is none or where two differ.
 */
export function reword(
  text: string,
  moved: { readonly from: Day; readonly to: Day; readonly rule: Deadline },
  options: AgreementOptions,
): string | undefined {
  const { language = defaultPhraseLanguage } = options;
  const { daySpellings } = phraseLanguages[language];
  const [was, is] = [civilOf(moved.from), civilOf(moved.to)];
  const spellings = daySpellings(is);
  const isSameMonth = was.year === is.year && was.month === is.month;
  for (const [index, spelling] of daySpellings(was).entries()) {
    if (index === spellings.length - 1 && !isSameMonth) continue;
    const candidates = [...new Set(replacements(text, spelling, spellings[index]!))];
    const right = candidates.filter((candidate) => agreement(candidate, moved.rule, options).kind === "agrees");
    if (right.length > 0) return right.length === 1 ? right[0] : undefined;
  }
  return undefined;
}
