import {
  DescribeImagesCommand,
  ECRServiceException,
  GetAuthorizationTokenCommand,
  ServerException,
} from '@aws-sdk/client-ecr';
import { Agent, request } from 'node:http';
import { describe, expect, test } from '@jest/globals';
import { startLocalEcr } from '../../local-ecr/index.ts';
import { refusal, send, standsOfThisFile, start0, type Stand } from './stand.ts';

const stand = standsOfThisFile();
const repositoryName = 'team/app';

const signature = (service: string) =>
  `AWS4-HMAC-SHA256 Credential=KEY/20260102/eu-west-1/${service}/aws4_request, SignedHeaders=host, Signature=${'a'.repeat(64)}`;

function call({ ecr }: Stand, operation: string, body: string, authorization = signature('ecr')) {
  return send(
    ecr.url,
    'POST',
    {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `AmazonEC2ContainerRegistry_V20150921.${operation}`,
      ...(authorization !== '' && { authorization }),
    },
    body,
  );
}

describe('AWS JSON 1.1', () => {
  test('times are seconds since 1970, as numbers', async () => {
    const on = await stand();
    await on.push('x', { tag: '1' });
    on.pass(1500);
    const { body, headers } = await call(on, 'DescribeImages', JSON.stringify({ repositoryName }));
    expect(headers['content-type']).toBe('application/x-amz-json-1.1');
    expect(JSON.parse(body)).toMatchObject({ imageDetails: [{ imagePushedAt: start0 / 1000 }] });
    const token = await call(on, 'GetAuthorizationToken', '{}');
    expect(JSON.parse(token.body)).toMatchObject({
      authorizationData: [{ expiresAt: (start0 + 1500) / 1000 + 12 * 3600 }],
    });
  });

  test('an error has its type in body and header', async () => {
    const on = await stand();
    const answer = await call(on, 'DescribeImages', JSON.stringify({ repositoryName: 'no/such' }));
    expect(answer.status).toBe(400);
    expect(answer.headers['x-amzn-errortype']).toBe('RepositoryNotFoundException');
    expect(JSON.parse(answer.body)).toEqual({
      __type: 'RepositoryNotFoundException',
      message: "The repository with name 'no/such' does not exist in the registry with id '123456789012'",
    });
  });

  test.each([
    ['no signature', 'DescribeImages', '{}', '', 'MissingAuthenticationTokenException'],
    [
      'half a signature',
      'DescribeImages',
      '{}',
      'AWS4-HMAC-SHA256 Credential=x',
      'IncompleteSignatureException',
    ],
    ["another service's signature", 'DescribeImages', '{}', signature('s3'), 'InvalidSignatureException'],
    ['an unknown operation', 'DescribeMoon', '{}', undefined, 'UnknownOperationException'],
    ["a name of Object's own", 'constructor', '{}', undefined, 'UnknownOperationException'],
    ['a body that is not JSON', 'DescribeImages', '{', undefined, 'SerializationException'],
    ['null', 'DescribeImages', 'null', undefined, 'SerializationException'],
    ['a list', 'DescribeImages', '[]', undefined, 'SerializationException'],
    ['a number for a text', 'DescribeImages', '{"repositoryName":5}', undefined, 'SerializationException'],
    [
      'a text for a list',
      'DescribeImages',
      '{"repositoryName":"team/app","imageIds":"x"}',
      undefined,
      'SerializationException',
    ],
    ['no name', 'DescribeImages', '{}', undefined, 'InvalidParameterException'],
    [
      'null for the name',
      'DescribeImages',
      '{"repositoryName":null}',
      undefined,
      'InvalidParameterException',
    ],
  ])('refuses %s', async (_case, operation, body, authorization, type) => {
    const answer = await call(await stand(), operation, body, authorization);
    expect([answer.status, JSON.parse(answer.body)]).toEqual([
      400,
      expect.objectContaining({ __type: type }),
    ]);
  });

  test('names what must not be null', async () => {
    const { body } = await call(await stand(), 'BatchGetImage', JSON.stringify({ repositoryName }));
    expect(JSON.parse(body)).toMatchObject({
      message: "Invalid parameter at 'imageIds' failed to satisfy constraint: 'must not be null'",
    });
  });
});

describe('GetAuthorizationToken', () => {
  test("gives AWS and a password for this registry's host, 12 hours long", async () => {
    const { client, ecr, http, pass } = await stand();
    const { authorizationData } = await client.send(new GetAuthorizationTokenCommand({}));
    expect(authorizationData).toHaveLength(1);
    const [data] = authorizationData ?? [];
    expect(data?.proxyEndpoint).toBe(ecr.url);
    expect(data?.expiresAt).toEqual(new Date(start0 + 12 * 3600_000));
    const token = data?.authorizationToken ?? '';
    expect(Buffer.from(token, 'base64').toString()).toMatch(/^AWS:.{60,}$/);
    pass(12 * 3600_000 - 1);
    expect((await http('GET', '/v2/', { token })).status).toBe(200);
    pass(1);
    expect((await http('GET', '/v2/', { token })).status).toBe(403);
  });

  test('gives tokens that differ, and live as long as the options say', async () => {
    const { client, tokenOf, http, pass } = await stand({ tokenLifetimeMs: 1000 });
    const [first, second] = [await tokenOf(client), await tokenOf(client)];
    expect(first).not.toBe(second);
    pass(1000);
    expect((await http('GET', '/v2/', { token: first })).status).toBe(403);
    expect((await http('GET', '/v2/', { token: await tokenOf(client) })).status).toBe(200);
  });

  test('expireTokens ends those that there are and none after them', async () => {
    const { client, tokenOf, http, ecr } = await stand();
    const token = await tokenOf(client);
    ecr.expireTokens();
    expect((await http('GET', '/v2/', { token })).status).toBe(403);
    expect((await http('GET', '/v2/', { token: await tokenOf(client) })).status).toBe(200);
  });
});

