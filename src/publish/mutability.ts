import type { TagMutability } from '../types/image.ts';
import type { Tag } from '../types/names.ts';
import { matchesWildcard } from '../types/wildcard.ts';

/**
 * Whether a tag that exists may be set to another image.
 * Source: ECR user guide, "Preventing image tags from being overwritten": filters with `*` turn the default round.
 */
export function mayMove(tag: Tag, mutability: TagMutability): boolean {
  const excepted = mutability.exceptFilters.some((filter) => matchesWildcard(tag, filter));
  return (mutability.default === 'mutable') !== excepted;
}
