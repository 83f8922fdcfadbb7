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

/** Whether phrases of a plan's language can be read and written. */
export const hasPhrases = (language: LanguageCode): language is PhraseLanguageCode =>
  Object.hasOwn(phraseLanguages, language);
