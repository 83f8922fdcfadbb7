import type { Path, SourceFile, Span } from "../../source/span.ts";
import { inside, type SpanTree } from "./span-tree.ts";
import { valueAt } from "../../source/value-at.ts";

export type { Path } from "../../source/span.ts";

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

/**
 * The span of a value, or of the nearest thing around it that is in the file; a map or list of several lines is shown by
 * its first. `of: "key"` gives the key's own token, and for what has no key (a row of a list, the file) its first key.
 */
export function spanAt(file: ParsedFile, path: Path, of: "key" | "value" = "value"): Span {
  let tree = file.spans;
  let whole = true;
  for (const step of path) {
    const next = inside(tree, step);
    whole = next !== undefined;
    if (next === undefined) break;
    tree = next;
  }
  const [start, end, keyStart, keyEnd, children] = tree;
  const { path: name, text } = file.source;
  const head =
    of === "key" && keyStart < 0 && children !== undefined && !Array.isArray(children)
      ? Object.values(children)[0]
      : undefined;
  if (head !== undefined) return { file: name, start: head[2], end: head[3] };
  const span =
    keyStart >= 0 && (start === end || (of === "key" && whole)) ? { start: keyStart, end: keyEnd } : { start, end };
  const lineEnd = children === undefined ? -1 : text.slice(span.start, span.end).search(/\s*[\r\n]/);
  return {
    file: name,
    start: span.start,
    end: Math.max(lineEnd < 0 ? span.end : span.start + lineEnd, Math.min(span.start + 1, text.length)),
  };
}

/** All that a value takes up in the file, from its first character to its last. */
export function extentOf(file: ParsedFile, path: Path): Span {
  let tree = file.spans;
  for (const step of path) tree = inside(tree, step) ?? tree;
  return { file: file.source.path, start: tree[0], end: tree[1] };
}

/** The span of a value below an origin. */
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

/** The value below an origin as it stands in the file, before anything was read into it; undefined where there is none. */
export const writtenAt = ({ file, path }: Origin, below: Path = []): unknown => valueAt(file.data, [...path, ...below]);
