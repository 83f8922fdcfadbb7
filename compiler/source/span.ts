/** A text of the plan as it was handed to the compiler. `path` uses "/" on every system. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** A range of a file: UTF-16 offsets, `end` exclusive. Lines and columns are computed only when shown. */
export interface Span {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** 1-based line and column (in UTF-16 units) of an offset. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Where an offset stands in a text. */
export function positionAt(text: string, offset: number): Position {
  let line = 1;
  let lineStart = 0;
  for (let at = text.indexOf("\n"); at !== -1 && at < offset; at = text.indexOf("\n", at + 1)) {
    line += 1;
    lineStart = at + 1;
  }
  return { line, column: offset - lineStart + 1 };
}

/** The line an offset stands in, without its line break. */
export function lineAt(text: string, offset: number): string {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const end = text.indexOf("\n", offset);
  return text.slice(start, end === -1 ? text.length : end).replace(/\r$/, "");
}

/** The keys and indexes that lead to a value inside another, outermost first. */
export type Path = readonly (string | number)[];
