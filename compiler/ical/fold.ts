import { octetsAt } from "./text.ts";

/** The longest line in octets, its break not counted (RFC 5545 §3.1). */
export const lineLimit = 75;

const short = /^[\x20-\x7e]{0,75}$/;

/** One content line as lines of at most 75 octets each, none of which begins or ends inside a character; with the final CRLF. */
export function foldLine(line: string): string {
  if (short.test(line)) return `${line}\r\n`;
  let folded = "";
  let from = 0;
  let octets = 0;
  for (let at = 0; at < line.length; at++) {
    const codePoint = line.codePointAt(at)!;
    const size = octetsAt(codePoint);
    if (octets + size > lineLimit) {
      folded += `${line.slice(from, at)}\r\n `;
      from = at;
      octets = 1;
    }
    octets += size;
    if (codePoint > 0xffff) at += 1;
  }
  return `${folded}${line.slice(from)}\r\n`;
}

/** The content lines of a folded text. */
export function unfold(text: string): string[] {
  const lines = text.replace(/\r\n[ \t]/g, "").split("\r\n");
  if (lines.at(-1) === "") lines.pop();
  return lines;
}
