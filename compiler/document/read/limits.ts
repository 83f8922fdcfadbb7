import { defaultLimits } from "../../load/limits.ts";

/** Limits of a document; beyond them it is refused, so that no file can exhaust the memory. */
export const limits = {
  /** The size of the file, in megabytes. */
  fileMegabytes: 64,
  /** What a package (DOCX, XLSX, ODT) unpacks to, in megabytes. */
  unpackedMegabytes: 512,
  /** How many times larger than the file its parts may unpack to, beyond the first megabytes: a table of words shrinks about twentyfold, a bomb a thousandfold. */
  unpackedTimes: 200,
  freeMegabytes: 16,
  /** Characters of all cells of a workbook, in millions: a string that is packed once may stand in any number of them. */
  sheetMegabytes: 64,
  /** Parts of a package. */
  parts: 20_000,
  /** Elements inside one another. */
  depth: 256,
  /** Rows of all tables. */
  rows: 400_000,
  /** Cells of a table, those included that a merged one covers. */
  cells: 4_000_000,
  /** Columns that a cell may span, rows that one may serve, and columns of a row. */
  columns: 256,
  /** Characters of one cell or paragraph. */
  cellCharacters: 100_000,
  /** Parties that a document names, and terms of its list of abbreviations: as many as a plan may have. */
  parties: defaultLimits.parties,
} as const;

export const megabyte = 1_000_000;
