import type { Deadline } from "../generated/types.ts";
import type { PhraseOptions } from "./language.ts";
import { defaultPhraseLanguage, phraseLanguages, type PhraseLanguageCode } from "./languages.ts";

/**
 * The phrase that says a rule in the words of orders, in the right number and case; reading it gives the rule again (`key`, `rules`,
 * `reading` and `text` are not part of what is said). Undefined where the language has no short phrase for the rule, or a
 * title cannot be declined.
 */
export function phraseOf(
  rule: Deadline,
  { language = defaultPhraseLanguage, ...options }: PhraseOptions & { readonly language?: PhraseLanguageCode } = {},
): string | undefined {
  return phraseLanguages[language].write(rule, options);
}
