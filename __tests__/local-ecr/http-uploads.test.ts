import { PutAccountSettingCommand } from '@aws-sdk/client-ecr';
import { describe, expect, test } from '@jest/globals';
import { errorOf, send, sha256, standsOfThisFile, type Stand } from './stand.ts';

const stand = standsOfThisFile();
const zeros = `sha256:${'0'.repeat(64)}`;
const uploads = '/v2/team/app/blobs/uploads/';

async function begin({ http }: Stand): Promise<string> {
  const { status, headers } = await http('POST', uploads);
  expect(status).toBe(202);
  return headers.location ?? '';
}

describe('an upload', () => {
  test('by POST, PATCH and PUT makes a blob that is there under its digest', async () => {
    const on = await stand();
    const location = await begin(on);
    const patched = await on.http('PATCH', location, { body: 'layer' });
    // 201 and not 202 is what ECR answers.
    expect([patched.status, patched.headers.range]).toEqual([201, '0-4']);
    const digest = sha256('layer');
    const done = await on.http('PUT', `${patched.headers.location ?? ''}?digest=${digest}`);
    expect([done.status, done.headers.location, done.headers['docker-content-digest']]).toEqual([
      201,
      `/v2/team/app/blobs/${digest}`,
      digest,
    ]);
    const head = await on.http('HEAD', `/v2/team/app/blobs/${digest}`);
    expect([head.status, head.headers['content-length'], head.body]).toEqual([200, '5', '']);
    expect((await on.blob(`/v2/team/app/blobs/${digest}`)).body).toBe('layer');
  });

  test('by POST and PUT takes all bytes at the end', async () => {
    const on = await stand();
    const digest = sha256('layer');
    const done = await on.http('PUT', `${await begin(on)}?digest=${digest}`, { body: 'layer' });
    expect(done.status).toBe(201);
    expect((await on.blob(`/v2/team/app/blobs/${digest}`)).body).toBe('layer');
  });

  test('by one POST takes all bytes at once', async () => {
    const { http, blob } = await stand();
    const digest = sha256('layer');
    expect((await http('POST', `${uploads}?digest=${digest}`, { body: 'layer' })).status).toBe(201);
    expect((await blob(`/v2/team/app/blobs/${digest}`)).body).toBe('layer');
  });

  test('takes the bytes of the first PATCH only, and says so by its range alone', async () => {
    const on = await stand();
    const location = await begin(on);
    const ranges = [];
    for (const body of ['first', 'second']) {
      const { status, headers } = await on.http('PATCH', location, { body });
      ranges.push([status, headers.range]);
    }
    expect(ranges).toEqual([
      [201, '0-4'],
      [201, '0-4'],
    ]);
    const done = await on.http('PUT', `${location}?digest=${sha256('firstsecond')}`);
    expect(errorOf(done)?.code).toBe('DIGEST_INVALID');
  });

  test.each([
    ['a wrong digest', zeros],
    ['no digest', ''],
  ])('with %s is refused and leaves nothing', async (_case, digest) => {
    const on = await stand();
    const location = await begin(on);
    const done = await on.http('PUT', `${location}?digest=${digest}`, { body: 'layer' });
    expect([done.status, errorOf(done)]).toEqual([
      400,
      {
        code: 'DIGEST_INVALID',
        message:
          'The layer digest calculation performed by Amazon ECR upon receipt of the image layer does not match the digest specified.',
      },
    ]);
    expect((await on.http('HEAD', `/v2/team/app/blobs/${sha256('layer')}`)).status).toBe(404);
    expect(errorOf(await on.http('PATCH', location, { body: 'x' }))?.code).toBe('BLOB_UPLOAD_UNKNOWN');
  });

  test('of another repository is not known here', async () => {
    const on = await stand();
    on.ecr.createRepository('other/app');
    const location = (await begin(on)).replace('team/app', 'other/app');
    const answer = await on.http('PATCH', location, { body: 'x' });
    expect([answer.status, errorOf(answer)?.code]).toEqual([404, 'BLOB_UPLOAD_UNKNOWN']);
  });
});

