/** What entries of a feed say, by language: apart from the words of a derivation, which a browser needs without them. */
import type { LanguageCode } from "../../locale/languages.ts";
import { englishEntries } from "./entries-en.ts";
import { russianEntries } from "./entries-ru.ts";
import type { EntryWords } from "./entry-messages.ts";

export const entryWords: Readonly<Record<LanguageCode, EntryWords>> = { ru: russianEntries, en: englishEntries };
