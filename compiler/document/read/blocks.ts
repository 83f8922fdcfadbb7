/** A cell as the document has it, before the role of its column is known. */
export interface RawCell {
  /** Its text with white space folded. */
  readonly text: string;
  /** Its lines and paragraphs, where they are kept apart: white space folded, empty ones left out. */
  readonly lines?: readonly string[] | undefined;
  /** Its words, or the first of them, are in italics. */
  readonly italic: boolean;
  /** The first column of the grid that it takes, from 0, and how many. */
  readonly column: number;
  readonly span: number;
  /** A cell above reaches down to this one, which has no words of its own. */
  readonly below: boolean;
}

export interface RawRow {
  readonly cells: readonly RawCell[];
  /** Where it stands in the text of the file, UTF-16; 0 where the file has no text of its own. */
  readonly at: number;
  /** The document marks the row as a heading that is repeated on each page. */
  readonly header?: true;
  /** Something other than a row stood before it (an empty line, a page's end): a row may be torn here. */
  readonly afterGap: boolean;
}

/** The merges of the rows are certain (DOCX, HTML), or the format has none (text, CSV). */
export interface RawTable {
  readonly kind: "table";
  readonly rows: readonly RawRow[];
  readonly knowsMerges: boolean;
}

export interface RawParagraph {
  readonly kind: "paragraph";
  /** White space folded; tabs between parts of a line stay. */
  readonly text: string;
  /** Its lines, where it was broken by hand. */
  readonly lines: readonly string[];
  readonly at: number;
}

/** A document as a sequence of paragraphs and tables. */
export type Block = RawParagraph | RawTable;

/** Invisible characters: control characters, soft hyphens, marks of direction, the byte order mark. */
const invisible =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A text without invisible characters, each run of white space one space. */
export const folded = (text: string): string => text.replace(invisible, "").replace(/\s+/g, " ").trim();

/** The lines of a cell; undefined where it has no more than one. */
export function linesOf(text: string): readonly string[] | undefined {
  const lines = text
    .split(/\r?\n/)
    .map(folded)
    .filter((line) => line !== "");
  return lines.length > 1 ? lines : undefined;
}

/** A paragraph of lines; empty lines go, and tabs inside a line stay. */
export function paragraphOf(text: string, at: number): RawParagraph | undefined {
  const lines = text
    .replace(invisible, "")
    .split(/\r?\n/)
    .map((line) =>
      line
        .split("\t")
        .map(folded)
        .filter((part) => part !== "")
        .join("\t"),
    )
    .filter((line) => line !== "");
  return lines.length === 0 ? undefined : { kind: "paragraph", text: lines.join(" "), lines, at };
}

/** Adjacent cells of one column each. */
export const plainCells = (texts: readonly { readonly text: string; readonly italic: boolean }[]): RawCell[] =>
  texts.map(({ text, italic }, column) => ({
    text: folded(text),
    lines: linesOf(text),
    italic,
    column,
    span: 1,
    below: false,
  }));
