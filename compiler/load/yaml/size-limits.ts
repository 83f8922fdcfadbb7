import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { SourceFile } from "../../source/span.ts";
import type { Limits } from "../limits.ts";
import { spanAt, type ParsedFile, type Path } from "./parsed-yaml.ts";

/** The first bracket too deep inside others, whatever it means; −1 without one. */
function deepBracket(text: string, depth: number): number {
  let open = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (sign === 91 || sign === 123) open += 1;
    else if ((sign === 93 || sign === 125) && open > 0) open -= 1;
    if (open > depth) return at;
  }
  return -1;
}

/** A line so far to the right, by blanks and by signs of lists and keys, that maps and lists may be that deep inside one another. */
function deepLine(text: string, depth: number): number {
  const match = new RegExp(`^(?:[ ]|[-?][ ]){${depth * 2}}`, "m").exec(text);
  return match === null ? -1 : match.index + match[0].length - 1;
}

/** What keeps `yaml` from reading a file: it goes down into it by calling itself, and its time grows with every sign out of place. */
export function findUnparsable(
  { path: file, text }: SourceFile,
  { depth, unusualFileMegabytes }: Limits,
): Diagnostic | undefined {
  const bracket = deepBracket(text, depth);
  const at = bracket >= 0 ? bracket : deepLine(text, depth);
  if (at >= 0) return { code: "too-deep", values: { limit: depth }, span: { file, start: at, end: at + 1 } };
  if (text.length > unusualFileMegabytes * 1_000_000)
    return { code: "file-unread", values: { limit: unusualFileMegabytes }, span: { file, start: 0, end: 1 } };
  return undefined;
}

const rowLimits: Readonly<Record<string, "rows" | "parties">> = {
  items: "rows",
  periods: "rows",
  events: "rows",
  occurrences: "rows",
  readings: "parties",
  parties: "parties",
  profiles: "parties",
  synonyms: "parties",
  terms: "parties",
};

/** What a file has too much of: rows of its list, or characters in a text. Told once a file, at the first of them. */
export function findOversize(file: ParsedFile, limits: Limits): Diagnostic | undefined {
  const data = (file.data ?? {}) as Readonly<Record<string, unknown>>;
  for (const [key, name] of Object.entries(rowLimits)) {
    const list = Object.hasOwn(data, key) ? data[key] : undefined;
    if (Array.isArray(list) && list.length > limits[name])
      return {
        code: "too-many-rows",
        values: { key, count: list.length, limit: limits[name] },
        span: spanAt(file, [key, limits[name]]),
      };
  }
  if (file.source.text.length <= limits.textLength) return undefined;
  const walk = (value: unknown, path: Path): Path | undefined => {
    if (typeof value === "string") return value.length > limits.textLength ? path : undefined;
    if (typeof value !== "object" || value === null) return undefined;
    const list = Array.isArray(value);
    for (const [key, inner] of Object.entries(value)) {
      const found =
        typeof inner === "string"
          ? inner.length > limits.textLength
            ? [...path, key]
            : undefined
          : walk(inner, [...path, list ? Number(key) : key]);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const path = walk(file.data, []);
  return path === undefined
    ? undefined
    : { code: "text-too-long", values: { limit: limits.textLength }, span: spanAt(file, path) };
}
