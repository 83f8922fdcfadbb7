/** The texts of entries by language. They are apart from those of derivations, which a browser needs without these. */
import type { LanguageCode } from "../../locale/languages.ts";
import { englishEntryMessages } from "./entries-en.ts";
import { russianEntryMessages } from "./entries-ru.ts";
import type { EntryMessages } from "./entry-messages.ts";

export const entryMessages: Readonly<Record<LanguageCode, EntryMessages>> = {
  ru: russianEntryMessages,
  en: englishEntryMessages,
};
