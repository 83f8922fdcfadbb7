import type { ParsedFile } from "../load/yaml/parsed-yaml.ts";
import type { SpanTree } from "../load/yaml/span-tree.ts";
import { isFlow, treeAt } from "./locate.ts";
import { flowText, rowLines, type YamlValue } from "./yaml-text.ts";
import { columnOf, lineBreakOf, linesAfter, type Splice } from "./splice.ts";

/** Adds a row at the end of a file's list; `[]` becomes a list of lines. Throws where there is no list. */
export function appendRow(file: ParsedFile, list: string, row: Readonly<Record<string, YamlValue>>): Splice {
  const { text } = file.source;
  const tree = treeAt(file, [list]);
  const rows = (Array.isArray(tree?.[4]) ? tree[4] : []) as readonly SpanTree[];
  const newline = lineBreakOf(text);
  if (tree === undefined) throw new Error(`no list ${list}`);
  const last = rows.at(-1);
  if (last === undefined) {
    const rest = text.slice(tree[1]);
    const lines = rowLines(row, 2).join(newline);
    return {
      start: tree[3] + 1,
      end: tree[1],
      text: `${newline}${lines}${/^\r?\n/.test(rest) || rest === "" ? "" : newline}`,
    };
  }
  if (isFlow(file, tree)) return { start: last[1], end: last[1], text: `, ${flowText(row)}` };
  const dash = text.lastIndexOf("-", last[0]);
  return linesAfter(text, last[1] - 1, rowLines(row, columnOf(text, dash)));
}
