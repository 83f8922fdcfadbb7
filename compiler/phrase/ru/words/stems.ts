import type { NamedEntity } from "../../names.ts";

const ending =
  /(?:иями|ями|ами|ием|иях|его|ого|ему|ому|ими|ыми|ая|яя|ое|ее|ые|ие|ый|ий|ой|ей|ом|ем|ов|ев|ам|ям|ах|ях|ых|их|ым|им|ую|юю|ия|ии|ию|ью|а|я|о|е|и|ы|у|ю|ь|й)$/;
/** Prepositions and conjunctions, which name nothing. */
export const particles: ReadonlySet<string> = new Set("в во на о об от с со и к ко по для за из или при у".split(" "));
/** Words that point and do not name: «текущего учебного года» is the school year. */
const pointing = /^(?:текущ|очередн|соответствующ|данн|настоящ|кажд|указанн)/;

/** The stems of a text's words in their order, without words that join or point. */
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

const titleStems = new WeakMap<NamedEntity, readonly string[]>();

/** The stems of an entity's title, cached by the entity. */
export function stemsOf(entity: NamedEntity): readonly string[] {
  let known = titleStems.get(entity);
  if (known === undefined) titleStems.set(entity, (known = stems(entity.title)));
  return known;
}

/**
 * The entities that words can mean: the one whose whole title they are, else all whose titles hold them («получения заявки» is
 * part of every title of some application's receipt). `loosely`: all whose titles hold them in any case.
 */
export function entitiesMeant(words: string, entities: readonly NamedEntity[], loosely = false): NamedEntity[] {
  const phrase = stems(words);
  if (phrase.length === 0) return [];
  const candidates = entities
    .map((entity) => ({ entity, title: stemsOf(entity) }))
    .filter(
      ({ entity, title }) =>
        phrase.every((stem) => title.includes(stem)) && (!entity.whole || title.length === phrase.length),
    );
  const exact = candidates.filter(({ title }) => title.length === phrase.length);
  return (exact.length > 0 && !loosely ? exact : candidates).map(({ entity }) => entity);
}
