/** Caches the lists from which pages are cut, so that each is made only once. */
export interface Lists {
  /** The list with this name about an object; calls `make` if it is not known, or may have changed. */
  of<T>(about: object, name: string, make: () => readonly T[]): readonly T[];
  /** Must be called after every change. */
  forget(): void;
}

export function startLists(): Lists {
  let known = new WeakMap<object, Map<string, readonly unknown[]>>();
  return {
    of<T>(about: object, name: string, make: () => readonly T[]) {
      const lists = known.get(about) ?? new Map<string, readonly unknown[]>();
      known.set(about, lists);
      const list = lists.get(name) ?? make();
      lists.set(name, list);
      return list as readonly T[];
    },
    forget() {
      known = new WeakMap();
    },
  };
}
