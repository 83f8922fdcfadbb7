import { paragraphOf, type Block } from "./blocks.ts";
import { CellWords } from "./cell-words.ts";
import { Grid } from "./grid.ts";
import { limits } from "./limits.ts";
import { DocumentError } from "./document-error.ts";

/** A cell of an outermost table while it is read. */
interface OpenCell {
  readonly words: CellWords;
  span: number;
  rows: number;
  /** It continues the cell above where it has no words of its own. */
  continues: boolean;
}

/** Makes blocks of what a markup reader meets in order; of tables inside one another the outermost ones are tables. */
export class BlockBuilder {
  readonly blocks: Block[] = [];
  #words = new CellWords();
  #cell: OpenCell | undefined;
  #grid: Grid | undefined;
  /** Open tables. */
  #tables = 0;
  /** Where the paragraph and the row that are being read begin: UTF-16 offsets. */
  #paragraphAt = 0;
  #rowAt = 0;

  /** The cell of an outermost table that is being read. */
  get cell(): OpenCell | undefined {
    return this.#cell;
  }

  get isInTable(): boolean {
    return this.#tables > 0;
  }

  /** Whether a row or a cell that begins here belongs to an outermost table. */
  get isInOutermostTable(): boolean {
    return this.#tables === 1;
  }

  /**
   * Adds words to the open cell, else to the paragraph. Words of a table outside its cells go to the next paragraph.
   * @throws DocumentError beyond the limit of a cell
   */
  add(text: string, italic: boolean): void {
    (this.#cell?.words ?? this.#words).add(text, italic);
  }

  endParagraph(at = 0): void {
    const paragraph = paragraphOf(this.#words.raw, this.#paragraphAt);
    if (paragraph !== undefined) this.blocks.push(paragraph);
    this.#words = new CellWords();
    this.#paragraphAt = at;
  }

  /** @throws DocumentError when too many tables are inside one another */
  openTable(at = 0): void {
    this.#tables += 1;
    if (this.#tables > limits.depth)
      throw new DocumentError("document-limit", { what: { terms: ["limit-depth"] }, limit: limits.depth }, at);
    if (this.#tables > 1) return;
    this.endParagraph(at);
    this.#grid = new Grid();
    this.#rowAt = at;
  }

  /** Ends the innermost open table. */
  closeTable(at = 0): void {
    this.#tables -= 1;
    if (this.#tables > 0 || this.#grid === undefined) return;
    if (this.#grid.table.rows.length > 0) this.blocks.push(this.#grid.table);
    this.#grid = undefined;
    this.#paragraphAt = at;
  }

  openCell(span = 1, rows = 1): void {
    this.#cell = { words: new CellWords(), span, rows, continues: false };
  }

  /**
   * Ends the open cell, which stands `times` side by side.
   * @throws DocumentError when the row has too many columns
   */
  endCell(times = 1): void {
    if (this.#cell === undefined) return;
    const { words, span, rows, continues } = this.#cell;
    const cell = {
      text: words.text,
      lines: words.lines,
      italic: words.italic,
      span,
      rows,
      below: continues && words.text === "",
    };
    if (times > 1 && cell.text === "") this.#grid?.skip(times);
    else for (let done = 0; done < times; done++) this.#grid?.add(cell);
    this.#cell = undefined;
  }

  /** Leaves columns of the row empty before its next cell. */
  skipColumns(columns: number): void {
    this.#grid?.skip(columns);
  }

  /**
   * Ends the row; `at` is where the next one begins. It stands `times` one below another.
   * @throws DocumentError beyond the limit of rows
   */
  endRow(header: boolean, at = 0, times = 1): void {
    this.#grid?.endRow(header, this.#rowAt, times);
    this.#rowAt = at;
  }
}
