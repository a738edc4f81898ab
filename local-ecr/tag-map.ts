/** The tags of one repository, indexed both ways, so that a look-up is fast however many there are. */
export interface TagMap {
  /** The digest to which a tag points. */
  digestOf(tag: string): string | undefined;
  /** The tags that point to a digest, sorted. */
  of(digest: string): readonly string[];
  /** How many tags point to a digest. */
  countOf(digest: string): number;
  /** All tags, sorted; the same list until one of them changes. */
  names(): readonly string[];
  set(tag: string, digest: string): void;
  remove(tag: string): void;
  /** Digests by tag, as they are saved. */
  toJSON(): Record<string, string>;
}

/** Makes a tag map from saved digests by tag; by default empty. */
export function tagMap(saved: Readonly<Record<string, string>> = {}): TagMap {
  const digests = new Map<string, string>();
  const tags = new Map<string, Set<string>>();
  let sorted: readonly string[] | undefined;

  const remove = (tag: string) => {
    const named = tags.get(digests.get(tag) ?? '');
    named?.delete(tag);
    if (named?.size === 0) tags.delete(digests.get(tag) ?? '');
    digests.delete(tag);
    sorted = undefined;
  };
  const set = (tag: string, digest: string) => {
    remove(tag);
    digests.set(tag, digest);
    tags.set(digest, (tags.get(digest) ?? new Set<string>()).add(tag));
  };
  for (const [tag, digest] of Object.entries(saved)) set(tag, digest);

  return {
    digestOf: (tag) => digests.get(tag),
    of: (digest) => [...(tags.get(digest) ?? [])].sort(),
    countOf: (digest) => tags.get(digest)?.size ?? 0,
    names: () => (sorted ??= [...digests.keys()].sort()),
    set,
    remove,
    toJSON: () => Object.fromEntries(digests),
  };
}
