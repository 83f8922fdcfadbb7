import { parse } from "../load/yaml/parse.ts";
import type { ParsedFile, Path } from "../load/yaml/parsed-yaml.ts";
import { inside, type SpanTree } from "../load/yaml/span-tree.ts";

/** The spans at a path; undefined when nothing is there. */
export function treeAt(file: ParsedFile, path: Path): SpanTree | undefined {
  let tree: SpanTree | undefined = file.spans;
  for (const step of path) tree = tree === undefined ? undefined : inside(tree, step);
  return tree;
}

/** Parses a file again after an edit. Throws where it does not parse, which is a bug: the compiler has read it before. */
export function reread(path: string, text: string): ParsedFile {
  const { value } = parse({ path, text });
  if (value === undefined) throw new Error(`${path} does not parse`);
  return value;
}

/** Whether a map or list is written between brackets. */
export const isFlow = (file: ParsedFile, tree: SpanTree): boolean => "{[".includes(file.source.text[tree[0]] ?? " ");
