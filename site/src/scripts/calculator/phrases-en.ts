/** The English grammar of deadline phrases, for the browser: loaded when somebody types one. */
import { readPhraseIn, type ReadPhrase } from "../../../../compiler/calculate/phrase.ts";
import type { CountingData } from "../../../../compiler/calculate/data.ts";
import { englishPhrases } from "../../../../compiler/phrase/en/language.ts";

export { questionOf } from "../../../../compiler/calculate/phrase.ts";

export const readPhrase = (text: string, counting: CountingData, year: number): ReadPhrase =>
  readPhraseIn(englishPhrases, text, counting, year);
