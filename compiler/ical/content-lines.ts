import { lineLimit } from "./fold.ts";
import type { CalendarFault } from "./fault.ts";

/** A content line after unfolding, with the number of the physical line where it begins. */
export interface ContentLine {
  readonly text: string;
  readonly line: number;
}

const [cr, lf, tab, space] = [13, 10, 9, 32] as const;
const isContinuation = (octet: number): boolean => (octet & 0xc0) === 0x80;

/** Controls that no line may hold: all but the tab (RFC 5545 §3.1). */
const isControl = (octet: number): boolean => (octet < space && octet !== tab) || octet === 0x7f;

/** The faults of one physical line, `start` to `end`, its break not counted. */
function checkLine(
  bytes: Uint8Array,
  start: number,
  end: number,
  line: number,
  report: (fault: CalendarFault) => void,
): void {
  if (end === start) report({ code: "empty-line", line });
  if (end - start > lineLimit) report({ code: "line-too-long", line, detail: `${end - start}` });
  const folded = bytes[start] === space || bytes[start] === tab;
  if (isContinuation(bytes[start + (folded ? 1 : 0)] ?? 0)) report({ code: "split-character", line });
  for (let at = start; at < end; at++) {
    if (!isControl(bytes[at]!)) continue;
    report({ code: bytes[at] === cr ? "bare-cr" : "control-character", line });
    return;
  }
}

function decode(bytes: Uint8Array, report: (fault: CalendarFault) => void): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    report({ code: "not-utf8", line: 1 });
    return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  }
}

/** Takes a file apart into content lines by its bytes, which no reader we know of checks (RFC 5545 §3.1). */
export function contentLines(bytes: Uint8Array, report: (fault: CalendarFault) => void): ContentLine[] {
  const unfolded = new Uint8Array(bytes.length);
  const begins: number[] = [];
  let length = 0;
  let line = 0;
  for (let start = 0; start < bytes.length;) {
    line += 1;
    const found = bytes.indexOf(lf, start);
    const next = found === -1 ? bytes.length : found + 1;
    const end = found === -1 ? bytes.length : found > start && bytes[found - 1] === cr ? found - 1 : found;
    if (found === -1) report({ code: "no-final-break", line });
    else if (end === found) report({ code: "bare-lf", line });
    checkLine(bytes, start, end, line, report);
    const folded = line > 1 && (bytes[start] === space || bytes[start] === tab);
    if (folded) length -= 1;
    else begins.push(line);
    unfolded.set(bytes.subarray(folded ? start + 1 : start, end), length);
    length += end - start - (folded ? 1 : 0);
    unfolded[length++] = lf;
    start = next;
  }
  const texts = decode(unfolded.subarray(0, Math.max(0, length - 1)), report).split("\n");
  return begins.map((number, index) => ({ text: texts[index] ?? "", line: number }));
}
