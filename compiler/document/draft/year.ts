import { calendarYear, type IsoBounds } from "../recognise/bounds.ts";
import type { RecognisedPlan } from "../recognise/recognise.ts";
import { DocumentError } from "../read/document-error.ts";
import type { AddNote } from "../report.ts";

/** What the plan holds for: the year that is asked for, else what the document says. */
export function planBounds({ bounds }: RecognisedPlan, asked: number | undefined, addNote: AddNote): IsoBounds {
  if (asked !== undefined)
    return bounds?.from.startsWith(String(asked)) === true ? { from: bounds.from, to: bounds.to } : calendarYear(asked);
  if (bounds === undefined) throw new DocumentError("document-no-year");
  const { from, to } = bounds;
  addNote({ certainty: bounds.certain ? "certain" : "guessed", code: "bounds-read", values: { from, to } });
  return { from, to };
}

/** A title without its year, as the plans of a series have it in common. */
export const withoutYear = (title: string): string =>
  title
    .replace(
      /\s*(?:(?:на|в|за|for|of|in)\s+)?(?:19|20|21)\d{2}(?:\s*[-–/]\s*(?:19|20|21)?\d{2})?\s*(?:учебн\p{L}*\s+)?(?:год\p{L}*|г\.)?\s*$/iu,
      "",
    )
    .trim();
