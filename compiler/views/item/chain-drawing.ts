/**
 * The drawing of a chain: marks joined by lines that lead from what is waited for to what waits. On a wide page it goes from
 * left to right, a column a link; on a narrow one from top to bottom, branches set in.
 */
import type { ChainStep } from "./chain.ts";
import { cut, round } from "../drawing.ts";

/** A mark with its words, in the units of the view box. */
export interface ChainMark {
  readonly kind: "event" | "item" | "me";
  /** Its outline. */
  readonly path: string;
  readonly x: number;
  readonly y: number;
  /** Number of an item; null for an event. */
  readonly item: string | null;
  /** Empty where the words stand below the drawing. */
  readonly title: string;
}

export interface ChainDrawing {
  readonly width: number;
  readonly height: number;
  /** Lines between the marks, and the heads that say which way they lead. */
  readonly lines: string;
  readonly heads: string;
  readonly marks: readonly ChainMark[];
  /** The distances, above the mark that each leads to or from. */
  readonly gaps: readonly { readonly x: number; readonly y: number; readonly text: string }[];
}

export interface ChainDrawings {
  /** Null where so many links do not stand side by side. */
  readonly wide: ChainDrawing | null;
  readonly narrow: ChainDrawing;
  /** One link follows another: on a wide page the words of each stand below its mark. */
  readonly columns: boolean;
}

interface ChainTree {
  readonly steps: readonly ChainStep[];
  readonly titles: readonly string[];
  readonly me: number;
  /** The neighbours of a link that are farther from the item of the page, by side. */
  readonly beyond: (place: number, side: ChainStep["side"]) => readonly number[];
}

interface Point {
  readonly x: number;
  readonly y: number;
}

const [half, letter] = [6, 7.6];
const [wideWidth, narrowWidth] = [928, 288];
const mostColumns = 6;
/** So many columns at most have their words below the drawing. */
const mostWordColumns = 4;
const sides = ["before", "after"] as const;

const outline = ({ x, y }: Point, kind: ChainMark["kind"]): string =>
  kind === "event" ? `M${round(x - half - 1)} ${y}l7 -7l7 7l-7 7z` : `M${round(x - half)} ${y - half}h12v12h-12z`;
const kindOf = ({ item, side }: ChainStep): ChainMark["kind"] =>
  side === "me" ? "me" : item === null ? "event" : "item";
const toRight = ({ x, y }: Point): string => `M${round(x - half - 2)} ${y}l-7 -4v8z`;
const down = ({ x, y }: Point): string => `M${round(x)} ${y - half - 2}l-4 -7h8z`;

/** Where a distance is written: at the link that waits; where that waits for several, at each of them. */
function gapsAt(tree: ChainTree): Map<number, string> {
  const at = new Map<number, string>();
  tree.steps.forEach(({ side, toward, gap }, place) => {
    if (gap !== null && toward !== null)
      at.set(side === "before" && tree.beyond(toward, side).length === 1 ? toward : place, gap);
  });
  return at;
}

function drawing(
  tree: ChainTree,
  size: Pick<ChainDrawing, "width" | "height">,
  places: readonly Point[],
  join: (from: Point, to: Point) => Pick<ChainDrawing, "lines" | "heads">,
  words: {
    readonly shown: boolean;
    readonly dx: number;
    readonly dy: number;
    readonly gap: number;
    readonly room: (point: Point) => number;
  },
): ChainDrawing {
  const joined = tree.steps.flatMap(({ side, toward }, place) =>
    toward === null
      ? []
      : [side === "before" ? join(places[place]!, places[toward]!) : join(places[toward]!, places[place]!)],
  );
  return {
    ...size,
    lines: joined.map(({ lines }) => lines).join(""),
    heads: [...new Set(joined.map(({ heads }) => heads))].join(""),
    marks: tree.steps.map((step, place) => {
      const point = places[place]!;
      const room = Math.floor(words.room(point) / letter) - (step.item === null ? 0 : step.item.length + 1);
      return {
        kind: kindOf(step),
        path: outline(point, kindOf(step)),
        x: round(point.x + words.dx),
        y: point.y + words.dy,
        item: words.shown ? step.item : null,
        title: words.shown ? cut(tree.titles[place]!, Math.max(room, 1)) : "",
      };
    }),
    gaps: [...gapsAt(tree)].map(([place, text]) => ({
      x: round(places[place]!.x + words.dx),
      y: places[place]!.y + words.gap,
      text,
    })),
  };
}

