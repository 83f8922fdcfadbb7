import type { ParsedFile, Path } from "../load/yaml/parsed-yaml.ts";
import { insertKey, removeKey } from "./keys.ts";
import { isFlow, reread, treeAt } from "./locate.ts";
import { flowText, isMap, keyLines, lineWidth, type YamlValue } from "./yaml-text.ts";
import { columnOf, lineBreakOf, splice, type Splice } from "./splice.ts";

/** The value at a path as it stands in the file; undefined where there is none. */
export function valueIn(file: ParsedFile, path: Path): unknown {
  let value: unknown = file.data;
  for (const step of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Readonly<Record<string | number, unknown>>)[step];
  }
  return value;
}

/** Whether two values of YAML are the same, whatever the order of their keys. */
export function isSameValue(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((each, index) => isSameValue(each, b[index]));
  if (!isMap(a) || !isMap(b)) return Object.is(a, b);
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && isSameValue(a[key], b[key]))
  );
}

/** One value in the place of another, below the same key. */
function replaceValue(file: ParsedFile, path: Path, to: YamlValue): Splice[] {
  const { text } = file.source;
  const [start, whole, keyStart, keyEnd] = treeAt(file, path)!;
  // A block's own end is the end of its last line.
  const end = start + text.slice(start, Math.max(start, whole)).trimEnd().length;
  const parent = treeAt(file, path.slice(0, -1))!;
  if (keyStart < 0 || isFlow(file, parent)) return [{ start, end, text: flowText(to) }];
  const written = text.slice(start, end);
  const line = written.startsWith('"') && typeof to === "string" ? JSON.stringify(to) : flowText(to);
  const lines = keyLines(String(path.at(-1)), to, columnOf(text, keyStart));
  // What stands on the line of its key stays there while the line is no longer than lines are.
  const sameLine = !/\n/.test(text.slice(keyEnd, start)) && !/^[>|]/.test(written);
  if (sameLine && (lines.length === 1 || columnOf(text, start) + line.length <= lineWidth))
    return [{ start, end, text: line }];
  return [{ start: keyStart, end, text: lines.join(lineBreakOf(text)).trimStart() }];
}

/** A file after replacements in it. */
const step = (file: ParsedFile, splices: readonly Splice[]): ParsedFile =>
  reread(file.source.path, splice(file.source.text, splices));

/**
 * A file with another value at a path; undefined removes the key. Of a map only the keys that differ are touched, so that comments
 * and layout of the rest stay; `order` is where a new key stands. Throws where there is nothing that could hold the value.
 */
export function setValue(
  file: ParsedFile,
  path: Path,
  to: YamlValue | undefined,
  order: (path: Path) => readonly string[],
): ParsedFile {
  const now = valueIn(file, path);
  if (to === undefined) return now === undefined ? file : step(file, [removeKey(file, path)]);
  if (isSameValue(now, to)) return file;
  if (now === undefined) {
    const parent = path.slice(0, -1);
    return step(file, [insertKey(file, parent, String(path.at(-1)), to, order(parent))]);
  }
  if (!isMap(now) || !isMap(to)) return step(file, replaceValue(file, path, to));
  // New keys first and old ones last: between them the file stays one that can be read.
  let next = file;
  for (const key of Object.keys(to)) next = setValue(next, [...path, key], to[key], order);
  for (const key of Object.keys(now))
    if (!Object.hasOwn(to, key)) next = setValue(next, [...path, key], undefined, order);
  return next;
}
