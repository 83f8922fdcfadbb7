import type { FormerCells, Item } from "../generated/types.ts";
import type { ParsedFile, Path } from "../load/yaml/parsed-yaml.ts";
import { rowAmendments, type RowAmendment } from "../resolve/editions/amendments.ts";
import { insertKey, removeKey } from "./keys.ts";
import { isFlow, treeAt } from "./locate.ts";
import { scalarText, type YamlValue } from "./yaml-text.ts";
import type { Splice } from "./splice.ts";
import { itemKeys } from "./withdraw.ts";
import { defined } from "../source/defined.ts";

/** A cell of a row that an amendment can change. */
export type AmendedCell = "deadline" | "control";

/** An amendment that an edit of a row follows from. */
export interface NewAmendment extends Pick<RowAmendment, "order" | "from" | "retroactive" | "added"> {
  /** The cells that the edit changes. */
  readonly cells?: readonly AmendedCell[] | undefined;
}

/** An entry of `amended-by` as it is written: its name where that is all. */
export function amendmentEntry(amendment: RowAmendment): YamlValue {
  const entry = defined(amendment);
  return (Object.keys(entry).length === 1 ? amendment.order : entry) as YamlValue;
}

/** What an amendment remembers of a row, with one more cell as it is now, unless that is remembered already. */
function withCell(was: FormerCells | undefined, data: Item, cell: AmendedCell): FormerCells {
  const { without = [], ...cells } = was ?? {};
  if (was !== undefined && (cells[cell] !== undefined || without.includes(cell))) return was;
  const now = data[cell];
  return now === undefined ? { without: [...without, cell], ...cells } : { ...was, [cell]: now };
}

/** The cells that an amendment changes, as they were before it; those of a row that it has added were not. */
const remembered = (
  known: RowAmendment | undefined,
  data: Item,
  cells: readonly AmendedCell[],
): FormerCells | undefined =>
  known?.added === true
    ? known.was
    : cells.reduce<FormerCells | undefined>((was, cell) => withCell(was, data, cell), known?.was);

/** Whether a later amendment of the row has changed the same cell, so that what it was before can't be told from the row. */
export function isChangedLater(data: Item, order: string, cell: AmendedCell): boolean {
  const entries = rowAmendments(data);
  const index = entries.findIndex((entry) => entry.order === order);
  return (
    index !== -1 &&
    entries.slice(index + 1).some(({ was }) => was?.[cell] !== undefined || was?.without?.includes(cell))
  );
}

/** Says of a row what was corrected in it, beside what is said already. */
export function correct(file: ParsedFile, item: Path, data: Item, what: string): Splice[] {
  const known = data.corrected ?? [];
  return [
    insertKey(file, item, "corrected", [...known, what], itemKeys),
    ...(known.length === 0 ? [] : [removeKey(file, [...item, "corrected"])]),
  ];
}

/** Names the amending order that an edit of an item follows from, beside those that are named already, with the cells as they were before. */
export function amend(file: ParsedFile, item: Path, data: Item, { cells = [], ...amendment }: NewAmendment): Splice[] {
  const named = data["amended-by"] ?? [];
  const entries = rowAmendments(data);
  const index = entries.findIndex(({ order }) => order === amendment.order);
  const known = entries[index];
  const was = remembered(known, data, cells);
  const next: RowAmendment = { ...known, ...amendment, ...defined({ was }) };
  if (known !== undefined && JSON.stringify(amendmentEntry(next)) === JSON.stringify(amendmentEntry(known))) return [];
  if (named.length === 0) return [insertKey(file, item, "amended-by", [amendmentEntry(next)], itemKeys)];
  const last = treeAt(file, [...item, "amended-by", named.length - 1])!;
  const list = treeAt(file, [...item, "amended-by"])!;
  if (known === undefined && typeof amendmentEntry(next) === "string" && isFlow(file, list))
    return [{ start: last[1], end: last[1], text: `, ${scalarText(next.order)}` }];
  const all = index === -1 ? [...entries, next] : entries.with(index, next);
  return [
    insertKey(file, item, "amended-by", all.map(amendmentEntry), itemKeys),
    removeKey(file, [...item, "amended-by"]),
  ];
}
