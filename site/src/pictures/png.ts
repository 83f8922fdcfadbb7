import { crc32 } from "node:zlib";
import { zlibSync } from "fflate";

/** A picture of at most 16 colours: an index of the palette a pixel, row by row. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
  /** Red, green and blue of each colour. */
  readonly palette: readonly (readonly [number, number, number])[];
}

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

function chunk(type: string, data: Uint8Array): Uint8Array {
  const whole = new Uint8Array(data.length + 12);
  const view = new DataView(whole.buffer);
  view.setUint32(0, data.length);
  whole.set(new TextEncoder().encode(type), 4);
  whole.set(data, 8);
  view.setUint32(data.length + 8, crc32(whole.subarray(4, data.length + 8)));
  return whole;
}

/** A picture as PNG (ISO/IEC 15948), the same bytes by any version of Node: fflate compresses it. */
export function png({ width, height, pixels, palette }: Picture): Uint8Array {
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  // Four bits a pixel, a palette.
  header.set([4, 3, 0, 0, 0], 8);
  const row = 1 + Math.ceil(width / 2);
  const rows = new Uint8Array(row * height);
  for (let index = 0; index < pixels.length; index++) {
    const colour = pixels[index]!;
    // Most of a picture is paper, its first colour.
    if (colour === 0) continue;
    const x = index % width;
    rows[((index - x) / width) * row + 1 + (x >> 1)]! |= x % 2 === 0 ? colour << 4 : colour;
  }
  return concatenated([
    signature,
    chunk("IHDR", header),
    chunk("PLTE", Uint8Array.from(palette.flat())),
    chunk("IDAT", zlibSync(rows, { level: 3, mem: 4 })),
    chunk("IEND", new Uint8Array()),
  ]);
}

/** A PNG of at most 256 pixels a side as the one picture of an ICO file. */
export function ico(side: number, image: Uint8Array): Uint8Array {
  const head = new Uint8Array(22);
  const view = new DataView(head.buffer);
  view.setUint16(2, 1, true);
  view.setUint16(4, 1, true);
  head.set([side % 256, side % 256], 6);
  view.setUint16(10, 1, true);
  view.setUint16(12, 4, true);
  view.setUint32(14, image.length, true);
  view.setUint32(18, head.length, true);
  return concatenated([head, image]);
}

function concatenated(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
