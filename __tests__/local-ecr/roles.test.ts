import {
  CreateRepositoryCommand,
  DescribeRepositoriesCommand,
  ECRClient,
  GetAuthorizationTokenCommand,
  SetRepositoryPolicyCommand,
} from '@aws-sdk/client-ecr';
import { AssumeRoleCommand, AssumeRoleWithWebIdentityCommand, STSClient } from '@aws-sdk/nested-clients/sts';
import { describe, expect, test } from '@jest/globals';
import { createPublicKey, verify } from 'node:crypto';
import { emptyScenario, type Role } from '../../local-ecr/index.ts';
import { standsOfThisFile, type Stand } from './stand.ts';

const stand = standsOfThisFile();
const provider = 'token.actions.githubusercontent.com';
const main = 'repo:team/app:ref:refs/heads/main';
const arn = 'arn:aws:iam::123456789012:role/ship';
const other = { accountId: '210987654321', region: 'us-east-1' };

const trusting = (condition: object): Role => ({
  arn,
  trustPolicy: {
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Federated: `arn:aws:iam::123456789012:oidc-provider/${provider}` },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: condition as Record<string, Record<string, string>>,
      },
    ],
  },
});
const exactly = (sub: string) => ({
  StringEquals: { [`${provider}:aud`]: 'sts.amazonaws.com', [`${provider}:sub`]: sub },
});

const keys = { accessKeyId: 'LOCALECR', secretAccessKey: 'x' };
const sts = ({ ecr }: Stand, credentials: object = keys) =>
  new STSClient({
    endpoint: ecr.url,
    region: ecr.region,
    credentials: credentials as typeof keys,
    maxAttempts: 1,
  });
const withToken = (at: Stand, token: string, more: object = {}) =>
  sts(at).send(
    new AssumeRoleWithWebIdentityCommand({
      RoleArn: arn,
      RoleSessionName: 'GitHubActions',
      WebIdentityToken: token,
      ...more,
    }),
  );
const registryAs = ({ ecr }: Stand, credentials: object, region = ecr.region) =>
  new ECRClient({ endpoint: ecr.url, region, credentials: credentials as typeof keys, maxAttempts: 1 });
const asIdentity = (
  given?: Partial<Record<'AccessKeyId' | 'SecretAccessKey' | 'SessionToken', string | undefined>>,
) => ({
  accessKeyId: given?.AccessKeyId ?? '',
  secretAccessKey: given?.SecretAccessKey ?? '',
  sessionToken: given?.SessionToken ?? '',
});

describe('AssumeRoleWithWebIdentity', () => {
  test('gives credentials with which ECR answers, until they end', async () => {
    const at = await stand();
    at.ecr.addRole(trusting(exactly(main)));
    const { Credentials: given, AssumedRoleUser: user } = await withToken(
      at,
      at.ecr.idToken(main, 'sts.amazonaws.com'),
    );
    expect(user?.Arn).toBe('arn:aws:sts::123456789012:assumed-role/ship/GitHubActions');
    const client = registryAs(at, asIdentity(given));
    await client.send(new GetAuthorizationTokenCommand({}));
    at.pass(3_601_000);
    await expect(client.send(new GetAuthorizationTokenCommand({}))).rejects.toMatchObject({
      name: 'ExpiredTokenException',
    });
  });

  test.each([
    ['another branch', 'repo:team/app:ref:refs/heads/dev', exactly(main)],
    ['ids in the subject', 'repo:team@1/app@2:ref:refs/heads/main', exactly(main)],
    ['another audience', main, { StringEquals: { [`${provider}:aud`]: 'mine' } }],
    ['a claim that the token does not have', main, { StringEquals: { [`${provider}:enterprise`]: 'x' } }],
  ])('lets nobody in with %s', async (_, sub, condition) => {
    const at = await stand();
    at.ecr.addRole(trusting(condition));
    await expect(withToken(at, at.ecr.idToken(sub, 'sts.amazonaws.com'))).rejects.toMatchObject({
      name: 'AccessDenied',
      message: 'Not authorized to perform sts:AssumeRoleWithWebIdentity',
    });
  });

  test.each([
    { StringLike: { [`${provider}:sub`]: 'repo:team@*/app@*:ref:refs/heads/*' } },
    { 'ForAnyValue:StringEquals': { [`${provider}:repository_id`]: '2' } },
    { StringNotEquals: { [`${provider}:sub`]: main } },
  ])('lets in whom %j holds for', async (condition) => {
    const at = await stand();
    at.ecr.addRole(trusting(condition));
    const token = at.ecr.idToken('repo:team@1/app@2:ref:refs/heads/main', 'sts.amazonaws.com');
    expect((await withToken(at, token)).Credentials?.AccessKeyId).toMatch(/^ASIA/);
  });

  test('a role that is not there is refused in the same words', async () => {
    const at = await stand();
    await expect(withToken(at, at.ecr.idToken(main, 'x'))).rejects.toThrow('Not authorized to perform');
  });

  test('a forged token and one of an hour ago are not believed', async () => {
    const at = await stand();
    at.ecr.addRole(trusting({}));
    const token = at.ecr.idToken(main, 'sts.amazonaws.com');
    const [head = '', , signature = ''] = token.split('.');
    const claims = Buffer.from(JSON.stringify({ sub: main, exp: 9e9 })).toString('base64url');
    await expect(withToken(at, `${head}.${claims}.${signature}`)).rejects.toMatchObject({
      name: 'InvalidIdentityTokenException',
    });
    at.pass(3_600_000);
    await expect(withToken(at, token)).rejects.toMatchObject({ name: 'ExpiredTokenException' });
  });

  test('no session is longer than its role allows', async () => {
    const at = await stand();
    at.ecr.addRole({ ...trusting({}), maxSessionSeconds: 7200 });
    const token = at.ecr.idToken(main, 'sts.amazonaws.com');
    await withToken(at, token, { DurationSeconds: 7200 });
    await expect(withToken(at, token, { DurationSeconds: 7201 })).rejects.toThrow('MaxSessionDuration');
  });
});

