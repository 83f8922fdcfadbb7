import { isCalendarYear, monthsIn, type IsoBounds } from "../recognise/bounds.ts";

/**
 * Returns the name of a plan's folder: `2025` of a calendar year, `2024-2025` of a school year or of several years, `2025-03` of a
 * month, `2025-q1` and `2025-h1` of a quarter and a half-year, else the first and the last month, `2024-09.2024-12`.
 */
export function planName(bounds: IsoBounds): string {
  const { from, to } = bounds;
  const [first, last] = [from.slice(0, 4), to.slice(0, 4)];
  const [months, month] = [monthsIn(bounds), Number(from.slice(5, 7))];
  if (isCalendarYear(bounds)) return first;
  if (months % 12 === 0) return `${first}-${last}`;
  if (months === 1) return from.slice(0, 7);
  if (first === last && months === 3 && month % 3 === 1) return `${first}-q${(month + 2) / 3}`;
  if (first === last && months === 6 && month % 6 === 1) return `${first}-h${(month + 5) / 6}`;
  return `${from.slice(0, 7)}.${to.slice(0, 7)}`;
}
