import type { RawCell, RawRow, RawTable } from "../read/blocks.ts";
import { isBlank } from "./cell-kinds.ts";
import type { Column, Columns, ColumnRole } from "./columns.ts";

/** A cell by its role: its words, and whether a cell above serves it. */
export interface RoleCell {
  readonly text: string;
  /** Its lines, where it has more than one. */
  readonly lines?: readonly string[] | undefined;
  readonly italic: boolean;
  readonly below: boolean;
}

/** A row of the plan's table by the roles of its columns; a page's end may still divide it. */
export interface LogicalRow {
  readonly cells: Readonly<Partial<Record<ColumnRole, RoleCell>>>;
  /** The text of a row that spans the table. */
  readonly across: string | undefined;
  /** Nothing but its activity: a section's heading, where the rows around it have more. */
  readonly alone: boolean;
  readonly at: number;
  /** A page, or something like it, may have ended before this row. */
  readonly afterBreak: boolean;
}

const emptyCell: RoleCell = { text: "", italic: false, below: false };

export const cellText = (row: LogicalRow, role: ColumnRole): string => row.cells[role]?.text ?? "";

const letters = /\p{L}\p{L}\p{L}/u;

/** A row whose only words stand in its first cell, or that spans nearly all columns. */
function acrossOf({ cells }: RawRow, columns: Columns): string | undefined {
  const filled = cells.filter(({ text }) => text !== "");
  const [only] = filled;
  if (filled.length !== 1 || only === undefined || cells.some(({ below }) => below)) return undefined;
  const width = Math.max(...columns.all.map(({ to }) => to));
  if (only.span > 1 && only.span >= width - 1) return only.text;
  if (columns.places.get("activity")?.from === only.column) return undefined;
  const inFirst =
    only.column === Math.min(...columns.all.map(({ from }) => from)) ||
    only.column === columns.places.get("number")?.from;
  return inFirst && letters.test(only.text) ? only.text : undefined;
}

function cellAt(cells: readonly RawCell[], { from, to }: Column): RoleCell {
  const own = cells.filter(({ column, span }) => column < to && column + span > from && column >= from);
  const words = own.filter(({ text }) => text !== "");
  if (own.length === 0) return emptyCell;
  return {
    text: words.map(({ text }) => text).join(" "),
    ...(words.some(({ lines }) => lines !== undefined)
      ? { lines: words.flatMap(({ text, lines }) => lines ?? [text]) }
      : {}),
    italic: words[0]?.italic ?? false,
    below: own.every(({ below }) => below),
  };
}

/** The two ends of a deadline as one cell: what is in both columns, or spans them, stands alone. */
function deadlineOfEnds(start: RoleCell, end: RoleCell): RoleCell {
  const parts = [start, end].filter(({ text }) => text !== "");
  return {
    text: parts.map(({ text }) => text).join(" / "),
    italic: parts[0]?.italic ?? false,
    below: start.below && end.below,
  };
}

function byRole({ cells }: RawRow, columns: Columns): LogicalRow["cells"] {
  const result: Partial<Record<ColumnRole, RoleCell>> = {};
  for (const [role, column] of columns.places) result[role] = cellAt(cells, column);
  const [start, end] = [columns.places.get("start"), columns.places.get("end")];
  if (start === undefined || end === undefined) return result;
  result.deadline = deadlineOfEnds(result.start!, result.end!);
  // One cell over both is no start without an end.
  if (cells.some(({ column, span }) => column === start.from && span > start.to - start.from)) {
    delete result.start;
    delete result.end;
  }
  return result;
}

function isAlone(cells: LogicalRow["cells"], { cells: raw }: RawRow, columns: Columns): boolean {
  const activity = columns.places.get("activity");
  return (
    activity !== undefined &&
    letters.test(cells.activity?.text ?? "") &&
    raw.every(({ text, below, column }) => !below && (text === "" || (column >= activity.from && column < activity.to)))
  );
}

/** The line of column numbers that some plans have below the headings: 1, 2, 3 …, or a, b, c. */
const isCounting = ({ cells }: RawRow): boolean =>
  cells.length > 1 &&
  cells.every(({ text }, index) => text.replace(/[.)]$/, "") === String(index + 1) || (text === "" && index > 0)) &&
  cells.filter(({ text }) => text !== "").length > 1;

/** The rows of a plan's table by role, without its headings, however often they are repeated. */
export function logicalRows(
  { rows }: RawTable,
  columns: Columns,
  from: number,
): { readonly rows: LogicalRow[]; readonly repeats: number } {
  const key = (row: RawRow): string => row.cells.map(({ text }) => text.toLowerCase().replace(/\s/g, "")).join("|");
  const heads = new Set(rows.slice(from, from + columns.rows).map(key));
  const result: LogicalRow[] = [];
  let [repeats, broken] = [0, false];
  for (const row of rows.slice(from + columns.rows)) {
    if (heads.has(key(row)) || isCounting(row)) {
      repeats += 1;
      broken = true;
      continue;
    }
    if (row.cells.every(({ text, below }) => (text === "" || isBlank(text)) && !below)) continue;
    const cells = byRole(row, columns);
    const across = acrossOf(row, columns);
    result.push({
      cells,
      across,
      alone: across === undefined && isAlone(cells, row, columns),
      at: row.at,
      afterBreak: broken || row.afterGap,
    });
    broken = false;
  }
  return { rows: result, repeats };
}
