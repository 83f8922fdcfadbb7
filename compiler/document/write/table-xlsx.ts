/** Tables as a workbook: days are real dates, everything else is text, and the same tables are the same bytes. */
import writeXlsxFile, { type Cell } from "write-excel-file/universal";
import type { Table, TableCell } from "../../data/tables.ts";
import { printable } from "./printable.ts";
import { sealZip } from "./sealed-zip.ts";
import { SharedStrings, sheetRows, type SheetCell } from "./sheet-rows.ts";
import { acrossOnePage } from "./xlsx-page.ts";

/** The longest text of a cell and the longest name of a sheet, by Excel's limits. */
const longestCell = 32_767;
const longestName = 31;

/** Excel counts days from the last but one of 1899: 1970-01-01 is the 25,569th. */
const serialOf = (day: number): number => day + 25_569;

/** Tables with more rows get no workbook: they serve programs, which read CSV or JSON. */
export const mostRows = 5000;

const top = { alignVertical: "top" } as const;

/** Formats below 164 are those that every program knows (ECMA-376, 18.8.30): one of our own there is taken for one of them. */
const ownFormats = (styles: string): string =>
  styles.replace(/numFmtId="(1\d\d)"/g, (_, id: string) => `numFmtId="${Number(id) + 64}"`);

/** The formats of a workbook's cells. */
type CellFormat = "day" | "text";

const formats: Readonly<Record<CellFormat, Cell>> = {
  day: { type: Number, value: serialOf(0), format: "dd.mm.yyyy", align: "left", ...top },
  text: { type: String, value: " ", wrap: true, ...top },
};
const headingFormat: Cell = { type: String, value: " ", fontWeight: "bold", wrap: true, alignVertical: "top" };
/** The library numbers formats in the order of first use; 0 is that of a cell without one. */
const headingStyle = 1;

/** Null for an empty cell. */
const formatOf = (cell: TableCell): CellFormat | null =>
  cell === null || cell === undefined || cell === ""
    ? null
    : typeof cell !== "string" && "day" in cell
      ? "day"
      : "text";

/** The formats of some tables in the order of first use. */
function formatsOf(tables: readonly Table[]): CellFormat[] {
  const used = new Set<CellFormat>();
  for (const { rows } of tables)
    for (const row of rows)
      for (const cell of row) {
        const format = formatOf(cell);
        if (format !== null) used.add(format);
        if (used.size === 2) return [...used];
      }
  return [...used];
}

const textCell = (text: string, style: number): SheetCell => ({
  value: printable(text).slice(0, longestCell),
  style,
});

/** A cell of a table; null for an empty one. */
function cellOf(cell: TableCell, used: readonly CellFormat[]): SheetCell | null {
  const format = formatOf(cell);
  if (format === null) return null;
  const style = headingStyle + 1 + used.indexOf(format);
  if (typeof cell !== "string" && "day" in cell!) return { value: serialOf(cell.day), style };
  return textCell(typeof cell === "string" ? cell : cell!.item, style);
}

/** Characters that a column needs: as wide as its longest text, within what is still read at a glance. */
function widthOf({ headings, rows }: Table, column: number): number {
  const length = (cell: TableCell): number =>
    typeof cell === "string" ? cell.length : cell === null || cell === undefined ? 0 : 10;
  const longest = rows.reduce((most, row) => Math.max(most, length(row[column])), headings[column]!.length);
  return Math.min(48, Math.max(9, longest + 2));
}

/** The name of a sheet without what Excel forbids in it (`: \ / ? * [ ]`, apostrophes at its ends), each once. */
function sheetNames(tables: readonly Table[]): string[] {
  const names: string[] = [];
  for (const [index, { title }] of tables.entries()) {
    const name = printable(title)
      .replace(/[:\\/?*[\]\u0000-\u001f]/g, " ")
      .replace(/^'+|'+$/g, "")
      .trim()
      .slice(0, longestName);
    names.push(name === "" || names.includes(name) ? String(index + 1) : name);
  }
  return names;
}

/** One sheet a table, its headings kept in sight. The library writes the package and the formats; the rows are put in. */
export async function writeTables(tables: readonly Table[]): Promise<Uint8Array> {
  const [names, used, strings] = [sheetNames(tables), formatsOf(tables), new SharedStrings()];
  const sheets = tables.map((table) => {
    const widths = table.headings.map((_, column) => widthOf(table, column));
    const rows = [
      table.headings.map((text) => textCell(text, headingStyle)),
      ...table.rows.map((row) => row.map((cell) => cellOf(cell, used))),
    ];
    return { widths, rows: sheetRows(rows, widths, strings) };
  });
  const empty = sheets.map(({ widths }, index) => ({
    sheet: names[index]!,
    data: [[headingFormat, ...used.map((format) => formats[format])]],
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: 1,
    orientation: "landscape" as const,
  }));
  const pages = Object.fromEntries(
    sheets.map(({ rows }, index) => [
      `xl/worksheets/sheet${index + 1}.xml`,
      (sheet: string) => acrossOnePage(sheet).replace(/(?<=<sheetData>)[^]*(?=<\/sheetData>)/, () => rows),
    ]),
  );
  return sealZip(new Uint8Array(await (await writeXlsxFile(empty).toBlob()).arrayBuffer()), {
    ...pages,
    "xl/sharedStrings.xml": () => strings.xml(),
    "xl/styles.xml": ownFormats,
  });
}
