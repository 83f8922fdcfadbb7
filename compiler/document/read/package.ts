import { Unzip, UnzipInflate } from "fflate";
import { limits, megabyte } from "./limits.ts";
import { DocumentError } from "./document-error.ts";

/** Takes a part of a package piece by piece; `final` comes with its last piece. */
export type TakePart = (data: Uint8Array, final: boolean) => void;

/** How many bytes of the file the unpacker is given at a time. */
const chunk = 1 << 16;

const packed = (): DocumentError => new DocumentError("document-broken", { what: { terms: ["broken-zip"] } });

/** What a file of this size may unpack to, in bytes. */
export const mostUnpacked = (bytes: Uint8Array): number =>
  Math.min(
    limits.unpackedMegabytes * megabyte,
    Math.max(limits.freeMegabytes * megabyte, bytes.length * limits.unpackedTimes),
  );

/**
 * Unpacks the wanted parts of a ZIP piece by piece; other parts are skipped.
 * @throws DocumentError for a broken package, macros, and beyond the limits
 */
export function unpack(bytes: Uint8Array, wanted: (name: string) => TakePart | undefined): void {
  const most = mostUnpacked(bytes);
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
export function whole(done: (text: string) => void): TakePart {
  const decoder = new TextDecoder();
  let text = "";
  return (data, final) => {
    text += decoder.decode(data, { stream: !final });
    if (final) done(text);
  };
}

/** Hands a part to a scanner that does without well-formed text. */
export function scanned(scanner: { write(text: string): void }): TakePart {
  const decoder = new TextDecoder();
  return (data, final) => scanner.write(decoder.decode(data, { stream: !final }));
}

/** Hands a part of XML in UTF-8 to a reader; what it cannot read is damaged markup. */
export function streamed(reader: { write(text: string): void }): TakePart {
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

/**
 * The names of a package's parts.
 * @throws DocumentError for a truncated package, macros, a password, and too many parts
 */
export function partNames(bytes: Uint8Array): ReadonlySet<string> {
  if (!isWhole(bytes)) throw packed();
  const names = new Set<string>();
  unpack(bytes, (name) => {
    names.add(name);
    if (name === "[Content_Types].xml")
      return whole((text) => {
        if (/macroEnabled/i.test(text)) throw new DocumentError("document-macros");
      });
    // ODF 1.3 part 2, §4.16: what is encrypted is listed with how.
    return name === "META-INF/manifest.xml"
      ? whole((text) => {
          if (/<(?:\w+:)?encryption-data[\s>]/.test(text))
            throw new DocumentError("document-format", { what: { terms: ["format-password"] } });
        })
      : undefined;
  });
  return names;
}
