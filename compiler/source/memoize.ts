/** Results by their keys: found by `make`, unless they are there. A result that is undefined is not kept. */
function resultOf<K, T>(
  made: { readonly get: (key: K) => T | undefined; readonly set: (key: K, value: T) => unknown },
  key: K,
  make: (key: K) => T,
): T {
  let known = made.get(key);
  if (known === undefined) made.set(key, (known = make(key)));
  return known;
}

/** Returns a function that computes its result once for each key and keeps it as long as the function lives. */
export function memoizeByKey<K, T>(make: (key: K) => T): (key: K) => T {
  const made = new Map<K, T>();
  return (key) => resultOf(made, key, make);
}

/** Returns a function that computes its result once for each object and keeps it as long as the object lives. */
export function memoizeByObject<K extends object, T>(make: (key: K) => T): (key: K) => T {
  const made = new WeakMap<K, T>();
  return (key) => resultOf(made, key, make);
}

/** The same for a function of an object and a key. */
export function memoizeByObjectAndKey<O extends object, K, T>(make: (owner: O, key: K) => T): (owner: O, key: K) => T {
  const made = memoizeByObject((owner: O) => memoizeByKey((key: K) => make(owner, key)));
  return (owner, key) => made(owner)(key);
}
