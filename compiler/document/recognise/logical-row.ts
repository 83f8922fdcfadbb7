import type { RawRow, RawTable } from "../read/blocks.ts";
import type { Columns, Role } from "./columns.ts";

/** A cell by its role: its words, and whether a cell above serves it. */
export interface RoleCell {
  readonly text: string;
  readonly italic: boolean;
  readonly below: boolean;
}

/** A row of the plan's table by the roles of its columns, still torn where a page ended. */
export interface LogicalRow {
  readonly cells: Readonly<Partial<Record<Role, RoleCell>>>;
  /** The words of a row that goes across the table. */
  readonly across: string | undefined;
  readonly at: number;
  /** A page, or something like it, may have ended before this row. */
  readonly afterBreak: boolean;
}

const emptyCell: RoleCell = { text: "", italic: false, below: false };

export const cellText = (row: LogicalRow, role: Role): string => row.cells[role]?.text ?? "";

/** A row whose only words stand in its first cell, or that spans nearly all columns. */
function acrossOf({ cells }: RawRow, columns: Columns): string | undefined {
  const filled = cells.filter(({ text }) => text !== "");
  const [only] = filled;
  if (filled.length !== 1 || only === undefined || cells.some(({ below }) => below)) return undefined;
  const width = Math.max(...[...columns.places.values()].map(({ to }) => to));
  if (only.span > 1 && only.span >= width - 1) return only.text;
  const number = columns.places.get("number");
  const inFirst =
    only.column === Math.min(...[...columns.places.values()].map(({ from }) => from)) || only.column === number?.from;
  return inFirst && /\p{L}\p{L}\p{L}/u.test(only.text) ? only.text : undefined;
}

function byRole({ cells }: RawRow, columns: Columns): LogicalRow["cells"] {
  const result: Partial<Record<Role, RoleCell>> = {};
  for (const [role, { from, to }] of columns.places) {
    const inside = cells.filter(
      ({ column, span }) => column < to && column + span > from && (column >= from || span === 1),
    );
    const own = inside.filter(({ column }) => column >= from);
    const words = own.filter(({ text }) => text !== "");
    result[role] =
      own.length === 0
        ? emptyCell
        : {
            text: words.map(({ text }) => text).join(" "),
            italic: words[0]?.italic ?? false,
            below: own.every(({ below }) => below),
          };
  }
  return result;
}

/** The line of column numbers that some plans have below the headings: 1, 2, 3 … */
const isCounting = ({ cells }: RawRow): boolean =>
  cells.length > 2 && cells.every(({ text }, index) => text === String(index + 1));

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
    if (row.cells.every(({ text, below }) => text === "" && !below)) continue;
    result.push({
      cells: byRole(row, columns),
      across: acrossOf(row, columns),
      at: row.at,
      afterBreak: broken || row.afterGap,
    });
    broken = false;
  }
  return { rows: result, repeats };
}
