/** Rows that one page of a list has at most: more are a long way to scroll on a phone, and seconds to lay out. */
export const mostRows = 38;

/** Rows of several lines, as those of checks and of what has no date are. */
export const mostLongRows = 30;

/** A list cut into pages of nearly the same length. */
export function pieces<T>(list: readonly T[], most = mostRows): T[][] {
  const count = Math.ceil(list.length / most);
  const size = Math.ceil(list.length / Math.max(1, count));
  return Array.from({ length: count }, (_, index) => list.slice(index * size, (index + 1) * size));
}
