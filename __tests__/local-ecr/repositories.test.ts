import {
  BatchGetRepositoryScanningConfigurationCommand as BatchGetScanning,
  CreateRepositoryCommand,
  DeleteRepositoryCommand,
  DescribeRegistryCommand,
  DescribeRepositoriesCommand,
  GetAccountSettingCommand,
  GetRegistryScanningConfigurationCommand,
  InvalidParameterException,
  InvalidTagParameterException,
  PutAccountSettingCommand,
  PutImageScanningConfigurationCommand,
  PutRegistryScanningConfigurationCommand,
  RepositoryAlreadyExistsException,
  RepositoryNotEmptyException,
  RepositoryNotFoundException,
  TooManyTagsException,
  ValidationException,
} from '@aws-sdk/client-ecr';
import { describe, expect, test } from '@jest/globals';
import { refusal, standsOfThisFile, start0 } from './stand.ts';

const stand = standsOfThisFile();

describe('repositories', () => {
  test('are created as asked for, and described with real dates', async () => {
    const { client, ecr } = await stand();
    const { repository } = await client.send(
      new CreateRepositoryCommand({
        repositoryName: 'a/b',
        imageScanningConfiguration: { scanOnPush: true },
      }),
    );
    const { repositories } = await client.send(new DescribeRepositoriesCommand({ repositoryNames: ['a/b'] }));
    expect(repositories).toEqual([repository]);
    expect(repository).toEqual({
      registryId: '123456789012',
      repositoryName: 'a/b',
      repositoryArn: 'arn:aws:ecr:eu-west-1:123456789012:repository/a/b',
      repositoryUri: `${ecr.host}/a/b`,
      createdAt: new Date(start0),
      imageTagMutability: 'MUTABLE',
      imageScanningConfiguration: { scanOnPush: true },
      encryptionConfiguration: { encryptionType: 'AES256' },
    });
  });

  test('a second one of the same name is refused', async () => {
    const { client } = await stand();
    const error = await refusal(client.send(new CreateRepositoryCommand({ repositoryName: 'team/app' })));
    expect(error).toBeInstanceOf(RepositoryAlreadyExistsException);
    expect(error.message).toBe(
      "The repository with name 'team/app' already exists in the registry with id '123456789012'",
    );
  });

  test.each(['constructor', 'hasown', 'valueof'])('%s is a name like others', async (repositoryName) => {
    const { client } = await stand();
    const missing = await refusal(
      client.send(new DescribeRepositoriesCommand({ repositoryNames: [repositoryName] })),
    );
    expect(missing).toBeInstanceOf(RepositoryNotFoundException);
    await client.send(new CreateRepositoryCommand({ repositoryName }));
    const found = await client.send(new DescribeRepositoriesCommand({ repositoryNames: [repositoryName] }));
    expect(found.repositories).toHaveLength(1);
  });

  test.each([
    ['empty name', '', "'must have length greater than or equal to 2'"],
    ['one letter', 'a', "'must have length greater than or equal to 2'"],
    ['257 letters', 'a'.repeat(257), "'must have length less than or equal to 256'"],
    ['capitals', 'Team/App', "'must satisfy regular expression"],
    ['a slash at the end', 'team/', "'must satisfy regular expression"],
    ['two slashes', 'team//app', "'must satisfy regular expression"],
  ])('the name is refused: %s', async (_case, repositoryName, constraint) => {
    const { client } = await stand();
    const error = await refusal(client.send(new CreateRepositoryCommand({ repositoryName })));
    expect(error).toBeInstanceOf(InvalidParameterException);
    expect(error.message).toContain(
      `Invalid parameter at 'repositoryName' failed to satisfy constraint: ${constraint}`,
    );
  });

  test('what does not exist is named with the registry that was asked', async () => {
    const { client } = await stand();
    const error = await refusal(
      client.send(new DescribeRepositoriesCommand({ repositoryNames: ['no/such'] })),
    );
    expect(error).toBeInstanceOf(RepositoryNotFoundException);
    expect(error.message).toBe(
      "The repository with name 'no/such' does not exist in the registry with id '123456789012'",
    );
    const elsewhere = await refusal(
      client.send(
        new DescribeRepositoriesCommand({ repositoryNames: ['team/app'], registryId: '999999999999' }),
      ),
    );
    expect(elsewhere).toBeInstanceOf(RepositoryNotFoundException);
  });

  test('come in pages, each of them once', async () => {
    const { client, ecr } = await stand();
    for (let index = 0; index < 6; index += 1) ecr.createRepository(`many/r${String(index)}`);
    const names: (string | undefined)[] = [];
    const sizes: number[] = [];
    let nextToken: string | undefined;
    do {
      const answer = await client.send(new DescribeRepositoriesCommand({ maxResults: 3, nextToken }));
      sizes.push(answer.repositories?.length ?? 0);
      names.push(...(answer.repositories ?? []).map(({ repositoryName }) => repositoryName));
      nextToken = answer.nextToken;
    } while (nextToken !== undefined);
    expect(sizes).toEqual([3, 3, 1]);
    expect(new Set(names).size).toBe(7);
  });

  test('with images are deleted by force only', async () => {
    const { client, push, ecr } = await stand();
    await push('x', { tag: '1' });
    const error = await refusal(client.send(new DeleteRepositoryCommand({ repositoryName: 'team/app' })));
    expect(error).toBeInstanceOf(RepositoryNotEmptyException);
    expect(error.message).toBe(
      "The repository with name 'team/app' in registry with id '123456789012' cannot be deleted because it still contains images",
    );
    await refusal(client.send(new DeleteRepositoryCommand({ repositoryName: 'team/app', force: false })));
    await client.send(new DeleteRepositoryCommand({ repositoryName: 'team/app', force: true }));
    expect(() => ecr.tags('team/app')).toThrow('does not exist');
  });

  test('tags of the resource have limits', async () => {
    const { client } = await stand();
    const create = (tags: { Key: string; Value: string }[]) =>
      refusal(client.send(new CreateRepositoryCommand({ repositoryName: 'with/tags', tags })));
    expect(await create([{ Key: 'k'.repeat(129), Value: '' }])).toBeInstanceOf(InvalidTagParameterException);
    const many = Array.from({ length: 51 }, (_, index) => ({ Key: `k${String(index)}`, Value: '' }));
    expect(await create(many)).toBeInstanceOf(TooManyTagsException);
  });
});

