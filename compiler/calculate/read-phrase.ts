import { defaultPhraseLanguage, hasPhrases, phraseLanguages } from "../phrase/languages.ts";
import type { CountingData } from "./data.ts";
import { readPhraseIn, type ReadPhrase } from "./phrase.ts";

/** Whether phrases of a plan's language can be read. */
export { hasPhrases };

/** Reads a deadline in the language of its plan, whichever that is; a page of one language loads that alone (`readPhraseIn`). */
export const readPhrase = (text: string, counting: CountingData, year: number): ReadPhrase =>
  readPhraseIn(
    phraseLanguages[hasPhrases(counting.series.language) ? counting.series.language : defaultPhraseLanguage],
    text,
    counting,
    year,
  );
