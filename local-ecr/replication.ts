import { createRepository } from './api-repositories.ts';
import { contentOf, requiredBlobs } from './manifests.ts';
import type { Registries } from './registries.ts';
import type { Registry } from './registry.ts';
import type { ImageState, RepositoryState } from './state.ts';

/** Nobody who tries out a registry waits for half an hour. */
const usualTakesMs = 2000;

/**
 * Begins to replicate an image that was pushed or tagged, to every destination of the rules that match its
 * repository. What was there before the rules is not replicated. Source: ECR user guide, "Private image replication".
 */
export function beginReplication(registry: Registry, { name }: RepositoryState, image: ImageState): void {
  const rules = (registry.state.replicationRules ?? []).filter(
    ({ repositoryFilters: filters }) =>
      filters === undefined || filters.some(({ filter }) => name.startsWith(filter)),
  );
  const replica = { startedAt: registry.clock.now(), isDone: false };
  const begun = rules.flatMap(({ destinations }) =>
    destinations.map(({ region, registryId }) => [`${region}/${registryId}`, replica] as const),
  );
  if (begun.length > 0) image.replicas = { ...image.replicas, ...Object.fromEntries(begun) };
}

/** How far the copies are, as DescribeImageReplicationStatus reports it. */
export function replicationOf(registry: Registry, { replicas = {} }: ImageState): readonly object[] {
  return Object.entries(replicas).map(([place, { startedAt }]) => {
    const [region = '', registryId = ''] = place.split('/');
    const failureCode = failureAt(registry, { region, registryId });
    const isOver = registry.clock.now() - startedAt >= takesMs(registry);
    const status = !isOver ? 'IN_PROGRESS' : failureCode === undefined ? 'COMPLETE' : 'FAILED';
    return { region, registryId, status, ...(status === 'FAILED' && { failureCode }) };
  });
}

/** Makes the replicas that are due, if their registry is on this server. */
export function settleReplicas({ main, of }: Registries): void {
  if (main.state.replicationRules === undefined) return;
  for (const repository of Object.values(main.state.repositories))
    for (const image of Object.values(repository.images)) settle(main, { repository, image, of });
}

interface Due {
  readonly repository: RepositoryState;
  readonly image: ImageState;
  readonly of: Registries['of'];
}

function settle(registry: Registry, { repository, image, of }: Due): void {
  for (const [place, { startedAt, isDone }] of Object.entries(image.replicas ?? {})) {
    const [region = '', registryId = ''] = place.split('/');
    if (isDone || registry.clock.now() - startedAt < takesMs(registry)) continue;
    image.replicas = { ...image.replicas, [place]: { startedAt, isDone: true } };
    const destination = of(registryId, region);
    const isFailed = failureAt(registry, { region, registryId }) !== undefined;
    if (destination !== undefined && destination !== registry && !isFailed)
      copy(registry, { repository, image }, destination);
    registry.save();
  }
}

/** Copies an image with its blobs, what it lists, and its tags; creates the repository if it is missing. */
function copy(from: Registry, { repository, image }: Omit<Due, 'of'>, to: Registry): void {
  const theirs = to.state.repositories[repository.name] ?? createRepository(to, repository.name);
  const content = contentOf(image);
  for (const digest of requiredBlobs(content)) {
    if (!to.blobs.has(digest) && from.blobs.has(digest)) to.blobs.put(from.blobs.read(digest));
    theirs.blobs[digest] = true;
  }
  for (const { digest } of content.manifests ?? []) {
    const child = repository.images[digest];
    if (child !== undefined) copy(from, { repository, image: child }, to);
  }
  const { digest, mediaType, body } = image;
  theirs.images[digest] ??= { digest, mediaType, body, pushedAt: from.clock.now() };
  for (const tag of repository.tags.of(digest)) theirs.tags.set(tag, digest);
  to.save();
}

function takesMs({ scenario }: Registry): number {
  return scenario.replication?.takesMs ?? usualTakesMs;
}

function failureAt(
  { scenario }: Registry,
  place: { readonly region: string; readonly registryId: string },
): string | undefined {
  return scenario.replication?.failures?.find(
    ({ region, registryId }) =>
      region === place.region && (registryId === undefined || registryId === place.registryId),
  )?.failureCode;
}
