/** The numbers of lists as they are shown, which documents do not hold as text. */

/** A level of a numbered list. */
export interface Level {
  readonly format: string;
  /** «%1.%2.»: the numbers of this level and those above it. */
  readonly text: string;
  readonly start: number;
}

/** The numbered lists of a document: their levels by the list's id. */
export type Numberings = ReadonlyMap<string, readonly Level[]>;

const roman: readonly (readonly [number, string])[] = [
  [1000, "M"],
  [900, "CM"],
  [500, "D"],
  [400, "CD"],
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
];
const russianLetters = "абвгдежзиклмнопрстуфхцчшщэюя";
const latinLetters = "abcdefghijklmnopqrstuvwxyz";

function romanText(n: number): string {
  let [rest, text] = [n, ""];
  for (const [value, sign] of roman) for (; rest >= value && text.length < 40; rest -= value) text += sign;
  return text;
}

const letter = (letters: string, n: number): string => letters[(n - 1) % letters.length] ?? "";

/** Numbers in the formats of lists (ECMA-376 part 1, §17.18.59). */
const formats: Readonly<Record<string, (n: number) => string>> = {
  decimal: String,
  decimalZero: (n) => String(n).padStart(2, "0"),
  upperRoman: romanText,
  lowerRoman: (n) => romanText(n).toLowerCase(),
  russianLower: (n) => letter(russianLetters, n),
  russianUpper: (n) => letter(russianLetters, n).toUpperCase(),
  lowerLetter: (n) => letter(latinLetters, n),
  upperLetter: (n) => letter(latinLetters, n).toUpperCase(),
};

/**
 * Returns the next label of a list's level («1.1.», «а)»); an empty one for bullets and unknown lists. `from` is the
 * number that the list goes on with, where one is set.
 */
export type Counter = (list: string, level: number, from?: number) => string;

/** Counts the lists of one document. */
export function counterOf(numberings: Numberings): Counter {
  const counts = new Map<string, number[]>();
  return (list, at, from) => {
    const levels = numberings.get(list);
    const own = levels?.[at];
    if (levels === undefined || own === undefined || own.format === "bullet" || own.format === "none") return "";
    const numbers = (counts.get(list) ?? []).slice(0, at + 1);
    for (let i = 0; i <= at; i++)
      numbers[i] =
        i === at
          ? (from ?? (numbers[i] === undefined ? own.start : numbers[i]! + 1))
          : (numbers[i] ?? levels[i]?.start ?? 1);
    counts.set(list, numbers);
    return own.text.replace(/%(\d)/g, (_, digit: string) => {
      const index = Number(digit) - 1;
      return (formats[levels[index]?.format ?? "decimal"] ?? String)(numbers[index] ?? 1);
    });
  };
}
