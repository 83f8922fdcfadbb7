/** Names in the order people count: section-2 before section-10. Code units, so that no locale takes part. */
export function compareNames(a: string, b: string): number {
  const parts = (text: string): string[] => text.split(/(\d+)/);
  const [left, right] = [parts(a), parts(b)];
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const [x, y] = [left[i]!, right[i]!];
    if (x === y) continue;
    return i % 2 === 1 ? Number(x) - Number(y) : x < y ? -1 : 1;
  }
  return left.length - right.length;
}
