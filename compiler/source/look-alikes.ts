/** Cyrillic letters that look like Latin ones: in a name the difference cannot be seen. */
const latin: Readonly<Record<string, string>> = {
  а: "a",
  в: "b",
  е: "e",
  ё: "e",
  і: "i",
  к: "k",
  м: "m",
  н: "h",
  о: "o",
  р: "p",
  с: "c",
  т: "t",
  у: "y",
  х: "x",
  ѕ: "s",
  ј: "j",
};

/** Returns a word of both alphabets with all its letters in Latin; undefined where it is of one alphabet, or a letter looks like no Latin one. */
export function allLatin(word: string): string | undefined {
  if (!/[a-z]/i.test(word) || !/\p{Script=Cyrillic}/u.test(word)) return undefined;
  const turned = word.replace(/\p{Script=Cyrillic}/gu, (letter) => latin[letter.toLowerCase()] ?? letter);
  return /\p{Script=Cyrillic}/u.test(turned) ? undefined : turned;
}

const inLatin = (text: string): string => [...text.toLowerCase()].map((letter) => latin[letter] ?? letter).join("");

/** Whether two texts look the same and are not: letters of one alphabet stand for those of the other. */
export const lookAlike = (a: string, b: string): boolean =>
  a.toLowerCase() !== b.toLowerCase() && inLatin(a) === inLatin(b);

/** Latin letters that look like Cyrillic ones, capitals and small letters apart: «m» is no «м», and «M» is «М». */
const cyrillic: Readonly<Record<string, string>> = {
  A: "А",
  B: "В",
  C: "С",
  E: "Е",
  H: "Н",
  K: "К",
  M: "М",
  O: "О",
  P: "Р",
  T: "Т",
  X: "Х",
  Y: "У",
  a: "а",
  c: "с",
  e: "е",
  k: "к",
  o: "о",
  p: "р",
  x: "х",
  y: "у",
};

/** Returns a word of both alphabets with all its letters in Cyrillic; undefined where it is of one alphabet, or a letter looks like no Cyrillic one. */
export function allCyrillic(word: string): string | undefined {
  if (!/[a-z]/i.test(word) || !/\p{Script=Cyrillic}/u.test(word)) return undefined;
  const turned = word.replace(/[a-z]/gi, (letter) => cyrillic[letter] ?? letter);
  return /[a-z]/i.test(turned) ? undefined : turned;
}
