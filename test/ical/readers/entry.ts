/** What a reader makes of an entry; `end` is inclusive. Readers without a notion of uid give an empty one. */
export interface ReadEntry {
  readonly uid: string;
  readonly start: string;
  readonly end: string;
  readonly summary: string;
}

/** One line for an entry, in order, so that two readings are compared as texts. */
export function asLines(entries: readonly ReadEntry[], withUid = true): string[] {
  return entries
    .map(({ uid, start, end, summary }) => [...(withUid ? [uid] : []), start, end, summary].join(" | "))
    .sort();
}
