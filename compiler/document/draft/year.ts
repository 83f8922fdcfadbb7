import { wholeYear, type Bounds } from "../recognise/bounds.ts";
import type { ReadPlan } from "../recognise/recognise.ts";
import { Trouble } from "../read/trouble.ts";
import type { Tell } from "../report.ts";

/** What the plan holds for: the year that is asked for, else what the document says. */
export function planBounds({ bounds }: ReadPlan, asked: number | undefined, tell: Tell): Bounds {
  if (asked !== undefined)
    return bounds?.from.startsWith(String(asked)) === true ? { from: bounds.from, to: bounds.to } : wholeYear(asked);
  if (bounds === undefined) throw new Trouble("document-no-year");
  const { from, to } = bounds;
  tell({ certainty: bounds.certain ? "certain" : "guessed", code: "bounds-read", values: { from, to } });
  return { from, to };
}

/** A title without the year that it is of: what the plans of a series have in common. */
export const withoutYear = (title: string): string =>
  title
    .replace(
      /\s*(?:(?:на|в|за|for|of|in)\s+)?(?:19|20|21)\d{2}(?:\s*[-–/]\s*(?:19|20|21)?\d{2})?\s*(?:учебн\p{L}*\s+)?(?:год\p{L}*|г\.)?\s*$/iu,
      "",
    )
    .trim();
