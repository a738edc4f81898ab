import {
  DescribeImageReplicationStatusCommand,
  DescribeRegistryCommand,
  PutReplicationConfigurationCommand,
} from '@aws-sdk/client-ecr';
import { expect, test } from '@jest/globals';
import { emptyScenario } from '../../local-ecr/index.ts';
import { refusal, standsOfThisFile, type Stand } from './stand.ts';

const stand = standsOfThisFile();
const repositoryName = 'team/app';
const far = { accountId: '123456789012', region: 'eu-central-1' };
const away = { accountId: '210987654321', region: 'us-east-1' };

const rules = [
  {
    destinations: [
      { region: far.region, registryId: far.accountId },
      { region: away.region, registryId: away.accountId },
    ],
    repositoryFilters: [{ filter: 'team/', filterType: 'PREFIX_MATCH' as const }],
  },
];

const started = (more: object = {}) =>
  stand({
    scenario: {
      ...emptyScenario,
      repositories: [{ name: 'team/app' }, { name: 'other/app' }],
      registries: [far, away].map(({ accountId, region }) => ({ account: accountId, region })),
      replication: { rules, takesMs: 1000, ...more },
    },
  });

async function statusOf({ client }: Stand, imageDigest: string, name = repositoryName) {
  const answer = await client.send(
    new DescribeImageReplicationStatusCommand({ repositoryName: name, imageId: { imageDigest } }),
  );
  return answer.replicationStatuses;
}

test('what is pushed is copied with its tags to every destination of a rule, after a while', async () => {
  const on = await started();
  const child = await on.push('a layer');
  const { digest } = await on.pushIndex([child], 'v1');
  const places = [
    { region: far.region, registryId: far.accountId },
    { region: away.region, registryId: away.accountId },
  ];
  expect(await statusOf(on, digest)).toEqual(places.map((one) => ({ ...one, status: 'IN_PROGRESS' })));
  expect(() => on.ecr.tags(repositoryName, far)).toThrow();
  on.pass(1000);
  expect(await statusOf(on, digest)).toEqual(places.map((one) => ({ ...one, status: 'COMPLETE' })));
  for (const place of [far, away]) {
    expect(on.ecr.tags(repositoryName, place)).toEqual({ v1: digest });
    expect([...on.ecr.digests(repositoryName, place)].sort()).toEqual([child.digest, digest].sort());
  }
});

test('a destination that fails says its code, and has nothing', async () => {
  const on = await started({ failures: [{ region: away.region, failureCode: 'AccessDenied' }] });
  const { digest } = await on.push('x', { tag: 'v1' });
  on.pass(1000);
  expect(await statusOf(on, digest)).toEqual([
    { region: far.region, registryId: far.accountId, status: 'COMPLETE' },
    { region: away.region, registryId: away.accountId, status: 'FAILED', failureCode: 'AccessDenied' },
  ]);
  expect(() => on.ecr.tags(repositoryName, away)).toThrow();
});

test('a rule is for names that begin as it says, and for what is pushed after it', async () => {
  const on = await stand();
  const before = await on.push('before', { tag: 'v1' });
  await on.client.send(
    new PutReplicationConfigurationCommand({
      replicationConfiguration: {
        rules: [{ destinations: [{ region: 'us-east-1', registryId: '1'.repeat(12) }] }],
      },
    }),
  );
  expect(
    (await on.client.send(new DescribeRegistryCommand({}))).replicationConfiguration?.rules,
  ).toHaveLength(1);
  expect(await statusOf(on, before.digest)).toEqual([]);
  const after = await on.push('after', { tag: 'v2' });
  expect(await statusOf(on, after.digest)).toMatchObject([{ status: 'IN_PROGRESS' }]);

  const filtered = await started();
  const other = await filtered.push('x', { tag: 'v1', repository: 'other/app' });
  expect(await statusOf(filtered, other.digest, 'other/app')).toEqual([]);
});

test('an image that is not there is an error', async () => {
  const on = await started();
  expect((await refusal(statusOf(on, `sha256:${'0'.repeat(64)}`))).name).toBe('ImageNotFoundException');
});
