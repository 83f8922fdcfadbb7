import type { TokenRules } from "../engine/token.ts";

const lookAlikes: Readonly<Record<string, string>> = Object.fromEntries(
  [..."авсенкмортху"].map((cyrillic, index) => [cyrillic, [..."abcehkmoptxy"][index]!]),
);

/** Other spellings of a word. */
const abbreviated: Readonly<Record<string, string>> = {
  thru: "through",
  til: "till",
  qtr: "quarter",
  hrs: "hours",
  hr: "hour",
  wk: "week",
  wks: "weeks",
};

const joined: Readonly<Record<string, number>> = {
  nolater: 2,
  notlater: 3,
  inaccordance: 2,
  halfyear: 4,
};

/** Lower case, without marks and invisible characters; Cyrillic letters that look like Latin ones as those. */
function spelled(word: string): string {
  const plain = word
    .normalize("NFC")
    .toLowerCase()
    .replace(/[\p{M}\u00ad\u200b-\u200f\ufeff]/gu, "");
  return /^[a-z]+$/.test(plain) ? plain : plain.replace(/[а-я]/g, (letter) => lookAlikes[letter] ?? letter);
}

/** How English words are written. */
export const englishTokens: TokenRules = {
  // “3rd”, “21st”
  numberEnding: "(?:st|nd|rd|th)(?![a-z])",
  normalize: (word) => {
    const normal = spelled(word);
    return Object.hasOwn(abbreviated, normal) ? abbreviated[normal]! : normal;
  },
  asRoman: (word) => word,
  joined,
};
