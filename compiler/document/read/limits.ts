import { defaultLimits } from "../../load/limits.ts";

/** Limits of a document; beyond them it is refused, so that no file can exhaust the memory. */
export const limits = {
  /** The size of the file, in megabytes. */
  fileMegabytes: 64,
  /** What a part of a DOCX unpacks to, in megabytes. */
  unpackedMegabytes: 512,
  /** How many times larger than the file its parts may unpack to, beyond the first megabytes: a table of words shrinks about twentyfold, a bomb a thousandfold. */
  unpackedTimes: 200,
  freeMegabytes: 16,
  /** Parts of a DOCX. */
  parts: 20_000,
  /** Elements inside one another. */
  depth: 256,
  /** Rows of all tables. */
  rows: 400_000,
  /** Columns that a cell may span, rows that one may serve, and columns of a row. */
  columns: 256,
  /** Characters of one cell or paragraph. */
  cellCharacters: 100_000,
  /** Parties that a document names, and terms of its list of abbreviations: as many as a plan may have. */
  parties: defaultLimits.parties,
} as const;

export const megabyte = 1_000_000;
