import { DocumentError } from "./document-error.ts";

/** A decoded text and its encoding. */
interface Decoded {
  readonly text: string;
  readonly encoding: string;
}

const startsWith = (bytes: Uint8Array, ...mark: readonly number[]): boolean =>
  mark.every((byte, index) => bytes[index] === byte);

/** How many bytes of a file its encoding is guessed from. */
const sampleBytes = 65_536;

/** Single-byte encodings of Russian texts. The first is read; the others are refused by name. */
const singleByte = ["windows-1251", "koi8-r", "ibm866", "x-mac-cyrillic", "iso-8859-5"] as const;

/** How much a text looks Russian: lower-case letters add to the score, the commonest more, characters that Russian lacks reduce it. */
function likeness(text: string): number {
  let score = 0;
  for (const sign of text) {
    if (/[оеаинтсрв]/.test(sign)) score += 2;
    else if (/[а-яё]/.test(sign)) score += 1;
    else if (/[\u0080-\u009f\u2500-\u259f\ufffd]/.test(sign) || /[^\x00-\x7f№«»–—…“”„А-ЯЁ ]/.test(sign)) score -= 2;
  }
  return score;
}

/** Detects UTF-16 without a byte order mark: nearly every second byte is 0 or 4, the high bytes of Latin and Cyrillic. */
function utf16(sample: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  const pairs = sample.length >> 1;
  if (pairs < 2) return undefined;
  const high = [0, 0];
  for (let at = 0; at < pairs * 2; at++) if (sample[at] === 0 || sample[at] === 4) high[at % 2]! += 1;
  if (high[1]! > pairs * 0.7 && high[0]! < pairs * 0.4) return "utf-16le";
  return high[0]! > pairs * 0.7 && high[1]! < pairs * 0.4 ? "utf-16be" : undefined;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Whether bytes are UTF-8 with a few broken ones: nearly all letters decode to Cyrillic. */
function isDamagedUtf8(sample: Uint8Array): boolean {
  const text = new TextDecoder("utf-8").decode(sample);
  const [broken, cyrillic] = [text.match(/\ufffd/g)?.length ?? 0, text.match(/[а-яё]/gi)?.length ?? 0];
  return cyrillic > 20 && broken < cyrillic / 20;
}

const decodeAs = (bytes: Uint8Array, encoding: string): Decoded => ({
  text: new TextDecoder(encoding).decode(bytes).replace(/^\ufeff/, ""),
  encoding,
});

/**
 * A text in UTF-8, UTF-16 or windows-1251, marked or not. `declared` is the charset that the file names.
 * @throws DocumentError for any other encoding, with its name
 */
export function decode(bytes: Uint8Array, declared?: string): Decoded {
  if (startsWith(bytes, 0xff, 0xfe, 0, 0) || startsWith(bytes, 0, 0, 0xfe, 0xff))
    throw new DocumentError("document-encoding", { encoding: "UTF-32" });
  if (startsWith(bytes, 0x2b, 0x2f, 0x76) && /^[89+/]$/.test(String.fromCharCode(bytes[3] ?? 0)))
    throw new DocumentError("document-encoding", { encoding: "UTF-7" });
  if (startsWith(bytes, 0xff, 0xfe)) return decodeAs(bytes, "utf-16le");
  if (startsWith(bytes, 0xfe, 0xff)) return decodeAs(bytes, "utf-16be");
  const sample = bytes.subarray(0, sampleBytes);
  const wide = utf16(sample);
  if (wide !== undefined) return decodeAs(bytes, wide);
  if (sample.includes(0)) throw new DocumentError("document-format", { what: { terms: ["format-binary"] } });
  if (isUtf8(bytes)) return decodeAs(bytes, "utf-8");
  const named = declared?.toLowerCase();
  if (named !== undefined && named !== "utf-8") {
    if (named === "windows-1251" || named === "cp1251") return decodeAs(bytes, "windows-1251");
    throw new DocumentError("document-encoding", { encoding: declared! });
  }
  if (isDamagedUtf8(sample)) throw new DocumentError("document-broken", { what: { terms: ["broken-utf8"] } });
  const scores = singleByte.map((encoding) => ({
    encoding,
    score: likeness(new TextDecoder(encoding).decode(sample)),
  }));
  const best = scores.reduce((a, b) => (b.score > a.score ? b : a));
  if (best.score <= 0) throw new DocumentError("document-encoding", { encoding: "?" });
  if (best.encoding !== "windows-1251")
    throw new DocumentError("document-encoding", {
      encoding: best.encoding
        .replace("ibm866", "IBM866 (DOS)")
        .replace("x-mac-cyrillic", "Mac Cyrillic")
        .replace("koi8-r", "KOI8-R")
        .replace("iso-8859-5", "ISO 8859-5"),
    });
  return decodeAs(bytes, "windows-1251");
}
