import { describe, expect, test } from '@jest/globals';
import { awaitReplicas } from '../../../src/publish/replicate.ts';
import type { Replica, ReplicaStatus } from '../../../src/types/replica.ts';
import { ShipError } from '../../../src/types/errors.ts';
import { digest, repository } from '../support/values.ts';

const far: Replica = { registryId: repository.registryId, region: 'eu-central-1' };
const away: Replica = { registryId: '210987654321', region: 'us-east-1' };
const state = (of: Replica, is: ReplicaStatus['state'], failureCode?: string): ReplicaStatus => ({
  ...of,
  state: is,
  failureCode,
});

/** Waits on a clock of its own for what `tell` says after some milliseconds. */
async function wait(
  expected: readonly Replica[] | undefined,
  tell: (ms: number) => readonly ReplicaStatus[],
  timeoutMs = 30 * 60_000,
) {
  let now = 1000;
  const [log, noted]: [string[], (readonly ReplicaStatus[])[]] = [[], []];
  const outcome = await awaitReplicas({
    repository,
    expected,
    digest: digest(1),
    timeoutMs,
    replication: {
      replicas: () => Promise.resolve(expected),
      status: () => Promise.resolve(tell(now - 1000)),
    },
    clock: {
      now: () => now,
      sleep: (ms) => {
        now += ms;
        return Promise.resolve();
      },
    },
    log: {
      info: (text) => log.push(text),
      debug: () => undefined,
      notice: () => undefined,
      warning: () => undefined,
      group: async (_title, work) => work(),
    },
    note: (statuses) => noted.push(statuses),
  }).catch((error: unknown) => {
    if (error instanceof ShipError) return error;
    throw error;
  });
  return { outcome, log, last: noted.at(-1), waitedMs: now - 1000 };
}

describe('the copies of an image', () => {
  test('are all there: nothing is waited for', async () => {
    const all = [state(far, 'complete')];
    expect(await wait([far], () => all)).toMatchObject({ outcome: all, waitedMs: 0, last: all });
  });

  test('are waited for until the last of them is there, also one that has not begun', async () => {
    const { outcome, log, waitedMs } = await wait([far, away], (ms) => [
      state(far, 'complete'),
      ...(ms < 60_000 ? [] : [state(away, ms < 300_000 ? 'in-progress' : 'complete')]),
    ]);
    expect(outcome).toEqual([state(far, 'complete'), state(away, 'complete')]);
    expect(waitedMs).toBeGreaterThanOrEqual(300_000);
    expect(log[0]).toMatch(/^Waiting for registry 210987654321 in us-east-1 for \d min\.$/);
  });

  test('are none where no rule is for the repository: nobody waits', async () => {
    expect(await wait([], () => [])).toMatchObject({ outcome: 'none', waitedMs: 0 });
  });

  test('are none where the rules are not known and none begins', async () => {
    const { outcome, waitedMs } = await wait(undefined, () => []);
    expect([outcome, waitedMs < 60_000]).toEqual(['none', true]);
  });

  test('are those that ECR tells of where the rules are not known', async () => {
    const { outcome } = await wait(undefined, (ms) =>
      ms < 5000 ? [] : [state(far, ms < 20_000 ? 'in-progress' : 'complete')],
    );
    expect(outcome).toEqual([state(far, 'complete')]);
  });

  test('of which one failed are an error with registry, region and code', async () => {
    const { outcome, last } = await wait([far, away], () => [
      state(far, 'complete'),
      state(away, 'failed', 'AccessDenied'),
    ]);
    expect(outcome).toMatchObject({ code: 'replication-failed' });
    const { what, next } = outcome as ShipError;
    expect(what).toContain(`to registry 210987654321 in us-east-1: AccessDenied.`);
    expect(what).toContain('it has its tags');
    expect(next).toContain(
      `Let the registry policy of account 210987654321 allow account ${repository.registryId} ecr:ReplicateImage`,
    );
    expect(next).toContain(
      'aws ecr start-replication-backfill --destination region=us-east-1,registryId=210987654321',
    );
    expect(last).toContainEqual(state(away, 'failed', 'AccessDenied'));
  });

  test('that failed in an account of their own ask for no policy', async () => {
    const { outcome } = await wait([far], () => [state(far, 'failed')]);
    expect((outcome as ShipError).next).not.toContain('policy');
    expect((outcome as ShipError).what).toContain('eu-central-1: it does not say why');
  });

  test('that are not there in time are an error that says where they are missing, and how to see more', async () => {
    const { outcome, waitedMs } = await wait([far, away], () => [state(far, 'complete')], 90_000);
    const { code, what, next } = outcome as ShipError;
    expect([code, waitedMs]).toEqual(['replication-failed', 90_000]);
    expect(what).toContain('is not in registry 210987654321 in us-east-1 after 90 s.');
    expect(what).not.toContain('eu-central-1');
    expect(next).toContain(`--image-id imageDigest=${digest(1)}`);
  });
});
