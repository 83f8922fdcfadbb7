/** A replacement in a text: UTF-16 offsets, `end` exclusive; an insertion where both are equal. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A text with some replacements made; everything between them stays byte for byte. Insertions at one offset stay in their order. Throws where replacements overlap. */
export function splice(text: string, splices: readonly Splice[]): string {
  const ordered = splices
    .map((each, index) => ({ each, index }))
    .sort((a, b) => a.each.start - b.each.start || a.index - b.index)
    .map(({ each }) => each);
  let result = "";
  let at = 0;
  for (const { start, end, text: replacement } of ordered) {
    if (start < at) throw new Error(`overlapping edits at ${start}`);
    result += text.slice(at, start) + replacement;
    at = end;
  }
  return result + text.slice(at);
}

/** The line break that a text uses. */
export const lineBreakOf = (text: string): string => (text.includes("\r\n") ? "\r\n" : "\n");

/** The offset after the line break that ends the line of an offset; the text's end on its last line. */
export function lineEnd(text: string, offset: number): number {
  const at = text.indexOf("\n", offset);
  return at === -1 ? text.length : at + 1;
}

/** The column (0-based) of an offset. */
export const columnOf = (text: string, offset: number): number => offset - (text.lastIndexOf("\n", offset - 1) + 1);

/** Whole lines after the line of an offset, with the text's own line breaks; a last line without one gets it first. */
export function linesAfter(text: string, offset: number, lines: readonly string[]): Splice {
  const newline = lineBreakOf(text);
  const at = lineEnd(text, offset);
  const unfinished = at === text.length && !text.endsWith("\n");
  return {
    start: at,
    end: at,
    text: `${unfinished ? newline : ""}${lines.map((line) => `${line}${newline}`).join("")}`,
  };
}
