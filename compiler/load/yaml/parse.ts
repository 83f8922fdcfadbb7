import type { Outcome } from "../../diagnostics/diagnostic.ts";
import type { SourceFile } from "../../source/span.ts";
import { defaultLimits, type Limits } from "../limits.ts";
import { parseFully } from "./parse-fully.ts";
import type { ParsedFile } from "./parsed-yaml.ts";
import { findUnparsable } from "./size-limits.ts";
import { parseFast } from "./yaml-fast-path.ts";

/** A file without the byte order mark that programs for Windows begin one with; places are counted after it. */
export const withoutByteOrderMark = (source: SourceFile): SourceFile =>
  source.text.startsWith("\ufeff") ? { ...source, text: source.text.slice(1) } : source;

/** Parses one file of the plan. Never throws: the value is undefined when nothing can be read from it. */
export function parse(given: SourceFile, limits: Limits = defaultLimits): Outcome<ParsedFile | undefined> {
  const source = withoutByteOrderMark(given);
  if (source.text.length > limits.fileMegabytes * 1_000_000) {
    return {
      value: undefined,
      diagnostics: [
        {
          code: "file-too-large",
          values: { limit: limits.fileMegabytes },
          span: { file: source.path, start: 0, end: 1 },
        },
      ],
    };
  }
  const read = parseFast(source.text);
  if (read !== undefined) return { value: { source, ...read }, diagnostics: [] };
  const refused = findUnparsable(source, limits);
  if (refused !== undefined) return { value: undefined, diagnostics: [refused] };
  return parseFully(source);
}
