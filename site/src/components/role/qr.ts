import { encodeQR } from "qr";

/** A QR code as a drawing: `size` modules a side, its quiet zone included, and the dark modules as one path. */
export interface QrDrawing {
  readonly size: number;
  readonly path: string;
}

/** Light modules that ISO/IEC 18004 wants on each side. */
const quiet = 4;

/** Draws a text; error correction M (15 %), the least version that holds it. */
export function drawQr(text: string): QrDrawing {
  const modules = encodeQR(text, "raw", { ecc: "medium", border: quiet });
  const size = modules.length;
  const runs: string[] = [];
  for (const [row, dark] of modules.entries()) {
    for (let column = 0; column < size; column++) {
      const start = column;
      while (dark[column] === true) column++;
      if (column > start) runs.push(`M${start} ${row}h${column - start}v1h${start - column}z`);
    }
  }
  return { size, path: runs.join("") };
}
