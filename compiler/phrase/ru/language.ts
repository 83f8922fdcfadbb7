import type { PhraseLanguage } from "../language.ts";
import { russianCorrections } from "./corrections.ts";
import { daySpellings } from "./day-spellings.ts";
import { grammar } from "./grammar.ts";
import { knownPeriods } from "./known-periods.ts";
import { canonicalPhrase } from "./print/canonical.ts";
import { phrase } from "./rows/phrase.ts";
import { spelling } from "./spelling.ts";
import { weekdays } from "./words/lexicon.ts";
import { stems } from "./words/stems.ts";

/** Russian phrases. */
export const russianPhrases: PhraseLanguage = {
  grammar,
  letter: /\p{Script=Cyrillic}/u,
  phrase,
  write: canonicalPhrase,
  spelling,
  stems,
  weekdays,
  daySpellings,
  knownPeriods,
  corrections: russianCorrections,
};
