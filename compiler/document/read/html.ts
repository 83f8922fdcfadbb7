import { paragraphOf, type Block } from "./blocks.ts";
import { CellWords } from "./cell-words.ts";
import { Grid } from "./grid.ts";
import { limits } from "./limits.ts";
import { Trouble } from "./trouble.ts";

/** Names of characters that office programs write (HTML 5.3 §13.5). */
const named: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
  laquo: "«",
  raquo: "»",
  ndash: "–",
  mdash: "—",
  shy: "",
  hellip: "…",
  numero: "№",
  ldquo: "“",
  rdquo: "”",
  bdquo: "„",
  lsquo: "‘",
  rsquo: "’",
  sect: "§",
  times: "×",
  minus: "−",
  ensp: " ",
  emsp: " ",
  thinsp: " ",
  zwnj: "",
  zwj: "",
};

/** Character references of a text; one that is not known stays as it was written. */
function unescaped(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,31}));?/g,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return Object.hasOwn(named, name) ? named[name]! : whole;
      const code = decimal === undefined ? Number.parseInt(hex!, 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
        ? String.fromCodePoint(code)
        : "\ufffd";
    },
  );
}

/** Elements whose content is no part of the document's words. */
const opaque = /^(script|style|template|noscript)$/;

/** How often a tag is tried to be ended further on when a quote in it is open. */
const mostQuoted = 20;

/** The end of a tag that begins at `from`: its «>» outside quotes; undefined where none follows. */
function tagEnd(text: string, from: number): number | undefined {
  const first = text.indexOf(">", from);
  if (first === -1) return undefined;
  let end = first;
  for (let tries = 0; tries < mostQuoted && end !== -1; tries++) {
    const inside = text.slice(from, end).replace(/"[^"]*"|'[^']*'/g, "");
    if (!/["']/.test(inside)) return end;
    end = text.indexOf(">", end + 1);
  }
  return first;
}

type Piece =
  | { readonly at: number; readonly text: string }
  | { readonly at: number; readonly name: string; readonly closing: boolean; readonly attributes: string };

/** Tags and the words between them, in one pass; comments, declarations and scripts are passed over. */
function* piecesOf(text: string): Generator<Piece> {
  for (let at = 0; at < text.length;) {
    const open = text.indexOf("<", at);
    if (open !== at) yield { at, text: text.slice(at, open === -1 ? text.length : open) };
    if (open === -1) return;
    const shape = /^<(\/?)([a-zA-Z][a-zA-Z0-9:-]{0,40}|!--|[!?])/.exec(text.slice(open, open + 64));
    if (shape === null) {
      yield { at: open, text: "<" };
      at = open + 1;
      continue;
    }
    const [, slash = "", name = ""] = shape;
    const end = name === "!--" ? text.indexOf("-->", open) : tagEnd(text, open);
    if (end === undefined || end === -1) return;
    at = end + (name === "!--" ? 3 : 1);
    const lower = name.toLowerCase();
    if (!/^[a-z]/.test(lower)) continue;
    if (slash === "" && opaque.test(lower)) {
      const close = new RegExp(`</${lower}\\s*>`, "gi");
      close.lastIndex = at;
      at = close.exec(text) === null ? text.length : close.lastIndex;
    } else
      yield {
        at: open,
        name: lower,
        closing: slash === "/",
        attributes: text.slice(open + 1 + slash.length + name.length, end),
      };
  }
}

const attribute = (source: string, name: string): string | undefined => {
  const match = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, "i").exec(source);
  return match?.[1] ?? match?.[2] ?? match?.[3];
};
const count = (source: string, name: string): number => {
  const number = Number.parseInt(attribute(source, name) ?? "1", 10);
  return number >= 1 ? number : 1;
};

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
/** What is not part of the document's words. */
const hidden = new Set(["head"]);

/** The charset that a page says it is in. */
export function declaredCharset(head: string): string | undefined {
  return /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1];
}

interface Cell {
  readonly span: number;
  readonly rows: number;
  readonly words: CellWords;
}

/** Gathers paragraphs and outermost tables while the tags go by. */
class HtmlReader {
  readonly blocks: Block[] = [];
  readonly #italics: boolean[] = [];
  #words = new CellWords();
  #cell: Cell | undefined;
  #grid: Grid | undefined;
  #tables = 0;
  #hiding = 0;
  #start = 0;
  #rowAt = 0;
  #headerRow = true;

  open(name: string, attributes: string, at: number): void {
    if (hidden.has(name)) this.#hiding += 1;
    if (name === "table") this.#openTable(at);
    else if (name === "br" || (blockTags.has(name) && this.#cell !== undefined))
      (this.#cell?.words ?? this.#words).add("\n", false);
    else if (this.#tables === 0 && blockTags.has(name)) this.#endParagraph(at);
    else if (this.#tables === 1 && name === "tr") this.#endRow(at);
    else if (this.#tables === 1 && (name === "td" || name === "th")) {
      this.#endCell();
      if (name === "td") this.#headerRow = false;
      this.#cell = { span: count(attributes, "colspan"), rows: count(attributes, "rowspan"), words: new CellWords() };
    } else if (name === "td" || name === "th") this.#cell?.words.add(" ", false);
    if (italicTags.has(name) || /font-style\s*:\s*italic/i.test(attributes)) this.#italics.push(true);
    else if (name === "span" || name === "font") this.#italics.push(this.#italics.at(-1) ?? false);
    if (this.#italics.length > limits.depth) this.#italics.shift();
  }

  close(name: string, at: number): void {
    if (hidden.has(name)) this.#hiding -= 1;
    if (italicTags.has(name) || name === "span" || name === "font") this.#italics.pop();
    if (name === "table" && this.#tables > 0) this.#closeTable(at);
    else if (this.#tables === 1 && (name === "td" || name === "th")) this.#endCell();
    else if (this.#tables === 1 && name === "tr") this.#endRow(at);
    else if (this.#tables === 0 && blockTags.has(name)) this.#endParagraph(at);
  }

  /** A line break of the source is a space; a tab between parts of a line is kept. */
  text(text: string): void {
    if (this.#hiding > 0) return;
    const target = this.#cell?.words ?? (this.#tables === 0 ? this.#words : undefined);
    target?.add(unescaped(text).replace(/[\r\n]+/g, " "), this.#italics.at(-1) ?? false);
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
    this.#rowAt = at;
  }
}

/**
 * The paragraphs and outermost tables of an HTML page, well-formed or not.
 * @throws Trouble beyond the limits
 */
export function readHtml(text: string): Block[] {
  const reader = new HtmlReader();
  for (const piece of piecesOf(text)) {
    if ("text" in piece) reader.text(piece.text);
    else if (piece.closing) reader.close(piece.name, piece.at);
    else reader.open(piece.name, piece.attributes, piece.at);
  }
  reader.end(text.length);
  return reader.blocks;
}
