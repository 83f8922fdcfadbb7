/** Signs that no text of a plan may hold: what is shown is what is written, and what is written can be published. No order needs them. */
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { SourceFile } from "../../source/span.ts";
import { spanAt, type ParsedFile, type Path } from "./parsed-yaml.ts";

interface Refused {
  readonly code: "turning-sign" | "half-sign";
  readonly sign: RegExp;
  /** The same by its number, as double quotes let it be written. */
  readonly escaped: RegExp;
}

const refused: readonly Refused[] = [
  // Unicode embeddings, overrides and isolates (UAX 9): a text that holds one is shown otherwise than it is written.
  {
    code: "turning-sign",
    sign: /[\u202a-\u202e\u2066-\u2069]/,
    escaped: /\\u(?:202[a-e]|206[6-9])|\\U0000(?:202[a-e]|206[6-9])/i,
  },
  // Half of a pair of UTF-16 is no sign: UTF-8 has no bytes for it, and the site's search does not take it.
  { code: "half-sign", sign: /\p{Surrogate}/u, escaped: /\\u(?:d[89a-f][0-9a-f]{2})|\\U0000d[89a-f][0-9a-f]{2}/i },
];

const told = (sign: string): Diagnostic["values"] => ({ sign: `U+${sign.charCodeAt(0).toString(16).toUpperCase()}` });

/** The first text of a value that holds such a sign. */
function place(value: unknown, path: Path, sign: RegExp): { readonly path: Path; readonly sign: string } | undefined {
  if (typeof value === "string") {
    const [found] = sign.exec(value) ?? [];
    return found === undefined ? undefined : { path, sign: found };
  }
  if (typeof value !== "object" || value === null) return undefined;
  const list = Array.isArray(value);
  for (const [key, inner] of Object.entries(value)) {
    const found = place(inner, [...path, list ? Number(key) : key], sign);
    if (found !== undefined) return found;
  }
  return undefined;
}

function foundIn(
  { path: file, text }: SourceFile,
  parsed: ParsedFile | undefined,
  { code, sign, escaped }: Refused,
): Diagnostic | undefined {
  const found = sign.exec(text);
  if (found !== null) return { code, values: told(found[0]), span: { file, start: found.index, end: found.index + 1 } };
  const named = parsed === undefined || !escaped.test(text) ? undefined : place(parsed.data, [], sign);
  return named === undefined ? undefined : { code, values: told(named.sign), span: spanAt(parsed!, named.path) };
}

/** The first such sign of a file: anywhere in it, comments too, or written by its number in a text. Told once a file. */
export function refusedSign(source: SourceFile, parsed: ParsedFile | undefined): Diagnostic | undefined {
  for (const kind of refused) {
    const found = foundIn(source, parsed, kind);
    if (found !== undefined) return found;
  }
  return undefined;
}
