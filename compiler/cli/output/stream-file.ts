/** Files are written, read and compared piece by piece, so that a long one never stands in memory as a whole. */
import { closeSync, openSync, readSync, writeFileSync } from "node:fs";

/** A file's content comes as text, which becomes UTF-8, or as bytes. */
export type Piece = string | Uint8Array;

/** Octets that are handed to the system at a time. */
const chunk = 1 << 20;

/**
 * The most octets that a piece may take: a unit of UTF-16 becomes three of UTF-8 at most. To count them costs as much
 * as to write.
 */
const mostOctets = (piece: Piece): number => (typeof piece === "string" ? piece.length * 3 : piece.length);

/** What is being written or compared; a build does so with thousands of small files. */
const buffers = [Buffer.allocUnsafe(chunk), Buffer.allocUnsafe(chunk)] as const;

/** Writes a file piece by piece. */
export function writePieces(path: string, pieces: Iterable<Piece>): void {
  const file = openSync(path, "w");
  const [buffer] = buffers;
  let filled = 0;
  try {
    for (const piece of pieces) {
      const most = mostOctets(piece);
      if (filled > 0 && filled + most > chunk) {
        writeFileSync(file, buffer.subarray(0, filled));
        filled = 0;
      }
      if (most > chunk) writeFileSync(file, piece);
      else if (typeof piece === "string") filled += buffer.write(piece, filled);
      else {
        buffer.set(piece, filled);
        filled += piece.length;
      }
    }
    writeFileSync(file, buffer.subarray(0, filled));
  } finally {
    closeSync(file);
  }
}

/** The text of pieces. */
export const wholeText = (pieces: Iterable<Piece>): string =>
  Buffer.concat(Array.from(pieces, (piece) => (typeof piece === "string" ? Buffer.from(piece) : piece))).toString();

/** Fills a buffer from where a file was read to; gives how much of it, less than all only at the file's end. */
function readInto(buffer: Buffer, file: number): number {
  let filled = 0;
  for (let read = -1; read !== 0 && filled < buffer.length; filled += read)
    read = readSync(file, buffer, filled, buffer.length - filled, null);
  return filled;
}

/** Whether two files have the same bytes. */
export function haveSameBytes(one: string, other: string): boolean {
  const files: number[] = [];
  try {
    for (const path of [one, other]) files.push(openSync(path, "r"));
    for (;;) {
      const [left, right] = buffers.map((buffer, index) => buffer.subarray(0, readInto(buffer, files[index]!)));
      if (left!.length === 0 && right!.length === 0) return true;
      if (Buffer.compare(left!, right!) !== 0) return false;
    }
  } finally {
    files.forEach(closeSync);
  }
}
