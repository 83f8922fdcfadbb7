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
  /** What amending orders did to the row: «в ред. приказа от …», each printed below the activity, in brackets. */
  readonly marks: readonly string[];
  readonly cells: Readonly<Record<CellName, DocumentCell>>;
}

export interface DocumentSection {
  /** «II. Модуль …»: one row across the table. */
  readonly heading: string;
  readonly rows: readonly DocumentRow[];
}

/** The edition of a document that orders have amended since it was signed. */
export interface Edition {
  /** «в редакции приказов от …, от …». */
  readonly line: string;
  readonly title: string;
  /** The amending orders, one a line. */
  readonly orders: readonly string[];
  /** The date of the last of them, YYYY-MM-DD. */
  readonly date: string;
}

/** A plan as the document that is signed: the order, the abbreviations, the table, and nothing besides what is printed. */
export interface OfficialDocument {
  readonly language: LanguageCode;
  readonly order: OrderFile;
  /** Lines printed above the authority. */
  readonly letterhead: readonly string[];
  /** The order's date is printed in figures, whatever its stamp looks like. */
  readonly dateInFigures: boolean;
  /** Whether an order approves the plan; else none is printed. */
  readonly hasOrder: boolean;
  /** Null for the document as it was signed. */
  readonly edition: Edition | null;
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

/** What is not the document's own words stands in brackets. */
export const inBrackets = (words: string): string => `(${words})`;

/** The words of an activity with the marks of its row, for formats that have one paragraph a cell. */
export const withMarks = (words: string, { marks }: Pick<DocumentRow, "marks">): string =>
  [words, ...marks.map(inBrackets)].join(" ");

/** What an edition prints below the title of the order, line by line; nothing for the document as it was signed. */
export const editionLines = ({ edition }: Pick<OfficialDocument, "edition">): readonly string[] =>
  edition === null ? [] : [inBrackets(edition.line), `${edition.title}: ${edition.orders.join("; ")}`];
