import { parseDocument } from "yaml";

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
  const document = parseDocument(`{ k: ${text}, l: [${text}] }`, {
    version: "1.2",
    schema: "core",
    prettyErrors: false,
  });
  if (document.errors.length > 0 || document.warnings.length > 0) return false;
  const { k, l } = document.toJS() as { k?: unknown; l?: readonly unknown[] };
  return k === text && l?.length === 1 && l[0] === text;
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

/** A key with its value as lines: on one line while it fits, else its keys below it. */
export function keyLines(key: string, value: YamlValue, indent: number): string[] {
  const lead = " ".repeat(indent);
  const line = `${lead}${key}: ${flowText(value)}`;
  if (typeof value !== "object" || Array.isArray(value) || line.length <= lineWidth) return [line];
  return [`${lead}${key}:`, ...Object.entries(value).flatMap(([inner, below]) => keyLines(inner, below, indent + 2))];
}
