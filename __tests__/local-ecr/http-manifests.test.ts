import { describe, expect, test } from '@jest/globals';
import { errorOf, manifestOf, ociIndex, ociManifest, sha256, standsOfThisFile, type Stand } from './stand.ts';

const stand = standsOfThisFile();
const zeros = `sha256:${'0'.repeat(64)}`;

function put({ http }: Stand, reference: string, body: string, type = ociManifest) {
  return http('PUT', `/v2/team/app/manifests/${reference}`, { headers: { 'content-type': type }, body });
}

describe('who is not known', () => {
  test.each([
    ['no token', ''],
    ['a token that nobody has issued', Buffer.from('AWS:made.up').toString('base64')],
    ['another user', Buffer.from('root:x').toString('base64')],
    ['what is not base64', '§'.replace('§', '***')],
  ])('is asked for Basic authentication: %s', async (_case, token) => {
    const { http, ecr } = await stand();
    const { status, headers, body } = await http('GET', '/v2/', { token });
    expect([status, body]).toEqual([401, 'Not Authorized\n']);
    expect(headers['www-authenticate']).toBe(`Basic realm="http://${ecr.host}/",service="ecr.amazonaws.com"`);
    expect(headers['docker-distribution-api-version']).toBe('registry/2.0');
    expect(headers['content-type']).toContain('text/plain');
  });

  test('any more is told to log in again', async () => {
    const { http, pass } = await stand();
    await http('GET', '/v2/');
    pass(12 * 3600_000);
    const answer = await http('GET', '/v2/team/app/tags/list');
    expect([answer.status, errorOf(answer)]).toEqual([
      403,
      { code: 'DENIED', message: 'Your authorization token has expired. Reauthenticate and try again.' },
    ]);
  });
});

describe('a manifest', () => {
  test('is read by tag and by digest, byte for byte', async () => {
    const { push, http } = await stand();
    const { digest, body } = await push('x', { tag: '1' });
    for (const reference of ['1', digest]) {
      const answer = await http('GET', `/v2/team/app/manifests/${reference}`);
      expect([answer.status, answer.body]).toEqual([200, body]);
      expect(answer.headers).toMatchObject({ 'content-type': ociManifest, 'docker-content-digest': digest });
      const head = await http('HEAD', `/v2/team/app/manifests/${reference}`);
      expect([head.status, head.body, head.headers['content-length']]).toEqual([
        200,
        '',
        String(body.length),
      ]);
    }
  });

  test.each([
    ['a tag', 'no'],
    ['a digest', zeros],
  ])('is not found by %s', async (_case, reference) => {
    const { http } = await stand();
    const answer = await http('GET', `/v2/team/app/manifests/${reference}`);
    expect([answer.status, errorOf(answer)]).toEqual([
      404,
      { code: 'MANIFEST_UNKNOWN', message: 'Requested image not found' },
    ]);
  });

  test('that is there already is taken again', async () => {
    const on = await stand();
    const { body, digest } = await on.push('x', { tag: '1' });
    expect((await put(on, '1', body)).status).toBe(201);
    expect(on.ecr.tags('team/app')).toEqual({ '1': digest });
  });

  test.each([
    [
      'a layer is missing',
      manifestOf('{}', 'no such layer'),
      ociManifest,
      404,
      'MANIFEST_BLOB_UNKNOWN',
      'Layers with digests',
    ],
    [
      'a child is missing',
      JSON.stringify({ schemaVersion: 2, mediaType: ociIndex, manifests: [{ digest: zeros, size: 1 }] }),
      ociIndex,
      404,
      'MANIFEST_BLOB_UNKNOWN',
      `Images with digests '[${zeros}]' required for pushing image into repository with name 'team/app'`,
    ],
    [
      'it is not JSON',
      'x',
      ociManifest,
      405,
      'UNSUPPORTED',
      "Invalid parameter at 'ImageManifest' failed to satisfy constraint: 'Invalid JSON syntax'",
    ],
    [
      'its subject is no descriptor',
      manifestOf('{}', 'a layer', { subject: 'x' }),
      ociManifest,
      405,
      'UNSUPPORTED',
      'Invalid JSON syntax',
    ],
    ['it is larger than 4 MiB', ' '.repeat(4_194_305), ociManifest, 400, 'MANIFEST_INVALID', 'too large'],
  ])('is refused: %s', async (_case, body, type, status, code, text) => {
    const answer = await put(await stand(), '1', body, type);
    expect([answer.status, errorOf(answer)?.code]).toEqual([status, code]);
    expect(errorOf(answer)?.message).toContain(text);
  });

  test('is refused under a digest that it does not have', async () => {
    const on = await stand();
    const { body } = await on.push('x');
    const answer = await put(on, zeros, body);
    expect([answer.status, errorOf(answer)?.code]).toEqual([400, 'DIGEST_INVALID']);
  });

  test('that belongs to another one is answered with OCI-Subject and found as its referrer', async () => {
    const on = await stand();
    const subject = await on.push('x', { tag: '1' });
    await on.upload('{}');
    await on.upload('signature');
    const body = manifestOf('{}', 'signature', {
      artifactType: 'application/x-signature',
      subject: { mediaType: ociManifest, digest: subject.digest, size: subject.body.length },
    });
    expect((await put(on, sha256(body), body)).headers['oci-subject']).toBe(subject.digest);
    expect((await put(on, '1', subject.body)).headers).not.toHaveProperty('oci-subject');
    const path = `/v2/team/app/referrers/${subject.digest}`;
    const all = await on.http('GET', path);
    expect(all.headers['content-type']).toBe(ociIndex);
    expect(JSON.parse(all.body)).toMatchObject({
      schemaVersion: 2,
      mediaType: ociIndex,
      manifests: [
        {
          digest: sha256(body),
          size: body.length,
          mediaType: ociManifest,
          artifactType: 'application/x-signature',
        },
      ],
    });
    const others = await on.http('GET', `${path}?artifactType=application/x-sbom`);
    expect(others.headers['oci-filters-applied']).toBe('artifactType');
    expect(JSON.parse(others.body)).toMatchObject({ manifests: [] });
  });

  test('is deleted by digest, with its tags', async () => {
    const { push, http, ecr } = await stand();
    const { digest } = await push('x', { tag: '1' });
    const byTag = await http('DELETE', '/v2/team/app/manifests/1');
    expect([byTag.status, errorOf(byTag)?.code]).toEqual([405, 'UNSUPPORTED']);
    expect((await http('DELETE', `/v2/team/app/manifests/${digest}`)).status).toBe(202);
    expect([ecr.tags('team/app'), ecr.digests('team/app')]).toEqual([{}, []]);
    expect((await http('DELETE', `/v2/team/app/manifests/${digest}`)).status).toBe(404);
  });

  test('that an index needs stays', async () => {
    const { push, pushIndex, http, ecr } = await stand();
    const child = await push('x');
    const { digest } = await pushIndex([child], 'all');
    const answer = await http('DELETE', `/v2/team/app/manifests/${child.digest}`);
    expect(errorOf(answer)).toEqual({
      code: 'UNSUPPORTED',
      message: `Requested image referenced by manifest list: [${digest}]`,
    });
    expect(ecr.digests('team/app')).toContain(child.digest);
  });
});

