import type { OpenRepository, Replication } from '../ports.ts';
import { awaitReplicas, placeOf } from '../publish/replicate.ts';
import type { Phase, Run } from '../run.ts';
import type { Digest } from '../types/digest.ts';
import { info, notice, type Message } from '../types/message.ts';
import type { Replica, ReplicaResult, ReplicaStatus } from '../types/replica.ts';

/** A repository whose images ECR may replicate. */
export interface Source {
  readonly repository: OpenRepository;
  readonly replication: Replication;
  /** Where to; undefined if that cannot be learnt. */
  readonly expected: readonly Replica[] | undefined;
}

interface Order {
  readonly sources: readonly Source[];
  readonly digest: Digest;
  readonly timeoutMs: number;
}

/** The result for one repository; `none`: ECR replicates nothing from there. */
interface Replicated {
  readonly source: Source;
  readonly outcome: readonly ReplicaStatus[] | 'none';
}

/**
 * Learns where ECR replicates to, and asks once how far this image is, so that a missing permission is known before
 * the first tag is set. Registries that replicate nothing are left out.
 */
export async function findReplicas(
  repositories: readonly OpenRepository[],
  digest: Digest,
): Promise<readonly Source[]> {
  const looking = repositories.flatMap((repository) => {
    const { replication } = repository;
    if (replication === undefined) return [];
    const look = Promise.all([replication.replicas(), replication.status(digest)]);
    return [look.then(([expected]) => ({ repository, replication, expected }))];
  });
  return Promise.all(looking);
}

/** Waits for the copies that ECR makes by itself, from each repository that now has the image. */
export const replicating: Phase<Order, readonly Replicated[]> = {
  name: 'replicate',
  title: 'Replicas',
  run: ({ sources, digest, timeoutMs }, run) =>
    Promise.all(
      sources.map(async (source) => {
        const { clock, log } = run.ports;
        const note = (statuses: readonly ReplicaStatus[]) => {
          noteReplicas(run, source.repository.uri, statuses);
        };
        const outcome = await awaitReplicas({ ...source, digest, timeoutMs, clock, log, note });
        return { source, outcome };
      }),
    ),
  tell: (all) => all.flatMap(wordsOf),
};

function noteReplicas(run: Run, uri: string, statuses: readonly ReplicaStatus[]): void {
  const others = (run.found('replicas') ?? []).filter((one) => one.uri !== uri);
  run.keep('replicas', [...others, ...statuses.map((one): ReplicaResult => ({ uri, ...one }))]);
}

function wordsOf({ source: { repository, expected }, outcome }: Replicated): Message[] {
  const { uri, registryId, region } = repository;
  const unknown =
    expected === undefined
      ? [
          notice(
            `The replication rules of registry ${registryId} in ${region} are not known, without ecr:DescribeRegistry or because ` +
              'it is another account; the run goes by what ECR says of the image.',
          ),
        ]
      : [];
  if (outcome === 'none')
    return [...unknown, notice(`Nothing is replicated from ${uri}, so there was nothing to wait for.`)];
  return [...unknown, info(`${uri}: the image is in ${outcome.map(placeOf).join(' and ')}.`)];
}
