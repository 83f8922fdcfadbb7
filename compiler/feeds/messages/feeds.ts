/** What feeds say of themselves, by language: apart from the words of their entries, which a browser needs too. */
import type { LanguageCode } from "../../locale/languages.ts";
import { englishFeedMessages } from "./feeds-en.ts";
import { russianFeedMessages } from "./feeds-ru.ts";
import type { FeedMessages } from "./feed-messages.ts";

export const feedMessages: Readonly<Record<LanguageCode, FeedMessages>> = {
  ru: russianFeedMessages,
  en: englishFeedMessages,
};
