import type { LanguageCode } from "../locale/languages.ts";
import type { OrderFile } from "../generated/types.ts";

/** A cell of the plan's table; `rows` is how many rows it serves, 0 where a cell above serves this row. */
export interface DocumentCell {
  readonly text: string;
  readonly rows: number;
}

/** The cells after number and activity, in the order they are printed. */
export const cellNames = ["deadline", "responsible", "form", "controlDeadline"] as const;
export type CellName = (typeof cellNames)[number];

/** A row of the plan's table as printed. */
export interface DocumentRow {
  readonly number: string;
  readonly activity: string;
  /** Set in italics. */
  readonly heading: boolean;
  readonly cells: Readonly<Record<CellName, DocumentCell>>;
}

export interface DocumentSection {
  /** «II. Модуль …»: one row across the table. */
  readonly heading: string;
  readonly rows: readonly DocumentRow[];
}

/** A plan as the document that is signed: the order, the abbreviations, the table, and nothing besides what is printed. */
export interface OfficialDocument {
  readonly language: LanguageCode;
  readonly order: OrderFile;
  /** «УТВЕРЖДЕН приказом от …», line by line. */
  readonly approval: readonly string[];
  readonly glossary: {
    readonly title: string;
    readonly terms: readonly { readonly term: string; readonly meaning: string }[];
  };
  readonly title: string;
  /** Six headings. */
  readonly columns: readonly string[];
  readonly sections: readonly DocumentSection[];
}

/** How many columns the plan's table has. */
export const columnCount = 2 + cellNames.length;
