/** The lists that pages are cut from: each is made once for all its pages. */
export interface Lists {
  /** The list of that name about a value; `make` is called where it is not known, or may have changed. */
  of<T>(about: object, name: string, make: () => readonly T[]): readonly T[];
  /** To be called after every change. */
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
