import { Canvas } from "./canvas.ts";
import { ico, png } from "./png.ts";

/** The bars of the mark as `public/mark.svg` has them: x, y and length; each is as tall as the others. */
export const bars = {
  ink: [
    [0, 0, 14],
    [0, 4.5, 14],
    [0, 9, 14],
    [0, 13.5, 26],
    [0, 18, 14],
  ],
  red: [
    [0, 22.5, 14],
    [0, 27, 14],
  ],
} as const;
const thickness = 2.6;

/** Draws the mark with its left upper corner at a place, `scale` pixels a unit. */
export function drawMark(canvas: Canvas, left: number, top: number, scale: number): void {
  for (const ink of ["ink", "red"] as const)
    canvas.fill(
      bars[ink].map(
        ([x, y, length]) => [left + x * scale, top + y * scale, length * scale, thickness * scale] as const,
      ),
      ink,
    );
}

/** The mark on paper in a square, as an icon has it. */
function icon(side: number): Uint8Array {
  const canvas = new Canvas(side, side);
  // The square of mark.svg: 32 units, the mark three from its left edge and one from its upper.
  const unit = side / 32;
  drawMark(canvas, 3 * unit, unit, unit);
  return png(canvas);
}

/** The mark for programs that show no SVG: tabs of older browsers, the home screen of an Apple device. */
export const icons: readonly { readonly path: string; readonly bytes: () => Uint8Array }[] = [
  { path: "favicon.ico", bytes: () => ico(32, icon(32)) },
  { path: "apple-touch-icon.png", bytes: () => icon(180) },
];
