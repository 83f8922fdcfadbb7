import { isMap, isScalar, isSeq, type Document, type Node, type Pair } from "yaml";
import type { SourceFile, Span } from "../source/span.ts";

export type Path = readonly (string | number)[];

/** A YAML file after parsing: values for the compiler, and the document that still knows where each stood. */
export interface ParsedFile {
  readonly source: SourceFile;
  readonly document: Document;
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

function pairAt(node: unknown, step: string | number): { key?: Node; value: unknown } | undefined {
  if (isMap(node)) {
    const pair = node.items.find((item: Pair) => isScalar(item.key) && String(item.key.value) === String(step));
    return pair ? { key: pair.key as Node, value: pair.value } : undefined;
  }
  return isSeq(node) ? { value: node.items[Number(step)] } : undefined;
}

function spanOfNode(file: ParsedFile, node: unknown): Span | undefined {
  const range = (node as Node | null | undefined)?.range;
  return range ? { file: file.source.path, start: range[0], end: range[1] } : undefined;
}

/** The span of a value, or of the nearest thing around it that is in the file. `of: "key"` gives the key's own token. */
export function spanAt(file: ParsedFile, path: Path, of: "key" | "value" = "value"): Span {
  let node: unknown = file.document.contents;
  let found = spanOfNode(file, node);
  for (const [index, step] of path.entries()) {
    const next = pairAt(node, step);
    if (next === undefined) break;
    const key = spanOfNode(file, next.key);
    const value = spanOfNode(file, next.value);
    const last = index === path.length - 1;
    found = (last && of === "key" ? (key ?? value) : (value ?? key)) ?? found;
    node = next.value;
  }
  return found ?? { file: file.source.path, start: 0, end: Math.min(1, file.source.text.length) };
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
