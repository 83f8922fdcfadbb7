import { SaxesParser } from "saxes";
import { DocumentError } from "./document-error.ts";

/** A level of a numbered list. */
export interface Level {
  readonly format: string;
  /** «%1.%2.»: the numbers of this level and those above it. */
  readonly text: string;
  readonly start: number;
}

/** The numbered lists of a DOCX: their levels by the list's id. */
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
 * Reads `word/numbering.xml`.
 * @throws DocumentError where it is no XML
 */
export function readNumberings(xml: string): Numberings {
  const parser = new SaxesParser();
  const abstract = new Map<string, Level[]>();
  const numberings = new Map<string, Level[]>();
  let [levels, level, list]: [
    Level[] | undefined,
    { format: string; text: string; start: number } | undefined,
    string,
  ] = [undefined, undefined, ""];
  const fail = (): never => {
    throw new DocumentError("document-broken", { what: { terms: ["broken-xml"] } });
  };
  parser.on("doctype", fail);
  parser.on("error", fail);
  parser.on("opentag", ({ name, attributes }) => {
    const value = (attributes as Readonly<Record<string, string>>)["w:val"] ?? "";
    const own = (key: string): string => (attributes as Readonly<Record<string, string>>)[key] ?? "";
    switch (name.replace(/^.*:/, "")) {
      case "abstractNum":
        abstract.set(own("w:abstractNumId"), (levels = []));
        break;
      case "num":
        [levels, list] = [undefined, own("w:numId")];
        break;
      case "abstractNumId":
        numberings.set(list, abstract.get(value) ?? []);
        break;
      case "lvl":
        if (levels !== undefined) level = { format: "decimal", text: "", start: 1 };
        break;
      case "start":
        if (level) level.start = Number(value) || 0;
        break;
      case "numFmt":
        if (level) level.format = value;
        break;
      case "lvlText":
        if (level) level.text = value;
        break;
      default:
    }
  });
  parser.on("closetag", ({ name }) => {
    if (!name.endsWith("lvl") || level === undefined) return;
    levels?.push(level);
    level = undefined;
  });
  parser.write(xml).close();
  return numberings;
}

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
