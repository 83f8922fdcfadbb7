import { closeSync, openSync, writeFileSync } from "node:fs";

/** Writes a file piece by piece: a long one is never held as a whole. */
export function writePieces(path: string, pieces: Iterable<string>): void {
  const file = openSync(path, "w");
  try {
    for (const piece of pieces) writeFileSync(file, piece);
  } finally {
    closeSync(file);
  }
}
