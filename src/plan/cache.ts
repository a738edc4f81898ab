import type { BuildOptions } from '../types/build-options.ts';
import type { Source } from '../types/source.ts';

/** Where a build looks for what was built before, and where it leaves what it has built. */
export interface CachePlan {
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** The tag that is written, in the repository itself; undefined where none is. */
  readonly tag: string | undefined;
}

/** What a cache's tag begins with; a repository whose tags may not move needs an exclusion filter for it. */
export const cachePrefix = 'cache-';

/**
 * The cache of a branch, which begins from that of the default branch. What a pull request or a stranger's code has built
 * is read by nobody else, so that they only read.
 * ECR takes a cache only as one manifest of OCI's types. Source: AWS containers blog, "Announcing remote cache support in
 * Amazon ECR for BuildKit clients".
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

/** A branch as a part of a tag: two branches that look alike there share a cache, which is no harm. */
function scopeOf(branch: string): string {
  return branch.replace(/[^\w.-]+/g, '-').slice(0, 100) || 'branch';
}

/** The build options with the cache beside what the person gives. */
export function withCache(options: BuildOptions, { from, to }: CachePlan): BuildOptions {
  return { ...options, cacheFrom: [...options.cacheFrom, ...from], cacheTo: [...options.cacheTo, ...to] };
}
