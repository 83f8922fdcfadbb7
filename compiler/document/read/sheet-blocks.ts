import { paragraphOf, type Block, type RawCell, type RawTable } from "./blocks.ts";

const filled = ({ cells }: { readonly cells: readonly RawCell[] }): readonly RawCell[] =>
  cells.filter(({ text }) => text !== "");

/**
 * A sheet of a workbook as a document: what stands above the first row of three or more filled cells are paragraphs, a
 * cell each; the rest is a table.
 */
export function sheetBlocks({ rows, knowsMerges }: RawTable): Block[] {
  const printed = rows.filter((row) => filled(row).length > 0);
  const wide = printed.findIndex((row) => filled(row).length >= 3);
  const first = wide === -1 ? printed.findIndex((row) => filled(row).length >= 2) : wide;
  const above = first === -1 ? printed : printed.slice(0, first);
  const paragraphs = above.flatMap((row) =>
    filled(row).flatMap(({ text, lines }) => paragraphOf((lines ?? [text]).join("\n"), row.at) ?? []),
  );
  return first === -1 ? paragraphs : [...paragraphs, { kind: "table", rows: printed.slice(first), knowsMerges }];
}
