import { Unzip, UnzipInflate } from "fflate";
import type { Block } from "./blocks.ts";
import { WordLayoutTables } from "./layout-tables.ts";
import { limits, megabyte } from "./limits.ts";
import { DocumentError } from "./document-error.ts";
import { readNumberings } from "./word-numbering.ts";
import { WordReader } from "./word-xml.ts";

/** How many bytes of the file the unpacker is given at a time. */
const chunk = 1 << 16;

const packed = (): DocumentError => new DocumentError("document-broken", { what: { terms: ["broken-zip"] } });

/**
 * Unpacks the wanted parts piece by piece; other parts are skipped.
 * @throws DocumentError for a broken package, macros, and beyond the limits
 */
function unpack(
  bytes: Uint8Array,
  wanted: (name: string) => ((data: Uint8Array, final: boolean) => void) | undefined,
): void {
  const most = Math.min(
    limits.unpackedMegabytes * megabyte,
    Math.max(limits.freeMegabytes * megabyte, bytes.length * limits.unpackedTimes),
  );
  let [parts, unpacked] = [0, 0];
  const unzip = new Unzip((file) => {
    parts += 1;
    if (parts > limits.parts)
      throw new DocumentError("document-limit", { what: { terms: ["limit-parts"] }, limit: limits.parts });
    if (/vbaProject\.bin$|vbaData\.xml$/i.test(file.name)) throw new DocumentError("document-macros");
    const take = wanted(file.name);
    if (take === undefined) return;
    file.ondata = (error, data, final) => {
      // The unpacker reports what `take` throws as an error of its own.
      if (error !== null) throw (error as unknown) instanceof DocumentError ? error : packed();
      unpacked += data.length;
      if (unpacked > most) throw new DocumentError("document-bomb", { limit: Math.round(most / megabyte) });
      take(data, final);
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length; at += chunk)
      unzip.push(bytes.subarray(at, at + chunk), at + chunk >= bytes.length);
  } catch (error) {
    throw error instanceof DocumentError ? error : packed();
  }
}

/** Whether a ZIP has the directory at its end (APPNOTE 4.3.16), which a truncated one lacks. */
function isWhole(bytes: Uint8Array): boolean {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - 0xffff); at--) {
    if (bytes[at] === 0x50 && bytes[at + 1] === 0x4b && bytes[at + 2] === 5 && bytes[at + 3] === 6) return true;
  }
  return false;
}

/** Collects the text of a small part and hands it over at its end. */
function whole(done: (text: string) => void): (data: Uint8Array, final: boolean) => void {
  const decoder = new TextDecoder();
  let text = "";
  return (data, final) => {
    text += decoder.decode(data, { stream: !final });
    if (final) done(text);
  };
}

/** Hands WordprocessingML to a reader piece by piece. */
function streamed(reader: WordReader): (data: Uint8Array, final: boolean) => void {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  return (data, final) => {
    try {
      reader.write(decoder.decode(data, { stream: !final }));
    } catch (error) {
      throw error instanceof DocumentError
        ? error
        : new DocumentError("document-broken", { what: { terms: ["broken-xml"] } });
    }
  };
}

function scanned(layout: WordLayoutTables): (data: Uint8Array, final: boolean) => void {
  const decoder = new TextDecoder();
  return (data, final) => layout.write(decoder.decode(data, { stream: !final }));
}

/**
 * The paragraphs and tables of a DOCX, from its `word/document.xml`, and the numbers of its lists.
 * @throws DocumentError for a truncated file, macros, another kind of ZIP, and beyond the limits
 */
export function readDocx(bytes: Uint8Array): readonly Block[] {
  if (!isWhole(bytes)) throw packed();
  let numbering: string | undefined;
  const names = new Set<string>();
  const layout = new WordLayoutTables();
  // Numbers of lists stand in a part that may follow the words, and what a table holds is known at its end: a first pass looks.
  unpack(bytes, (name) => {
    names.add(name);
    if (name === "[Content_Types].xml")
      return whole((text) => {
        if (/macroEnabled/i.test(text)) throw new DocumentError("document-macros");
      });
    if (name === "word/document.xml") return scanned(layout);
    return name === "word/numbering.xml" ? whole((text) => (numbering = text)) : undefined;
  });
  if (!names.has("word/document.xml"))
    throw new DocumentError("document-format", {
      what: {
        terms: [names.has("xl/workbook.xml") ? "format-xlsx" : names.has("content.xml") ? "format-odf" : "format-zip"],
      },
    });
  const reader = new WordReader(numbering === undefined ? new Map() : readNumberings(numbering), layout.found);
  unpack(bytes, (name) => (name === "word/document.xml" ? streamed(reader) : undefined));
  reader.end();
  return reader.blocks;
}

/** The paragraphs and tables of a `document.xml` by itself. */
export function readWordXml(text: string): readonly Block[] {
  const layout = new WordLayoutTables();
  layout.write(text);
  const reader = new WordReader(new Map(), layout.found);
  for (let at = 0; at < text.length; at += chunk) reader.write(text.slice(at, at + chunk));
  reader.end();
  return reader.blocks;
}
