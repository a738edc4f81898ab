import { readList } from '../inputs/list.ts';
import type { BuildOptions } from '../types/build-options.ts';
import { parseTag, type Tag } from '../types/names.ts';
import type { Source } from '../types/source.ts';

/** Where a build reads its cache from, and where it writes it to. */
interface CachePlan {
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** The tag to write in the repository itself; undefined if none is written. */
  readonly tag: string | undefined;
}

/** The prefix of cache tags; a repository whose tags are immutable needs an exclusion filter for it. */
const cachePrefix = 'cache-';

/**
 * Plans a branch's cache, which starts from the default branch's. Pull requests and strangers' code only read,
 * because nobody else may read what they have built. ECR accepts a cache only as a single manifest of OCI types.
 * Source: AWS containers blog, "Announcing remote cache support in Amazon ECR for BuildKit clients".
 * @param uri the repository
 */
export function planCache(kind: 'registry' | 'gha', source: Source, uri: string): CachePlan {
  const known = scopesOf(source);
  const [first] = known;
  const mayWrite = source.ref.kind === 'branch' && source.trust === 'ref' && source.strangers === undefined;
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

/** The tags under which caches of this run are kept or looked for, in the repository itself. */
export function cacheTags(source: Source): readonly string[] {
  return scopesOf(source).map((scope) => `${cachePrefix}${scope}`);
}

/** The branches whose caches are of use, the run's own first. */
function scopesOf({ ref, baseBranch, repository }: Source): readonly [string, ...string[]] {
  const own = ref.kind === 'branch' ? ref.name : undefined;
  const branches = [own, baseBranch, repository.defaultBranch].filter((branch) => branch !== undefined);
  const [first = scopeOf('main'), ...others] = [...new Set(branches)].map(scopeOf);
  return [first, ...others];
}

/** A branch as part of a tag. Two branches that look alike there share a cache, which does no harm. */
function scopeOf(branch: string): string {
  return branch.replace(/[^\w.-]+/g, '-').slice(0, 100) || 'branch';
}

/** Adds the cache to the build options, besides what the user gives. */
export function withCache(options: BuildOptions, { from, to }: CachePlan): BuildOptions {
  return { ...options, cacheFrom: [...options.cacheFrom, ...from], cacheTo: [...options.cacheTo, ...to] };
}

/** A cache that a build writes to a tag. */
export interface KeptCache {
  /** The entry of `cache-to`. */
  readonly entry: string;
  readonly tag: Tag;
}

/**
 * The caches that a build writes to tags of one repository. An entry without a type is the name of such a cache, and a name
 * without a tag means `latest`. Source: docker/buildx, util/buildflags/cache.go.
 * @param uri the repository
 */
export function keptCaches({ cacheTo }: BuildOptions, uri: string): readonly KeptCache[] {
  return cacheTo.flatMap((entry) => {
    const ref = registryRef(entry);
    if (ref === undefined || !`${ref}:`.startsWith(`${uri}:`)) return [];
    const tag = parseTag(ref.slice(uri.length + 1) || 'latest');
    return tag === undefined ? [] : [{ entry, tag }];
  });
}

/** The name of the cache that an entry writes to a registry; undefined if it writes elsewhere. */
function registryRef(entry: string): string | undefined {
  const [read] = readList(entry, 'parts');
  if (read === undefined || !('parts' in read)) return undefined;
  if (read.parts.length === 1 && !entry.includes('=')) return entry;
  const options = new Map(
    read.parts.map(({ text }) => {
      const [name = '', ...value] = text.split('=');
      return [name.trim().toLowerCase(), value.join('=')] as const;
    }),
  );
  return options.get('type') === 'registry' ? options.get('ref') : undefined;
}
