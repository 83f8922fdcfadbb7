import type { LanguageCode } from "../locale/languages.ts";
import type { PhraseLanguage } from "./language.ts";
import { englishPhrases } from "./en/language.ts";
import { russianPhrases } from "./ru/language.ts";

/** The languages whose phrases are read and written. */
export const phraseLanguages = { ru: russianPhrases, en: englishPhrases } as const satisfies Partial<
  Record<LanguageCode, PhraseLanguage>
>;
export type PhraseLanguageCode = keyof typeof phraseLanguages;

/** Their codes. */
export const phraseLanguageCodes = Object.keys(phraseLanguages) as readonly PhraseLanguageCode[];

/** The language of a phrase where its plan is not known. */
export const defaultPhraseLanguage: PhraseLanguageCode = "ru";

/** The language of words by their letters: Russian where one is Cyrillic, English where none is and one is Latin. */
export const phraseLanguageOf = (text: string): PhraseLanguageCode =>
  phraseLanguageCodes.find((code) => phraseLanguages[code].letter.test(text)) ?? defaultPhraseLanguage;

/** Whether phrases of a plan's language can be read and written. */
export const hasPhrases = (language: LanguageCode): language is PhraseLanguageCode =>
  Object.hasOwn(phraseLanguages, language);
