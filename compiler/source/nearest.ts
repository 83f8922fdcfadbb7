/** Edit distance (optimal string alignment: a swap of neighbours counts as one), or `limit + 1` when it is larger. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min(previous[j]! + 1, current[j - 1]! + 1, previous[j - 1]! + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, beforePrevious[j - 2]! + 1);
      current.push(best);
    }
    beforePrevious = previous;
    previous = current;
  }
  return previous[b.length]!;
}

/** The nearest candidate when no other is as near: what a machine may put in its place. */
export function onlyNearest(word: string, candidates: Iterable<string>): string | undefined {
  const all = [...candidates];
  const best = nearest(word, all);
  if (best === undefined) return undefined;
  const next = nearest(word, all.filter((candidate) => candidate !== best));
  const far = (candidate: string): number => distance(word.toLowerCase(), candidate.toLowerCase(), word.length);
  return next === undefined || far(next) > far(best) ? best : undefined;
}

/** The candidate that a mistyped word most likely meant, if any is near enough (a third of its letters). */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const limit = Math.max(1, Math.floor(word.length / 3));
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of candidates) {
    const d = distance(word.toLowerCase(), candidate.toLowerCase(), limit);
    if (d < bestDistance) [best, bestDistance] = [candidate, d];
  }
  return best;
}
