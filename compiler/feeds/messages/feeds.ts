/** The texts of feeds by language. They are apart from those of entries, which a browser needs without these. */
import type { LanguageCode } from "../../locale/languages.ts";
import { englishFeedMessages } from "./feeds-en.ts";
import { russianFeedMessages } from "./feeds-ru.ts";
import type { FeedMessages } from "./feed-messages.ts";

export const feedMessages: Readonly<Record<LanguageCode, FeedMessages>> = {
  ru: russianFeedMessages,
  en: englishFeedMessages,
};
