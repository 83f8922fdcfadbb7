import type { LanguageCode } from "../locale/languages.ts";
import { english } from "./en.ts";
import type { SearchLanguage } from "./language.ts";
import { russian } from "./ru.ts";

/** The languages that search knows: those that plans are published in. */
export const searchLanguages = { ru: russian, en: english } as const satisfies Record<LanguageCode, SearchLanguage>;
