import type { SourceFile, Span } from "../source/span.ts";
import { inside, type SpanTree } from "./span-tree.ts";

export type Path = readonly (string | number)[];

/** A YAML file after parsing: its values, and where each of them stands. */
export interface ParsedFile {
  readonly source: SourceFile;
  readonly data: unknown;
  readonly spans: SpanTree;
}

/** Where a value came from: a file and the path of keys to it. */
export interface Origin {
  readonly file: ParsedFile;
  readonly path: Path;
}

/** A value of the plan together with the place it was read from. */
export interface Located<T> {
  readonly data: T;
  readonly origin: Origin;
}

/** The span of a value, or of the nearest thing around it that is in the file. `of: "key"` gives the key's own token. */
export function spanAt(file: ParsedFile, path: Path, of: "key" | "value" = "value"): Span {
  let tree = file.spans;
  let whole = true;
  for (const step of path) {
    const next = inside(tree, step);
    whole = next !== undefined;
    if (next === undefined) break;
    tree = next;
  }
  const [start, end, keyStart, keyEnd] = tree;
  const span = keyStart >= 0 && (start === end || (of === "key" && whole)) ? { start: keyStart, end: keyEnd } : { start, end };
  return { file: file.source.path, start: span.start, end: Math.max(span.end, Math.min(span.start + 1, file.source.text.length)) };
}

/** The span of a value below an origin; a map or list is shown by its first line. */
export function spanOf(origin: Origin, path: Path = [], of: "key" | "value" = "value"): Span {
  return spanAt(origin.file, [...origin.path, ...path], of);
}

/** An origin one or more steps down. */
export function below(origin: Origin, ...path: Path): Origin {
  return { file: origin.file, path: [...origin.path, ...path] };
}

/** A value located below another. */
export function located<T>(data: T, origin: Origin, ...path: Path): Located<T> {
  return { data, origin: below(origin, ...path) };
}
