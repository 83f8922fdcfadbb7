import type { SearchLanguage } from "./language.ts";

const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));

const endings = [
  "ations",
  "ation",
  "ments",
  "ment",
  "ings",
  "ing",
  "ies",
  "ied",
  "ers",
  "ed",
  "es",
  "er",
  "s",
  "e",
  "y",
];
const fewestLetters = 3;

function stem(word: string): string {
  const ending = endings.find((each) => word.endsWith(each) && word.length - each.length >= fewestLetters);
  return ending === undefined ? word : word.slice(0, -ending.length);
}

const ordinals = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth";

/** English as people type it. */
export const english: SearchLanguage = {
  stem,
  idle: set(
    "a an the in on at by to of for with from and or is are when where who what which how do does i we my our plan item",
  ),
  ordinals: new Map(ordinals.split(" ").map((word, index) => [stem(word), String(index + 1)])),
  month: (word, months) => {
    const index = months.findIndex(([name]) => name.toLowerCase() === word);
    return index < 0 ? undefined : index + 1;
  },
  relative: new Map([
    ["today", 0],
    ["tomorrow", 1],
  ]),
  numberOf: set("item point no number"),
};
