/** Files written, read and compared piece by piece: a long one is never held as a whole. */
import { closeSync, openSync, readSync, writeFileSync } from "node:fs";

/** A file's content comes as text, which becomes UTF-8, or as bytes. */
export type Piece = string | Uint8Array;

/** Octets that are handed to the system at a time. */
const chunk = 1 << 20;

/** The most octets that a piece may take: a unit of UTF-16 becomes three of UTF-8 at most. To count them costs as much as to write. */
const mostOctets = (piece: Piece): number => (typeof piece === "string" ? piece.length * 3 : piece.length);

/** Pieces put together into larger ones. What is given holds until the next is asked for. */
export function* gathered(pieces: Iterable<Piece>): Generator<Uint8Array> {
  const buffer = Buffer.allocUnsafe(chunk);
  let filled = 0;
  for (const piece of pieces) {
    const most = mostOctets(piece);
    if (filled > 0 && filled + most > chunk) {
      yield buffer.subarray(0, filled);
      filled = 0;
    }
    if (most > chunk) yield typeof piece === "string" ? Buffer.from(piece) : piece;
    else if (typeof piece === "string") filled += buffer.write(piece, filled);
    else {
      buffer.set(piece, filled);
      filled += piece.length;
    }
  }
  yield buffer.subarray(0, filled);
}

/** Writes a file piece by piece. */
export function writePieces(path: string, pieces: Iterable<Piece>): void {
  const file = openSync(path, "w");
  try {
    for (const piece of gathered(pieces)) writeFileSync(file, piece);
  } finally {
    closeSync(file);
  }
}

/** The text of pieces. */
export const wholeText = (pieces: Iterable<Piece>): string =>
  Buffer.concat(Array.from(pieces, (piece) => (typeof piece === "string" ? Buffer.from(piece) : piece))).toString();

/** The bytes of a file, piece by piece; all pieces but the last are of one size. */
export function* readPieces(path: string): Generator<Uint8Array> {
  const file = openSync(path, "r");
  try {
    for (;;) {
      const buffer = Buffer.allocUnsafe(chunk);
      let filled = 0;
      for (let read = -1; read !== 0 && filled < chunk; filled += read)
        read = readSync(file, buffer, filled, chunk - filled, null);
      if (filled === 0) return;
      yield buffer.subarray(0, filled);
    }
  } finally {
    closeSync(file);
  }
}

/** Whether two files hold the same bytes. */
export function holdTheSame(one: string, other: string): boolean {
  const others = readPieces(other);
  try {
    for (const piece of readPieces(one)) {
      const next = others.next();
      if (next.done === true || Buffer.compare(piece, next.value) !== 0) return false;
    }
    return others.next().done === true;
  } finally {
    others.return(undefined);
  }
}
