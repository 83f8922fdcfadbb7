/** A table with so many rows of so many cells, inside another, is content: the outer one only lays out the page. */
const least = { rows: 2, cells: 3 } as const;

interface OpenTable {
  readonly at: number;
  cells: number;
  wideRows: number;
}

/** Finds the tables that only lay out others: fed with tags in the order of the document. */
export class LayoutTables {
  /** What was given to `open`. */
  readonly found = new Set<number>();
  readonly #open: OpenTable[] = [];

  /** A table begins; `at` names it: an offset or an ordinal. */
  open(at: number): void {
    // Deeper ones are refused anyway.
    if (this.#open.length < 1000) this.#open.push({ at, cells: 0, wideRows: 0 });
  }

  row(): void {
    this.#endRow();
  }

  cell(): void {
    const table = this.#open.at(-1);
    if (table !== undefined) table.cells += 1;
  }

  close(): void {
    this.#endRow();
    const table = this.#open.pop();
    if (table !== undefined && table.wideRows >= least.rows) for (const { at } of this.#open) this.found.add(at);
  }

  #endRow(): void {
    const table = this.#open.at(-1);
    if (table === undefined) return;
    if (table.cells >= least.cells) table.wideRows += 1;
    table.cells = 0;
  }
}

const htmlTag = /<(\/?)(table|tr|td|th)(?=[\s>/])/gi;

/** The tables of an HTML page that only lay out others, by the offset of their tags. */
export function layoutTablesOf(page: string): ReadonlySet<number> {
  const tables = new LayoutTables();
  for (const { 1: slash, 2: name, index } of page.matchAll(htmlTag)) {
    const tag = name!.toLowerCase();
    if (tag === "table") {
      if (slash === "") tables.open(index);
      else tables.close();
    } else if (slash === "") {
      if (tag === "tr") tables.row();
      else tables.cell();
    }
  }
  return tables.found;
}

/** The tags of tables, rows and cells of markup that comes in pieces, whatever its prefix. */
export const layoutTags = {
  word: /<(\/?)(?:\w+:)?(tbl|tr|tc)(?=[\s>/])/g,
  openDocument: /<(\/?)(?:\w+:)?(table|table-row|table-cell)(?=[\s>/])/g,
} as const;
/** No tag's name is longer: what a piece ends with may be the beginning of one. */
const longestTag = 24;

/** Finds the same in markup that comes in pieces; tables are named by their ordinal, from 0. */
export class StreamedLayoutTables {
  readonly #tag: RegExp;
  readonly #tables = new LayoutTables();
  #rest = "";
  #count = 0;

  constructor(tag: RegExp) {
    this.#tag = tag;
  }

  write(text: string): void {
    const all = this.#rest + text;
    let done = 0;
    for (const { 0: tag, 1: slash, 2: name, index } of all.matchAll(this.#tag)) {
      done = index + tag.length;
      if (name === "tbl" || name === "table") {
        if (slash === "") this.#tables.open(this.#count++);
        else this.#tables.close();
      } else if (slash === "") {
        if (name === "tr" || name === "table-row") this.#tables.row();
        else this.#tables.cell();
      }
    }
    this.#rest = all.slice(Math.max(done, all.length - longestTag));
  }

  get found(): ReadonlySet<number> {
    return this.#tables.found;
  }
}
