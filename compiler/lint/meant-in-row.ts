import type { ResolvedItem, ResolvedPlan } from "../resolve/model.ts";

/** The row's own words with those of the rows above it: what a reader has before him when he reads the deadline. */
export function wordsOfRow(item: ResolvedItem, byId: ResolvedPlan["byId"]): string {
  const above = item.parent === null ? undefined : byId.get(item.parent);
  return [item.source.data.activity, ...(above === undefined ? [] : [wordsOfRow(above, byId)])].join(" ");
}

/**
 * Whether a row says which of two things is meant that words of its deadline fit alike: the row has a word that only the
 * one has (`meant`), and none that only the other has.
 */
export function isMeantInRow(row: string, meant: string, other: string, stems: (text: string) => string[]): boolean {
  const [inRow, ours, theirs] = [row, meant, other].map((text) => new Set(stems(text))) as [
    Set<string>,
    Set<string>,
    Set<string>,
  ];
  const says = (words: Set<string>, unless: Set<string>): boolean =>
    [...words].some((word) => inRow.has(word) && !unless.has(word));
  return says(ours, theirs) && !says(theirs, ours);
}
