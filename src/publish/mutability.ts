import type { TagMutability } from '../types/image.ts';
import type { Tag } from '../types/names.ts';
import { matchesWildcard } from '../types/wildcard.ts';

/**
 * Whether an existing tag may be set to another image. Filters with `*` reverse the default.
 * Source: ECR user guide, "Preventing image tags from being overwritten".
 */
export function mayMove(tag: Tag, mutability: TagMutability): boolean {
  const excepted = mutability.exceptFilters.some((filter) => matchesWildcard(tag, filter));
  return (mutability.default === 'mutable') !== excepted;
}
