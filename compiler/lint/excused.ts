/** Words that a reading excuses without saying what they mean: what can be read among them still has to agree. */
import { weekdayNames, weekdayOf } from "../calendar/day.ts";
import type { Deadline } from "../generated/types.ts";
import type { Agreement } from "../phrase/agreement.ts";
import { phraseLanguages, type PhraseLanguageCode } from "../phrase/languages.ts";
import type { Cell } from "./cells.ts";
import type { WhatIfOn } from "./rolled-as-said.ts";

const breaks = /[,;:()–—]|\s[-/]\s/u;

/** The day that a rule names and nothing else. */
const isDay = (rule: Deadline): boolean =>
  Object.keys(rule).length === 1 && typeof (rule.on ?? rule.until) === "string";

/** The weekdays that words name, Monday first from 1. */
function weekdaysIn(words: string, language: PhraseLanguageCode): readonly number[] {
  const { grammar, weekdays } = phraseLanguages[language];
  return grammar.tokenize(words).flatMap(({ norm }) => {
    const named = weekdays.get(norm);
    return named === undefined ? [] : [weekdayNames.indexOf(named) + 1];
  });
}

/**
 * Returns what excused words that nothing is left of still show: a day that is none of the rule's, as words that differ, or
 * a weekday that none of its days is, as words that are not read; undefined where nothing speaks against the rule.
 */
export function againstRule(
  words: string,
  { item, kind, deadline }: Cell,
  language: PhraseLanguageCode,
  { whatIfOn, agreementOf }: { readonly whatIfOn: WhatIfOn; readonly agreementOf: (words: string) => Agreement },
): Extract<Agreement, { kind: "differs" }> | "weekday" | undefined {
  const bounds = deadline.windows.flatMap(({ start, end }) => [start ?? end, end]);
  if (bounds.length === 0) return undefined;
  const pieces = words.split(breaks).map((piece) => agreementOf(piece.trim()));
  const days = pieces.flatMap((piece) =>
    piece.kind === "differs" && piece.interpretations.every(({ rule }) => isDay(rule)) ? [piece] : [],
  );
  const isBound = ({ interpretations }: (typeof days)[number]): boolean =>
    interpretations.some(({ rule }) =>
      whatIfOn()(rule, item.source, kind).windows.some(({ end }) => bounds.includes(end)),
    );
  if (pieces.some((piece) => piece.kind === "agrees") || days.some(isBound)) return undefined;
  if (days[0] !== undefined) return days[0];
  const named = weekdaysIn(words, language);
  return named.length === 0 || bounds.some((day) => named.includes(weekdayOf(day))) ? undefined : "weekday";
}
