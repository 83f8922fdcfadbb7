import { paragraphOf, plainCells, type Block, type RawRow } from "./blocks.ts";
import { limits } from "./limits.ts";
import { DocumentError } from "./document-error.ts";

const separators = [";", ",", "\t"] as const;

/** The separator of a CSV: of those outside quotes in its first lines, the commonest. */
function separatorOf(text: string): string {
  const head = text.slice(0, 20_000).replace(/"(?:[^"]|"")*"/g, "");
  return separators.reduce((a, b) => (head.split(b).length > head.split(a).length ? b : a));
}

/** The cells of each row (RFC 4180); a quote that is never closed is an error. */
function* rowsOf(text: string, separator: string): Generator<{ cells: string[]; at: number }> {
  let [cells, cell, start]: [string[], string, number] = [[], "", 0];
  let at = 0;
  while (at <= text.length) {
    const sign = text[at];
    if (sign === '"' && cell.trim() === "") {
      let end = at + 1;
      cell = "";
      for (;;) {
        const quote = text.indexOf('"', end);
        if (quote === -1) throw new DocumentError("document-broken", { what: { terms: ["broken-quote"] } }, at);
        cell += text.slice(end, quote);
        if (text[quote + 1] !== '"') {
          at = quote + 1;
          break;
        }
        cell += '"';
        end = quote + 2;
      }
    } else if (sign === separator || sign === "\n" || sign === undefined) {
      cells.push(cell.replace(/\r$/, ""));
      cell = "";
      at += 1;
      if (sign === separator) continue;
      if (cells.some((text) => text.trim() !== "")) yield { cells, at: start };
      [cells, start] = [[], at];
    } else {
      const next = text.slice(at + 1).search(/[";,\t\n]/);
      const stop = next === -1 ? text.length : at + 1 + next;
      cell += text.slice(at, stop);
      at = stop;
    }
    if (cell.length > limits.cellCharacters)
      throw new DocumentError(
        "document-limit",
        { what: { terms: ["limit-cell"] }, limit: limits.cellCharacters },
        start,
      );
  }
}

/** A cell without the apostrophe that protects spreadsheets from formulas. */
const unguarded = (text: string): string => text.replace(/^'(?=[=+\-@＝＋－＠])/, "");

/**
 * CSV with semicolons, commas or tabs. Rows of one cell before the first wider one are paragraphs.
 * @throws DocumentError for an open quote, and beyond the limits
 */
export function readCsv(text: string): Block[] {
  const blocks: Block[] = [];
  const rows: RawRow[] = [];
  for (const { cells, at } of rowsOf(text, separatorOf(text))) {
    if (cells.length > limits.columns)
      throw new DocumentError("document-limit", { what: { terms: ["limit-columns"] }, limit: limits.columns }, at);
    if (rows.length >= limits.rows)
      throw new DocumentError("document-limit", { what: { terms: ["limit-rows"] }, limit: limits.rows }, at);
    const filled = cells.filter((cell) => cell.trim() !== "");
    const paragraph = rows.length === 0 && filled.length === 1 ? paragraphOf(filled[0]!, at) : undefined;
    if (paragraph !== undefined) blocks.push(paragraph);
    else
      rows.push({
        cells: plainCells(cells.map((cell) => ({ text: unguarded(cell), italic: false }))),
        at,
        afterGap: false,
      });
  }
  return rows.length === 0 ? blocks : [...blocks, { kind: "table", rows, knowsMerges: false }];
}