describe('STS', () => {
  const ask = ({ ecr }: Stand, body: string, authorization = signature('sts')) =>
    send(ecr.url, 'POST', authorization === '' ? {} : { authorization }, body);

  test('says who signed, in the words of a denial', async () => {
    const on = await stand();
    const { status, body } = await ask(on, 'Action=GetCallerIdentity&Version=2011-06-15');
    expect(status).toBe(200);
    expect(body).toContain('<Arn>arn:aws:sts::123456789012:assumed-role/local-ecr/KEY</Arn>');
    expect(body).toContain('<Account>123456789012</Account>');
  });

  test.each([
    ['no signature', 'Action=GetCallerIdentity', '', 403, '<Code>MissingAuthenticationToken</Code>'],
    ['what it does not know', 'Action=<b>', undefined, 400, 'Could not find operation &lt;b&gt;'],
  ])('refuses %s', async (_case, body, authorization, status, text) => {
    const answer = await ask(await stand(), body, authorization);
    expect(answer.status).toBe(status);
    expect(answer.body).toContain(text);
  });
});

describe('faults', () => {
  const describeImages = ({ client }: Stand) => client.send(new DescribeImagesCommand({ repositoryName }));

  test('of the API are errors as the SDK knows them, as often as they say', async () => {
    const on = await stand();
    on.ecr.addFault({ operation: 'DescribeImages', times: 2, status: 400, type: 'ThrottlingException' });
    for (let time = 0; time < 2; time += 1) {
      const error = await refusal(describeImages(on));
      expect(error).toBeInstanceOf(ECRServiceException);
      expect([error.name, error.message]).toEqual(['ThrottlingException', 'Rate exceeded']);
    }
    await describeImages(on);
  });

  test('of the server are ServerException', async () => {
    const on = await stand();
    on.ecr.addFault({ operation: 'DescribeImages', status: 500, type: 'ServerException', message: 'no' });
    expect(await refusal(describeImages(on))).toBeInstanceOf(ServerException);
    on.ecr.clearFaults();
    await describeImages(on);
  });

  test('of the HTTP interface are error bodies of the specification', async () => {
    const { http, ecr } = await stand();
    ecr.addFault({ operation: 'GET tags', times: 1, status: 429 });
    const answer = await http('GET', '/v2/team/app/tags/list');
    expect([answer.status, JSON.parse(answer.body)]).toEqual([
      429,
      { errors: [{ code: 'TOOMANYREQUESTS', message: 'Rate exceeded' }] },
    ]);
    expect((await http('GET', '/v2/team/app/tags/list')).status).toBe(200);
  });

  test('may cut the connection or take their time', async () => {
    const { http, ecr } = await stand();
    await http('GET', '/v2/');
    ecr.addFault({ operation: 'GET tags', times: 1, reset: true });
    expect(await refusal(http('GET', '/v2/team/app/tags/list'))).toMatchObject({ code: 'ECONNRESET' });
    ecr.addFault({ operation: 'GET tags', times: 1, delayMs: 80 });
    const before = performance.now();
    expect((await http('GET', '/v2/team/app/tags/list')).status).toBe(200);
    expect(performance.now() - before).toBeGreaterThan(75);
  });
});

test('every request is recorded with what it was and how it ended', async () => {
  const { ecr, http, client } = await stand();
  await client.send(new DescribeImagesCommand({ repositoryName }));
  await http('HEAD', '/v2/team/app/manifests/none');
  expect(ecr.requests).toMatchObject([
    { kind: 'api', operation: 'DescribeImages', status: 200, body: JSON.stringify({ repositoryName }) },
    { kind: 'api', operation: 'GetAuthorizationToken', status: 200 },
    { kind: 'registry', operation: 'HEAD manifest', path: '/v2/team/app/manifests/none', status: 404 },
  ]);
});

test('latency: every request waits, the first one of a connection longer', async () => {
  const waited: number[] = [];
  const ecr = await startLocalEcr({
    latencyMs: 20,
    connectionLatencyMs: 200,
    onRequest: ({ ms }) => waited.push(ms),
  });
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const ask = () =>
    new Promise((resolve, reject) => {
      request(`${ecr.url}/v2/`, { agent }, (response) => response.resume().on('close', resolve))
        .on('error', reject)
        .end();
    });
  try {
    await ask();
    await ask();
    expect(waited[0]).toBeGreaterThan(210);
    expect(waited[1]).toBeGreaterThan(15);
    expect(waited[1]).toBeLessThan(waited[0]!);
  } finally {
    agent.destroy();
    await ecr.close();
  }
});
