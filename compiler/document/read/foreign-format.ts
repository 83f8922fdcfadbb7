import type { Term } from "../../diagnostics/terms.ts";

/** Formats that an office program reads and this one does not, with the one to save them in. */
export type OfficeFormat = "rtf" | "doc" | "xls";

/** A format that is not read, by its first bytes. */
export type ForeignFormat = OfficeFormat | "pdf" | "password" | "ole" | "archive";

/** Streams of an OLE file that say what it is ([MS-CFB] §2.6.1); their names are in UTF-16. */
const streams: readonly (readonly [name: string, format: ForeignFormat])[] = [
  ["EncryptedPackage", "password"],
  ["WordDocument", "doc"],
  ["Workbook", "xls"],
];

const starts: readonly (readonly [start: RegExp, format: ForeignFormat])[] = [
  [/^%PDF/, "pdf"],
  [/^\{\\rtf/, "rtf"],
  [/^\xd0\xcf\x11\xe0/, "ole"],
  [/^(Rar!|7z\xbc\xaf|\x1f\x8b)/, "archive"],
];

/** What a file is that is not read; undefined for any other. */
export function foreignFormat(bytes: Uint8Array): ForeignFormat | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 8));
  const found = starts.find(([start]) => start.test(head))?.[1];
  if (found !== "ole") return found;
  const text = new TextDecoder("utf-16le").decode(bytes);
  return streams.find(([name]) => text.includes(`${name}\0`))?.[1] ?? "ole";
}

/** Whether an office program can save a format as one that is read. */
export const isOfficeFormat = (format: ForeignFormat | undefined): format is OfficeFormat =>
  format === "rtf" || format === "doc" || format === "xls";

export const termOf = (format: Exclude<ForeignFormat, "pdf">): Term => `format-${format}`;
