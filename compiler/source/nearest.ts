/** Edit distance (optimal string alignment: a swap of neighbours counts as one), or a number above `limit` when it is larger. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min(previous[j]! + 1, current[j - 1]! + 1, previous[j - 1]! + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, beforePrevious[j - 2]! + 1);
      current.push(best);
    }
    // No row of the table is below the two before it: what is beyond the limit in both stays there.
    if (Math.min(...current) > limit && Math.min(...previous) > limit) return limit + 1;
    beforePrevious = previous;
    previous = current;
  }
  return previous[b.length]!;
}

/** Whether two words differ by one letter: changed, missing, added, or swapped with its neighbour. */
export function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  const isSwap =
    a.length === b.length && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
  return (
    isSwap || a.slice(at + 1) === b.slice(at + 1) || a.slice(at) === b.slice(at + 1) || a.slice(at + 1) === b.slice(at)
  );
}

/** The nearest of some words: any of those as near, and the same where it is the only one. */
interface Nearest {
  readonly nearest: string | undefined;
  readonly only: string | undefined;
}

/** The candidate that a mistyped word most likely meant, if any is near enough (a third of its letters), and whether another is as near. */
function nearestOf(word: string, candidates: Iterable<string>): Nearest {
  const meant = word.toLowerCase();
  let limit = Math.max(1, Math.floor(word.length / 3));
  let best: string | undefined;
  let isOnly = true;
  for (const candidate of candidates) {
    const far = distance(meant, candidate.toLowerCase(), limit);
    if (far > limit || candidate === best) continue;
    const isNearer = best === undefined || far < limit;
    isOnly = isNearer;
    if (isNearer) best = candidate;
    limit = far;
  }
  return { nearest: best, only: isOnly ? best : undefined };
}

/** Names of fewer letters differ by one letter from too many others. */
const fewestLetters = 4;

/** The one candidate that a word is a slip of: one letter or a swap away, or of the same letters in another case. What a machine may put in its place. */
export function slipOf(word: string, candidates: Iterable<string>): string | undefined {
  const { only } = nearestOf(word, candidates);
  if (only === undefined) return undefined;
  const plain = (text: string): string => text.toLowerCase().replaceAll("_", "-");
  if (plain(only) === plain(word)) return only;
  return word.length >= fewestLetters && isOneSlip(word.toLowerCase(), only.toLowerCase()) ? only : undefined;
}

/** The nearest candidate, the first of those that are as near. */
export const nearest = (word: string, candidates: Iterable<string>): string | undefined =>
  nearestOf(word, candidates).nearest;
