/** How a sheet of the workbook looks when it is opened and printed: rows as tall as their words, the table across one page. */
import type { Cell, SheetData } from "write-excel-file/universal";

/** A line of the workbook's type, in points. */
const lineHeight = 15;
/** Excel's tallest row, in points. */
const tallest = 409;
/** Capitals and wide letters: a column of n digits holds fewer letters. */
const lettersToDigit = 0.95;

type StyledCell = Exclude<Cell, string | number | boolean | Date | null | undefined | String | Number | Boolean>;
const isStyled = (cell: Cell): cell is StyledCell => typeof cell === "object" && cell !== null && "value" in cell;

/** The height of a row of so many lines, in points. */
export const heightOf = (lines: number): number => Math.min(tallest, lines * lineHeight);

/** How many lines a text takes in a column of so many characters, broken at spaces and where it has lines of its own. */
export const linesOf = (text: string, width: number): number =>
  text.split("\n").reduce((sum, line) => sum + linesOfOne(line, width), 0);

function linesOfOne(text: string, width: number): number {
  const room = Math.max(1, Math.floor(width * lettersToDigit));
  let [lines, taken] = [1, 0];
  for (const { length } of text.split(/\s+/)) {
    if (taken > 0 && taken + 1 + length > room) [lines, taken] = [lines + 1, 0];
    lines += Math.ceil(length / room) - 1;
    taken += (taken > 0 ? 1 : 0) + Math.min(length, room);
  }
  return lines;
}

/** The rows, each as tall as the words in it need; programs do not work that out for what is merged. Widths in characters. */
export function withHeights(rows: SheetData, widths: readonly number[]): SheetData {
  const measured = rows.flatMap((row, index) =>
    row.flatMap((cell, column) => {
      if (!isStyled(cell)) return [];
      const width = widths.slice(column, column + (cell.columnSpan ?? 1)).reduce((sum, each) => sum + each, 0);
      return [{ index, rows: cell.rowSpan ?? 1, lines: linesOf(String(cell.value), width) }];
    }),
  );
  const lines = rows.map(() => 1);
  for (const cell of measured) if (cell.rows === 1) lines[cell.index] = Math.max(lines[cell.index]!, cell.lines);
  // What a cell over several rows needs beyond theirs goes to the last of them.
  for (const cell of measured.filter((each) => each.rows > 1)) {
    const last = cell.index + cell.rows - 1;
    const have = lines.slice(cell.index, last + 1).reduce((sum, each) => sum + each, 0);
    lines[last] = (lines[last] ?? 1) + Math.max(0, cell.lines - have);
  }
  return rows.map((row, index) => {
    const height = heightOf(lines[index] ?? 1);
    const first = row.findIndex(isStyled);
    return row.map((cell, column) => (column === first && isStyled(cell) ? { ...cell, height } : cell));
  });
}

const fit = 'fitToWidth="1" fitToHeight="0"';

/** The sheet printed on A4, as wide as the page and as many pages long as it takes (ECMA-376, 18.3.1.65 and 18.3.1.63). */
export function acrossOnePage(sheet: string): string {
  const scaled = sheet.replace(
    /<worksheet [^>]*>/,
    (opening) => `${opening}<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
  );
  return scaled.includes("<pageSetup ")
    ? scaled.replace("<pageSetup ", `<pageSetup ${fit} `)
    : scaled.replace("</worksheet>", `<pageSetup paperSize="9" ${fit}/></worksheet>`);
}

/** The first rows of the first sheet are printed on each of its pages (ECMA-376, 18.2.5). */
export const repeatedRows = (workbook: string, sheetName: string, count: number): string =>
  workbook.replace(
    "<definedNames/>",
    `<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">'${sheetName}'!$1:$${count}</definedName></definedNames>`,
  );
