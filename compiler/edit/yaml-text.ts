import { readPlain } from "../load/yaml/yaml-fast-scalars.ts";

/** A value to write into YAML: texts, numbers, and maps and lists of them. */
export type YamlValue = string | number | boolean | { readonly [key: string]: YamlValue } | readonly YamlValue[];

/** Whether a text without quotes is read back as itself, also between brackets. */
function isPlain(text: string): boolean {
  if (
    text === "" ||
    text !== text.trim() ||
    /^[*&!|>%@`"'#?-]/.test(text) ||
    /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]/.test(text)
  )
    return false;
  // Inside brackets these end a plain text; what stands behind them may then be an alias of nothing.
  if (/[,[\]{}]|:(\s|$)/.test(text)) return false;
  // What older readers of YAML take for a number, a time or a truth value is quoted too.
  if (/^(y|n|yes|no|on|off)$/i.test(text) || /^\d[\d_]*(:\d+)+$/.test(text)) return false;
  // What the quick reader is not sure of gets quotes.
  return readPlain(`${text}]`, 0, true)?.value === text;
}

/** A text as a YAML scalar on one line: without quotes where that is safe, else in double quotes. */
export const scalarText = (text: string): string => (isPlain(text) ? text : JSON.stringify(text));

/** A value on one line: `{ a: b, c: [d, e] }`. */
export function flowText(value: YamlValue): string {
  if (typeof value === "string") return scalarText(value);
  if (typeof value !== "object") return String(value);
  if (Array.isArray(value)) return `[${value.map(flowText).join(", ")}]`;
  return `{ ${Object.entries(value)
    .map(([key, inner]) => `${key}: ${flowText(inner)}`)
    .join(", ")} }`;
}

/** Lines longer than this are broken. */
export const lineWidth = 120;

const isMap = (value: YamlValue): value is { readonly [key: string]: YamlValue } =>
  typeof value === "object" && !Array.isArray(value);

/** A key with its value as lines: on one line while it fits, else its keys, or the rows of a list of maps, below it. */
export function keyLines(key: string, value: YamlValue, indent: number): string[] {
  const lead = " ".repeat(indent);
  const line = `${lead}${key}: ${flowText(value)}`;
  if (line.length <= lineWidth) return [line];
  if (isMap(value))
    return [`${lead}${key}:`, ...Object.entries(value).flatMap(([inner, below]) => keyLines(inner, below, indent + 2))];
  if (!Array.isArray(value) || !value.some(isMap)) return [line];
  return [`${lead}${key}:`, ...value.flatMap((row: YamlValue) => rowLines(row, indent + 2))];
}

/** A row of a list as lines: between brackets while that fits a line, else a key a line. */
export function rowLines(row: YamlValue, indent: number): string[] {
  const lead = " ".repeat(indent);
  const line = `${lead}- ${flowText(row)}`;
  if (line.length <= lineWidth || !isMap(row)) return [line];
  const lines = Object.entries(row).flatMap(([key, value]) => keyLines(key, value, indent + 2));
  return [`${lead}- ${lines[0]!.trimStart()}`, ...lines.slice(1)];
}
