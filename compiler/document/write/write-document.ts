import type { OfficialDocument } from "../official-document.ts";
import { writeCsv } from "./csv.ts";
import { writeHtml } from "./html.ts";
import { writeMarkdown } from "./markdown.ts";

/** The formats of the document, by the endings of their files. */
export const documentFormats = ["docx", "html", "xlsx", "csv", "md"] as const;
export type DocumentFormat = (typeof documentFormats)[number];

/** Writers of packages are large, so each is loaded when it is used. */
const writers: Readonly<Record<DocumentFormat, (document: OfficialDocument) => Promise<string | Uint8Array>>> = {
  docx: async (document) => (await import("./docx.ts")).writeDocx(document),
  xlsx: async (document) => (await import("./xlsx.ts")).writeXlsx(document),
  html: (document) => Promise.resolve(writeHtml(document)),
  csv: (document) => Promise.resolve(writeCsv(document)),
  md: (document) => Promise.resolve(writeMarkdown(document)),
};

/** The document in a format, as bytes. The same plan gives the same bytes, whatever the machine and the time. */
export async function writeDocument(document: OfficialDocument, format: DocumentFormat): Promise<Uint8Array> {
  const written = await writers[format](document);
  return typeof written === "string" ? new TextEncoder().encode(written) : written;
}
