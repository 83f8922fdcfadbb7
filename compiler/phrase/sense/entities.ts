import { memoizeByObject } from "../../source/memoize.ts";
import type { NamedEntity } from "../names.ts";

/** The names of a plan that words can mean, in one language. */
export interface EntityFinder {
  /** The stems of an entity's title, cached by the entity. */
  readonly stemsOf: (entity: NamedEntity) => readonly string[];
  /**
   * The entities that words can mean: the one whose whole title they are, else all whose titles hold them («получения заявки» is
   * part of every title of some application's receipt). `loosely`: all whose titles hold them in any case.
   */
  readonly entitiesMeant: (words: string, entities: readonly NamedEntity[], loosely?: boolean) => NamedEntity[];
}

/** Finds entities by the stems of a language. */
export function entityFinder(stems: (text: string) => string[]): EntityFinder {
  const stemsOf = memoizeByObject(({ title }: NamedEntity): readonly string[] => stems(title));
  return {
    stemsOf,
    entitiesMeant: (words, entities, loosely = false) => {
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
    },
  };
}
