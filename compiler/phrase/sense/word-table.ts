/** Values by each of the words for them. */
export const wordTable = <T>(
  rows: readonly (readonly [value: T, ...words: readonly string[]])[],
): ReadonlyMap<string, T> =>
  new Map(rows.flatMap(([value, ...words]) => words.map((word): [string, T] => [word, value])));
