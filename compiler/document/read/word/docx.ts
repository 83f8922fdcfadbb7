import type { Block } from "../blocks.ts";
import { layoutTags, StreamedLayoutTables } from "../layout-tables.ts";
import { scanned, streamed, unpack, whole } from "../package.ts";
import { readNumberings } from "./word-numbering.ts";
import { WordReader } from "./word-xml.ts";

/** How many characters of a text the reader is given at a time. */
const chunk = 1 << 16;

/**
 * The paragraphs and tables of a DOCX, from its `word/document.xml`, and the numbers of its lists.
 * @throws DocumentError for damaged markup, and beyond the limits
 */
export function readDocx(bytes: Uint8Array): readonly Block[] {
  let numbering: string | undefined;
  const layout = new StreamedLayoutTables(layoutTags.word);
  // Numbers of lists stand in a part that may follow the words, and what a table holds is known at its end: a first pass looks.
  unpack(bytes, (name) => {
    if (name === "word/document.xml") return scanned(layout);
    return name === "word/numbering.xml" ? whole((text) => (numbering = text)) : undefined;
  });
  const reader = new WordReader(numbering === undefined ? new Map() : readNumberings(numbering), layout.found);
  unpack(bytes, (name) => (name === "word/document.xml" ? streamed(reader) : undefined));
  reader.end();
  return reader.blocks;
}

/** The paragraphs and tables of a `document.xml` by itself. */
export function readWordXml(text: string): readonly Block[] {
  const layout = new StreamedLayoutTables(layoutTags.word);
  layout.write(text);
  const reader = new WordReader(new Map(), layout.found);
  for (let at = 0; at < text.length; at += chunk) reader.write(text.slice(at, at + chunk));
  reader.end();
  return reader.blocks;
}
