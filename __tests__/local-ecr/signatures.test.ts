import { DescribeRepositoriesCommand, ECRClient } from '@aws-sdk/client-ecr';
import { DescribeRegistriesCommand, ECRPUBLICClient } from '@aws-sdk/client-ecr-public';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/nested-clients/sts';
import { describe, expect, test } from '@jest/globals';
import { createHash, createHmac } from 'node:crypto';
import { refusal, send, start0, standsOfThisFile } from './stand.ts';

const stand = standsOfThisFile();
const role = {
  arn: 'arn:aws:iam::123456789012:role/ship',
  trustPolicy: {
    Statement: [{ Effect: 'Allow' as const, Principal: { AWS: '123456789012' }, Action: 'sts:AssumeRole' }],
  },
};

/** Clients of each service that sign with a secret, by the clock of this machine. */
async function begin(secretAccessKey = 'local-ecr', clockOff = 0) {
  const { ecr } = await stand({ verifySignatures: true, clock: { now: () => Date.now() + clockOff } });
  ecr.addRole(role);
  const credentials = { accessKeyId: 'LOCALECR', secretAccessKey };
  const given = { region: ecr.region, credentials, maxAttempts: 1 };
  const clients = {
    ecr: new ECRClient({ ...given, endpoint: ecr.url }),
    public: new ECRPUBLICClient({ ...given, region: 'us-east-1', endpoint: ecr.public.url }),
    sts: new STSClient({ ...given, endpoint: ecr.url }),
  };
  const asked = {
    ecr: () => clients.ecr.send(new DescribeRepositoriesCommand({})),
    public: () => clients.public.send(new DescribeRegistriesCommand({})),
    sts: () => clients.sts.send(new AssumeRoleCommand({ RoleArn: role.arn, RoleSessionName: 'a' })),
  };
  return { ecr, asked };
}

describe('where signatures are verified', () => {
  test('each service takes what is signed with the secret', async () => {
    const { asked } = await begin();
    expect((await asked.ecr()).repositories).toHaveLength(1);
    expect((await asked.public()).registries).toHaveLength(1);
    expect((await asked.sts()).AssumedRoleUser?.Arn).toBe('arn:aws:sts::123456789012:assumed-role/ship/a');
  });

  test('another secret is refused, by each in its own word', async () => {
    const { asked } = await begin('local-ecr.');
    const names = [await refusal(asked.ecr()), await refusal(asked.public()), await refusal(asked.sts())];
    expect(names.map(({ name }) => name)).toEqual([
      'InvalidSignatureException',
      'InvalidSignatureException',
      'SignatureDoesNotMatch',
    ]);
    for (const { message } of names)
      expect(message).toMatch(
        /^The request signature we calculated does not match the signature you provided\./,
      );
  });

  test.each([
    [
      6 * 60_000,
      /^Signature expired: \d{8}T\d{6}Z is now earlier than \d{8}T\d{6}Z \(\d{8}T\d{6}Z - 5 min\.\)$/,
    ],
    [
      -6 * 60_000,
      /^Signature not yet current: \d{8}T\d{6}Z is still later than \d{8}T\d{6}Z \(\d{8}T\d{6}Z \+ 5 min\.\)$/,
    ],
  ])('a clock that is %i ms off is refused, and the answer says the time', async (off, words) => {
    const { asked } = await begin('local-ecr', off);
    const error = (await refusal(asked.ecr())) as Error & { $response: { headers: { date: string } } };
    expect(error.name).toBe('InvalidSignatureException');
    expect(error.message).toMatch(words);
    expect(Math.abs(Date.parse(error.$response.headers.date) - Date.now() - off)).toBeLessThan(60_000);
  });

  test('a client that goes by the answer is let in with its second request', async () => {
    const { ecr } = await begin('local-ecr', 3600_000);
    const credentials = { accessKeyId: 'LOCALECR', secretAccessKey: 'local-ecr' };
    const client = new ECRClient({ region: ecr.region, credentials, endpoint: ecr.url });
    expect((await client.send(new DescribeRepositoriesCommand({}))).repositories).toHaveLength(1);
    expect(ecr.requests.map(({ status }) => status)).toEqual([400, 200]);
  });

  test('credentials of STS are verified with the secret that STS gave', async () => {
    const { ecr, asked } = await begin();
    const { Credentials: given } = await asked.sts();
    const ask = (secretAccessKey: string) =>
      new ECRClient({
        region: ecr.region,
        endpoint: ecr.url,
        maxAttempts: 1,
        credentials: {
          accessKeyId: given?.AccessKeyId ?? '',
          sessionToken: given?.SessionToken ?? '',
          secretAccessKey,
        },
      }).send(new DescribeRepositoriesCommand({}));
    expect((await ask(given?.SecretAccessKey ?? '')).repositories).toHaveLength(1);
    expect((await refusal(ask('local-ecr'))).name).toBe('InvalidSignatureException');
  });

  test('a body, a path and a query are as they were when they were signed', async () => {
    const { ecr } = await stand({ verifySignatures: true });
    const date = new Date(start0).toISOString().replace(/[-:]|\.\d{3}/g, '');
    const names = 'host;x-amz-date;x-amz-target';
    const target = 'AmazonEC2ContainerRegistry_V20150921.DescribeRepositories';
    const sha = (text: string) => createHash('sha256').update(text).digest('hex');
    const headers = `host:${ecr.host}\nx-amz-date:${date}\nx-amz-target:${target}\n`;
    const scope = `${date.slice(0, 8)}/eu-west-1/ecr/aws4_request`;
    const canonical = ['POST', '/a%2520b', 'x=1%2F2&y=', headers, names, sha('{}')].join('\n');
    const mac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();
    const key = scope.split('/').reduce<string | Buffer>(mac, 'AWS4local-ecr');
    const signature = mac(key, ['AWS4-HMAC-SHA256', date, scope, sha(canonical)].join('\n')).toString('hex');
    const sent = {
      'x-amz-date': date,
      'x-amz-target': target,
      authorization: `AWS4-HMAC-SHA256 Credential=LOCALECR/${scope}, SignedHeaders=${names}, Signature=${signature}`,
    };
    const statusOf = async (path: string, body: string) =>
      (await send(`${ecr.url}${path}`, 'POST', sent, body)).status;
    expect(await statusOf('/a%20b?y=&x=1%2F2', '{}')).toBe(200);
    expect(await statusOf('/a%20b?y=&x=1%2F2', '{ }')).toBe(400);
    expect(await statusOf('/a%20b?x=1%2F2', '{}')).toBe(400);
    expect(await statusOf('/a%20c?y=&x=1%2F2', '{}')).toBe(400);
  });
});

test('where they are not, any secret does', async () => {
  const { client } = await stand();
  expect((await client.send(new DescribeRepositoriesCommand({}))).repositories).toHaveLength(1);
});
