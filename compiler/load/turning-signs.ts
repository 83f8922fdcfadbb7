/**
 * Signs that turn the direction of writing (Unicode embeddings, overrides and isolates, UAX 9): a text that holds one is shown
 * otherwise than it is written, to whoever reviews the file and to whoever reads what is published. No order needs them.
 */
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { SourceFile } from "../source/span.ts";
import { spanAt, type ParsedFile, type Path } from "./parsed-file.ts";

const turning = /[\u202a-\u202e\u2066-\u2069]/;
/** The same by their numbers, as double quotes let them be written. */
const escaped = /\\u(?:202[a-e]|206[6-9])|\\U0000(?:202[a-e]|206[6-9])/i;

const told = (sign: string): Diagnostic["values"] => ({ sign: `U+${sign.charCodeAt(0).toString(16).toUpperCase()}` });

/** The first text of a value that holds such a sign. */
function place(value: unknown, path: Path): { readonly path: Path; readonly sign: string } | undefined {
  if (typeof value === "string") {
    const [sign] = turning.exec(value) ?? [];
    return sign === undefined ? undefined : { path, sign };
  }
  if (typeof value !== "object" || value === null) return undefined;
  const list = Array.isArray(value);
  for (const [key, inner] of Object.entries(value)) {
    const found = place(inner, [...path, list ? Number(key) : key]);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The first such sign of a file: anywhere in it, comments too, or written by its number in a text. Told once a file. */
export function turningSign({ path: file, text }: SourceFile, parsed: ParsedFile | undefined): Diagnostic | undefined {
  const found = turning.exec(text);
  if (found !== null) return { code: "turning-sign", values: told(found[0]), span: { file, start: found.index, end: found.index + 1 } };
  const named = parsed === undefined || !escaped.test(text) ? undefined : place(parsed.data, []);
  return named === undefined ? undefined : { code: "turning-sign", values: told(named.sign), span: spanAt(parsed!, named.path) };
}
