/** Characters that no text of a plan may hold: what is shown is what is written, and what is written can be published. */
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { SourceFile } from "../../source/span.ts";
import { spanAt, type ParsedFile, type Path } from "./parsed-yaml.ts";

interface Forbidden {
  readonly code: "bidi-control" | "lone-surrogate";
  readonly character: RegExp;
  /** The same by its number, as double quotes let it be written. */
  readonly escaped: RegExp;
}

const forbidden: readonly Forbidden[] = [
  // Unicode embeddings, overrides and isolates (UAX 9): a text that holds one is shown otherwise than it is written.
  {
    code: "bidi-control",
    character: /[\u202a-\u202e\u2066-\u2069]/,
    escaped: /\\u(?:202[a-e]|206[6-9])|\\U0000(?:202[a-e]|206[6-9])/i,
  },
  // Half of a UTF-16 pair is no character: UTF-8 has no bytes for it, and the site's search refuses it.
  {
    code: "lone-surrogate",
    character: /\p{Surrogate}/u,
    escaped: /\\u(?:d[89a-f][0-9a-f]{2})|\\U0000d[89a-f][0-9a-f]{2}/i,
  },
];

const valuesFor = (character: string): Diagnostic["values"] => ({
  sign: `U+${character.charCodeAt(0).toString(16).toUpperCase()}`,
});

/** Returns the first text of a value that holds such a character. */
function findInValue(
  value: unknown,
  path: Path,
  pattern: RegExp,
): { readonly path: Path; readonly character: string } | undefined {
  if (typeof value === "string") {
    const [found] = pattern.exec(value) ?? [];
    return found === undefined ? undefined : { path, character: found };
  }
  if (typeof value !== "object" || value === null) return undefined;
  const isList = Array.isArray(value);
  for (const [key, inner] of Object.entries(value)) {
    const found = findInValue(inner, [...path, isList ? Number(key) : key], pattern);
    if (found !== undefined) return found;
  }
  return undefined;
}

function findInFile(
  { path: file, text }: SourceFile,
  parsed: ParsedFile | undefined,
  { code, character, escaped }: Forbidden,
): Diagnostic | undefined {
  const found = character.exec(text);
  if (found !== null)
    return { code, values: valuesFor(found[0]), span: { file, start: found.index, end: found.index + 1 } };
  if (parsed === undefined || !escaped.test(text)) return undefined;
  const named = findInValue(parsed.data, [], character);
  return named && { code, values: valuesFor(named.character), span: spanAt(parsed, named.path) };
}

/**
 * Returns the first forbidden character of a file as a diagnostic: anywhere in it, comments too, or written by its number in
 * a text. One is reported a file.
 */
export function findForbiddenCharacter(source: SourceFile, parsed: ParsedFile | undefined): Diagnostic | undefined {
  for (const kind of forbidden) {
    const found = findInFile(source, parsed, kind);
    if (found !== undefined) return found;
  }
  return undefined;
}
