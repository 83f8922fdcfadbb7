import type { ParsedFile, Path } from "../load/yaml/parsed-yaml.ts";
import { flowText, keyLines, type YamlValue } from "./yaml-text.ts";
import { isFlow, treeAt } from "./locate.ts";
import { columnOf, lineEnd, linesAfter, type Splice } from "./splice.ts";

/** The last key of a map that comes before another in an order; the last of all when none of the order is there. */
function predecessor(keys: readonly string[], key: string, order: readonly string[]): string | undefined {
  const before = new Set(order.slice(0, Math.max(0, order.indexOf(key))));
  return keys.filter((each) => before.has(each)).at(-1) ?? keys.at(0);
}

/** Adds a key to the map at a path, where `order` puts it, in the map's own style. Throws where there is no map or an empty one. */
export function insertKey(
  file: ParsedFile,
  path: Path,
  key: string,
  value: YamlValue,
  order: readonly string[],
): Splice {
  const map = treeAt(file, path);
  const children = map?.[4] as Readonly<Record<string, readonly [number, number, number, number]>> | undefined;
  if (map === undefined || children === undefined) throw new Error(`no map at ${path.join(".")}`);
  const { text } = file.source;
  const last = predecessor(
    Object.keys(children).sort((a, b) => children[a]![2] - children[b]![2]),
    key,
    order,
  );
  const after = last === undefined ? undefined : children[last]!;
  if (isFlow(file, map)) {
    const at = after === undefined ? map[0] + 1 : after[1];
    return {
      start: at,
      end: at,
      text: after === undefined ? ` ${key}: ${flowText(value)} ` : `, ${key}: ${flowText(value)}`,
    };
  }
  if (after === undefined) throw new Error(`an empty map at ${path.join(".")}`);
  return linesAfter(text, Math.max(after[1] - 1, after[3]), keyLines(key, value, columnOf(text, map[0])));
}

/** Replaces the scalar at a path; double quotes stay. Throws where nothing is there. */
export function replaceScalar(file: ParsedFile, path: Path, value: string | number): Splice {
  const tree = treeAt(file, path);
  if (tree === undefined) throw new Error(`nothing at ${path.join(".")}`);
  const [start, end] = tree;
  const quote = file.source.text[start];
  return { start, end, text: quote === '"' ? JSON.stringify(String(value)) : flowText(value) };
}

/** Removes a key with its value from a map: whole lines of a block, or its part between brackets. Throws where it is not there. */
export function removeKey(file: ParsedFile, path: Path): Splice {
  const [key, tree, map] = [path.at(-1)!, treeAt(file, path), treeAt(file, path.slice(0, -1))];
  if (tree === undefined || map === undefined) throw new Error(`nothing at ${path.join(".")}`);
  const { text } = file.source;
  const [, end, keyStart, keyEnd] = tree;
  if (!isFlow(file, map))
    return { start: keyStart - columnOf(text, keyStart), end: lineEnd(text, Math.max(end - 1, keyEnd)), text: "" };
  const keys = Object.keys(map[4] ?? {});
  const last = keys.at(-1) === key;
  const from = last ? text.lastIndexOf(",", keyStart) : keyStart;
  const to = last
    ? Math.max(end, keyEnd)
    : /^\s*,\s*/.exec(text.slice(Math.max(end, keyEnd)))![0].length + Math.max(end, keyEnd);
  return { start: Math.max(from, map[0] + 1), end: to, text: "" };
}
