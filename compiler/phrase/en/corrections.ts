import { capitalised } from "../../source/capitalised.ts";
import type { Corrections } from "../language.ts";
import { cardinals, months, ordinals, recurrences, unitWords, weekdays } from "./words/lexicon.ts";

/** Words that a mistyped word is corrected to. */
const vocabulary: readonly string[] = [
  ...months.keys(),
  ...weekdays.keys(),
  ...unitWords.keys(),
  ...recurrences.keys(),
  ...cardinals.keys(),
  ...ordinals.keys(),
  ..."until through before after within between from later than least working business calendar days day".split(" "),
  ..."every each month following quarter receipt beginning starting inclusive annually".split(" "),
].filter((word) => word.length > 3 && !word.includes("-") && word !== "zeroth");

/** What English phrases that cannot be read are corrected with. */
export const englishCorrections: Corrections = {
  vocabulary,
  spelled: (word) => (months.has(word) || weekdays.has(word) ? capitalised(word) : word),
  rewordings: {
    "which-series": [
      [/every (?:3|three) months/iu, "quarterly"],
      [/every (?:6|six) months/iu, "half-yearly"],
      [/every (?:12|twelve) months/iu, "annually"],
    ],
  },
};
