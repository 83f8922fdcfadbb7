import { civilOf, dayOf, type Day } from "../calendar/day.ts";
import type { UnwordedEntry } from "./entries.ts";

/** The last day that an entry speaks of: of its window too where it only begins that, and the working day after a day off. */
const lastDayOf = ({ dtend, due: { window } }: Pick<UnwordedEntry, "dtend" | "due">): Day =>
  Math.max(dtend - 1, window.end, window.rolled ?? window.end);

function monthAfter(day: Day): Day {
  const { year, month } = civilOf(day);
  return month === 12 ? dayOf(year + 1, 1, 1) : dayOf(year, month + 1, 1);
}

/**
 * Returns the months of which a feed may leave its entries out for the sake of its size, oldest first: each as the first day
 * after it, with the entries that end in it. Only whole months before that of the last publication: what was not over then is not
 * among them.
 */
export function pastMonths(
  entries: readonly Pick<UnwordedEntry, "dtend" | "due">[],
  published: Day,
): readonly { readonly until: Day; readonly entries: ReadonlySet<number> }[] {
  const { year, month } = civilOf(published);
  const present = dayOf(year, month, 1);
  const months = new Map<Day, Set<number>>();
  for (const [index, entry] of entries.entries()) {
    const until = monthAfter(lastDayOf(entry));
    if (until <= present) months.set(until, (months.get(until) ?? new Set()).add(index));
  }
  return [...months].map(([until, own]) => ({ until, entries: own })).sort((a, b) => a.until - b.until);
}
