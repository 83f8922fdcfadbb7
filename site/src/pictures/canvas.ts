import { coverageOf, type Coverage, type Point } from "./coverage.ts";
import type { Line } from "./lettering.ts";
import type { Picture } from "./png.ts";

/** The colours of the light pages (`styles/tokens.css`): what is printed, a day off, what is said beside. */
const inks = { ink: [0x14, 0x17, 0x1b], red: [0xa6, 0x12, 0x1d], soft: [0x4b, 0x52, 0x5a] } as const;
const paper = [0xff, 0xff, 0xff] as const;
export type Ink = keyof typeof inks;

/** The steps from paper to each ink: sixteen colours with the paper, half a byte a pixel. */
const steps = { ink: 7, red: 4, soft: 4 } as const;
const names = Object.keys(inks) as Ink[];
/** The index of the lightest step of each ink, less one. */
const before: Readonly<Record<Ink, number>> = { ink: 0, red: steps.ink, soft: steps.ink + steps.red };
const palette = [
  paper,
  ...names.flatMap((ink) =>
    Array.from({ length: steps[ink] }, (_, step) => {
      const mixed = (channel: 0 | 1 | 2): number =>
        Math.round(paper[channel] + ((inks[ink][channel] - paper[channel]) * (step + 1)) / steps[ink]);
      return [mixed(0), mixed(1), mixed(2)] as const;
    }),
  ),
];

/** Paper to draw on. No two colours meet in a pixel. */
export class Canvas implements Picture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
  readonly palette = palette;

  /** Blank, or a copy of what is drawn already. */
  constructor(width: number, height: number, pixels = new Uint8Array(width * height)) {
    this.width = width;
    this.height = height;
    this.pixels = pixels;
  }

  /** Draws a shape from its origin; what lies beyond the paper is left out. */
  draw({ left, top, width, pixels }: Coverage, x: number, y: number, ink: Ink): void {
    for (let index = 0; index < pixels.length; index++) {
      const step = Math.round(pixels[index]! * steps[ink]);
      if (step === 0) continue;
      const [column, row] = [x + left + (index % width), y + top + Math.floor(index / width)];
      if (column >= 0 && column < this.width && row >= 0 && row < this.height)
        this.pixels[row * this.width + column] = before[ink] + step;
    }
  }

  /** Writes a line of text from its left end on the base line. */
  write(line: Line, x: number, y: number, ink: Ink): void {
    for (const { x: distance, shape } of line.letters) this.draw(shape, x + distance, y, ink);
  }

  /** Fills rectangles: x, y, width, height of each. */
  fill(rectangles: readonly (readonly [number, number, number, number])[], ink: Ink): void {
    const corners = ([x, y, width, height]: readonly [number, number, number, number]): Point[] => [
      [x, y],
      [x + width, y],
      [x + width, y + height],
      [x, y + height],
    ];
    this.draw(coverageOf(rectangles.map(corners)), 0, 0, ink);
  }
}
