import { folded, linesOf, type RawCell, type RawRow, type RawTable } from "../blocks.ts";
import { limits } from "../limits.ts";
import { DocumentError } from "../document-error.ts";
import { shownNumber } from "./sheet-number.ts";
import type { SheetStyles } from "./sheet-styles.ts";
import { RichText, type SheetWords } from "./workbook.ts";
import type { XmlAttributes, XmlHandler } from "../xml.ts";

/** A filled cell; `column` from 0. */
interface SheetCell extends SheetWords {
  readonly column: number;
}

interface SheetRow {
  /** From 1. */
  readonly number: number;
  readonly cells: SheetCell[];
}

/** A merged range; rows from 1, columns from 0, ends included. */
interface Merge {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** «C7» → its row from 1 and its column from 0; undefined for anything else. */
function placeOf(name: string | undefined): { readonly row: number; readonly column: number } | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(name ?? "");
  if (match === null) return undefined;
  const column = [...match[1]!.toUpperCase()].reduce((sum, sign) => sum * 26 + sign.charCodeAt(0) - 64, 0);
  return { row: Number(match[2]), column: column - 1 };
}

const tooMany = (what: "limit-rows" | "limit-columns" | "limit-cells" | "limit-cell", limit: number): DocumentError =>
  new DocumentError("document-limit", { what: { terms: [what] }, limit });

/** What the sheets of a workbook are read with. */
export interface SheetContext {
  readonly strings: readonly SheetWords[];
  readonly styles: SheetStyles;
  readonly is1904: boolean;
  /** How many characters all cells may still have: one string may stand in any number of them. */
  characters: number;
}

/** Reads a sheet (ECMA-376 part 1, §18.3) as it is shown. */
export class SheetReader implements XmlHandler {
  readonly #context: SheetContext;
  readonly #rows: SheetRow[] = [];
  readonly #merges: Merge[] = [];
  readonly #rich = new RichText();
  #row = 0;
  #column = -1;
  #cell: { readonly type: string; readonly style: number } | undefined;
  #value = "";
  #isValue = false;

  constructor(context: SheetContext) {
    this.#context = context;
  }

  open(name: string, attributes: XmlAttributes): void {
    if (name === "row") this.#openRow(attributes);
    else if (name === "c") this.#openCell(attributes);
    else if (name === "v") [this.#isValue, this.#value] = [true, ""];
    else if (name === "mergeCell") this.#merge(attributes.get("ref") ?? "");
    else if (this.#cell !== undefined) this.#rich.open(name, attributes);
  }

  close(name: string): void {
    if (name === "v") this.#isValue = false;
    else if (name === "c") this.#endCell();
    else if (this.#cell !== undefined) this.#rich.close(name);
  }

  /** @throws DocumentError beyond the limit of a cell */
  text(text: string): void {
    if (this.#isValue) this.#value += text;
    else if (this.#cell?.type === "inlineStr") this.#rich.text(text);
    if (this.#value.length > limits.cellCharacters) throw tooMany("limit-cell", limits.cellCharacters);
  }

  #openRow(attributes: XmlAttributes): void {
    this.#row = Number(attributes.get("r") ?? this.#row + 1) || this.#row + 1;
    this.#column = -1;
  }

  #openCell(attributes: XmlAttributes): void {
    this.#column = placeOf(attributes.get("r"))?.column ?? this.#column + 1;
    this.#cell = { type: attributes.get("t") ?? "n", style: Number(attributes.get("s") ?? 0) || 0 };
    this.#value = "";
  }

  #merge(range: string): void {
    const [from, to] = range.split(":").map(placeOf);
    if (from === undefined || to === undefined) return;
    if (this.#merges.length >= limits.rows) throw tooMany("limit-cells", limits.rows);
    this.#merges.push({ top: from.row, bottom: to.row, left: from.column, right: to.column });
  }

  /** @throws DocumentError beyond the limits */
  #endCell(): void {
    const words = this.#words();
    this.#cell = undefined;
    if (words.text === "") return;
    if (this.#column >= limits.columns) throw tooMany("limit-columns", limits.columns);
    this.#context.characters -= words.text.length;
    if (this.#context.characters < 0) throw new DocumentError("document-bomb", { limit: limits.sheetMegabytes });
    let row = this.#rows.at(-1);
    if (row?.number !== this.#row) {
      if (this.#rows.length >= limits.rows) throw tooMany("limit-rows", limits.rows);
      this.#rows.push((row = { number: this.#row, cells: [] }));
    }
    row.cells.push({ ...words, column: this.#column });
  }

  /** What the cell shows. */
  #words(): SheetWords {
    const { type, style } = this.#cell ?? { type: "n", style: 0 };
    const rich = this.#rich.take();
    const { format, italic } = this.#context.styles.of(style);
    if (type === "s" || type === "inlineStr") {
      const words = type === "s" ? this.#context.strings[Number(this.#value)] : rich;
      if (words === undefined) throw new DocumentError("document-broken", { what: { terms: ["broken-xml"] } });
      return { ...words, italic: words.italic || italic };
    }
    const number = Number(this.#value);
    const isNumber = type === "n" && this.#value.trim() !== "" && Number.isFinite(number);
    const text = isNumber ? shownNumber(number, format, this.#context.is1904) : shownWords(type, this.#value);
    return { text: folded(text), lines: linesOf(text), italic };
  }

  /**
   * The filled rows of the sheet with its merged cells, rows in order.
   * @throws DocumentError beyond the limit of cells
   */
  get table(): RawTable {
    const starts = Map.groupBy(this.#merges, ({ top }) => top);
    const tops = [...starts.keys()].sort((a, b) => a - b);
    // The merges that begin in a row or reach down into it.
    let open: Merge[] = [];
    let [next, count] = [0, 0];
    const rows = [...this.#rows]
      .sort((a, b) => a.number - b.number)
      .map(({ number, cells }): RawRow => {
        for (; next < tops.length && tops[next]! <= number; next++) open = open.concat(starts.get(tops[next]!)!);
        open = open.filter(({ bottom }) => bottom >= number).slice(-limits.columns);
        const covered = open.filter(({ top, left }) => top < number && left < limits.columns);
        const result = [
          ...cells.map((cell) =>
            rawCell(
              cell,
              open.find(({ top, left }) => top === number && left === cell.column),
            ),
          ),
          ...covered
            .filter(({ left, right }) => !cells.some(({ column }) => column >= left && column <= right))
            .map((merge): RawCell => ({
              text: "",
              italic: false,
              column: merge.left,
              span: spanOf(merge),
              below: true,
            })),
        ].sort((a, b) => a.column - b.column);
        count += result.length;
        if (count > limits.cells) throw tooMany("limit-cells", limits.cells);
        return { cells: result, at: 0, afterGap: false };
      });
    return { kind: "table", rows, knowsMerges: true };
  }
}

const spanOf = ({ left, right }: Merge): number => Math.max(1, Math.min(right, limits.columns - 1) - left + 1);

const rawCell = ({ text, lines, italic, column }: SheetCell, merge: Merge | undefined): RawCell => ({
  text,
  lines,
  italic,
  column,
  span: merge === undefined ? 1 : spanOf(merge),
  below: false,
});

/** What a cell that holds no number shows: the words of a formula, an error, a day by ISO 8601. */
function shownWords(type: string, value: string): string {
  if (type === "b") return value === "1" ? "ИСТИНА" : "ЛОЖЬ";
  const day = type === "d" ? /^(\d{4})-(\d\d)-(\d\d)/.exec(value) : null;
  return day === null ? value : `${day[3]}.${day[2]}.${day[1]}`;
}
