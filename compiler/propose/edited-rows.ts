/**
 * Rows that edits of texts have changed. An order decides them like those that other operations name: where they do not cite
 * themselves why they changed, they take the basis of the proposal.
 */
import type { AmendedCell } from "../edit/amend.ts";
import { isSameValue } from "../edit/set-value.ts";
import { splice } from "../edit/splice.ts";
import type { Item } from "../generated/types.ts";
import { citationsOf, decidedContent } from "../ledger/cell-fingerprint.ts";
import { validateFile } from "../load/schema/validate.ts";
import { amendmentOf, marks } from "./basis.ts";
import type { Conflict } from "./conflict.ts";
import { filesAfter } from "./operations.ts";
import { readFile, sections, withText, type FoundRow, type PlanFiles } from "./plan-files.ts";
import { isOfOrder, type Basis, type Operation } from "./proposal.ts";

interface ItemRow extends FoundRow {
  readonly data: Item;
}

/** A row that says something else than it did. */
interface EditedRow {
  readonly row: ItemRow;
  /** As it was; undefined for a new one. */
  readonly was: Item | undefined;
  /** What it cites now and did not cite. */
  readonly cites: readonly string[];
}

/** The rows of a section's file that fit its schema. */
function rowsOf(files: PlanFiles, path: string): ItemRow[] {
  const file = readFile(files, path);
  if (file === undefined) return [];
  const rows = (validateFile("section", file).value.data?.items ?? []) as readonly (Item | undefined)[];
  return rows.flatMap((data, index) => (data === undefined ? [] : [{ path, file, index, data }]));
}

/** The rows of the plan that are new or whose content, as far as an order decides it, is another. */
function editedRows(before: PlanFiles, after: PlanFiles): EditedRow[] {
  const changed = sections(after).filter((path) => before.texts.get(path) !== after.texts.get(path));
  const known = new Map(changed.flatMap((path) => rowsOf(before, path)).map(({ data }) => [data.id, data]));
  return changed
    .flatMap((path) => rowsOf(after, path))
    .flatMap((row): EditedRow[] => {
      const was = known.get(row.data.id);
      if (was !== undefined && isSameValue(decidedContent(was), decidedContent(row.data))) return [];
      const cited = was === undefined ? [] : citationsOf(was);
      return [{ row, was, cites: citationsOf(row.data).filter((cite) => !cited.includes(cite)) }];
    });
}

const editsText = (operations: readonly Operation[]): boolean => operations.some(({ op }) => op === "text");

/** Whether something that operations do rests on a basis: by their kind, or in a text a row that cites none itself. */
export const takesBasis = (files: PlanFiles, operations: readonly Operation[]): boolean =>
  operations.some(isOfOrder) ||
  (editsText(operations) && editedRows(files, filesAfter(files, operations)).some(({ cites }) => cites.length === 0));

const cells: readonly AmendedCell[] = ["deadline", "control"];

/** The marks of a basis at a row that a text has changed: they remember the cells as they were. */
function marksOf({ row, was }: EditedRow, basis: Basis): ReturnType<typeof marks> {
  if (was === undefined) return marks(row, basis, { added: true });
  const changed = cells.filter((cell) => !isSameValue(was[cell], row.data[cell]));
  const former = Object.fromEntries(changed.map((cell) => [cell, was[cell]]));
  return marks({ ...row, data: { ...row.data, ...former } }, basis, { cells: changed });
}

/** The files with the marks of a basis at the rows that edits of texts have changed. */
export interface MarkedRows {
  readonly files: PlanFiles;
  readonly conflicts: readonly Conflict[];
  /** Whether a row takes the basis. */
  readonly rests: boolean;
}

/** Marks the rows that operations have changed in texts; those that cite something else stay as they were written. */
export function markEdited(
  before: PlanFiles,
  after: PlanFiles,
  { basis, operations }: { readonly basis?: Basis | undefined; readonly operations: readonly Operation[] },
): MarkedRows {
  if (basis === undefined || !editsText(operations)) return { files: after, conflicts: [], rests: false };
  const name = "correction" in basis ? basis.correction : amendmentOf(basis);
  const rows = editedRows(before, after).filter(({ cites }) => cites.every((cite) => cite === name));
  const conflicts: Conflict[] = [];
  let files = after;
  for (const [path, own] of Map.groupBy(rows, ({ row }) => row.path)) {
    const marked = own.map((row) => marksOf(row, basis));
    conflicts.push(...marked.flatMap((each) => ("kind" in each ? [each] : [])));
    const splices = marked.flatMap((each) => ("kind" in each ? [] : each));
    files = withText(files, path, splice(own[0]!.row.file.source.text, splices));
  }
  return { files, conflicts, rests: rows.length > 0 };
}
