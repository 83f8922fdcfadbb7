/** What reaches a browser: the compiler's code in few files, in the languages of the plan alone. */

/** Where tables by language are that reach a browser. */
const tabled =
  /[\\/](?:compiler[\\/](?:explain|locale|phrase|search|feeds[\\/]messages)[\\/][a-z]+|scripts[\\/]calculator[\\/]phrases)\.[jt]s$/;
/** The compiler is pure: a module of it whose exports nobody uses does nothing, and a language that is left out goes with all its words. */
const ofCompiler = /[\\/]compiler[\\/].*\.[jt]s$/;
/** A table by language: `… = { ru: russianWords, en: englishWords }`. */
const table = /(= \{)((?:\s*[a-z]{2}: \w+,?)+\s*)(\})/g;

/** Leaves the languages that no series is in out of the scripts: of a table by language the rows that stay are those of `languages`. */
export function ownLanguages(languages: () => ReadonlySet<string>): {
  readonly name: string;
  readonly enforce: "pre";
  readonly apply: "build";
  applyToEnvironment(environment: { readonly name: string }): boolean;
  transform(code: string, id: string): { readonly code: string; readonly moduleSideEffects: false } | undefined;
} {
  return {
    name: "own-languages",
    enforce: "pre",
    apply: "build",
    applyToEnvironment: ({ name }) => name === "client",
    transform(code, id) {
      if (!tabled.test(id)) return ofCompiler.test(id) ? { code, moduleSideEffects: false } : undefined;
      const own = languages();
      const kept = code.replace(
        table,
        (_, head: string, rows: string, end: string) =>
          `${head} ${rows
            .split(",")
            .filter((row) => own.has(row.trim().split(":")[0]!))
            .join(",")} ${end}`,
      );
      return { code: kept, moduleSideEffects: false };
    },
  };
}

/**
 * What two of the scripts that are loaded on demand share is one file: many small ones weigh more, compressed. Pieces of a
 * stretch («последний рабочий день месяца») are no part of it: who counts days from an event needs none.
 */
export const sharedCode = {
  groups: [{ name: "counting", test: /[\\/]compiler[\\/](?!calendar[\\/]day-selector\.[jt]s)/, minShareCount: 2 }],
};
