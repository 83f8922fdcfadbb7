/** Returns a function that computes its result once for each object and keeps it as long as the object lives. */
export function memoizeByObject<K extends object, T>(make: (key: K) => T): (key: K) => T {
  const made = new WeakMap<K, T>();
  return (key) => {
    let known = made.get(key);
    if (known === undefined) made.set(key, (known = make(key)));
    return known;
  };
}

/** The same for a function of an object and a key, whose results are never undefined. */
export function memoizeByObjectAndKey<O extends object, K, T>(
  make: (owner: O, key: K) => T,
): (owner: O, key: K) => T {
  const made = memoizeByObject((_: O) => new Map<K, T>());
  return (owner, key) => {
    const known = made(owner);
    let value = known.get(key);
    if (value === undefined) known.set(key, (value = make(owner, key)));
    return value;
  };
}
