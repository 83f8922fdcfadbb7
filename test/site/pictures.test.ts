/** Pictures for previews and tabs: what is drawn is exact, what is written is PNG. */
import { readFileSync } from "node:fs";
import { crc32, inflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { shownDays } from "../../compiler/views/item/card.ts";
import { Canvas } from "../../site/src/pictures/canvas.ts";
import { cardSize, dayCard, seriesCard } from "../../site/src/pictures/cards.ts";
import { coverageOf, type Point } from "../../site/src/pictures/coverage.ts";
import { lineOf, linesOf } from "../../site/src/pictures/lettering.ts";
import { bars, icons } from "../../site/src/pictures/mark.ts";
import { realPlans, row, tinyPlans } from "../feeds/plans.ts";

const sum = (pixels: Iterable<number>): number => [...pixels].reduce((all, each) => all + each, 0);

describe("what a shape covers", () => {
  test("a rectangle between pixels covers each by its share", () => {
    const { left, top, width, pixels } = coverageOf([
      [
        [1.25, 2.5],
        [3.5, 2.5],
        [3.5, 3.5],
        [1.25, 3.5],
      ],
    ]);
    expect([left, top]).toEqual([1, 2]);
    expect([...pixels.slice(0, 3)]).toEqual([0.375, 0.5, 0.25]);
    expect([...pixels.slice(width, width + 3)]).toEqual([0.375, 0.5, 0.25]);
    expect(sum(pixels)).toBeCloseTo(2.25, 5);
  });

  test("the area of any polygon is that of its corners; a hole is none of it, what lies twice counts once", () => {
    const wheel = (radius: number, corners: number): Point[] =>
      Array.from({ length: corners }, (_, index) => {
        const angle = (2 * Math.PI * index) / corners;
        return [50 + radius * Math.cos(angle), 50 + radius * Math.sin(angle)];
      });
    const area = (radius: number, corners: number): number =>
      (corners / 2) * radius ** 2 * Math.sin((2 * Math.PI) / corners);
    for (const corners of [3, 5, 8, 64])
      expect(sum(coverageOf([wheel(31.4, corners)]).pixels)).toBeCloseTo(area(31.4, corners), 1);
    const ring = coverageOf([wheel(30, 64), wheel(10, 64).reverse()]);
    expect(sum(ring.pixels)).toBeCloseTo(area(30, 64) - area(10, 64), 1);
    expect(sum(coverageOf([wheel(30, 64), wheel(30, 64)]).pixels)).toBeCloseTo(area(30, 64), -2);
  });
});

/** The colours of a PNG, row by row, as indices of its palette; checks every sum on the way. */
function readPng(bytes: Uint8Array): {
  readonly width: number;
  readonly height: number;
  readonly rows: readonly number[][];
} {
  const file = Buffer.from(bytes);
  expect(file.subarray(0, 8).toString("latin1")).toBe("\u0089PNG\r\n\u001a\n");
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < file.length;) {
    const length = file.readUInt32BE(at);
    expect(file.readUInt32BE(at + 8 + length)).toBe(crc32(file.subarray(at + 4, at + 8 + length)));
    chunks.set(file.toString("latin1", at + 4, at + 8), file.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  expect([...chunks.keys()]).toEqual(["IHDR", "PLTE", "IDAT", "IEND"]);
  const [width, height] = [chunks.get("IHDR")!.readUInt32BE(0), chunks.get("IHDR")!.readUInt32BE(4)];
  const data = inflateSync(chunks.get("IDAT")!);
  const row = 1 + Math.ceil(width / 2);
  expect(data.length).toBe(row * height);
  const rows = Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (_, x) => (data[y * row + 1 + (x >> 1)]! >> (x % 2 === 0 ? 4 : 0)) & 15),
  );
  expect(new Set(rows.flat()).size).toBeLessThanOrEqual(chunks.get("PLTE")!.length / 3);
  return { width, height, rows };
}
const red = (rows: readonly number[][]): number => rows.flat().filter((index) => index >= 8 && index <= 11).length;

describe("cards", () => {
  const [plan] = realPlans();
  test("are as large as previews want them, and small files", () => {
    const { width, height, rows } = readPng(seriesCard(plan!));
    expect({ width, height }).toEqual(cardSize);
    expect(rows.flat().filter((index) => index > 0).length).toBeGreaterThan(20_000);
    expect(seriesCard(plan!).length).toBeLessThan(30_000);
  });

  test("a day is drawn for each that an item answers with alone, one off in red", () => {
    const days = [...shownDays(plan!).values()];
    expect(days.map(({ iso }) => iso)).toEqual(expect.arrayContaining(["2024-04-27", "2024-09-06"]));
    const day = shownDays(plan!).get("2024-09-06")!;
    const working = readPng(dayCard(plan!, day, "пятница")).rows;
    const off = readPng(dayCard(plan!, { ...day, off: true }, "пятница")).rows;
    expect(red(off)).toBeGreaterThan(red(working) + 5_000);
    expect(dayCard(plan!, day, "пятница")).not.toEqual(dayCard(plan!, { ...day, number: 7 }, "пятница"));
  });

  test("an item with one date is shown, one with several or none is not", () => {
    const days = (deadline: string): string[] => [...shownDays(tinyPlans({ items: row(deadline) })[0]!).keys()];
    expect(days("{ text: до 1 марта, until: 03-01 }")).toEqual(["2024-03-01"]);
    expect(days("{ text: ежемесячно, every: month }")).toEqual([]);
    expect(days("{ text: в течение года, continuous: all-year }")).toEqual([]);
  });
});

test("a name in letters that the fonts lack, or longer than the room, is left out whole", () => {
  expect(lineOf("План 漢字", 40)).toBeUndefined();
  expect(linesOf("План ГИС «Образование»", 40, 340)?.length).toBe(2);
  expect(linesOf("Ы".repeat(300), 40, 1000)).toBeUndefined();
  expect(linesOf("", 40, 100)?.length).toBe(1);
});

test("what lies beyond the paper is left out", () => {
  const canvas = new Canvas(4, 4);
  canvas.fill([[-3, -3, 20, 20]], "ink");
  expect([...canvas.pixels]).toEqual(Array.from({ length: 16 }, () => 7));
});

describe("the mark", () => {
  test("has the bars of mark.svg", () => {
    const svg = readFileSync(new URL("../../site/public/mark.svg", import.meta.url), "utf8");
    const drawn = [...svg.matchAll(/M0 ([\d.]+)h(\d+)v2\.6H0z/g)].map(([, y, length]) => [
      0,
      Number(y),
      Number(length),
    ]);
    expect([...bars.ink, ...bars.red]).toEqual(drawn);
  });

  test("stands in an ICO of 32 pixels and in a PNG of 180", () => {
    const [ico, apple] = icons.map(({ bytes }) => Buffer.from(bytes()));
    expect(ico!.subarray(0, 8)).toEqual(Buffer.of(0, 0, 1, 0, 1, 0, 32, 32));
    expect([ico!.readUInt32LE(14), ico!.readUInt32LE(18)]).toEqual([ico!.length - 22, 22]);
    expect(readPng(ico!.subarray(22)).width).toBe(32);
    const { width, rows } = readPng(apple!);
    expect(width).toBe(180);
    expect(red(rows)).toBeGreaterThan(1_000);
  });
});
