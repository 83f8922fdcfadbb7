/** What entries of a feed say, by language: apart from the words of a derivation, which a browser needs without them. */
import type { LanguageCode } from "../../locale/languages.ts";
import { englishEntryMessages } from "./entries-en.ts";
import { russianEntryMessages } from "./entries-ru.ts";
import type { EntryMessages } from "./entry-messages.ts";

export const entryMessages: Readonly<Record<LanguageCode, EntryMessages>> = {
  ru: russianEntryMessages,
  en: englishEntryMessages,
};