describe('the tokens of a job', () => {
  test('come with the variables that the runner sets, signed with the key that is published', async () => {
    const at = await stand();
    const env = at.ecr.oidcEnv('repo:a@1/b@2:environment:prod');
    const url = `${env['ACTIONS_ID_TOKEN_REQUEST_URL'] ?? ''}&audience=mine`;
    const authorization = `Bearer ${env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'] ?? ''}`;
    expect((await fetch(url)).status).toBe(401);
    const { value } = (await (await fetch(url, { headers: { authorization } })).json()) as { value: string };
    const [head = '', payload = '', signature = ''] = value.split('.');
    const { keys: known } = (await (await fetch(`${at.ecr.url}/oidc/.well-known/jwks`)).json()) as {
      keys: [object];
    };
    const key = createPublicKey({ key: known[0] as Record<string, string>, format: 'jwk' });
    const isSigned = verify(
      'sha256',
      Buffer.from(`${head}.${payload}`),
      key,
      Buffer.from(signature, 'base64url'),
    );
    expect(isSigned).toBe(true);
    expect(JSON.parse(Buffer.from(payload, 'base64url').toString())).toMatchObject({
      iss: `https://${provider}`,
      sub: 'repo:a@1/b@2:environment:prod',
      aud: 'mine',
      repository: 'a/b',
      repository_id: '2',
      environment: 'prod',
    });
  });
});

describe('AssumeRole', () => {
  const chained = (by: object, action = 'sts:AssumeRole'): Role => ({
    arn: 'arn:aws:iam::210987654321:role/target',
    trustPolicy: {
      Statement: [{ Effect: 'Allow', Principal: by as Record<string, string>, Action: action }],
    },
  });
  const take = (at: Stand, more: object = {}) =>
    sts(at).send(
      new AssumeRoleCommand({
        RoleArn: 'arn:aws:iam::210987654321:role/target',
        RoleSessionName: 's',
        ...more,
      }),
    );

  test.each([
    { AWS: '123456789012' },
    { AWS: 'arn:aws:iam::123456789012:root' },
    { AWS: ['arn:aws:iam::123456789012:role/local-ecr'] },
    { AWS: 'arn:aws:sts::123456789012:assumed-role/local-ecr/LOCALECR' },
  ])('trusts %j', async (by) => {
    const at = await stand();
    at.ecr.addRole(chained(by));
    expect((await take(at)).AssumedRoleUser?.Arn).toContain('::210987654321:assumed-role/target/s');
    await expect(take(at, { DurationSeconds: 3601 })).rejects.toThrow(/session limit|MaxSession/);
  });

  test.each([{ AWS: '999999999999' }, { Service: 'ec2.amazonaws.com' }, { Federated: 'x' }])(
    'does not trust %j',
    async (by) => {
      const at = await stand();
      at.ecr.addRole(chained(by));
      await expect(take(at)).rejects.toThrow(
        'User: arn:aws:sts::123456789012:assumed-role/local-ecr/LOCALECR is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::210987654321:role/target',
      );
    },
  );

  test('across accounts the own policy has to allow it as well', async () => {
    const at = await stand();
    at.ecr.addRole(chained({ AWS: 'arn:aws:iam::123456789012:role/local-ecr' }));
    at.ecr.setPolicy({ Statement: [{ Effect: 'Allow', Action: 'ecr:*', Resource: '*' }] });
    await expect(take(at)).rejects.toMatchObject({ name: 'AccessDenied' });
  });
});

