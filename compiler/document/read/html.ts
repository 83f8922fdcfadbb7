import { BlockBuilder } from "./block-builder.ts";
import type { Block } from "./blocks.ts";
import { readTokens, type Attributes, type TokenHandler } from "./html-tokens.ts";
import { layoutTablesOf } from "./layout-tables.ts";
import { limits } from "./limits.ts";

/** A number of columns or rows that a cell spans (HTML §4.9.11); 1 where it is missing or no positive number. */
const spanOf = (value: string | undefined): number => Math.max(1, Number.parseInt(value ?? "", 10) || 1);

const blockTags: ReadonlySet<string> = new Set(
  "p div h1 h2 h3 h4 h5 h6 li ul ol section article header footer body title blockquote".split(" "),
);
const cellTags = new Set(["td", "th"]);
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

/** Tells a builder of paragraphs, tables, rows and cells; it does not need tags to be closed. */
class HtmlReader implements TokenHandler {
  readonly builder = new BlockBuilder();
  /** The elements that are open in a cell, the cell first; no more than `limits.depth`. */
  #nested: { readonly name: string; readonly italic: boolean }[] = [];
  #italicRow = false;
  /** The tables that only lay out the page: their cells are parts of it, one after another. */
  readonly #layout: ReadonlySet<number>;
  /** Of the open tables, which ones are so. */
  readonly #open: boolean[] = [];
  /** No cell of the row is an ordinary one so far. */
  #headerRow = true;

  constructor(layout: ReadonlySet<number>) {
    this.#layout = layout;
  }

  open(name: string, attributes: Attributes, at: number): void {
    const { builder } = this;
    const isCell = cellTags.has(name);
    if (name === "table" && this.#open.length < limits.depth) this.#open.push(this.#layout.has(at));
    if (this.#open.at(-1) === true && (isCell || name === "tr" || name === "table")) return builder.endParagraph(at);
    if (isCell && builder.isInOutermostTable) return this.#openCell(name, attributes);
    if (name === "table") builder.openTable(at);
    else if (name === "br" || (blockTags.has(name) && builder.cell !== undefined)) builder.add("\n", false);
    else if (blockTags.has(name) && !builder.isInTable) builder.endParagraph(at);
    else if (name === "tr" && builder.isInOutermostTable) this.#openRow(name, attributes, at);
    else if (builder.cell !== undefined && (isCell || name === "tr")) builder.add(isCell ? " " : "\n", false);
    if (name !== "br") this.#nest(name, attributes);
  }

  close(name: string, at: number): void {
    const { builder } = this;
    const isLayout = this.#open.at(-1) === true;
    if (name === "table") this.#open.pop();
    if (isLayout && (cellTags.has(name) || name === "tr" || name === "table")) return builder.endParagraph(at);
    if (name === "table") this.#closeTable(at);
    else if (blockTags.has(name) && !builder.isInTable) builder.endParagraph(at);
    else if (cellTags.has(name) && builder.isInOutermostTable) builder.endCell();
    else if (name === "tr" && builder.isInOutermostTable) this.#endRow(at);
    const last = this.#nested.findLastIndex((element) => element.name === name);
    if (last > 0) this.#nested.length = last;
  }

  /** A line break of the source is a space; a tab between parts of a line stays. */
  text(text: string): void {
    const isBetweenCells = this.builder.isInTable && this.builder.cell === undefined;
    if (!isBetweenCells) this.builder.add(text.replace(/[\r\n]+/g, " "), this.#nested.at(-1)?.italic ?? false);
  }

  end(at: number): void {
    while (this.builder.isInTable) this.#closeTable(at);
    this.builder.endParagraph(at);
  }

  #closeTable(at: number): void {
    if (this.builder.isInOutermostTable) this.#endRow(at);
    if (this.builder.isInTable) this.builder.closeTable(at);
  }

  #openRow(name: string, attributes: Attributes, at: number): void {
    this.#endRow(at);
    this.#italicRow = isItalic(name, attributes, false);
  }

  #endRow(at: number): void {
    this.builder.endCell();
    this.builder.endRow(this.#headerRow, at);
    this.#nested = [];
    this.#italicRow = false;
    this.#headerRow = true;
  }

  #openCell(name: string, attributes: Attributes): void {
    this.builder.endCell();
    if (name === "td") this.#headerRow = false;
    this.builder.openCell(spanOf(attributes.get("colspan")), spanOf(attributes.get("rowspan")));
    this.#nested = [{ name, italic: isItalic(name, attributes, this.#italicRow) }];
  }

  /** Notes an element that was opened inside a cell. */
  #nest(name: string, attributes: Attributes): void {
    const around = this.#nested.at(-1);
    if (around !== undefined && this.#nested.length < limits.depth)
      this.#nested.push({ name, italic: isItalic(name, attributes, around.italic) });
  }
}

/**
 * The paragraphs and outermost tables of an HTML page, well-formed or not.
 * @throws DocumentError beyond the limits
 */
export function readHtml(text: string): readonly Block[] {
  const reader = new HtmlReader(layoutTablesOf(text));
  readTokens(text, reader);
  reader.end(text.length);
  return reader.builder.blocks;
}
