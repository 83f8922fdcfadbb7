import { cellNames, type OfficialDocument } from "../../compiler/document/official-document.ts";

/** How a table is laid out: how many characters each of its six columns takes in a line, and how many lines a page has. */
export interface Page {
  readonly widths: readonly number[];
  readonly lines: number;
}

interface Printed {
  readonly cells: readonly string[];
  readonly italic: boolean;
}

/** The words of a cell broken into lines. */
function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ").filter((each) => each !== "")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** The rows of the table as they are printed; a cell stands in the first row that it serves. */
export function printedRows({ sections, columns }: OfficialDocument): Printed[] {
  return sections.flatMap(({ heading, rows }) => [
    { cells: [heading, ...columns.slice(1).map(() => "")], italic: false },
    ...rows.map((row) => ({
      cells: [
        row.number,
        row.activity,
        ...cellNames.map((name) => (row.cells[name].rows === 0 ? "" : row.cells[name].text)),
      ],
      italic: row.heading,
    })),
  ]);
}

/**
 * The table as text from pages that end anywhere: a row that does not fit is cut between its lines, each cell where it
 * happens to be, and the headings stand on each page.
 */
export function tornTable(document: OfficialDocument, { widths, lines }: Page): string {
  const head = document.columns.join("\t");
  const line = (cells: readonly string[], italic: boolean): string =>
    cells.map((text, column) => (italic && column === 1 && text !== "" ? `<i>${text}</i>` : text)).join("\t");
  const result = [head];
  let left = lines;
  const newPage = (): void => {
    result.push("", head);
    left = lines;
  };
  for (const { cells, italic } of printedRows(document)) {
    let rest = cells.map((text, column) => (column === 0 ? [text] : wrapped(text, widths[column]!)));
    for (;;) {
      const height = Math.max(...rest.map((own) => own.length));
      if (height <= left) {
        result.push(
          line(
            rest.map((own) => own.join(" ")),
            italic,
          ),
        );
        left -= height;
        break;
      }
      if (left > 0) {
        const room = left;
        result.push(
          line(
            rest.map((own) => own.slice(0, room).join(" ")),
            italic,
          ),
        );
        rest = rest.map((own) => own.slice(room));
      }
      newPage();
    }
    if (left === 0) newPage();
  }
  return `${result.join("\n")}\n`;
}
