import { isBuildCache } from '../image/build-cache.ts';
import { keptCaches, planCache, withCache, type KeptCache } from '../plan/cache.ts';
import type { OpenRepository } from '../ports.ts';
import { mayMove } from '../publish/mutability.ts';
import { settingThatAllows } from '../publish/taken.ts';
import type { Run } from '../run.ts';
import type { BuildOptions } from '../types/build-options.ts';
import { ShipError } from '../types/errors.ts';
import type { Repository } from '../types/image.ts';
import { warning } from '../types/message.ts';
import { parseTag } from '../types/names.ts';
import type { Plan } from '../types/plan.ts';

/**
 * Adds the cache that the input asks for to the plan, and leaves out each one that would take a tag from an image: another
 * branch's image may have the tag that this branch's cache gets. Throws `tag-immovable` if the repository would keep
 * the first cache for ever, and `invalid-input` if a cache gets a tag of this run.
 */
export async function withPlannedCache(asked: Plan, repository: OpenRepository, run: Run): Promise<Plan> {
  const plan = withInputCache(asked, repository);
  requireOtherTags(plan, run);
  const kept = keptCaches(plan.inputs.build.options, repository.uri);
  if (kept.length === 0) return plan;
  const held = await repository.tags.read([...new Set(kept.map(({ tag }) => tag))]);
  const ofImages = kept.filter(({ tag }) => {
    const holder = held.get(tag);
    return holder !== undefined && !isBuildCache(holder.body);
  });
  run.tell(
    ofImages.map(({ tag }) =>
      warning(
        `The build cache is not kept: in ${repository.name} the tag ${tag} points to an image, which the cache would replace. ` +
          'Give the image or the cache another tag, or set cache: gha.',
      ),
    ),
  );
  const options = withoutCaches(plan.inputs.build.options, ofImages);
  return withOptions(plan, options);
}

function withInputCache(plan: Plan, repository: Repository): Plan {
  const { build } = plan.inputs;
  if (build.cache === 'off') return plan;
  const cache = planCache(build.cache, plan.source, repository.uri);
  const tag = cache.tag === undefined ? undefined : parseTag(cache.tag);
  if (tag !== undefined && !mayMove(tag, repository.mutability))
    throw new ShipError({
      code: 'tag-immovable',
      what: `Nothing was built: the cache would be kept under ${tag}, and ${repository.name} does not let that tag move.`,
      next: `Exclude caches from immutability, or set cache: gha. ${settingThatAllows(['cache-*'], repository)}`,
    });
  return withOptions(plan, withCache(build.options, cache));
}

/** Wherever this run sets its tags. The input cache itself was compared with them when they were planned. */
function requireOtherTags({ inputs, tags }: Plan, run: Run): void {
  const own = run.found('repository')?.uri;
  const places = [...(own === undefined ? [] : [own]), ...inputs.destinations.map(({ uri }) => uri)];
  for (const uri of places) {
    const kept = keptCaches(inputs.build.options, uri);
    const shared = kept.find((cache) => tags.some(({ tag }) => tag === cache.tag));
    if (shared !== undefined)
      throw new ShipError({
        code: 'invalid-input',
        what: `Nothing was built: input cache-to keeps a build cache under ${uri}:${shared.tag}, and that is a tag of this run too.`,
        next: 'Give the cache another tag.',
      });
  }
}

function withoutCaches(options: BuildOptions, left: readonly KeptCache[]): BuildOptions {
  const entries = new Set(left.map(({ entry }) => entry));
  return { ...options, cacheTo: options.cacheTo.filter((entry) => !entries.has(entry)) };
}

function withOptions(plan: Plan, options: BuildOptions): Plan {
  const { build } = plan.inputs;
  return { ...plan, inputs: { ...plan.inputs, build: { ...build, options } } };
}

/**
 * Adds it for a preview. The host is unknown until the registry is asked, so the repository's name stands for its
 * address.
 */
export function withCachePreview(plan: Plan): Plan {
  const { build, push, repository, scanRepository } = plan.inputs;
  if (build.cache === 'off' || !push) return plan;
  const cache = planCache(build.cache, plan.source, scanRepository?.name ?? repository);
  return withOptions(plan, withCache(build.options, cache));
}
