import type { Ledger } from "./ledger.ts";

/**
 * Whether a ledger can have come from another by publications: it is not older, knows every entry of the other with no lower
 * SEQUENCE, and has all of its news.
 */
export function continues(later: Ledger, earlier: Ledger): boolean {
  const known = new Map(later.entries.map((entry) => [entry.uid, entry]));
  return (
    later.published >= earlier.published &&
    later.news.length >= earlier.news.length &&
    earlier.entries.every(({ uid, sequence }) => (known.get(uid)?.sequence ?? -1) >= sequence)
  );
}
