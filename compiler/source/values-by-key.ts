/**
 * The values of each key of some pairs: keys in the order of their first pair, values in the order of theirs. For code that reaches
 * pages too: phones whose system ended in 2023 have no `Map.groupBy`.
 */
export function valuesByKey<K, V>(pairs: Iterable<readonly [key: K, value: V]>): Map<K, V[]> {
  const values = new Map<K, V[]>();
  for (const [key, value] of pairs) {
    const own = values.get(key);
    if (own === undefined) values.set(key, [value]);
    else own.push(value);
  }
  return values;
}
