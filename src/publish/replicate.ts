import type { Clock, Log, Replication } from '../ports.ts';
import type { Digest } from '../types/digest.ts';
import { ShipError } from '../types/errors.ts';
import type { Repository } from '../types/image.ts';
import type { Replica, ReplicaStatus } from '../types/replica.ts';
import { startWaiting } from './waiting.ts';

/** One image whose copies to wait for. */
interface Awaited {
  readonly repository: Pick<Repository, 'name' | 'uri' | 'region' | 'registryId'>;
  readonly replication: Replication;
  /** Where the image is to be copied; undefined if that cannot be learnt. */
  readonly expected: readonly Replica[] | undefined;
  readonly digest: Digest;
  readonly timeoutMs: number;
  readonly clock: Clock;
  readonly log: Log;
  /** Called with every answer. */
  readonly note: (statuses: readonly ReplicaStatus[]) => void;
}

/** If the replication rules are not known: a copy that has not begun by then will not come. */
const beginsWithinMs = 30_000;

/**
 * Waits until every registry to which ECR copies the image has it. Returns `none` if no rule applies to the repository.
 * Throws `replication-failed` if a copy failed or is not there in time.
 */
export async function awaitReplicas(awaited: Awaited): Promise<readonly ReplicaStatus[] | 'none'> {
  const { replication, expected, digest, timeoutMs, note } = awaited;
  if (expected?.length === 0) return 'none';
  const waiting = startWaiting(awaited);
  for (;;) {
    const statuses = statusOfEach(expected, await replication.status(digest));
    note(statuses);
    const failed = statuses.filter(({ state }) => state === 'failed');
    if (failed.length > 0) throw failure(awaited, failed);
    const left = statuses.filter(({ state }) => state !== 'complete');
    const waitedMs = waiting.waitedMs();
    if (statuses.length > 0 && left.length === 0) return statuses;
    if (statuses.length === 0 && waitedMs >= Math.min(beginsWithinMs, timeoutMs)) return 'none';
    if (waitedMs >= timeoutMs) throw notInTime(awaited, left);
    await waiting.pause(
      (minutes) => `Waiting for ${namesOf(left)} for ${minutes} min.`,
      timeoutMs - waitedMs,
    );
  }
}

/** The reported copies, and those that are expected but not reported yet. */
function statusOfEach(
  expected: readonly Replica[] | undefined,
  told: readonly ReplicaStatus[],
): readonly ReplicaStatus[] {
  if (expected === undefined) return told;
  return expected.map(
    ({ registryId, region }) =>
      told.find((one) => one.registryId === registryId && one.region === region) ?? {
        registryId,
        region,
        state: 'in-progress',
        failureCode: undefined,
      },
  );
}

function failure({ repository, digest }: Awaited, failed: readonly ReplicaStatus[]): ShipError {
  const why = failed.map((one) => `to ${placeOf(one)}: ${one.failureCode ?? 'it does not say why'}`);
  const accounts = failed.map((one) => one.registryId).filter((id) => id !== repository.registryId);
  const policy =
    accounts.length === 0
      ? ''
      : `Let the registry policy of account ${accounts.join(' and ')} allow account ${repository.registryId} ecr:ReplicateImage and ecr:CreateRepository. `;
  return new ShipError({
    code: 'replication-failed',
    what: `ECR did not replicate ${repository.uri}@${digest} ${why.join('; ')}. In ${repository.uri} it has its tags.`,
    next: `${policy}When the reason is gone, ${backfill(failed)}.`,
  });
}

function notInTime({ repository, digest, timeoutMs }: Awaited, left: readonly ReplicaStatus[]): ShipError {
  const { name, region, registryId, uri } = repository;
  return new ShipError({
    code: 'replication-failed',
    what: `${uri}@${digest} is not in ${namesOf(left)} after ${String(Math.round(timeoutMs / 1000))} s. In ${uri} it has its tags.`,
    next:
      'The copies go on without this run, and this shows how far they are: ' +
      `aws ecr describe-image-replication-status --region ${region} --registry-id ${registryId} --repository-name ${name} --image-id imageDigest=${digest}. ` +
      `Give the input wait-for-replication a longer time, such as 1h. Where the image was pushed before there was a rule, ${backfill(left)}.`,
  });
}

/** Source: ECR API reference, StartReplicationBackfill. */
function backfill(replicas: readonly Replica[]): string {
  const commands = replicas.map(
    ({ region, registryId }) =>
      `aws ecr start-replication-backfill --destination region=${region},registryId=${registryId}`,
  );
  return `this copies what is missing: ${commands.join('; ')}`;
}

function namesOf(replicas: readonly Replica[]): string {
  return replicas.map(placeOf).join(' and ');
}

/** How messages name a registry. */
export function placeOf({ registryId, region }: Replica): string {
  return `registry ${registryId} in ${region}`;
}
