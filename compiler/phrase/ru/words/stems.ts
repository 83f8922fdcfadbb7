import { entityFinder } from "../../sense/entities.ts";

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

/** The names of a plan that Russian words can mean. */
export const finder = entityFinder(stems);
export const { entitiesMeant } = finder;
