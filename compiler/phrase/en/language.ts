import type { PhraseLanguage } from "../language.ts";
import { englishCorrections } from "./corrections.ts";
import { daySpellings } from "./day-spellings.ts";
import { grammar } from "./grammar.ts";
import { canonicalPhrase } from "./print/canonical.ts";
import { phrase } from "./rows/phrase.ts";
import { spelling } from "./spelling.ts";
import { weekdays } from "./words/lexicon.ts";
import { stems } from "./words/stems.ts";

/** English phrases, British and American. */
export const englishPhrases: PhraseLanguage = {
  grammar,
  letter: /\p{Script=Latin}/u,
  phrase,
  write: canonicalPhrase,
  spelling,
  stems,
  weekdays,
  daySpellings,
  knownPeriods: [],
  corrections: englishCorrections,
};
