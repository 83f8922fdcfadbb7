/** Cards: what a messenger shows of a page that somebody sends. */
import { languageOf } from "../../../compiler/query/labels.ts";
import { memoizeByPlan } from "../../../compiler/query/plan-index.ts";
import type { ResolvedPlan } from "../../../compiler/resolve/model.ts";
import type { DayView } from "../../../compiler/views/days.ts";
import { Canvas } from "./canvas.ts";
import { lineOf, linesOf } from "./lettering.ts";
import { drawMark } from "./mark.ts";
import { png } from "./png.ts";

/** As wide as previews want it (Open Graph): 1.91 to 1. Pixels. */
export const cardSize = { width: 1200, height: 630 } as const;
const margin = 80;
const room = cardSize.width - 2 * margin;

/** Writes a text in the largest of some sizes at which it takes no more than `most` lines; the base line below it. */
function paragraph(
  canvas: Canvas,
  text: string,
  { sizes, most, x, y }: { sizes: readonly number[]; most: number; x: number; y: number },
): number {
  for (const size of sizes) {
    const lines = linesOf(text, size, canvas.width - margin - x);
    if (lines === undefined || lines.length > most) continue;
    lines.forEach((line, index) => canvas.write(line, x, Math.round(y + size + index * size * 1.2), "ink"));
    return Math.round(y + size * 1.2 * lines.length);
  }
  return y;
}

/** A line over the foot, with where the plan holds, or who publishes it. */
function foot(canvas: Canvas, { place, publisher }: ResolvedPlan["series"]["data"]): void {
  canvas.fill([[margin, 520, room, 3]], "ink");
  const line = linesOf(place ?? publisher, 34, room);
  if (line?.length === 1) canvas.write(line[0]!, margin, 578, "soft");
}

/** The card of a series: its mark, its name, its headline, its place. */
export function seriesCard({ series: { data } }: ResolvedPlan): Uint8Array {
  const canvas = new Canvas(cardSize.width, cardSize.height);
  drawMark(canvas, margin, 84, 5);
  const below = paragraph(canvas, data.name, { sizes: [84, 68, 54, 42], most: 3, x: 280, y: 70 });
  if (data.headline !== undefined)
    paragraph(canvas, data.headline, { sizes: [40, 34, 28], most: 3, x: 280, y: below + 24 });
  foot(canvas, data);
  return png(canvas);
}

/** What the cards of all days of a plan have in common. */
const leafOf = memoizeByPlan(({ series: { data } }): Canvas => {
  const canvas = new Canvas(cardSize.width, cardSize.height);
  drawMark(canvas, margin, 70, 2);
  paragraph(canvas, data.name, { sizes: [40, 34, 28], most: 1, x: 160, y: 74 });
  foot(canvas, data);
  return canvas;
});

/** The card of a day: the leaf of the calendar that its page opens with. `weekday`: «пятница», «рабочая суббота». */
export function dayCard(plan: ResolvedPlan, day: DayView, weekday: string): Uint8Array {
  const canvas = new Canvas(cardSize.width, cardSize.height, leafOf(plan).pixels.slice());
  const number = lineOf(String(day.number), 340);
  if (number !== undefined) canvas.write(number, margin - 14, 446, day.off ? "red" : "ink");
  const x = margin + Math.round(number?.width ?? 0) + 26;
  const month = `${languageOf(plan).monthsInDate[day.month - 1]!} ${day.year}`;
  const below = paragraph(canvas, month, { sizes: [84, 68], most: 1, x, y: 236 });
  paragraph(canvas, weekday, { sizes: [54, 44], most: 1, x, y: below + 22 });
  return png(canvas);
}
