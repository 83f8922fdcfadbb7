import type { RawCell, RawRow, RawTable } from "./blocks.ts";
import { limits } from "./limits.ts";
import { DocumentError } from "./document-error.ts";

/** Places the cells of a table on its grid; a cell that spans rows has an empty cell below it in each of them. */
export class Grid {
  readonly #rows: RawRow[] = [];
  #cells: RawCell[] = [];
  /** For each column, how many rows below a cell still reaches, and how wide that cell is. */
  readonly #reaching = new Map<number, { rows: number; span: number }>();
  #column = 0;
  #count = 0;

  #skipReached(): void {
    for (let reach = this.#reaching.get(this.#column); reach !== undefined; reach = this.#reaching.get(this.#column)) {
      this.#cells.push({ text: "", italic: false, column: this.#column, span: reach.span, below: true });
      if (reach.rows === 1) this.#reaching.delete(this.#column);
      else this.#reaching.set(this.#column, { ...reach, rows: reach.rows - 1 });
      this.#column += reach.span;
    }
  }

  /** Leaves columns empty before the next cell. */
  skip(columns: number): void {
    this.#column += Math.min(Math.max(0, columns), limits.columns);
  }

  add(cell: {
    readonly text: string;
    readonly lines?: readonly string[] | undefined;
    readonly italic: boolean;
    readonly span?: number;
    readonly rows?: number;
    readonly below?: boolean;
  }): void {
    this.#skipReached();
    const span = Math.min(Math.max(1, cell.span ?? 1), limits.columns);
    if (this.#column + span > limits.columns)
      throw new DocumentError("document-limit", { what: { terms: ["limit-columns"] }, limit: limits.columns });
    this.#cells.push({
      text: cell.text,
      lines: cell.lines,
      italic: cell.italic,
      column: this.#column,
      span,
      below: cell.below ?? false,
    });
    const rows = Math.min(cell.rows ?? 1, limits.rows);
    const column = this.#column;
    this.#column += span;
    if (rows > 1) this.#pending.push({ column, span, rows: rows - 1 });
  }
  #pending: { column: number; span: number; rows: number }[] = [];

  /** Ends a row, which stands `times` one below another; a row without words does once. */
  endRow(header: boolean, at = 0, times = 1): void {
    this.#skipReached();
    for (const { column, span, rows } of this.#pending) this.#reaching.set(column, { span, rows });
    this.#pending = [];
    const copies = this.#cells.some(({ text }) => text !== "") ? times : 1;
    this.#count += this.#cells.length * copies;
    if (this.#rows.length + copies > limits.rows)
      throw new DocumentError("document-limit", { what: { terms: ["limit-rows"] }, limit: limits.rows });
    if (this.#count > limits.cells)
      throw new DocumentError("document-limit", { what: { terms: ["limit-cells"] }, limit: limits.cells });
    const row = { cells: this.#cells, at, ...(header ? { header: true as const } : {}), afterGap: false };
    if (this.#cells.length > 0) for (let done = 0; done < copies; done++) this.#rows.push(row);
    this.#cells = [];
    this.#column = 0;
  }

  get table(): RawTable {
    return { kind: "table", rows: this.#rows, knowsMerges: true };
  }
}
