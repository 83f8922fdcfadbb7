import { nearest } from "../source/nearest.ts";
import type { PhraseFault, PhraseFaultCode } from "./faults.ts";
import type { InterpretedPhrase } from "./interpretation.ts";
import type { PhraseLanguage, Replacement } from "./language.ts";

/** What a correction is made and checked with. */
type Tools = Pick<PhraseLanguage, "corrections" | "stems" | "write"> & {
  readonly read: (text: string) => InterpretedPhrase;
};

/** A phrase with more mistyped words would be another phrase. */
const mostCorrections = 3;

const isReadable = (phrase: string, { read }: Tools): boolean => read(phrase).fault === undefined;

/** The phrase with its mistyped words corrected; undefined where it cannot be read then either. */
function corrected(text: string, fault: PhraseFault, { read, corrections }: Tools): string | undefined {
  let [phrase, current] = [text, fault];
  for (let round = 0; round < mostCorrections && current.code === "unread" && /\p{L}/u.test(current.word); round++) {
    const word = nearest(current.word.toLowerCase(), corrections.vocabulary);
    if (word === undefined || word === current.word.toLowerCase()) return undefined;
    phrase = `${phrase.slice(0, current.at)}${word}${phrase.slice(current.at + current.word.length)}`;
    const again = read(phrase);
    if (again.fault === undefined) return phrase;
    current = again.fault;
  }
  return undefined;
}

const replacements = (text: string, table: readonly Replacement[]): string[] =>
  table.flatMap(([words, instead]) => (words.test(text) ? [text.replace(words, instead)] : []));

/** The phrase with a day in place of what names none, or without the word that cannot be read; then in its canonical form. */
function shortened(text: string, { at, word }: PhraseFault, tools: Tools): string | undefined {
  const without = `${text.slice(0, at)} ${text.slice(at + word.length)}`.replace(/\s+/g, " ").trim();
  const upTo = text
    .slice(0, at)
    .replace(/[\s,;:–(-]+$/, "")
    .trim();
  const named = replacements(text, tools.corrections.vagueParts).find(
    (phrase) => tools.read(phrase).interpretations?.length === 1,
  );
  return (
    named ??
    [without, upTo]
      .filter((phrase) => phrase !== "")
      .map((phrase) => canonical(phrase, tools))
      .find((phrase) => phrase !== undefined)
  );
}

/** What is left of a phrase may lack the right case: the canonical phrase of its only meaning has it. */
function canonical(phrase: string, tools: Tools): string | undefined {
  const { interpretations } = tools.read(phrase);
  if (interpretations?.length !== 1) return undefined;
  const { rule, events } = interpretations[0];
  const written =
    events.every((words) => words === "") && events.length > 0 ? undefined : tools.write(rule, { event: events[0] });
  return written !== undefined && isReadable(written, tools) ? written : phrase;
}

/** The phrase with its numbers corrected: reversed ones swapped, a day that does not exist made the last one, a count put within its limits. */
function renumbered(text: string, { code, at, word }: PhraseFault, tools: Tools): string | undefined {
  const numbers = [...word.matchAll(/\d+/g)].filter(([digits]) => digits.length < 4);
  const replaced = (index: number, value: string, inside = word): string =>
    `${inside.slice(0, numbers[index]!.index)}${value}${inside.slice(numbers[index]!.index + numbers[index]![0].length)}`;
  const swapped = (): string[] =>
    numbers.length < 2 ? [] : [replaced(0, numbers[1]![0], replaced(1, numbers[0]![0]))];
  const candidates: Readonly<Partial<Record<PhraseFaultCode, () => string[]>>> = {
    reversed: swapped,
    "no-such-day": () => [
      ...swapped(),
      ...numbers.flatMap((_, index) => ["31", "30", "29", "28", "1"].map((value) => replaced(index, value))),
    ],
    "bad-count": () => (numbers.length === 0 ? [] : ["2", "1000"].map((value) => replaced(0, value))),
  };
  return (candidates[code]?.() ?? [])
    .map((repaired) => `${text.slice(0, at)}${repaired}${text.slice(at + word.length)}`)
    .find((phrase) => isReadable(phrase, tools));
}

const reworded = (text: string, { code }: PhraseFault, tools: Tools): string | undefined =>
  replacements(text, tools.corrections.rewordings[code] ?? []).find((phrase) => isReadable(phrase, tools));

/** More words of a phrase say nothing about which sample it is like. */
const comparedLength = 300;

/** The sample that shares most words with the phrase. */
function mostSimilar(text: string, { corrections, stems }: Tools): string | undefined {
  const stemsIn = (words: string): string[] => stems(words).filter((word) => !/^\d+$/.test(word));
  const words = new Set(stemsIn(text.slice(0, comparedLength)));
  let best: { sample: string; shared: number } | undefined;
  for (const sample of corrections.samples) {
    const own = stemsIn(sample);
    const shared = own.filter((word) => words.has(word)).length / (own.length + 2);
    if (shared > (best?.shared ?? 0)) best = { sample, shared };
  }
  return best?.sample;
}

/**
 * The nearest phrase that can be read: with a word corrected, or one word less, else the sample that is most like it; undefined
 * for a phrase that is too long.
 */
export function nearestPhrase(text: string, fault: PhraseFault, tools: Tools): string | undefined {
  if (fault.code === "too-long") return undefined;
  return (
    reworded(text, fault, tools) ??
    renumbered(text, fault, tools) ??
    corrected(text, fault, tools) ??
    shortened(text, fault, tools) ??
    mostSimilar(text, tools) ??
    tools.corrections.lastResort
  );
}
