/** Letters of the site's own font as shapes. */
import { readFileSync } from "node:fs";
import { create, type Font, type Path } from "fontkitten";
import { coverageOf, type Coverage, type Point } from "./coverage.ts";

/** The files of the font, in the order in which pages ask them for a letter (`styles/tokens.css`). */
const files = [
  "plan-sans-signs",
  "plan-sans-letters",
  "golos-text-cyrillic-wght-normal",
  "golos-text-latin-wght-normal",
];

interface Letter {
  readonly advance: number;
  /** null: a space. */
  readonly shape: Coverage | null;
}

let fonts: readonly Font[] | undefined;
const letters = new Map<string, Letter | undefined>();

/** The files as they are: the reader of fonts knows no other weight of a compressed one than its own, 400. */
const openFonts = (): readonly Font[] =>
  files.map((file) => create(readFileSync(new URL(`../../public/fonts/${file}.woff2`, import.meta.url))) as Font);

/** Straight pieces that a curve is drawn in: a figure 300 pixels tall shows no corner. */
const pieces = 8;

/** The outlines of a letter in pixels, y down from the base line. Letters of these fonts are of lines and quadratic curves. */
function outlinesOf({ commands }: Path, scale: number): readonly (readonly Point[])[] {
  const outlines: Point[][] = [];
  for (const { command, args } of commands) {
    const at = (index: number): Point => [args[index]! * scale, -args[index + 1]! * scale];
    const outline = outlines.at(-1);
    if (command === "moveTo") outlines.push([at(0)]);
    else if (command === "lineTo") outline!.push(at(0));
    else if (command === "quadraticCurveTo") outline!.push(...curve(outline!.at(-1)!, at(0), at(2)));
    else if (command !== "closePath") throw new Error(`a letter of a TrueType font has no ${command}`);
  }
  return outlines;
}

const curve = (from: Point, over: Point, to: Point): Point[] =>
  Array.from({ length: pieces }, (_, index) => {
    const t = (index + 1) / pieces;
    const between = (axis: 0 | 1): number =>
      (1 - t) ** 2 * from[axis] + 2 * t * (1 - t) * over[axis] + t ** 2 * to[axis];
    return [between(0), between(1)];
  });

/** A letter at a size, in pixels an em; undefined where the font has none. */
function letterOf(sign: string, size: number): Letter | undefined {
  const key = `${size} ${sign}`;
  if (!letters.has(key)) letters.set(key, drawn(sign.codePointAt(0)!, size));
  return letters.get(key);
}

function drawn(code: number, size: number): Letter | undefined {
  const font = (fonts ??= openFonts()).find((each) => each.hasGlyphForCodePoint(code));
  if (font === undefined) return undefined;
  const glyph = font.glyphForCodePoint(code);
  const scale = size / font.unitsPerEm;
  const outlines = outlinesOf(glyph.path, scale);
  return { advance: glyph.advanceWidth * scale, shape: outlines.length === 0 ? null : coverageOf(outlines) };
}

/** A line of text as shapes, each with its distance from the line's beginning. */
export interface Line {
  readonly width: number;
  readonly letters: readonly { readonly x: number; readonly shape: Coverage }[];
}

/** A text in one line; undefined where the font lacks one of its letters: half a name is none. */
export function lineOf(text: string, size: number): Line | undefined {
  const own = [...text].map((sign) => letterOf(sign, size));
  if (own.includes(undefined)) return undefined;
  let width = 0;
  const placed = (own as Letter[]).flatMap(({ advance, shape }) => {
    const x = Math.round(width);
    width += advance;
    return shape === null ? [] : [{ x, shape }];
  });
  return { width, letters: placed };
}

/** A text in lines no wider than `width`, broken at its spaces; undefined where a letter or the room is lacking. */
export function linesOf(text: string, size: number, width: number): readonly Line[] | undefined {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)!} ${word}`;
    const fits = (lineOf(longer, size)?.width ?? 0) <= width;
    if (lines.length > 0 && fits) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  const drawnLines = lines.map((line) => lineOf(line, size));
  return drawnLines.every((line) => line !== undefined && line.width <= width) ? (drawnLines as Line[]) : undefined;
}