describe('several registries', () => {
  const scenario = {
    ...emptyScenario,
    registries: [
      { account: other.accountId, region: other.region, repositories: [{ name: 'far/app' }] },
      { account: '123456789012', region: other.region },
    ],
  };
  const theirs = { accessKeyId: `KEY-${other.accountId}`, secretAccessKey: 'x' };
  const describeIn = (client: ECRClient, more: object = {}) =>
    client.send(new DescribeRepositoriesCommand(more));

  test('account and region decide where a repository is, and its URI says it', async () => {
    const at = await stand({ scenario });
    const made = await registryAs(at, keys, 'us-east-1').send(
      new CreateRepositoryCommand({ repositoryName: 'near/app' }),
    );
    const port = at.ecr.host.split(':')[1] ?? '';
    expect(made.repository).toMatchObject({
      repositoryArn: 'arn:aws:ecr:us-east-1:123456789012:repository/near/app',
      repositoryUri: `127.0.0.3:${port}/near/app`,
    });
    const { repositories } = await describeIn(registryAs(at, theirs, 'us-east-1'));
    expect(repositories).toMatchObject([{ repositoryUri: `127.0.0.2:${port}/far/app` }]);
  });

  test('an account has a registry in every region that is named, an empty one where nothing is said of it', async () => {
    const [far] = scenario.registries;
    const at = await stand({ scenario: { ...emptyScenario, registries: far === undefined ? [] : [far] } });
    const near = registryAs(at, keys, other.region);
    expect((await describeIn(near)).repositories).toEqual([]);
    await near.send(new CreateRepositoryCommand({ repositoryName: 'near/app' }));
    const port = at.ecr.host.split(':')[1] ?? '';
    expect((await describeIn(near)).repositories).toMatchObject([
      { repositoryUri: `127.0.0.3:${port}/near/app`, registryId: '123456789012' },
    ]);
    expect((await describeIn(registryAs(at, theirs))).repositories).toEqual([]);
    await expect(describeIn(registryAs(at, keys, 'eu-north-1'))).rejects.toThrow('repository/*');
  });

  test("another account's repository needs its policy, and the own one", async () => {
    const at = await stand({ scenario });
    const client = registryAs(at, keys, 'us-east-1');
    const look = () => describeIn(client, { registryId: other.accountId, repositoryNames: ['far/app'] });
    const refusal =
      'User: arn:aws:sts::123456789012:assumed-role/local-ecr/LOCALECR is not authorized to perform: ecr:DescribeRepositories on resource: arn:aws:ecr:us-east-1:210987654321:repository/far/app because no resource-based policy allows the ecr:DescribeRepositories action';
    await expect(look()).rejects.toThrow(refusal);
    await registryAs(at, theirs, 'us-east-1').send(
      new SetRepositoryPolicyCommand({
        repositoryName: 'far/app',
        policyText: JSON.stringify({
          Statement: [{ Effect: 'Allow', Principal: { AWS: '123456789012' }, Action: 'ecr:Describe*' }],
        }),
      }),
    );
    expect((await look()).repositories).toHaveLength(1);
    at.ecr.setPolicy({ Statement: [{ Effect: 'Deny', Action: 'ecr:*', Resource: '*' }] });
    await expect(look()).rejects.toThrow('explicit deny in an identity-based policy');
  });

  test("a list of another account's repositories is nobody's to have", async () => {
    const at = await stand({ scenario });
    await expect(
      describeIn(registryAs(at, keys, 'us-east-1'), { registryId: other.accountId }),
    ).rejects.toThrow('repository/* because no resource-based policy allows');
    await expect(describeIn(registryAs(at, keys), { registryId: '999999999999' })).rejects.toThrow(
      'repository/* because no resource-based policy allows',
    );
  });

  test('a login opens the registries of its region as far as policies go, and no other region', async () => {
    const at = await stand({ scenario });
    at.ecr.createRepository('near/app', {}, { accountId: '123456789012', region: 'us-east-1' });
    const port = at.ecr.host.split(':')[1] ?? '';
    const token = await at.tokenOf(registryAs(at, keys, 'us-east-1'));
    const tags = async (address: string, name: string) => {
      const answer = await fetch(`http://${address}:${port}/v2/${name}/tags/list`, {
        headers: { authorization: `Basic ${token}` },
      });
      return { status: answer.status, body: await answer.text() };
    };
    expect((await tags('127.0.0.3', 'near/app')).status).toBe(200);
    const refused = await tags('127.0.0.2', 'far/app');
    expect(refused.status).toBe(403);
    expect(refused.body).toContain('no resource-based policy allows the ecr:ListImages action');
    at.ecr.setRepositoryPolicy(
      'far/app',
      { Statement: [{ Effect: 'Allow', Principal: '*', Action: 'ecr:ListImages' }] },
      other,
    );
    expect((await tags('127.0.0.2', 'far/app')).status).toBe(200);
    expect((await tags('127.0.0.1', 'near/app')).status).toBe(401);
  });
});
