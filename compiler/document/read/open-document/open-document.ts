import { BlockBuilder } from "../block-builder.ts";
import type { Block } from "../blocks.ts";
import { DocumentError } from "../document-error.ts";
import { layoutTags, StreamedLayoutTables } from "../layout-tables.ts";
import { limits } from "../limits.ts";
import { OpenDocumentLists } from "./lists.ts";
import { OpenDocumentStyles } from "./styles.ts";
import { scanned, streamed, unpack } from "../package.ts";
import { sheetBlocks } from "../sheet-blocks.ts";
import { XmlStream, type XmlAttributes, type XmlHandler } from "../xml.ts";

/** Parts whose words are a second copy, were taken out, or are not printed with the text. */
const skipped = new Set([
  "text:tracked-changes",
  "text:note",
  "office:annotation",
  "office:forms",
  "draw:object",
  "svg:title",
  "svg:desc",
]);

const times = (attributes: XmlAttributes, name: string, most: number): number =>
  Math.min(Math.max(1, Number(attributes.get(name)) || 1), most);

/** Reads the `content.xml` of a text or a workbook (ODF 1.3 part 3, §5, §9). */
class ContentReader implements XmlHandler {
  readonly builder = new BlockBuilder();
  isSpreadsheet = false;
  readonly #styles: OpenDocumentStyles;
  readonly #lists: OpenDocumentLists;
  readonly #layout: ReadonlySet<number>;
  /** Of the open tables, which only lay out others. */
  readonly #tables: boolean[] = [];
  #tableCount = 0;
  /** Open elements of a part that is skipped, itself included. */
  #skipping = 0;
  isInBody = false;
  #headerRows = 0;
  #rowTimes = 1;
  #cellTimes = 1;
  /** Of the open paragraphs and spans, which are in italics. */
  readonly #italics: boolean[] = [];

  constructor(styles: OpenDocumentStyles, layout: ReadonlySet<number>) {
    this.#styles = styles;
    this.#lists = new OpenDocumentLists(styles.lists);
    this.#layout = layout;
  }

  open(name: string, attributes: XmlAttributes, qualified: string): void {
    if (name === "body") this.isInBody = true;
    if (!this.isInBody) {
      this.#styles.open(name, attributes);
      return;
    }
    if (name === "table") this.#tableCount += 1;
    const isHidden = name === "table" && this.#styles.isHidden(attributes.get("style-name"));
    if (this.#skipping > 0 || skipped.has(qualified) || isHidden) this.#skipping += 1;
    else if (Object.hasOwn(ContentReader.#opened, name)) ContentReader.#opened[name]!(this, attributes);
  }

  close(name: string): void {
    if (!this.isInBody) this.#styles.close(name);
    else if (this.#skipping > 0) this.#skipping -= 1;
    else if (Object.hasOwn(ContentReader.#closed, name)) ContentReader.#closed[name]!(this);
  }

  text(text: string): void {
    // Line breaks of the markup are spaces (ODF 1.3 part 3, §6.1.2); those of the document are elements.
    if (this.#italics.length > 0 && this.#skipping === 0) this.#add(text.replace(/\s+/g, " "));
  }

  static readonly #opened: Readonly<Record<string, (reader: ContentReader, attributes: XmlAttributes) => void>> = {
    spreadsheet: (reader) => (reader.isSpreadsheet = true),
    p: (reader, attributes) => reader.#openWords(attributes),
    h: (reader, attributes) => reader.#openWords(attributes),
    span: (reader, attributes) => reader.#openWords(attributes),
    s: (reader) => reader.#add(" "),
    tab: (reader) => reader.#add("\t"),
    "line-break": (reader) => reader.#add("\n"),
    list: (reader, attributes) => reader.#lists.open(attributes),
    "list-item": (reader, attributes) => reader.#lists.openItem(attributes),
    table: (reader) => {
      const isLayout = reader.#layout.has(reader.#tableCount - 1);
      reader.#tables.push(isLayout);
      if (isLayout) reader.builder.endParagraph();
      else reader.builder.openTable();
    },
    "table-header-rows": (reader) => (reader.#headerRows += 1),
    "table-row": (reader, attributes) => {
      if (reader.builder.isInOutermostTable)
        reader.#rowTimes = times(attributes, "number-rows-repeated", limits.rows + 1);
    },
    "table-cell": (reader, attributes) => {
      if (!reader.builder.isInOutermostTable) return;
      reader.#cellTimes = times(attributes, "number-columns-repeated", limits.columns + 1);
      reader.builder.openCell(
        times(attributes, "number-columns-spanned", limits.columns + 1),
        times(attributes, "number-rows-spanned", limits.rows),
      );
    },
  };

  static readonly #closed: Readonly<Record<string, (reader: ContentReader) => void>> = {
    p: (reader) => reader.#endParagraph(),
    h: (reader) => reader.#endParagraph(),
    span: (reader) => reader.#italics.pop(),
    list: (reader) => reader.#lists.close(),
    "list-item": (reader) => reader.#lists.closeItem(),
    table: (reader) => {
      if (reader.#tables.pop() === true) reader.builder.endParagraph();
      else reader.builder.closeTable();
    },
    "table-header-rows": (reader) => (reader.#headerRows -= 1),
    "table-row": (reader) => {
      if (reader.builder.isInOutermostTable) reader.builder.endRow(reader.#headerRows > 0, 0, reader.#rowTimes);
    },
    "table-cell": (reader) => {
      if (reader.builder.isInOutermostTable) reader.builder.endCell(reader.#cellTimes);
    },
  };

  #openWords(attributes: XmlAttributes): void {
    this.#italics.push(this.#styles.isItalic(attributes.get("style-name")) ?? this.#italics.at(-1) ?? false);
  }

  #add(text: string): void {
    const isItalic = this.#italics.at(-1) ?? false;
    if (text.trim() !== "") this.#addLabel(" ", isItalic);
    this.builder.add(text, isItalic);
  }

  /** Puts the number of the list's item before its words, once. */
  #addLabel(after: string, isItalic: boolean): void {
    const label = this.#lists.takeLabel();
    if (label !== "") this.builder.add(`${label}${after}`, isItalic);
  }

  #endParagraph(): void {
    this.#italics.pop();
    if (this.builder.cell === undefined) {
      this.builder.endParagraph();
      return;
    }
    // The number of an empty paragraph is shown too: the first column of a table is often nothing else.
    this.#addLabel("", false);
    this.builder.add("\n", false);
  }
}

/**
 * The paragraphs and tables of an ODT, or the sheets of an ODS as they are shown, from its `content.xml`.
 * @throws DocumentError for damaged markup, and beyond the limits
 */
export function readOpenDocument(bytes: Uint8Array): readonly Block[] {
  const styles = new OpenDocumentStyles();
  const layout = new StreamedLayoutTables(layoutTags.openDocument);
  const named = new XmlStream({
    open: (name, attributes) => void styles.open(name, attributes),
    close: (name) => styles.close(name),
  });
  unpack(bytes, (name) => {
    if (name === "content.xml") return scanned(layout);
    return name === "styles.xml" ? streamed(named) : undefined;
  });
  const reader = new ContentReader(styles, layout.found);
  const content = new XmlStream(reader);
  unpack(bytes, (name) => (name === "content.xml" ? streamed(content) : undefined));
  content.end();
  if (!reader.isInBody) throw new DocumentError("document-broken", { what: { terms: ["broken-xml"] } });
  const { blocks } = reader.builder;
  return reader.isSpreadsheet
    ? blocks.flatMap((block) => (block.kind === "table" ? sheetBlocks(block) : [block]))
    : blocks;
}
