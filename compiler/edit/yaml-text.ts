import { readPlain } from "../load/yaml/yaml-fast-scalars.ts";

/** A value to write into YAML: texts, numbers, and maps and lists of them. */
export type YamlValue = string | number | boolean | null | YamlMap | readonly YamlValue[];
/** A key whose value is undefined is not written. */
export interface YamlMap {
  readonly [key: string]: YamlValue | undefined;
}

/** Control characters, signs at which some readers break a line, and the byte order mark: they stand in quotes, escaped. */
export const unprintable = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]/;
const allUnprintable = new RegExp(unprintable, "g");

/** Where a scalar stands (YAML 1.2 §7): between brackets (`flow`), where a comma ends it, or not (`block`). */
type Context = "block" | "flow";

/** Whether a text without quotes is read back as itself. */
function isPlain(text: string, context: Context): boolean {
  if (text === "" || text !== text.trim() || /^[*&!|>%@`"'#?-]/.test(text) || unprintable.test(text)) return false;
  // Inside brackets these end a plain text; what stands behind them may then be an alias of nothing.
  if ((context === "flow" && text.includes(",")) || /[[\]{}]|:(\s|$)/.test(text)) return false;
  // What older readers of YAML take for a number, a time of day or a truth value is quoted too.
  if (/^(y|n|yes|no|on|off)$/i.test(text) || /^(0b[01_]+|\d[\d_]*_[\d_]*|\d[\d_]*(:\d+)+)$/.test(text)) return false;
  // What the quick reader is not sure of gets quotes.
  return readPlain(context === "flow" ? `${text}]` : text, 0, context === "flow")?.value === text;
}

const escaped = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** A text as a YAML scalar on one line: without quotes where that is safe, else in double quotes. */
export const scalarText = (text: string, context: Context = "flow"): string =>
  isPlain(text, context) ? text : JSON.stringify(text).replace(allUnprintable, escaped);

export const isList = (value: YamlValue): value is readonly YamlValue[] => Array.isArray(value);
/** Whether something, of which nothing is known but that it comes from YAML, is a map. */
export const isMap = (value: unknown): value is YamlMap =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The keys of a map that are written, with their values. */
export const entriesOf = (map: YamlMap): [string, YamlValue][] =>
  Object.entries(map).filter((entry): entry is [string, YamlValue] => entry[1] !== undefined);

/** A value on one line: `{ a: b, c: [d, e] }`. */
export function flowText(value: YamlValue): string {
  if (typeof value === "string") return scalarText(value);
  if (isList(value)) return `[${value.map(flowText).join(", ")}]`;
  if (!isMap(value)) return String(value);
  const pairs = entriesOf(value).map(([key, inner]) => `${key}: ${flowText(inner)}`);
  return `{ ${pairs.join(", ")} }`;
}

/** Lines longer than this are broken. */
export const lineWidth = 120;

/** A key with its value as lines: on one line while it fits, else its keys, or the rows of a list of maps, below it. */
export function keyLines(key: string, value: YamlValue, indent: number): string[] {
  const lead = " ".repeat(indent);
  const line = `${lead}${key}: ${flowText(value)}`;
  if (line.length <= lineWidth) return [line];
  if (isMap(value))
    return [`${lead}${key}:`, ...entriesOf(value).flatMap(([inner, below]) => keyLines(inner, below, indent + 2))];
  if (!isList(value) || !value.some(isMap)) return [line];
  return [`${lead}${key}:`, ...value.flatMap((row) => rowLines(row, indent + 2))];
}

/** A row of a list as lines: between brackets while that fits a line, else a key a line. */
export function rowLines(row: YamlValue, indent: number): string[] {
  const lead = " ".repeat(indent);
  const line = `${lead}- ${flowText(row)}`;
  if (line.length <= lineWidth || !isMap(row)) return [line];
  const lines = entriesOf(row).flatMap(([key, value]) => keyLines(key, value, indent + 2));
  return [`${lead}- ${lines[0]!.trimStart()}`, ...lines.slice(1)];
}
