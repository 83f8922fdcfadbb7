import { paragraphOf, type Block } from "./blocks.ts";
import { CellWords } from "./cell-words.ts";
import { Grid } from "./grid.ts";
import { readTokens, type Attributes, type TokenHandler } from "./html-tokens.ts";
import { limits } from "./limits.ts";
import { Trouble } from "./trouble.ts";

/** A number of columns or rows that a cell spans (HTML §4.9.11); 1 where it is missing or no positive number. */
const spanOf = (value: string | undefined): number => Math.max(1, Number.parseInt(value ?? "", 10) || 1);

const blockTags = new Set([
  "p",
  "div",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "li",
  "ul",
  "ol",
  "section",
  "article",
  "header",
  "footer",
  "body",
  "title",
  "blockquote",
]);
const italicTags = new Set(["i", "em", "cite"]);

/** Whether words in an element are in italics, which those around it are or are not. */
function isItalic(name: string, attributes: Attributes, around: boolean): boolean {
  const style = /font-style\s*:\s*(\w+)/i.exec(attributes.get("style") ?? "")?.[1]?.toLowerCase();
  return style === undefined ? around || italicTags.has(name) : style === "italic" || style === "oblique";
}

/** The charset that a page says it is in. */
export function declaredCharset(head: string): string | undefined {
  return /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1];
}

interface Cell {
  readonly span: number;
  readonly rows: number;
  readonly words: CellWords;
  /** The elements inside the cell that are open, no more than `limits.depth`, and the cell itself. */
  readonly open: { readonly name: string; readonly italic: boolean }[];
}

/** Gathers paragraphs and outermost tables while the tags go by; it does not need tags to be closed. */
class HtmlReader implements TokenHandler {
  readonly blocks: Block[] = [];
  #words = new CellWords();
  #cell: Cell | undefined;
  #grid: Grid | undefined;
  #tables = 0;
  #start = 0;
  #rowAt = 0;
  #italicRow = false;
  #headerRow = true;

  open(name: string, attributes: Attributes, at: number): void {
    const isCell = name === "td" || name === "th";
    if (isCell && this.#tables === 1) return this.#openCell(name, attributes);
    if (name === "table") this.#openTable(at);
    else if (name === "br" || (blockTags.has(name) && this.#cell !== undefined))
      (this.#cell?.words ?? this.#words).add("\n", false);
    else if (this.#tables === 0 && blockTags.has(name)) this.#endParagraph(at);
    else if (this.#tables === 1 && name === "tr") this.#openRow(name, attributes, at);
    else if (isCell) this.#cell?.words.add(" ", false);
    if (name !== "br") this.#nest(name, attributes);
  }

  close(name: string, at: number): void {
    if (name === "table" && this.#tables > 0) this.#closeTable(at);
    else if (this.#tables === 1 && (name === "td" || name === "th")) this.#endCell();
    else if (this.#tables === 1 && name === "tr") this.#endRow(at);
    else if (this.#tables === 0 && blockTags.has(name)) this.#endParagraph(at);
    const { open = [] } = this.#cell ?? {};
    const last = open.findLastIndex((element) => element.name === name);
    if (last > 0) open.length = last;
  }

  /** A line break of the source is a space; a tab between parts of a line stays. */
  text(text: string): void {
    const target = this.#cell?.words ?? (this.#tables === 0 ? this.#words : undefined);
    target?.add(text.replace(/[\r\n]+/g, " "), this.#cell?.open.at(-1)?.italic ?? false);
  }

  end(at: number): void {
    while (this.#tables > 0) this.#closeTable(at);
    this.#endParagraph(at);
  }

  #openTable(at: number): void {
    this.#tables += 1;
    if (this.#tables > limits.depth)
      throw new Trouble("document-limit", { what: { terms: ["limit-depth"] }, limit: limits.depth }, at);
    if (this.#tables > 1) return;
    this.#endParagraph(at);
    this.#grid = new Grid();
    this.#rowAt = at;
  }

  #closeTable(at: number): void {
    this.#tables -= 1;
    if (this.#tables > 0 || this.#grid === undefined) return;
    this.#endRow(at);
    if (this.#grid.table.rows.length > 0) this.blocks.push(this.#grid.table);
    this.#grid = undefined;
    this.#start = at;
  }

  #endParagraph(at: number): void {
    const paragraph = paragraphOf(this.#words.raw, this.#start);
    if (paragraph !== undefined) this.blocks.push(paragraph);
    this.#words = new CellWords();
    this.#start = at;
  }

  #openRow(name: string, attributes: Attributes, at: number): void {
    this.#endRow(at);
    this.#italicRow = isItalic(name, attributes, false);
  }

  #openCell(name: string, attributes: Attributes): void {
    this.#endCell();
    if (name === "td") this.#headerRow = false;
    this.#cell = {
      span: spanOf(attributes.get("colspan")),
      rows: spanOf(attributes.get("rowspan")),
      words: new CellWords(),
      open: [{ name, italic: isItalic(name, attributes, this.#italicRow) }],
    };
  }

  /** Notes an element that was opened inside a cell. */
  #nest(name: string, attributes: Attributes): void {
    const { open = [] } = this.#cell ?? {};
    const around = open.at(-1);
    if (around !== undefined && open.length < limits.depth)
      open.push({ name, italic: isItalic(name, attributes, around.italic) });
  }

  #endCell(): void {
    if (this.#cell !== undefined)
      this.#grid?.add({
        text: this.#cell.words.text,
        italic: this.#cell.words.italic,
        span: this.#cell.span,
        rows: this.#cell.rows,
      });
    this.#cell = undefined;
  }

  #endRow(at: number): void {
    this.#endCell();
    this.#grid?.endRow(this.#headerRow, this.#rowAt);
    this.#headerRow = true;
    this.#italicRow = false;
    this.#rowAt = at;
  }
}

/**
 * The paragraphs and outermost tables of an HTML page, well-formed or not.
 * @throws Trouble beyond the limits
 */
export function readHtml(text: string): Block[] {
  const reader = new HtmlReader();
  readTokens(text, reader);
  reader.end(text.length);
  return reader.blocks;
}
