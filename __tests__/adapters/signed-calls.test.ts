import { afterAll, afterEach, beforeEach, expect, test } from '@jest/globals';
import { ecrPrivate } from '../../src/adapters/ecr/ecr-private.ts';
import { ShipError } from '../../src/types/errors.ts';
import { parseRegion, parseRepositoryName } from '../../src/types/names.ts';
import { startLocalEcr, type LocalEcr } from '../../local-ecr/index.ts';

/*
 * What the action sends, by a registry that verifies signatures: the SDK's own, and that of GetCallerIdentity, which the
 * client of another service signs.
 */
let ecr: LocalEcr;
let clock: number;
const before = { ...process.env };

beforeEach(async () => {
  clock = 0;
  ecr = await startLocalEcr({ verifySignatures: true, clock: { now: () => Date.now() + clock } });
  ecr.createRepository('team/app');
  Object.assign(process.env, ecr.env);
});
afterEach(() => ecr.close());
afterAll(() => {
  for (const key of Object.keys(process.env)) if (!(key in before)) Reflect.deleteProperty(process.env, key);
  Object.assign(process.env, before);
});

const connect = () =>
  ecrPrivate(new AbortController().signal)({ region: parseRegion('eu-west-1')!, registryId: undefined });
const open = () => connect().open(parseRepositoryName('team/app')!).opened();

test('the repository and the caller are asked for with signatures that are right', async () => {
  expect((await open()).registryId).toBe('123456789012');
  expect(await connect().callerArn()).toBe('arn:aws:sts::123456789012:assumed-role/local-ecr/LOCALECR');
});

test('a secret that is wrong is an error that says so', async () => {
  process.env['AWS_SECRET_ACCESS_KEY'] = 'another';
  const error: unknown = await open().catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(ShipError);
  expect(`${(error as ShipError).what} ${(error as ShipError).next}`).toContain(
    'The secret key may be wrong, or the clock of the runner.',
  );
  expect(JSON.stringify(error)).not.toContain('another');
});

test('a clock that is an hour off is put right by the answer that refuses it', async () => {
  clock = 3600_000;
  expect((await open()).registryId).toBe('123456789012');
  expect(ecr.requests.map(({ status }) => status)).toEqual([400, 200]);
  expect(await connect().callerArn()).toContain(':assumed-role/local-ecr/LOCALECR');
});
