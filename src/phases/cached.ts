import { planCache, withCache } from '../plan/cache.ts';
import { mayMove } from '../publish/mutability.ts';
import { settingThatAllows } from '../publish/taken.ts';
import { ShipError } from '../types/errors.ts';
import type { Repository } from '../types/image.ts';
import { parseTag } from '../types/names.ts';
import type { Plan } from '../types/plan.ts';

/**
 * Adds the cache that the input asks for to the plan. Throws `tag-immovable` if the repository would keep the first
 * cache for ever.
 */
export function withPlannedCache(plan: Plan, repository: Repository): Plan {
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
  const options = withCache(build.options, cache);
  return { ...plan, inputs: { ...plan.inputs, build: { ...build, options } } };
}

/**
 * The same for a preview. The host is unknown until the registry is asked, so the repository's name stands for its
 * address.
 */
export function withCachePreview(plan: Plan): Plan {
  const { build, push, repository, scanRepository } = plan.inputs;
  if (build.cache === 'off' || !push) return plan;
  const options = withCache(
    build.options,
    planCache(build.cache, plan.source, scanRepository?.name ?? repository),
  );
  return { ...plan, inputs: { ...plan.inputs, build: { ...build, options } } };
}
