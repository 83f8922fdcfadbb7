import type { Block } from "./blocks.ts";
import { readCsv } from "./csv.ts";
import { decode } from "./decode.ts";
import { readDocx, readWordXml } from "./word/docx.ts";
import { foreignFormat, isOfficeFormat, termOf, type ForeignFormat } from "./foreign-format.ts";
import { declaredCharset, readHtml } from "./html.ts";
import { readOpenDocument } from "./open-document/open-document.ts";
import { partNames } from "./package.ts";
import { readXlsx } from "./workbook/xlsx.ts";
import { limits, megabyte } from "./limits.ts";
import { readText } from "./text.ts";
import { DocumentError } from "./document-error.ts";

export type SourceFormat = "docx" | "xlsx" | "odt" | "html" | "csv" | "text";

/** A document as it was read: its blocks, and its text where diagnostics can show it (else empty). */
export interface ReadDocument {
  readonly format: SourceFormat;
  readonly encoding: string;
  readonly text: string;
  readonly blocks: readonly Block[];
}

const ascii = (bytes: Uint8Array, length: number): string => String.fromCharCode(...bytes.subarray(0, length));

/**
 * Reads a document. Its format follows from its bytes; its name only distinguishes CSV from text.
 * @throws DocumentError with the reason why it is not read
 */
export function readDocument(bytes: Uint8Array, name: string): ReadDocument {
  if (bytes.length > limits.fileMegabytes * megabyte)
    throw new DocumentError("document-too-large", { limit: limits.fileMegabytes });
  if (bytes.length === 0) throw new DocumentError("document-empty");
  if (/\.(docm|dotm|xlsm)$/i.test(name)) throw new DocumentError("document-macros");
  const head = ascii(bytes, 8);
  const foreign = foreignFormat(bytes);
  if (foreign !== undefined) throw refusalOf(foreign);
  if (/^PK(\x03\x04|\x05\x06)/.test(head)) return { ...readPackage(bytes), encoding: "utf-8", text: "" };
  const { text, encoding } = decode(bytes, declaredCharset(ascii(bytes, Math.min(bytes.length, 2048))));
  if (text.trim() === "") throw new DocumentError("document-empty");
  const start = text.slice(0, 4096);
  if (/<w:document[\s>]/.test(start)) return { format: "docx", encoding, text: "", blocks: readWordXml(text) };
  if (/^\s*(<!doctype html|<html|<\?xml|<table|<meta|<head|<body|<!--)/i.test(start))
    return { format: "html", encoding, text, blocks: readHtml(text) };
  return /\.csv$/i.test(name) || looksLikeCsv(text)
    ? { format: "csv", encoding, text, blocks: readCsv(text) }
    : { format: "text", encoding, text, blocks: readText(text) };
}

/** Why a format is not read, with the way out. */
function refusalOf(format: ForeignFormat): DocumentError {
  if (format === "pdf") return new DocumentError("document-pdf");
  return new DocumentError(isOfficeFormat(format) ? "document-office" : "document-format", {
    what: { terms: [termOf(format)] },
  });
}

/** The packages that are read, by a part that each of them has. */
const packages = [
  { part: "word/document.xml", format: "docx", read: readDocx },
  { part: "xl/workbook.xml", format: "xlsx", read: readXlsx },
  { part: "content.xml", format: "odt", read: readOpenDocument },
] as const;

function readPackage(bytes: Uint8Array): Pick<ReadDocument, "format" | "blocks"> {
  const names = partNames(bytes);
  const found = packages.find(({ part }) => names.has(part));
  if (found === undefined) throw new DocumentError("document-format", { what: { terms: ["format-zip"] } });
  return { format: found.format, blocks: found.read(bytes) };
}

/** Whether a text has semicolons where a table would have tabs. */
function looksLikeCsv(text: string): boolean {
  const head = text.slice(0, 20_000);
  return !head.includes("\t") && head.split("\n").filter((line) => line.split(";").length >= 4).length >= 2;
}
