import type { ParsedFile } from "../load/yaml/parsed-yaml.ts";
import { compareIds } from "../resolve/row-order.ts";
import { treeAt } from "./locate.ts";
import { keyLines, scalarText, type YamlValue } from "./yaml-text.ts";
import { columnOf, lineBreakOf, linesAfter, splice } from "./splice.ts";

/** What a new row begins with. `template` are lines that the editor goes on from, written as comments. */
export interface NewItem {
  readonly id: string;
  readonly activity: string;
  /** Parties, or the order's words for them. */
  readonly responsible?: readonly string[] | string | undefined;
  readonly deadline?: Readonly<Record<string, YamlValue>> | undefined;
  /** The amendment that adds the row, as `amended-by` writes it. */
  readonly amendedBy?: YamlValue | undefined;
  /** What is corrected by it, where it was left out of the plan by mistake. */
  readonly corrected?: string | undefined;
  readonly template: readonly string[];
}

function itemLines(
  { id, activity, responsible, deadline, amendedBy, corrected, template }: NewItem,
  indent: number,
): string[] {
  const inner = indent + 2;
  return [
    `${" ".repeat(indent)}- id: ${JSON.stringify(id)}`,
    `${" ".repeat(inner)}activity: ${scalarText(activity)}`,
    ...(deadline === undefined ? [] : keyLines("deadline", deadline, inner)),
    ...(responsible === undefined ? [] : keyLines("responsible", responsible, inner)),
    ...template.map((line) => `${" ".repeat(inner)}# ${line}`),
    ...(amendedBy === undefined ? [] : keyLines("amended-by", [amendedBy], inner)),
    ...(corrected === undefined ? [] : keyLines("corrected", [corrected], inner)),
  ];
}

/** Writes a row where its number puts it: after the last row with a smaller one, else before the first. */
export function addItem(file: ParsedFile, item: NewItem): string {
  const { text } = file.source;
  const { items } = file.data as { readonly items: readonly { readonly id: string }[] };
  const starts = items.map((_, index) => treeAt(file, ["items", index])!);
  const indent = columnOf(text, text.lastIndexOf("-", starts[0]![0]));
  const lines = itemLines(item, indent);
  const before = items.findLastIndex(({ id }) => compareIds(id, item.id) < 0);
  const spaced = items.length === 1 || /\n[ \t]*\r?\n/.test(text.slice(text.indexOf("items:"))) ? [""] : [];
  if (before === -1) {
    const newline = lineBreakOf(text);
    const at = text.lastIndexOf("\n", starts[0]![0]) + 1;
    return splice(text, [
      { start: at, end: at, text: [...lines, ...spaced].map((line) => `${line}${newline}`).join("") },
    ]);
  }
  return splice(text, [linesAfter(text, starts[before]![1] - 1, [...spaced, ...lines])]);
}