describe('a blob', () => {
  test.each([
    ['bytes=2-4', 206, 'cde', 'bytes 2-4/10'],
    ['bytes=7-', 206, 'hij', 'bytes 7-9/10'],
    ['bytes=7-99', 206, 'hij', 'bytes 7-9/10'],
    ['bytes=-2', 206, 'ij', 'bytes 8-9/10'],
    ['bytes=10-', 416, '', 'bytes */10'],
    ['lines=1-2', 200, 'abcdefghij', undefined],
  ])('is read by range: %s', async (range, status, body, contentRange) => {
    const { blob, upload } = await stand();
    const digest = await upload('abcdefghij');
    const answer = await blob(`/v2/team/app/blobs/${digest}`, { headers: { range } });
    expect([answer.status, answer.body, answer.headers['content-range']]).toEqual([
      status,
      body,
      contentRange,
    ]);
  });

  test('is read from another host, at a signed address that takes no login besides', async () => {
    const { ecr, http, push, pass } = await stand();
    const { layer } = await push('a layer');
    const { status, headers, body } = await http('GET', `/v2/team/app/blobs/${layer}`);
    expect([status, body]).toEqual([307, '']);
    const address = headers.location ?? '';
    expect(new URL(address).hostname).not.toBe(new URL(ecr.url).hostname);
    expect((await send(address, 'GET')).body).toBe('a layer');
    const withLogin = await send(address, 'GET', { authorization: 'Basic QVdTOng=' });
    expect([withLogin.status, withLogin.body]).toEqual([
      400,
      expect.stringContaining('Only one auth mechanism allowed'),
    ]);
    expect(ecr.requests.filter(({ kind }) => kind === 'layers').map((one) => one.status)).toEqual([200, 400]);
    pass(3600_000);
    expect((await send(address, 'GET')).status).toBe(403);
  });

  test('belongs to the repositories that it was pushed to', async () => {
    const { http, upload, ecr } = await stand();
    ecr.createRepository('other/app');
    const digest = await upload('secret');
    const answer = await http('GET', `/v2/other/app/blobs/${digest}`);
    expect([answer.status, errorOf(answer)?.code]).toEqual([404, 'BLOB_UNKNOWN']);
  });

  test.each(['%2e%2e', 'sha256:..%2f..%2fregistry.json', '%zz'])('is not %s', async (reference) => {
    const { http } = await stand();
    const { status } = await http('GET', `/v2/team/app/blobs/${reference}`);
    expect([400, 404]).toContain(status);
  });
});

describe('a mount', () => {
  const mount = ({ http }: Stand, digest: string, from = 'team/app') =>
    http('POST', `/v2/other/app/blobs/uploads/?mount=${digest}&from=${from}`);
  const begin = async (value: 'ENABLED' | 'DISABLED') => {
    const on = await stand();
    on.ecr.createRepository('other/app');
    await on.client.send(new PutAccountSettingCommand({ name: 'BLOB_MOUNTING', value }));
    const { layer: digest } = await on.push('layer');
    return { on, digest };
  };

  test('is an ordinary upload while BLOB_MOUNTING is off', async () => {
    const { on, digest } = await begin('DISABLED');
    const answer = await mount(on, digest);
    expect([answer.status, answer.headers.location]).toEqual([
      202,
      expect.stringContaining('/v2/other/app/blobs/uploads/'),
    ]);
    expect((await on.http('HEAD', `/v2/other/app/blobs/${digest}`)).status).toBe(404);
  });

  test('takes a layer over while it is on', async () => {
    const { on, digest } = await begin('ENABLED');
    expect((await mount(on, digest)).status).toBe(201);
    expect((await on.blob(`/v2/other/app/blobs/${digest}`)).body).toBe('layer');
  });

  test('of a layer that no manifest needs is an upload', async () => {
    const { on } = await begin('ENABLED');
    expect((await mount(on, await on.upload('nobody needs this'))).status).toBe(202);
  });

  test.each([
    ['a layer that is not there', zeros, 'team/app'],
    ['a repository that is not there', sha256('layer'), 'no/such'],
  ])('of %s is an upload', async (_case, digest, from) => {
    const { on } = await begin('ENABLED');
    expect((await mount(on, digest, from)).status).toBe(202);
  });

  test('needs the right to read the layer where it is', async () => {
    const { on, digest } = await begin('ENABLED');
    on.ecr.setPolicy({
      Statement: [
        { Effect: 'Allow', Action: '*', Resource: '*' },
        { Effect: 'Deny', Action: 'ecr:GetDownloadUrlForLayer', Resource: '*:repository/team/app' },
      ],
    });
    expect((await mount(on, digest)).status).toBe(202);
  });
});
