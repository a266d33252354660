/** The same function, computed once for each object: for values that no longer change. */
export function remembered<K extends object, V>(compute: (key: K) => V): (key: K) => V {
  const memory = new WeakMap<K, { readonly value: V }>();
  return (key) => {
    const known = memory.get(key) ?? { value: compute(key) };
    memory.set(key, known);
    return known.value;
  };
}
