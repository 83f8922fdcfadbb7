/** How much of each pixel a shape covers. */
export interface Coverage {
  /** Where its left upper corner stands, from the origin of the shape. Pixels. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  /** Row by row, 0 to 1. */
  readonly pixels: Float32Array;
}

export type Point = readonly [x: number, y: number];

/** The extent of some points in whole pixels. */
function extentOf(points: readonly Point[]): readonly [left: number, top: number, width: number, height: number] {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, top] = [Math.floor(Math.min(...xs)), Math.floor(Math.min(...ys))];
  return [left, top, Math.ceil(Math.max(...xs)) - left + 2, Math.ceil(Math.max(...ys)) - top + 1];
}

/**
 * What of a shape each pixel holds, exact: every edge adds the area to its right, row by row, and the sum along a row is the area
 * inside. Parts that lie over each other in the same direction count once.
 */
export function coverageOf(outlines: readonly (readonly Point[])[]): Coverage {
  const [left, top, width, height] = extentOf(outlines.flat());
  const areas = new Float32Array(width * height);
  const edge = ([x0, y0]: Point, [x1, y1]: Point): void => {
    const [down, from, to] = y0 < y1 ? [1, y0, y1] : [-1, y1, y0];
    const slope = (x1 - x0) / (y1 - y0);
    for (let row = Math.floor(from); row < to; row++) {
      const [a, b] = [Math.max(row, from), Math.min(row + 1, to)];
      addRow(areas, row * width, [x0 + (a - y0) * slope, x0 + (b - y0) * slope], down * (b - a));
    }
  };
  for (const outline of outlines)
    outline.forEach((point, index) => {
      const next = outline[(index + 1) % outline.length]!;
      if (point[1] !== next[1]) edge([point[0] - left, point[1] - top], [next[0] - left, next[1] - top]);
    });
  for (let start = 0; start < areas.length; start += width)
    for (let x = 1, sum = areas[start]!; x < width; x++) areas[start + x] = sum += areas[start + x]!;
  return { left, top, width, pixels: areas.map((area) => Math.min(1, Math.abs(area))) };
}

/** Adds to a row the area right of a piece of an edge that crosses it from one x to another over `height` of the row. */
function addRow(areas: Float32Array, start: number, [xa, xb]: Point, height: number): void {
  const [low, high] = xa < xb ? [xa, xb] : [xb, xa];
  const last = Math.ceil(high);
  let before = 0;
  for (let x = Math.floor(low); x < last || x === Math.floor(low); x++) {
    // The area of the pixel that lies right of the piece, and all that lies right of its earlier parts.
    const area = height * shareRight(low, high, x);
    areas[start + x]! += area - before;
    before = area;
  }
  areas[start + Math.max(last, Math.floor(low) + 1)]! += height - before;
}

/** The mean over a piece from `low` to `high` of the share of pixel `x` that lies right of it. */
function shareRight(low: number, high: number, x: number): number {
  // What lies right of the place at p is x + 1 - p, but no less than nothing and no more than all.
  const sumTo = (p: number): number => {
    const inside = Math.min(Math.max(p - x, 0), 1);
    return Math.min(p, x) + inside - (inside * inside) / 2;
  };
  return high - low < 1e-9 ? Math.min(Math.max(x + 1 - low, 0), 1) : (sumTo(high) - sumTo(low)) / (high - low);
}
