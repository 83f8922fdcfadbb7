import type { Unit } from "../calendar/units.ts";

/** An event or period that a plan names. */
export interface Named {
  readonly id: string;
  readonly title: string;
  /** The unit of a period that repeats. */
  readonly every?: Unit | undefined;
  /** Meant only by its whole title: «первое полугодие» alone is no half of the school year. */
  readonly whole?: boolean | undefined;
}

/** What phrases may refer to: the plan's events and periods by their titles, its parties by their labels. */
export interface Names {
  readonly events: readonly Named[];
  readonly periods: readonly Named[];
  readonly parties: readonly { readonly id: string; readonly label: string }[];
}

/** The id of an event that no plan names; its words stand beside the rule. */
export const unnamed = "?";

const ending =
  /(?:иями|ями|ами|ием|иях|его|ого|ему|ому|ими|ыми|ая|яя|ое|ее|ые|ие|ый|ий|ой|ей|ом|ем|ов|ев|ам|ям|ах|ях|ых|их|ым|им|ую|юю|ия|ии|ию|ью|а|я|о|е|и|ы|у|ю|ь|й)$/;
/** Words that join others and name nothing. */
export const particles: ReadonlySet<string> = new Set([
  "в",
  "во",
  "на",
  "о",
  "об",
  "от",
  "с",
  "со",
  "и",
  "к",
  "ко",
  "по",
  "для",
  "за",
  "из",
  "или",
  "при",
  "у",
]);
/** «текущего учебного года» is the school year: words that point and do not name. */
const pointing = /^(?:текущ|очередн|соответствующ|данн|настоящ|кажд|указанн)/;

/** The stems of a text's words, without those that carry no meaning of their own. */
export function stems(text: string): string[] {
  const words =
    text
      .normalize("NFC")
      .toLowerCase()
      .replace(/ё/g, "е")
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words
    .filter((word) => !particles.has(word) && !pointing.test(word))
    .map((word) => (word.length < 4 ? word : word.replace(ending, "").replace(/[ое]к$/, "к")));
}

const titleStems = new WeakMap<Named, readonly string[]>();

/** The stems of a title; a plan's titles are asked for again and again. */
export function stemsOf(entry: Named): readonly string[] {
  let known = titleStems.get(entry);
  if (known === undefined) titleStems.set(entry, (known = stems(entry.title)));
  return known;
}

/** Whether every word of a phrase stands in a title, in whatever case. */
function fits(phrase: readonly string[], title: readonly string[]): boolean {
  return phrase.length > 0 && phrase.every((stem) => title.includes(stem));
}

/**
 * The named things that words can mean: the one whose title they are, else all whose titles hold them («получения
 * заявки» fits every title of some application's receipt). `loosely`: all whose titles hold them in any case.
 */
export function meant(words: string, named: readonly Named[], loosely = false): Named[] {
  const phrase = stems(words);
  const fitting = named
    .map((entry) => ({ entry, title: stemsOf(entry) }))
    .filter(({ entry, title }) => fits(phrase, title) && (!entry.whole || title.length === phrase.length));
  const exact = fitting.filter(({ title }) => title.length === phrase.length);
  return (exact.length > 0 && !loosely ? exact : fitting).map(({ entry }) => entry);
}
