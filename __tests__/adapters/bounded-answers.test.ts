import type { RequestListener } from 'node:http';
import { BatchGetImageCommand, DescribeImagesCommand, ECRClient } from '@aws-sdk/client-ecr';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { boundAnswers } from '../../src/adapters/aws/bounded-answers.ts';
import { loadClient } from '../../src/adapters/ecr/ecr-client.ts';
import { listTags } from '../../src/adapters/ecr/ecr-images.ts';
import { ecrPrivate } from '../../src/adapters/ecr/ecr-private.ts';
import { registryTime } from '../../src/adapters/http/registry-time.ts';
import { drip, pour } from '../support/endless-answers.ts';
import { serversOfThisFile } from '../support/http-server.ts';
import { region, repository } from '../unit/support/values.ts';

const serve = serversOfThisFile();
const clients: ECRClient[] = [];
const before = { ...process.env };

beforeEach(() => {
  Object.assign(process.env, {
    AWS_ACCESS_KEY_ID: 'TEST',
    AWS_SECRET_ACCESS_KEY: 'secret',
    AWS_EC2_METADATA_DISABLED: 'true',
  });
});
afterEach(() => {
  for (const client of clients.splice(0)) client.destroy();
  for (const key of Object.keys(process.env)) if (!(key in before)) Reflect.deleteProperty(process.env, key);
  Object.assign(process.env, before);
});

const images = new DescribeImagesCommand({ repositoryName: 'team/app' });

/** A client that takes a thousand bytes in a tenth of a second. */
async function client(answer: RequestListener, maxAttempts = 2) {
  const server = await serve(answer);
  const made = new ECRClient({ endpoint: server.url, region: 'eu-west-1', maxAttempts });
  boundAnswers(made, registryTime(), { bytes: 1000, ms: 100 });
  clients.push(made);
  return { server, send: () => made.send(images) };
}

describe('an answer of the API', () => {
  test('within the bounds is what it was', async () => {
    const { send } = await client((_, response) => response.end('{"imageDetails":[{"imageTags":["a"]}]}'));
    expect((await send()).imageDetails?.[0]?.imageTags).toEqual(['a']);
  });

  test('that is an error stays that error', async () => {
    const { send } = await client((_, response) =>
      response.writeHead(400).end('{"__type":"RepositoryNotFoundException","message":"none"}'),
    );
    await expect(send()).rejects.toMatchObject({ name: 'RepositoryNotFoundException', message: 'none' });
  });

  test('that breaks off is asked for again', async () => {
    let answers = 0;
    const { send, server } = await client((request, response) => {
      answers += 1;
      if (answers > 1) return response.end('{"imageDetails":[]}');
      response.writeHead(200, { 'content-length': '14' }).write('{"image');
      return setImmediate(() => request.socket.destroy());
    });
    expect((await send()).imageDetails).toEqual([]);
    expect(server.asked).toHaveLength(2);
  });

  test.each([200, 400, 500])(
    'of the status %i that pours is an error, which is not tried again',
    async (status) => {
      const { send, server } = await client(pour(status));
      await expect(send()).rejects.toMatchObject({
        code: 'registry-failed',
        what: expect.stringMatching(
          /^ecr:DescribeImages answered with too much: the answer has \d+ bytes or more, and may have 1000\.$/,
        ) as unknown,
      });
      expect(server.asked).toHaveLength(1);
    },
  );

  test('that drips is a time-out, which is tried again', async () => {
    const { send, server } = await client(drip(20));
    await expect(send()).rejects.toThrow('no complete answer came within 0.1 s');
    expect(server.asked).toHaveLength(2);
  });

  test('that redirects is not followed', async () => {
    const other = await serve((_, response) => response.end('{}'));
    const { send } = await client((_, response) =>
      response.writeHead(307, { location: `${other.url}/` }).end(),
    );
    await expect(send()).rejects.toThrow();
    expect(other.asked).toEqual([]);
  });
});

test('a run gives an endless answer of the API up, and keeps its memory', async () => {
  const { url, asked } = await serve(pour());
  process.env['AWS_ENDPOINT_URL_ECR'] = url;
  const { sdk, send } = await loadClient(
    { region: region('eu-west-1'), registryId: undefined },
    new AbortController().signal,
  );
  const memory = process.memoryUsage().rss;
  const command = new BatchGetImageCommand({ repositoryName: 'team/app', imageIds: [] });
  expect(sdk).toBeDefined();
  await expect(send('BatchGetImage', undefined, (one) => one.send(command))).rejects.toMatchObject({
    code: 'registry-failed',
    what: expect.stringContaining('and may have 16777216') as unknown,
  });
  expect(asked).toHaveLength(1);
  expect(process.memoryUsage().rss - memory).toBeLessThan(100_000_000);
});

test.each(['', undefined])('a list of tags ends with the token %j', async (nextToken) => {
  const { url, asked } = await serve((_, response) =>
    response.end(JSON.stringify({ imageDetails: [{ imageTags: ['a'] }], nextToken })),
  );
  process.env['AWS_ENDPOINT_URL_ECR'] = url;
  const target = { region: region('eu-west-1'), registryId: undefined };
  const client = await loadClient(target, new AbortController().signal);
  expect(await listTags(client, repository.name)).toEqual(['a']);
  expect(asked).toHaveLength(1);
});

describe('who the caller is', () => {
  const arn = 'arn:aws:sts::123456789012:assumed-role/ship/run';
  const answer = `<GetCallerIdentityResponse><Arn>${arn}</Arn></GetCallerIdentityResponse>`;
  const ask = async (given: RequestListener) => {
    const { url, asked } = await serve(given);
    process.env['AWS_ENDPOINT_URL_STS'] = url;
    return {
      arn: await ecrPrivate(new AbortController().signal)({
        region: region('eu-west-1'),
        registryId: undefined,
      }).callerArn(),
      asked,
    };
  };

  test('is what STS says', async () => {
    const { arn: said, asked } = await ask((_, response) => response.end(answer));
    expect(said).toBe(arn);
    expect(asked[0]?.authorization).toMatch(/^AWS4-HMAC-SHA256 /);
  });

  test('is not known where STS pours, drips on or sends the question to another port', async () => {
    const other = await serve((_, response) => response.end(answer));
    expect((await ask(pour())).arn).toBeUndefined();
    const moved = await ask((_, response) => response.writeHead(307, { location: other.url }).end());
    expect(moved.arn).toBeUndefined();
    expect(other.asked).toEqual([]);
  });
});
