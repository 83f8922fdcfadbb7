/** Every way that a text can break a line; NEL and the Unicode separators break lines in some readers. */
const lineBreaks = /\r\n|[\r\n\v\f\u0085\u2028\u2029]/g;

/**
 * What no entry may hold: control characters (RFC 5545 §3.1) and the marks that turn the direction of a text, with which a
 * title can be made to read as something else (Unicode TR 36 §2.7).
 */
const forbidden = /[\0-\x08\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** A text fit for a calendar: well-formed, its lines broken by "\n" alone, without control characters and direction marks. */
export function cleanText(text: string): string {
  return text.toWellFormed().replace(lineBreaks, "\n").replace(/\t/g, " ").replace(forbidden, "");
}

/** The same on one line. */
export function cleanLine(text: string): string {
  return cleanText(text)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join(" ");
}

const escapes: Readonly<Record<string, string>> = { "\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n" };

/** A clean text as a value of type TEXT (RFC 5545 §3.3.11). */
export function escapeText(text: string): string {
  return text.replace(/[\\;,\n]/g, (character) => escapes[character]!);
}

/** Octets of a code point in UTF-8. */
export function octetsAt(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}

/** Octets of a text in UTF-8. */
export function octetsOf(text: string): number {
  let octets = 0;
  for (let at = 0; at < text.length; at++) {
    const codePoint = text.codePointAt(at)!;
    if (codePoint > 0xffff) at += 1;
    octets += octetsAt(codePoint);
  }
  return octets;
}

const ellipsis = "…";

/** The text, or its beginning and «…» in at most `limit` octets; never half a character, no space or joiner before the dots. */
export function clip(text: string, limit: number): string {
  if (text.length * 3 <= limit || octetsOf(text) <= limit) return text;
  let octets = octetsOf(ellipsis);
  let end = 0;
  for (const character of text) {
    octets += octetsAt(character.codePointAt(0)!);
    if (octets > limit) break;
    end += character.length;
  }
  return `${text.slice(0, end).replace(/[\s\u200d\p{P}]+$/u, "")}${ellipsis}`;
}
