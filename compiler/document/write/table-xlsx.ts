/** Tables as a workbook: days are real dates, everything else is text, and the same tables are the same bytes. */
import writeXlsxFile, { type Cell, type SheetData } from "write-excel-file/universal";
import type { Table, TableCell } from "../../data/tables.ts";
import { printable } from "./printable.ts";
import { sealZip } from "./sealed-zip.ts";
import { acrossOnePage, withHeights } from "./xlsx-page.ts";

/** What Excel takes in a cell, and in the name of a sheet, at most. */
const longestCell = 32_767;
const longestName = 31;

/** Excel counts days from the last but one of 1899: 1970-01-01 is the 25,569th. */
const serialOf = (day: number): number => day + 25_569;

/** A table with more rows serves a program, not a person with a workbook. */
export const mostRows = 5000;

const top = { alignVertical: "top" } as const;

/** Formats below 164 are those that every program knows (ECMA-376, 18.8.30): one of our own there is taken for one of them. */
const ownFormats = (styles: string): string =>
  styles.replace(/numFmtId="(1\d\d)"/g, (_, id: string) => `numFmtId="${Number(id) + 64}"`);

function cellOf(cell: TableCell): Cell {
  if (cell === null || cell === undefined || cell === "") return null;
  if (typeof cell !== "string" && "day" in cell)
    return { type: Number, value: serialOf(cell.day), format: "dd.mm.yyyy", align: "left", ...top };
  return {
    type: String,
    value: printable(typeof cell === "string" ? cell : cell.item).slice(0, longestCell),
    wrap: true,
    ...top,
  };
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

/** One sheet a table, its headings kept in sight. */
export async function writeTables(tables: readonly Table[]): Promise<Uint8Array> {
  const names = sheetNames(tables);
  const sheets = tables.map((table, index) => {
    const head = table.headings.map((value): Cell => ({
      type: String,
      value,
      fontWeight: "bold",
      wrap: true,
      alignVertical: "top",
    }));
    const data: SheetData = [head, ...table.rows.map((row) => row.map(cellOf))];
    const widths = table.headings.map((_, column) => widthOf(table, column));
    return {
      sheet: names[index]!,
      data: withHeights(data, widths),
      columns: widths.map((width) => ({ width })),
      stickyRowsCount: 1,
      orientation: "landscape" as const,
    };
  });
  const pages = Object.fromEntries(tables.map((_, index) => [`xl/worksheets/sheet${index + 1}.xml`, acrossOnePage]));
  return sealZip(new Uint8Array(await (await writeXlsxFile(sheets).toBlob()).arrayBuffer()), {
    ...pages,
    "xl/styles.xml": ownFormats,
  });
}
