import { folded, paragraphOf, plainCells, type Block, type RawRow } from "./blocks.ts";
import { limits } from "./limits.ts";
import { DocumentError } from "./document-error.ts";

const tags = /<\/?(?:i|em|b|strong|u)>/gi;

/** Whether the first words of a cell are marked as italics. */
const isItalic = (text: string): boolean => /^\s*<(?:i|em)>/i.test(text);

interface Line {
  readonly text: string;
  readonly at: number;
}

function* linesOf(text: string): Generator<Line> {
  for (let at = 0; at < text.length;) {
    const end = text.indexOf("\n", at);
    const stop = end === -1 ? text.length : end;
    yield { text: text.slice(at, stop).replace(/[\r\f]/g, ""), at };
    at = stop + 1;
  }
}

/** A line of one cell inside a table, whose empty cells at the end were lost: «II. Модуль …». */
const sectionLine = /^\s*(?:[IVXLCІХМС]+|(?:раздел|section|часть|part)\s+\S+)[.)]?\s+\S/i;

/**
 * Text with tabs between the cells of a row. Lines with tabs side by side are a table; empty lines inside one are the ends
 * of pages; a line with more cells than the table so far begins another.
 * @throws DocumentError where there are too many rows
 */
export function readText(text: string): Block[] {
  const blocks: Block[] = [];
  let rows: RawRow[] = [];
  let width = 0;
  let gap = false;
  let words: { text: string; at: number } | undefined;
  const endParagraph = (): void => {
    const paragraph = words && paragraphOf(words.text.replace(tags, ""), words.at);
    if (paragraph !== undefined) blocks.push(paragraph);
    words = undefined;
  };
  const endTable = (): void => {
    if (rows.length > 0) blocks.push({ kind: "table", rows, knowsMerges: false });
    rows = [];
    width = 0;
  };
  let count = 0;
  for (const { text: line, at } of linesOf(text)) {
    if (line.replace(tags, "").trim() === "") {
      // A line of nothing but tabs is a gap too.
      endParagraph();
      gap = true;
      continue;
    }
    const cells = line.split("\t");
    const inTable = cells.length > 1 || (rows.length > 0 && width > 2 && sectionLine.test(line));
    if (!inTable) {
      endTable();
      if (line.length > limits.cellCharacters)
        throw new DocumentError(
          "document-limit",
          { what: { terms: ["limit-cell"] }, limit: limits.cellCharacters },
          at,
        );
      words = words === undefined ? { text: line, at } : { text: `${words.text}\n${line}`, at: words.at };
      gap = false;
      continue;
    }
    endParagraph();
    if (cells.length > limits.columns)
      throw new DocumentError("document-limit", { what: { terms: ["limit-columns"] }, limit: limits.columns }, at);
    if (cells.length > width && rows.length > 0) endTable();
    width = Math.max(width, cells.length);
    count += 1;
    if (count > limits.rows)
      throw new DocumentError("document-limit", { what: { terms: ["limit-rows"] }, limit: limits.rows }, at);
    rows.push({
      cells: plainCells(cells.map((cell) => ({ text: folded(cell.replace(tags, "")), italic: isItalic(cell) }))),
      at,
      afterGap: gap,
    });
    gap = false;
  }
  endParagraph();
  endTable();
  return blocks;
}
