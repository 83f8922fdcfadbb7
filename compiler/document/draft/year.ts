import { Trouble } from "../read/trouble.ts";
import type { Tell } from "../report.ts";
import type { ReadOrder } from "../recognise/order.ts";
import { orderPatterns } from "../recognise/order-wording.ts";

/** The year of the plan: as asked for, else as its title names it, else the order's title, else the year of the order. */
export function planYear(order: ReadOrder, asked: number | undefined, tell: Tell): number {
  if (asked !== undefined) return asked;
  const named = [order["plan-title"], order.title].flatMap(
    (text) => Number(orderPatterns.year.exec(text ?? "")?.[1] ?? 0) || [],
  );
  const year = named[0] ?? (Number(order.date?.slice(0, 4) ?? 0) || undefined);
  if (year === undefined) throw new Trouble("document-no-year");
  tell({ certainty: named.length > 0 ? "certain" : "guessed", code: "year-read", values: { year } });
  return year;
}

/** A title without the year that it is of: what the plans of a series have in common. */
export const withoutYear = (title: string): string =>
  title
    .replace(
      /\s*(?:(?:на|в|за|for|of|in)\s+)?(?:19|20|21)\d{2}(?:\s*[-–/]\s*(?:19|20|21)?\d{2})?\s*(?:учебн\p{L}*\s+)?(?:год\p{L}*|г\.)?\s*$/iu,
      "",
    )
    .trim();