describe('tags/list', () => {
  test('gives all tags in order', async () => {
    const { push, http } = await stand();
    for (const tag of ['b', 'a']) await push(tag, { tag });
    const { body, headers } = await http('GET', '/v2/team/app/tags/list');
    expect([JSON.parse(body), headers['link']]).toEqual([{ name: 'team/app', tags: ['a', 'b'] }, undefined]);
    expect(headers['content-type']).toContain('text/plain');
  });

  test('gives pages by n and last', async () => {
    const { http, ecr } = await stand();
    for (const tag of ['a', 'b', 'c']) ecr.seedImage('team/app', tag, tag);
    const first = await http('GET', '/v2/team/app/tags/list?n=2');
    expect(JSON.parse(first.body)).toMatchObject({ tags: ['a', 'b'] });
    const next = /<(.+)>; rel="next"/.exec(String(first.headers['link']))?.[1] ?? '';
    const second = await http('GET', next);
    expect([JSON.parse(second.body), second.headers['link']]).toEqual([
      { name: 'team/app', tags: ['c'] },
      undefined,
    ]);
    expect((await http('GET', '/v2/team/app/tags/list?n=x')).status).toBe(400);
  });
});

describe('a repository that is not there', () => {
  test.each([
    ['POST', 'blobs/uploads/'],
    ['GET', 'manifests/1'],
    ['PUT', 'manifests/1'],
    ['GET', 'tags/list'],
    ['GET', `blobs/${zeros}`],
    ['GET', `referrers/${zeros}`],
  ])('is named: %s %s', async (method, path) => {
    const { http } = await stand();
    const answer = await http(method, `/v2/no/such/${path}`);
    expect([answer.status, errorOf(answer)]).toEqual([
      404,
      {
        code: 'NAME_UNKNOWN',
        message: "The repository with name 'no/such' does not exist in the registry with id '123456789012'",
      },
    ]);
  });
});

test.each([
  ['POST', '/v2/team/app/manifests/1'],
  ['GET', '/v2/elsewhere'],
])('%s %s is no route', async (method, path) => {
  const { http } = await stand();
  const answer = await http(method, path);
  expect([answer.status, errorOf(answer)?.code]).toEqual([404, 'UNSUPPORTED']);
});
