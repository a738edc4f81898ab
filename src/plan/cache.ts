import type { BuildOptions } from '../types/build-options.ts';
import type { Source } from '../types/source.ts';

/** Where a build reads its cache from, and where it writes it to. */
export interface CachePlan {
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** The tag to write in the repository itself; undefined if none is written. */
  readonly tag: string | undefined;
}

/** The prefix of cache tags; a repository whose tags are immutable needs an exclusion filter for it. */
export const cachePrefix = 'cache-';

/**
 * Plans a branch's cache, which starts from the default branch's. Pull requests and strangers' code only read,
 * because nobody else may read what they have built. ECR accepts a cache only as a single manifest of OCI types.
 * Source: AWS containers blog, "Announcing remote cache support in Amazon ECR for BuildKit clients".
 * @param uri the repository
 */
export function planCache(kind: 'registry' | 'gha', source: Source, uri: string): CachePlan {
  const own = source.ref.kind === 'branch' ? source.ref.name : undefined;
  const usual = source.repository.defaultBranch;
  const scopes = [...new Set([own, source.baseBranch, usual].filter((branch) => branch !== undefined))].map(
    scopeOf,
  );
  const [first = scopeOf('main')] = scopes;
  const mayWrite = own !== undefined && source.trust === 'ref' && source.strangers === undefined;
  const known = scopes.length === 0 ? [first] : scopes;
  if (kind === 'gha')
    return {
      from: known.map((scope) => `type=gha,scope=${scope}`),
      to: mayWrite ? [`type=gha,scope=${first},mode=max`] : [],
      tag: undefined,
    };
  const ref = (scope: string) => `ref=${uri}:${cachePrefix}${scope}`;
  return {
    from: known.map((scope) => `type=registry,${ref(scope)}`),
    to: mayWrite ? [`type=registry,${ref(first)},mode=max,image-manifest=true,oci-mediatypes=true`] : [],
    tag: mayWrite ? `${cachePrefix}${first}` : undefined,
  };
}

/** A branch as part of a tag. Two branches that look alike there share a cache, which does no harm. */
function scopeOf(branch: string): string {
  return branch.replace(/[^\w.-]+/g, '-').slice(0, 100) || 'branch';
}

/** Adds the cache to the build options, besides what the user gives. */
export function withCache(options: BuildOptions, { from, to }: CachePlan): BuildOptions {
  return { ...options, cacheFrom: [...options.cacheFrom, ...from], cacheTo: [...options.cacheTo, ...to] };
}
