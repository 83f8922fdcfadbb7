import type { Block } from "../blocks.ts";
import { DocumentError } from "../document-error.ts";
import { limits, megabyte } from "../limits.ts";
import { streamed, unpack, type TakePart } from "../package.ts";
import { SheetReader } from "./sheet.ts";
import { sheetBlocks } from "../sheet-blocks.ts";
import { SheetStyles } from "./sheet-styles.ts";
import { SharedStrings, Workbook } from "./workbook.ts";
import { XmlStream, type XmlHandler } from "../xml.ts";

/**
 * The visible sheets of a workbook, one after another: what stands above a table as paragraphs, dates and numbers as they
 * are shown.
 * @throws DocumentError for damaged markup, a workbook without a visible sheet, and beyond the limits
 */
export function readXlsx(bytes: Uint8Array): readonly Block[] {
  const [workbook, shared, styles] = [new Workbook(), new SharedStrings(), new SheetStyles()];
  const handlers = new Map<string, XmlHandler>([
    ["xl/workbook.xml", workbook],
    ["xl/_rels/workbook.xml.rels", workbook],
    ["xl/sharedStrings.xml", shared],
    ["xl/styles.xml", styles],
  ]);
  const parts: XmlStream[] = [];
  const stream = (handler: XmlHandler): TakePart => {
    const part = new XmlStream(handler);
    parts.push(part);
    return streamed(part);
  };
  // Sheets refer to strings and styles that may follow them: a first pass looks.
  unpack(bytes, (name) => {
    const handler = handlers.get(name);
    return handler && stream(handler);
  });
  const names = workbook.sheets;
  if (names.length === 0) throw new DocumentError("document-format", { what: { terms: ["format-no-sheet"] } });
  const context = {
    strings: shared.strings,
    styles,
    is1904: workbook.is1904,
    characters: limits.sheetMegabytes * megabyte,
  };
  let found = 0;
  const sheets = new Map(names.map((name) => [name, new SheetReader(context)]));
  unpack(bytes, (name) => {
    const sheet = sheets.get(name);
    found += sheet === undefined ? 0 : 1;
    return sheet && stream(sheet);
  });
  if (found < sheets.size) throw new DocumentError("document-broken", { what: { terms: ["broken-zip"] } });
  for (const part of parts) part.end();
  return [...sheets.values()].flatMap((sheet) => sheetBlocks(sheet.table));
}
