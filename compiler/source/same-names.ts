/** Whether two lists have the same names: in which order means nothing. */
export function sameNames(a: readonly string[], b: readonly string[]): boolean {
  const [left, right] = [new Set(a), new Set(b)];
  return left.size === right.size && b.every((name) => left.has(name));
}