/** From left to right; the first branch goes straight on, each other one takes a row of its own. */
function drawWide(tree: ChainTree): ChainDrawing | null {
  const at = new Map<number, { readonly column: number; readonly row: number }>();
  const place = (index: number, side: (typeof sides)[number], column: number, row: number): number => {
    at.set(index, { column, row });
    return tree
      .beyond(index, side)
      .reduce(
        (last, next, branch) =>
          place(next, side, side === "before" ? column - 1 : column + 1, branch === 0 ? row : last + 1),
        row,
      );
  };
  const rows = Math.max(...sides.map((side) => place(tree.me, side, 0, 0))) + 1;
  const columns = [...at.values()].map(({ column }) => column);
  const first = Math.min(...columns);
  const count = Math.max(...columns) - first + 1;
  if (count > mostColumns) return null;
  const words = !hasColumns(tree);
  const [pitch, column] = [words ? 64 : 40, wideWidth / count];
  const places = tree.steps.map((_, index) => ({
    x: round((at.get(index)!.column - first) * column + half + 1),
    y: 28 + at.get(index)!.row * pitch,
  }));
  return drawing(
    tree,
    { width: wideWidth, height: rows * pitch },
    places,
    (from, to) => ({
      lines:
        from.y === to.y
          ? `M${from.x + half + 1} ${from.y}H${to.x - half - 8}`
          : from.y < to.y
            ? `M${round(to.x - 28)} ${from.y}V${to.y}H${round(to.x - half - 8)}`
            : `M${from.x + half + 1} ${from.y}H${round(to.x - 28)}V${to.y}`,
      heads: toRight(to),
    }),
    { shown: words, dx: -half - 1, dy: 24, gap: -12, room: () => column - 44 },
  );
}

/** From top to bottom; the branches of a link that has several are set in. */
function drawNarrow(tree: ChainTree): ChainDrawing {
  const indents = new Map([[tree.me, 0]]);
  const indent = (index: number, side: (typeof sides)[number]): void =>
    tree.beyond(index, side).forEach((next, _, { length }) => {
      indents.set(next, indents.get(index)! + (length > 1 ? 1 : 0));
      indent(next, side);
    });
  for (const side of sides) indent(tree.me, side);
  const set = Math.min(20, 120 / Math.max(1, ...indents.values()));
  const gaps = gapsAt(tree);
  let y = -12;
  const places = tree.steps.map((_, index) => ({
    x: round(half + 1 + indents.get(index)! * set),
    y: (y += gaps.has(index) ? 48 : 30),
  }));
  return drawing(
    tree,
    { width: narrowWidth, height: y + 14 },
    places,
    (from, to) => {
      if (from.x === to.x) return { lines: `M${from.x} ${from.y + half + 1}V${to.y - half - 8}`, heads: down(to) };
      if (from.x > to.x)
        return { lines: `M${round(from.x - half - 1)} ${from.y}H${to.x}V${to.y - half - 8}`, heads: down(to) };
      return { lines: `M${from.x} ${from.y + half + 1}V${to.y}H${round(to.x - half - 8)}`, heads: toRight(to) };
    },
    { shown: true, dx: 16, dy: 5, gap: -15, room: ({ x }) => narrowWidth - x - 16 },
  );
}

/** Whether a chain is short and has no branches. */
function hasColumns({ steps, beyond }: ChainTree): boolean {
  return (
    steps.length <= mostWordColumns && steps.every((_, place) => sides.every((side) => beyond(place, side).length < 2))
  );
}

/** A chain as drawings; `titles` are the words of its links, in their order. */
export function chainDrawings(steps: readonly ChainStep[], titles: readonly string[]): ChainDrawings {
  const beyond = (place: number, side: ChainStep["side"]): number[] =>
    steps.flatMap((step, index) => (step.toward === place && step.side === side ? [index] : []));
  const tree = { steps, titles, me: steps.findIndex(({ side }) => side === "me"), beyond };
  return { wide: drawWide(tree), narrow: drawNarrow(tree), columns: hasColumns(tree) };
}
