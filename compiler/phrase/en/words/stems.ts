import { entityFinder } from "../../sense/entities.ts";

/** Prepositions, conjunctions and articles, which name nothing. */
export const particles: ReadonlySet<string> = new Set(
  "of in on at to for by with from and or the a an its their this that each every current relevant".split(" "),
);

/** The stems of a text's words in their order, without words that join or point. */
export function stems(text: string): string[] {
  const words =
    text
      .normalize("NFC")
      .toLowerCase()
      .replace(/['’]s\b/g, "")
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words
    .filter((word) => !particles.has(word))
    .map((word) => (word.length < 4 || word.endsWith("ss") ? word : word.replace(/(?:ies|y)$/, "i").replace(/s$/, "")));
}

/** The names of a plan that English words can mean. */
export const finder = entityFinder(stems);
export const { entitiesMeant } = finder;
