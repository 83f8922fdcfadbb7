import type { LanguageCode } from "../../../../compiler/locale/languages.ts";

/** The grammar of one language. */
type Phrases = typeof import("./phrases-ru.ts");

const russian = (): Promise<Phrases> => import("./phrases-ru.ts");
const english = (): Promise<Phrases> => import("./phrases-en.ts");

/** The grammars by language; the build leaves out those of languages that no plan of the site is in. */
const grammars: Readonly<Partial<Record<LanguageCode, () => Promise<Phrases>>>> = { ru: russian, en: english };

/** The grammar of deadline phrases in a language, loaded when somebody types one; the page asks only where there is one. */
export function phrasesIn(language: LanguageCode): Promise<Phrases> {
  const load = grammars[language];
  return load === undefined ? Promise.reject(new Error(`no grammar of ${language}`)) : load();
}
