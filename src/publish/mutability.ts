import type { TagMutability } from '../types/image.ts';
import type { Tag } from '../types/names.ts';

/**
 * Whether a tag that exists may be set to another image.
 * Source: ECR user guide, "Preventing image tags from being overwritten": filters with `*` turn the default round.
 */
export function mayMove(tag: Tag, mutability: TagMutability): boolean {
  const excepted = mutability.exceptFilters.some((filter) => matchesWildcard(tag, filter));
  return (mutability.default === 'mutable') !== excepted;
}

/** `*` stands for any run of characters, everything else for itself. */
export function matchesWildcard(text: string, filter: string): boolean {
  const pattern = filter
    .split('*')
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
    .join('.*');
  return new RegExp(`^${pattern}$`, 's').test(text);
}
