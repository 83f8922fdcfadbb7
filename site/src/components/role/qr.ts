import qrcode from "qrcode-generator";

/** A QR code as a drawing: `size` modules a side, its quiet zone included, and the dark modules as one path. */
export interface QrDrawing {
  readonly size: number;
  readonly path: string;
}

/** Light modules that ISO/IEC 18004 wants on each side. */
const quiet = 4;

/** Draws a text; error correction M (15 %), the least version that holds it. */
export function drawQr(text: string): QrDrawing {
  const code = qrcode(0, "M");
  code.addData(text);
  code.make();
  const n = code.getModuleCount();
  const runs: string[] = [];
  for (let row = 0; row < n; row++) {
    for (let column = 0; column < n; column++) {
      const start = column;
      while (column < n && code.isDark(row, column)) column++;
      if (column > start) runs.push(`M${start + quiet} ${row + quiet}h${column - start}v1h${start - column}z`);
    }
  }
  return { size: n + 2 * quiet, path: runs.join("") };
}
