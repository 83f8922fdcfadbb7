import { SaxesParser, type SaxesTagPlain } from "saxes";
import { BlockBuilder } from "../block-builder.ts";
import type { Block } from "../blocks.ts";
import { limits } from "../limits.ts";
import { counterOf, type Counter, type Numberings } from "../numbering.ts";
import { DocumentError } from "../document-error.ts";

const localName = (name: string): string => name.replace(/^.*:/, "");
const isOn = (value: string | undefined): boolean => value === undefined || !/^(0|false|off|none)$/i.test(value);
const broken = (): DocumentError => new DocumentError("document-broken", { what: { terms: ["broken-xml"] } });

/** Parts whose words are a second copy, were taken out, or are not words. */
const skipped = new Set(["del", "moveFrom", "Fallback", "instrText", "delText", "footnote", "pict"]);

type Attributes = SaxesTagPlain["attributes"];

/** The list of the paragraph that is being read; `labelled` once its number stands before the words. */
interface ListItem {
  id: string;
  level: number;
  labelled: boolean;
}

/** Reads WordprocessingML (ECMA-376 part 1, §17) as it streams by. */
export class WordReader {
  readonly #parser = new SaxesParser({ fragment: false });
  readonly #builder = new BlockBuilder();
  readonly #counter: Counter;
  /** The tables that only lay out others, by their ordinal from 0. */
  readonly #layout: ReadonlySet<number>;
  /** Of the open tables, which ones are so. */
  readonly #tables: boolean[] = [];
  #tableCount = 0;
  #depth = 0;
  /** Open elements of a part that is skipped, itself included. */
  #skipping = 0;
  #hasDocument = false;
  #isHeaderRow = false;
  #isItalic = false;
  #isText = false;
  #listItem: ListItem | undefined;

  constructor(numberings: Numberings, layout: ReadonlySet<number> = new Set()) {
    this.#layout = layout;
    this.#counter = counterOf(numberings);
    const fail = (): never => {
      throw broken();
    };
    this.#parser.on("doctype", fail);
    this.#parser.on("error", fail);
    this.#parser.on("opentag", (tag) => this.#open(tag as SaxesTagPlain));
    this.#parser.on("closetag", ({ name }) => this.#close(localName(name)));
    this.#parser.on("text", (text) => {
      if (this.#isText && this.#skipping === 0) this.#add(text);
    });
  }

  get blocks(): readonly Block[] {
    return this.#builder.blocks;
  }

  /** @throws DocumentError beyond the limits, and where the text is no XML */
  write(text: string): void {
    this.#parser.write(text);
  }

  /** @throws DocumentError when the document is torn */
  end(): void {
    this.#parser.close();
    if (!this.#hasDocument) throw broken();
  }

  #open({ name, attributes, isSelfClosing }: SaxesTagPlain): void {
    this.#depth += 1;
    if (this.#depth > limits.depth)
      throw new DocumentError("document-limit", { what: { terms: ["limit-depth"] }, limit: limits.depth });
    const local = localName(name);
    if (local === "tbl") this.#tableCount += 1;
    if (this.#skipping > 0 || (skipped.has(local) && !isSelfClosing)) this.#skipping += 1;
    else if (Object.hasOwn(WordReader.#opened, local)) WordReader.#opened[local]!(this, attributes);
  }

  #close(local: string): void {
    this.#depth -= 1;
    if (this.#skipping > 0) this.#skipping -= 1;
    else if (Object.hasOwn(WordReader.#closed, local)) WordReader.#closed[local]!(this);
  }

  /** What the opening of an element means, by its local name. */
  static readonly #opened: Readonly<Record<string, (reader: WordReader, attributes: Attributes) => void>> = {
    document: (reader) => (reader.#hasDocument = true),
    tbl: (reader) => {
      const isLayout = reader.#layout.has(reader.#tableCount - 1);
      reader.#tables.push(isLayout);
      if (isLayout) reader.#builder.endParagraph();
      else reader.#builder.openTable();
    },
    tr: WordReader.#inTable((reader) => (reader.#isHeaderRow = false)),
    tblHeader: WordReader.#inTable((reader, { "w:val": value }) => (reader.#isHeaderRow = isOn(value))),
    gridBefore: WordReader.#inTable((reader, { "w:val": value }) => reader.#builder.skipColumns(Number(value) || 0)),
    tc: WordReader.#inTable((reader) => reader.#builder.openCell()),
    gridSpan: WordReader.#inTable((reader, { "w:val": value }) => {
      if (reader.#builder.cell !== undefined) reader.#builder.cell.span = Number(value) || 1;
    }),
    vMerge: WordReader.#inTable((reader, { "w:val": value }) => {
      if (reader.#builder.cell !== undefined) reader.#builder.cell.continues = value !== "restart";
    }),
    p: (reader) => (reader.#listItem = undefined),
    numPr: (reader) => (reader.#listItem = { id: "", level: 0, labelled: false }),
    ilvl: (reader, { "w:val": value }) => {
      if (reader.#listItem !== undefined) reader.#listItem.level = Number(value) || 0;
    },
    numId: (reader, { "w:val": value }) => {
      if (reader.#listItem !== undefined) reader.#listItem.id = value ?? "";
    },
    r: (reader) => (reader.#isItalic = false),
    i: (reader, { "w:val": value }) => (reader.#isItalic = isOn(value)),
    t: (reader) => (reader.#isText = true),
    // A tab stop of the paragraph's style has a position; a tab between words has none.
    tab: (reader, { "w:pos": position }) => (position === undefined ? reader.#add("\t") : undefined),
    br: (reader) => reader.#add("\n"),
    cr: (reader) => reader.#add("\n"),
    noBreakHyphen: (reader) => reader.#add("-"),
  };

  /** What the end of an element means, by its local name. */
  static readonly #closed: Readonly<Record<string, (reader: WordReader) => void>> = {
    t: (reader) => (reader.#isText = false),
    p: (reader) => reader.#endParagraph(),
    tc: WordReader.#inTable((reader) => reader.#builder.endCell()),
    tr: WordReader.#inTable((reader) => reader.#builder.endRow(reader.#isHeaderRow)),
    tbl: (reader) => {
      if (reader.#tables.pop() === true) reader.#builder.endParagraph();
      else reader.#builder.closeTable();
    },
  };

  /** What counts in an outermost table only. */
  static #inTable<Rest extends readonly unknown[]>(
    act: (reader: WordReader, ...rest: Rest) => void,
  ): (reader: WordReader, ...rest: Rest) => void {
    return (reader, ...rest) => {
      if (reader.#builder.isInOutermostTable) act(reader, ...rest);
    };
  }

  #add(text: string): void {
    if (text.trim() !== "") this.#addLabel(" ", this.#isItalic);
    this.#builder.add(text, this.#isItalic);
  }

  /** Puts the number that Word shows before the words of its paragraph, once. */
  #addLabel(after: string, isItalic: boolean): void {
    const item = this.#listItem;
    if (item === undefined || item.labelled) return;
    item.labelled = true;
    const label = this.#counter(item.id, item.level);
    if (label !== "") this.#builder.add(`${label}${after}`, isItalic);
  }

  #endParagraph(): void {
    if (this.#builder.cell === undefined) this.#builder.endParagraph();
    else {
      // Word shows the number of an empty paragraph too: the first column of a table is often nothing else.
      this.#addLabel("", false);
      this.#builder.add("\n", false);
    }
    this.#listItem = undefined;
  }
}
