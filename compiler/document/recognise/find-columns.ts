import type { RawRow, RawTable } from "../read/blocks.ts";
import { assignRoles } from "./assign-roles.ts";
import { isNumbering, isTemporal } from "./cell-kinds.ts";
import { isPlan, officialColumns, type ChosenColumns, type Column, type Columns } from "./columns.ts";
import { headingFit } from "./heading-words.ts";

const shown = (text: string): string => text.trim();

/** Headings of one row, or of two where the upper ones span those below («Контроль»: «форма», «срок»). */
function headingsOf(rows: readonly RawRow[], count: 1 | 2): Column[] {
  const top = rows[0]!.cells.map(({ column, span, text }) => ({
    from: column,
    to: column + span,
    heading: shown(text),
    words: shown(text),
  }));
  if (count === 1) return top;
  const bottom = rows[1]!.cells.map(({ column, span, text }) => ({
    from: column,
    to: column + span,
    heading: shown(text),
    words: shown(text),
  }));
  const split = bottom.map((below): Column => {
    // Where nothing tells of merged cells, an empty heading belongs to the last one before it.
    const above =
      top.find(
        ({ from, to, heading }) => below.from >= from && below.from < to && (heading !== "" || below.heading === ""),
      ) ?? top.findLast(({ from, heading }) => from <= below.from && heading !== "");
    const parts = [above?.heading ?? "", below.heading].filter((text) => text !== "");
    return { ...below, heading: parts.join(" / "), words: parts.join(" ") };
  });
  return split.length >= top.length ? split : top;
}

/** Whether the row after the headings goes on with them: it stands below merged cells, or fills what they left empty. */
function isSecondHeading(first: RawRow, second: RawRow | undefined, knowsMerges: boolean): boolean {
  if (second === undefined || second.cells.some(({ text }) => text.length > 80)) return false;
  const filled = second.cells.filter(({ text }) => text !== "");
  if (filled.length === 0 || filled.some(({ text }) => isNumbering(text) && !/^\p{L}/u.test(text))) return false;
  if (knowsMerges) {
    const spanned = first.cells.filter(({ span, text, below }) => span > 1 && text !== "" && !below);
    return (
      first.cells.length > 1 &&
      spanned.length > 0 &&
      filled.every(
        ({ column }) =>
          first.cells.some((cell) => column >= cell.column && column < cell.column + cell.span && cell.span > 1) ||
          first.cells.every((cell) => cell.column !== column || cell.text === ""),
      )
    );
  }
  return (
    filled.every(({ column }) => {
      const above = first.cells.find((cell) => cell.column === column)?.text ?? "";
      const right = first.cells.find((cell) => cell.column === column + 1)?.text ?? "";
      return (
        above === "" || (right === "" && second.cells.some((cell) => cell.column === column + 1 && cell.text !== ""))
      );
    }) && first.cells.some(({ text }) => text === "")
  );
}

/** How many rows of a table are looked at. */
const sampleRows = 120;

/** How many rows may precede the headings of a table (a title, a line of numbers). */
const above = 6;

/** How many of the headings are those of a plan, each role once. */
const known = (columns: readonly Column[]): number =>
  officialColumns.filter((role) => columns.some(({ heading }) => headingFit(role, heading) > 0)).length;

/** The headings of a plan's table, and the row they stand in; undefined where no row looks like them. */
export function findColumns(
  { rows, knowsMerges }: RawTable,
  chosen: ChosenColumns = new Map(),
): { readonly columns: Columns; readonly at: number } | undefined {
  for (let at = 0; at < Math.min(rows.length, above + 1); at++) {
    const row = rows[at]!;
    if (row.cells.filter(({ text }) => text !== "").length < 2 || row.cells.some(({ text }) => text.length > 200))
      continue;
    const one = headingsOf(rows.slice(at), 1);
    const count = isSecondHeading(row, rows[at + 1], knowsMerges) ? 2 : 1;
    const all = count === 2 ? headingsOf(rows.slice(at), 2) : one;
    if (known(all) < 2 || one.some(({ heading }) => isTemporal(heading) && /\d/.test(heading))) continue;
    const columns = assignRoles(all, rows.slice(at + count, at + count + sampleRows), count, chosen);
    if (columns.places.size >= 2) return { columns, at };
  }
  return undefined;
}

/** The columns of a table without headings, by what stands in its cells alone. */
export function columnsByCells({ rows }: RawTable): Columns | undefined {
  const width = Math.max(0, ...rows.map(({ cells }) => Math.max(0, ...cells.map(({ column, span }) => column + span))));
  if (width < 2 || rows.length < 3) return undefined;
  const all = Array.from({ length: width }, (_, from): Column => ({ from, to: from + 1, heading: "", words: "" }));
  const columns = assignRoles(all, rows.slice(0, sampleRows), 0, new Map());
  return isPlan(columns) ? columns : undefined;
}
