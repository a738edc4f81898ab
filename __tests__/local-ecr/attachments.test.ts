import {
  CreateRepositoryCommand,
  DeleteLifecyclePolicyCommand,
  DeleteRepositoryPolicyCommand,
  GetLifecyclePolicyCommand,
  GetRepositoryPolicyCommand,
  InvalidParameterException,
  LifecyclePolicyNotFoundException,
  ListTagsForResourceCommand,
  PutLifecyclePolicyCommand,
  RepositoryNotFoundException,
  RepositoryPolicyNotFoundException,
  SetRepositoryPolicyCommand,
  TagResourceCommand,
  TooManyTagsException,
  UntagResourceCommand,
} from '@aws-sdk/client-ecr';
import { describe, expect, test } from '@jest/globals';
import { refusal, standsOfThisFile } from './stand.ts';

const stand = standsOfThisFile();
const repositoryName = 'team/app';
const resourceArn = 'arn:aws:ecr:eu-west-1:123456789012:repository/team/app';

test('a repository policy is set, read and deleted', async () => {
  const { client } = await stand();
  const policyText = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: '*', Action: 'ecr:BatchGetImage' }],
  });
  await client.send(new SetRepositoryPolicyCommand({ repositoryName, policyText }));
  expect((await client.send(new GetRepositoryPolicyCommand({ repositoryName }))).policyText).toBe(policyText);
  expect((await client.send(new DeleteRepositoryPolicyCommand({ repositoryName }))).policyText).toBe(
    policyText,
  );
  for (const command of [
    new GetRepositoryPolicyCommand({ repositoryName }),
    new DeleteRepositoryPolicyCommand({ repositoryName }),
  ]) {
    const error = await refusal(client.send(command));
    expect(error).toBeInstanceOf(RepositoryPolicyNotFoundException);
    expect(error.message).toBe(
      "Repository policy does not exist for the repository with name 'team/app' in the registry with id '123456789012'",
    );
  }
});

test.each([
  ['not JSON', '{'],
  ['no statements', '{"Version":"2012-10-17"}'],
])('a repository policy is refused: %s', async (_case, policyText) => {
  const { client } = await stand();
  const error = await refusal(client.send(new SetRepositoryPolicyCommand({ repositoryName, policyText })));
  expect(error).toBeInstanceOf(InvalidParameterException);
  expect(error.message).toBe(
    "Invalid parameter at 'PolicyText' failed to satisfy constraint: 'Invalid repository policy provided'",
  );
});

test('a lifecycle policy is put, read and deleted', async () => {
  const { client } = await stand();
  const selection = { tagStatus: 'untagged', countType: 'imageCountMoreThan', countNumber: 10 };
  const lifecyclePolicyText = JSON.stringify({
    rules: [{ rulePriority: 1, description: 'few', selection, action: { type: 'expire' } }],
  });
  await client.send(new PutLifecyclePolicyCommand({ repositoryName, lifecyclePolicyText }));
  const read = await client.send(new GetLifecyclePolicyCommand({ repositoryName }));
  expect(read.lifecyclePolicyText).toBe(lifecyclePolicyText);
  await client.send(new DeleteLifecyclePolicyCommand({ repositoryName }));
  const error = await refusal(client.send(new GetLifecyclePolicyCommand({ repositoryName })));
  expect(error).toBeInstanceOf(LifecyclePolicyNotFoundException);
  expect(error.message).toBe(
    "Lifecycle policy does not exist for the repository with name 'team/app' in the registry with id '123456789012'",
  );
});

test.each([
  ['shorter than 100 letters', '{"rules":[]}'],
  ['no rules', JSON.stringify({ description: 'x'.repeat(100) })],
])('a lifecycle policy is refused: %s', async (_case, lifecyclePolicyText) => {
  const { client } = await stand();
  const error = await refusal(
    client.send(new PutLifecyclePolicyCommand({ repositoryName, lifecyclePolicyText })),
  );
  expect(error).toBeInstanceOf(InvalidParameterException);
});

describe("a resource's tags", () => {
  test('are added, replaced, removed', async () => {
    const { client } = await stand();
    await client.send(
      new TagResourceCommand({
        resourceArn,
        tags: [
          { Key: 'team', Value: 'a' },
          { Key: 'cost', Value: '1' },
        ],
      }),
    );
    await client.send(new TagResourceCommand({ resourceArn, tags: [{ Key: 'team', Value: 'b' }] }));
    await client.send(new UntagResourceCommand({ resourceArn, tagKeys: ['cost', 'no-such'] }));
    const { tags } = await client.send(new ListTagsForResourceCommand({ resourceArn }));
    expect(tags).toEqual([{ Key: 'team', Value: 'b' }]);
  });

  test('are kept from the creation on', async () => {
    const { client } = await stand();
    const tags = [{ Key: 'team', Value: 'a' }];
    const { repository } = await client.send(
      new CreateRepositoryCommand({ repositoryName: 'new/app', tags }),
    );
    const listed = await client.send(
      new ListTagsForResourceCommand({ resourceArn: repository?.repositoryArn }),
    );
    expect(listed.tags).toEqual(tags);
  });

  test('are 50 at most, counted with those that are there', async () => {
    const { client } = await stand();
    const some = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, index) => ({ Key: `k${String(from + index)}`, Value: '' }));
    await client.send(new TagResourceCommand({ resourceArn, tags: some(0, 40) }));
    const error = await refusal(client.send(new TagResourceCommand({ resourceArn, tags: some(40, 51) })));
    expect(error).toBeInstanceOf(TooManyTagsException);
    const { tags } = await client.send(new ListTagsForResourceCommand({ resourceArn }));
    expect(tags).toHaveLength(40);
  });

  test.each([
    ['another service', 'arn:aws:s3:::bucket', InvalidParameterException],
    ['a repository that is not there', `${resourceArn}2`, RepositoryNotFoundException],
  ])('are not those of %s', async (_case, arn, exception) => {
    const { client } = await stand();
    expect(await refusal(client.send(new ListTagsForResourceCommand({ resourceArn: arn })))).toBeInstanceOf(
      exception,
    );
  });
});
