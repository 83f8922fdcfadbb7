import { nearest } from "../source/nearest.ts";
import type { PhraseFault } from "./faults.ts";
import type { InterpretedPhrase } from "./interpretation.ts";
import type { PhraseLanguage } from "./language.ts";

/** What a correction is made and checked with. */
type Tools = Pick<PhraseLanguage, "corrections"> & {
  readonly read: (text: string) => InterpretedPhrase;
};

/** A shorter word is one letter away from too many others. */
const shortestWord = 4;
/** A phrase with more mistyped words would be another phrase. */
const mostCorrections = 3;

const isReadable = (phrase: string, { read }: Tools): boolean => read(phrase).fault === undefined;

/** The phrase with its mistyped words corrected; undefined where it cannot be read then either. */
function corrected(text: string, fault: PhraseFault, { read, corrections }: Tools): string | undefined {
  let [phrase, current] = [text, fault];
  for (let round = 0; round < mostCorrections && current.code === "unread" && /\p{L}/u.test(current.word); round++) {
    if (current.word.length < shortestWord) return undefined;
    const word = nearest(current.word.toLowerCase(), corrections.vocabulary);
    if (word === undefined || word === current.word.toLowerCase()) return undefined;
    phrase = `${phrase.slice(0, current.at)}${corrections.spelled?.(word) ?? word}${phrase.slice(current.at + current.word.length)}`;
    const again = read(phrase);
    if (again.fault === undefined) return phrase;
    current = again.fault;
  }
  return undefined;
}

/** The phrase with a day that its month lacks made the month's last one. */
function renumbered(text: string, { code, at, word }: PhraseFault, tools: Tools): string | undefined {
  if (code !== "no-such-day") return undefined;
  return [...word.matchAll(/(?<!\d)(?:29|3[01])(?!\d)/g)]
    .flatMap(({ index }) =>
      ["30", "29", "28"].map((day) => `${word.slice(0, index)}${day}${word.slice(index + day.length)}`),
    )
    .map((repaired) => `${text.slice(0, at)}${repaired}${text.slice(at + word.length)}`)
    .find((phrase) => isReadable(phrase, tools));
}

const reworded = (text: string, { code }: PhraseFault, tools: Tools): string | undefined =>
  (tools.corrections.rewordings[code] ?? [])
    .flatMap(([words, instead]) => (words.test(text) ? [text.replace(words, instead)] : []))
    .find((phrase) => isReadable(phrase, tools));

/**
 * The phrase that can be read and was meant: with a mistyped word corrected, with the last day of its month, or in other words
 * for the same. Undefined where there is none: what means something else is never proposed.
 */
export const nearestPhrase = (text: string, fault: PhraseFault, tools: Tools): string | undefined =>
  fault.code === "too-long"
    ? undefined
    : (reworded(text, fault, tools) ?? renumbered(text, fault, tools) ?? corrected(text, fault, tools));
