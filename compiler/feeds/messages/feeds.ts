/** What feeds say of themselves, by language: apart from the words of their entries, which a browser needs too. */
import type { LanguageCode } from "../../locale/languages.ts";
import { englishFeeds } from "./feeds-en.ts";
import { russianFeeds } from "./feeds-ru.ts";
import type { FeedWords } from "./feed-messages.ts";

export const feedWords: Readonly<Record<LanguageCode, FeedWords>> = { ru: russianFeeds, en: englishFeeds };