describe("the registry's settings", () => {
  test('a registry that nobody has set up scans by hand and mounts nothing', async () => {
    const { client } = await stand();
    expect(
      (await client.send(new GetRegistryScanningConfigurationCommand({}))).scanningConfiguration,
    ).toEqual({
      scanType: 'BASIC',
      rules: [],
    });
    expect((await client.send(new GetAccountSettingCommand({ name: 'BLOB_MOUNTING' }))).value).toBe(
      'DISABLED',
    );
    expect(await client.send(new DescribeRegistryCommand({}))).toMatchObject({
      registryId: '123456789012',
      replicationConfiguration: { rules: [] },
    });
  });

  test.each([
    ['an unknown setting', 'NO_SUCH', 'ENABLED'],
    ['an unknown value', 'BLOB_MOUNTING', 'YES'],
    ['the scanner that is gone', 'BASIC_SCAN_TYPE_VERSION', 'CLAIR'],
  ])('%s is refused', async (_case, name, value) => {
    const { client } = await stand();
    expect(await refusal(client.send(new PutAccountSettingCommand({ name, value })))).toBeInstanceOf(
      ValidationException,
    );
  });

  test('the frequency of a repository is that of the first rule whose filter matches', async () => {
    const { client, ecr } = await stand();
    ecr.createRepository('prod/app');
    const rules = [
      {
        scanFrequency: 'SCAN_ON_PUSH' as const,
        repositoryFilters: [{ filter: 'prod/*', filterType: 'WILDCARD' as const }],
      },
    ];
    await client.send(new PutRegistryScanningConfigurationCommand({ scanType: 'BASIC', rules }));
    const answer = await client.send(
      new BatchGetScanning({ repositoryNames: ['prod/app', 'team/app', 'no/such'] }),
    );
    expect(answer.scanningConfigurations).toEqual([
      {
        repositoryArn: 'arn:aws:ecr:eu-west-1:123456789012:repository/prod/app',
        repositoryName: 'prod/app',
        scanOnPush: true,
        scanFrequency: 'SCAN_ON_PUSH',
        appliedScanFilters: [{ filter: 'prod/*', filterType: 'WILDCARD' }],
      },
      expect.objectContaining({ repositoryName: 'team/app', scanOnPush: false, scanFrequency: 'MANUAL' }),
    ]);
    expect(answer.failures).toMatchObject([
      { repositoryName: 'no/such', failureCode: 'REPOSITORY_NOT_FOUND' },
    ]);
  });

  test("a repository's own scan on push counts where no rule matches", async () => {
    const { client } = await stand();
    await client.send(
      new PutImageScanningConfigurationCommand({
        repositoryName: 'team/app',
        imageScanningConfiguration: { scanOnPush: true },
      }),
    );
    const answer = await client.send(new BatchGetScanning({ repositoryNames: ['team/app'] }));
    expect(answer.scanningConfigurations?.[0]?.scanFrequency).toBe('SCAN_ON_PUSH');
  });

  test.each([
    ['BASIC', 'CONTINUOUS_SCAN'],
    ['ENHANCED', 'MANUAL'],
  ] as const)('%s scanning has no %s', async (scanType, scanFrequency) => {
    const { client } = await stand();
    const rules = [{ scanFrequency, repositoryFilters: [{ filter: '*', filterType: 'WILDCARD' as const }] }];
    const error = await refusal(
      client.send(new PutRegistryScanningConfigurationCommand({ scanType, rules })),
    );
    expect(error).toBeInstanceOf(ValidationException);
  });
});
