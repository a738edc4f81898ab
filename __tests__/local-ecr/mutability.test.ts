import {
  CreateRepositoryCommand,
  ImageAlreadyExistsException,
  ImageTagAlreadyExistsException,
  InvalidParameterException,
  PutImageCommand,
  PutImageTagMutabilityCommand,
  type ImageTagMutability,
} from '@aws-sdk/client-ecr';
import { describe, expect, test } from '@jest/globals';
import { errorOf, ociManifest, refusal, standsOfThisFile } from './stand.ts';

const stand = standsOfThisFile();
const repositoryName = 'team/app';
// Observed since 2025; before, it ended in "because the repository is immutable."
const text = (tag: string) =>
  `The image tag '${tag}' already exists in the 'team/app' repository and cannot be overwritten because the tag is immutable.`;

const cases: readonly (readonly [
  mode: ImageTagMutability,
  filters: readonly string[],
  tag: string,
  moves: boolean,
])[] = [
  ['MUTABLE', [], 'v1', true],
  ['IMMUTABLE', [], 'v1', false],
  ['IMMUTABLE', [], 'latest', false],
  ['IMMUTABLE_WITH_EXCLUSION', ['latest', 'dev-*'], 'v1', false],
  ['IMMUTABLE_WITH_EXCLUSION', ['latest', 'dev-*'], 'latest', true],
  ['IMMUTABLE_WITH_EXCLUSION', ['latest', 'dev-*'], 'dev-7', true],
  ['IMMUTABLE_WITH_EXCLUSION', ['latest', 'dev-*'], 'my-dev-7', false],
  ['IMMUTABLE_WITH_EXCLUSION', ['v1.x'], 'v1-x', false],
  ['IMMUTABLE_WITH_EXCLUSION', ['*-rc*'], 'v1-rc2', true],
  ['MUTABLE_WITH_EXCLUSION', ['v*'], 'v1', false],
  ['MUTABLE_WITH_EXCLUSION', ['v*'], 'latest', true],
];

describe.each(cases)('%s with filters %j', (imageTagMutability, filters, tag, moves) => {
  const begin = async () => {
    const world = await stand();
    await world.client.send(
      new PutImageTagMutabilityCommand({
        repositoryName,
        imageTagMutability,
        ...(filters.length > 0 && {
          imageTagMutabilityExclusionFilters: filters.map((filter) => ({ filterType: 'WILDCARD', filter })),
        }),
      }),
    );
    const before = await world.push('before', { tag });
    return { ...world, before, after: await world.push('after') };
  };

  test(`${tag} ${moves ? 'moves' : 'stays'} by the API`, async () => {
    const { client, after, before, ecr } = await begin();
    const command = new PutImageCommand({ repositoryName, imageManifest: after.body, imageTag: tag });
    if (moves) await client.send(command);
    else {
      const error = await refusal(client.send(command));
      expect(error).toBeInstanceOf(ImageTagAlreadyExistsException);
      expect(error.message).toBe(text(tag));
    }
    expect(ecr.tags(repositoryName)[tag]).toBe((moves ? after : before).digest);
  });

  test(`${tag} ${moves ? 'moves' : 'stays'} by HTTP`, async () => {
    const { http, after, before, ecr } = await begin();
    const answer = await http('PUT', `/v2/team/app/manifests/${tag}`, {
      headers: { 'content-type': ociManifest },
      body: after.body,
    });
    if (!moves) expect(errorOf(answer)).toEqual({ code: 'TAG_INVALID', message: text(tag) });
    expect([answer.status, ecr.tags(repositoryName)[tag]]).toEqual([
      moves ? 201 : 400,
      (moves ? after : before).digest,
    ]);
  });
});

test('an unchanged image under an immutable tag: unchanged for the API, refused by HTTP', async () => {
  const { client, push, http, ecr } = await stand();
  ecr.createRepository('fixed/app', { imageTagMutability: 'IMMUTABLE' });
  const { body } = await push('x', { tag: '1', repository: 'fixed/app' });
  const error = await refusal(
    client.send(new PutImageCommand({ repositoryName: 'fixed/app', imageManifest: body, imageTag: '1' })),
  );
  expect(error).toBeInstanceOf(ImageAlreadyExistsException);
  const answer = await http('PUT', '/v2/fixed/app/manifests/1', {
    headers: { 'content-type': ociManifest },
    body,
  });
  expect(errorOf(answer)?.code).toBe('TAG_INVALID');
});

test('filters of a repository count only while its mode is one with exclusion', async () => {
  const { push, ecr } = await stand();
  ecr.createRepository('fixed/app', { imageTagMutability: 'IMMUTABLE', exclusionFilters: ['latest'] });
  await push('before', { tag: 'latest', repository: 'fixed/app' });
  await expect(push('after', { tag: 'latest', repository: 'fixed/app' })).rejects.toThrow(/tag is immutable/);
});

const wildcard = (filter: string) => ({ filterType: 'WILDCARD' as const, filter });

test.each([
  ['an unknown mode', { imageTagMutability: 'FROZEN' as 'MUTABLE' }],
  ['filters for a mode without exclusion', { imageTagMutability: 'IMMUTABLE', filters: [wildcard('a')] }],
  ['no filters for a mode with exclusion', { imageTagMutability: 'MUTABLE_WITH_EXCLUSION' }],
  [
    'six filters',
    { imageTagMutability: 'MUTABLE_WITH_EXCLUSION', filters: ['a', 'b', 'c', 'd', 'e', 'f'].map(wildcard) },
  ],
  ['a question mark', { imageTagMutability: 'MUTABLE_WITH_EXCLUSION', filters: [wildcard('v?')] }],
  ['129 letters', { imageTagMutability: 'MUTABLE_WITH_EXCLUSION', filters: [wildcard('v'.repeat(129))] }],
] as const)('is refused by both operations: %s', async (_case, settings) => {
  const { client } = await stand();
  const { imageTagMutability } = settings;
  const filters = 'filters' in settings ? [...settings.filters] : undefined;
  const input = { imageTagMutability, imageTagMutabilityExclusionFilters: filters };
  expect(
    await refusal(client.send(new PutImageTagMutabilityCommand({ repositoryName, ...input }))),
  ).toBeInstanceOf(InvalidParameterException);
  expect(
    await refusal(client.send(new CreateRepositoryCommand({ repositoryName: 'new/app', ...input }))),
  ).toBeInstanceOf(InvalidParameterException);
});
