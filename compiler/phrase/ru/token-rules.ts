import type { TokenRules } from "../engine/token.ts";

/** Cyrillic letters by the Latin ones that look like them. */
const lookAlikes: Readonly<Record<string, string>> = Object.fromEntries(
  [..."abcehkmoptxy"].map((latin, index) => [latin, "авсенкмортху"[index]!]),
);
const plainWord = /^[а-я]+$/;

/** Words by their abbreviations. */
const abbreviated: Readonly<Record<string, string>> = {
  теч: "течение",
  уч: "учебный",
  мес: "месяц",
  нед: "неделю",
  след: "следующего",
  полуг: "полугодие",
  вкл: "включительно",
  включ: "включительно",
  ежемес: "ежемесячно",
  ежекв: "ежеквартально",
  еженед: "еженедельно",
};
const joined: Readonly<Record<string, number>> = {
  втечение: 1,
  втечении: 1,
  непозднее: 2,
  непозже: 2,
  неранее: 2,
  нераньше: 2,
  нереже: 2,
  неменее: 2,
  вслучае: 1,
  всрок: 1,
  посостоянию: 2,
};

/** Lower case, ё as е, Latin look-alikes as Cyrillic letters, without marks and invisible characters. */
function spelled(word: string): string {
  const lower = word.toLowerCase();
  if (plainWord.test(lower)) return lower;
  const plain = word
    .normalize("NFC")
    .toLowerCase()
    .replace(/[\p{M}\u00ad\u200b-\u200f\ufeff]/gu, "")
    .replace(/ё/g, "е");
  return plain.replace(/[a-z]/g, (letter) => lookAlikes[letter] ?? letter);
}

const endings =
  "(?:ой|ый|ий|ая|ое|ье|ую|ые|ых|ым|ыми|ого|его|ому|го|му|ти|ть|тью|мя|ми|ех|ух|их|й|я|е|ю|х|и|м)(?![a-zа-яё])";
const dash = "[-\\u2010-\\u2015\\u2212]";

/** How Russian words are written. */
export const russianTokens: TokenRules = {
  // «3-х», «5-ти», «1-го», «10-и», also without the hyphen; «10-дневный».
  numberEnding: `\\s?${dash}\\s?${endings}|${endings}|[-\\u2010-\\u2015](?:ти|и|х)?(?=(?:дневн|месячн|недельн))`,
  normalize: (word) => {
    const normal = spelled(word);
    return Object.hasOwn(abbreviated, normal) ? abbreviated[normal]! : normal;
  },
  // «І» and «Х» are also typed as Cyrillic letters.
  asRoman: (word) => word.replace(/[іӏ]/g, "i").replace(/х/g, "x"),
  joined,
};
