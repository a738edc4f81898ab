import type { LocalEcr } from '../local-ecr/index.ts';
import type { Shop } from './scenes.ts';

/** What a repository contains. */
export interface Stock {
  readonly tags: Readonly<Record<string, string>>;
  readonly digests: readonly string[];
}

/** What a repository contains now; nothing if it does not exist. */
export function stockOf(ecr: LocalEcr, { name, at, isPublic }: Shop): Stock {
  try {
    return isPublic === true
      ? { tags: ecr.public.tags(name), digests: ecr.public.digests(name) }
      : { tags: ecr.tags(name, at), digests: ecr.digests(name, at) };
  } catch {
    return { tags: {}, digests: [] };
  }
}

/** How to name a repository on one line. */
export function titleOf({ name, at, isPublic }: Shop): string {
  return isPublic === true ? `public ${name}` : at === undefined ? name : `${name} of ${at.accountId}`;
}
