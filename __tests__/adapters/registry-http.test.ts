import type { RequestListener } from 'node:http';
import { describe, expect, test } from '@jest/globals';
import { registryHttp } from '../../src/adapters/registry/registry-http.ts';
import type { Credentials } from '../../src/types/credentials.ts';
import { ShipError } from '../../src/types/errors.ts';
import { sha256 } from '../support/image-shapes.ts';
import { drip, pour } from '../support/endless-answers.ts';
import { serversOfThisFile } from '../support/http-server.ts';
import { digest, repository as theirs, tag } from '../unit/support/values.ts';

const serve = serversOfThisFile();

const config = '{"os":"linux"}';
const blob = { digest: sha256(config), size: config.length };
const login = 'Basic QVdTOng=';
const path = `/v2/team/app/blobs/${blob.digest}`;

const gives =
  (body: string | Buffer, status = 200): RequestListener =>
  (_, response) =>
    response.writeHead(status).end(body);
const redirects =
  (location: string, status = 307): RequestListener =>
  (_, response) =>
    response.writeHead(status, { location }).end();

/** As where the repository is another account's: the API names the caller's own registry, which nobody answers for. */
function loggedIn(host: string, { answerMs = 300, totalMs = 2000, endpoint = 'http://127.0.0.1:1' } = {}) {
  const credentials = { basic: 'QVdTOng=', endpoint, expiresAt: Infinity } as Credentials;
  const http = registryHttp({
    login: () => Promise.resolve(credentials),
    now: Date.now,
    signal: new AbortController().signal,
    patience: { answerMs, totalMs },
  });
  return { http, repository: { ...theirs, uri: `${host}/team/app` } };
}

async function read(host: string, wanted = blob) {
  const { http, repository } = loggedIn(host);
  return http.configs.read(repository, wanted).catch((error: unknown) => {
    if (error instanceof ShipError) return error;
    throw error;
  });
}

describe('a blob', () => {
  test('that breaks off in the middle is asked for again', async () => {
    let answers = 0;
    const { host, asked } = await serve((request, response) => {
      answers += 1;
      if (answers > 1) return response.end(config);
      response.writeHead(200, { 'content-length': '14' }).write('{"os":');
      return setImmediate(() => request.socket.destroy());
    });
    expect(await read(host)).toBe(config);
    expect(asked).toHaveLength(2);
  });

  test('is asked for again where the server was tired of waiting on a connection that was opened ahead', async () => {
    let answers = 0;
    const { host, asked } = await serve((_, response) => {
      answers += 1;
      return answers > 1 ? response.end(config) : response.writeHead(408).end();
    });
    expect(await read(host)).toBe(config);
    expect(asked).toHaveLength(2);
  });

  test('is read once, another one anew', async () => {
    const other = '{"os":"other"}';
    const { host, asked } = await serve((request, response) =>
      response.end(request.url === path ? config : other),
    );
    const { http, repository } = loggedIn(host);
    await http.configs.read(repository, blob);
    expect(await http.configs.read(repository, blob)).toBe(config);
    expect(asked).toHaveLength(1);
    expect(await http.configs.read(repository, { digest: sha256(other), size: other.length })).toBe(other);
    expect(asked).toHaveLength(2);
  });

  test('that was asked for ahead is waited for and not asked for again', async () => {
    const { host, asked } = await serve((_, response) => {
      setTimeout(() => response.end(config), 50);
    });
    const { http, repository } = loggedIn(host);
    http.configs.readAhead(repository, blob.digest);
    expect(await http.configs.read(repository, blob)).toBe(config);
    expect(asked).toHaveLength(1);
  });

  test.each<[string, RequestListener]>([
    ['is not there yet', gives('{"errors":[{"code":"BLOB_UNKNOWN"}]}', 404)],
    ['is other bytes', gives('{"os":"other"}')],
    ['fails', gives('busy', 503)],
    ['breaks off', (request) => request.socket.destroy()],
  ])('that %s when it is asked for ahead is asked for when it is needed', async (_case, first) => {
    let answers = 0;
    const { host, asked } = await serve((request, response) => {
      answers += 1;
      if (answers === 1) first(request, response);
      else response.end(config);
    });
    const { http, repository } = loggedIn(host);
    http.configs.readAhead(repository, blob.digest);
    expect(await http.configs.read(repository, blob)).toBe(config);
    expect(asked).toHaveLength(2);
  });

  test('that was asked for ahead and has another length than its manifest says is refused', async () => {
    const { host } = await serve(gives(config));
    const { http, repository } = loggedIn(host);
    http.configs.readAhead(repository, blob.digest);
    const reading = http.configs.read(repository, { ...blob, size: blob.size + 1 });
    await expect(reading).rejects.toThrow(
      `has ${String(blob.size)} bytes, and its manifest says ${String(blob.size + 1)}`,
    );
  });

  test.each([
    {
      name: 'other bytes of the same length',
      gives: config.replace('linux', 'other'),
      said: `what it gave for the blob ${blob.digest} is sha256:`,
    },
    {
      name: 'fewer bytes',
      gives: '{}',
      isAskedAgain: true,
      said: `the blob ${blob.digest} has 2 bytes, and its manifest says 14`,
    },
    {
      name: 'one byte more',
      gives: `${config}\n`,
      said: `the blob ${blob.digest}: the answer has 15 bytes or more, and may have 14`,
    },
  ])('of $name is not believed', async ({ gives: body, said, isAskedAgain = false }) => {
    const { host, asked } = await serve(gives(body));
    const error = await read(host);
    expect(error).toMatchObject({ code: 'registry-failed' });
    expect((error as ShipError).what).toContain(`The registry's answer cannot be trusted: ${said}`);
    // Half an answer is a fault that passes; anything else would be the same again.
    expect(asked.length > 1).toBe(isAskedAgain);
  });

  test('that is not text is not believed', async () => {
    const bytes = Buffer.from([0x7b, 0xff, 0x7d]);
    const { host } = await serve(gives(bytes));
    expect(await read(host, { digest: sha256(bytes), size: 3 })).toMatchObject({
      what: expect.stringContaining('is not UTF-8 text') as unknown,
    });
  });

  test('that is too large for a config is not asked for', async () => {
    const { host, asked } = await serve(gives(config));
    expect(await read(host, { digest: digest(1), size: 5_000_000 })).toMatchObject({
      what: expect.stringContaining(
        'is to have 5000000 bytes, and a config of more than 4194304 is not read',
      ) as unknown,
    });
    expect(asked).toEqual([]);
  });

  test('that the role may not read is undefined; one that is not there is an error', async () => {
    const denial =
      'User: arn:aws:sts::1:r is not authorized to perform: ecr:GetDownloadUrlForLayer on resource: x';
    const denied = await serve(gives(JSON.stringify({ errors: [{ code: 'DENIED', message: denial }] }), 403));
    expect(await read(denied.host)).toBeUndefined();
    const absent = await serve(gives('{"errors":[{"code":"BLOB_UNKNOWN","message":"blob unknown"}]}', 404));
    expect(await read(absent.host)).toMatchObject({
      code: 'registry-failed',
      what: 'The registry did not let this run read an image config, with HTTP status 404: blob unknown.',
    });
  });
});

describe('an answer without an end', () => {
  test('of bytes is over with the first that is too much, whatever its status', async () => {
    const before = process.memoryUsage().rss;
    for (const status of [200, 403, 404]) {
      const { host, asked } = await serve(pour(status));
      expect(await read(host)).toMatchObject({
        code: 'registry-failed',
        what: expect.stringMatching(/the answer has \d+ bytes or more, and may have (?:14|65536)/) as unknown,
      });
      expect(asked).toHaveLength(1);
    }
    expect(process.memoryUsage().rss - before).toBeLessThan(60_000_000);
  });

  test('that announces too much is over at once', async () => {
    const { host } = await serve((_, response) => {
      response.writeHead(200, { 'content-length': '1000000' }).write(' ');
    });
    expect(await read(host)).toMatchObject({
      what: expect.stringContaining('the answer has 1000000 bytes or more, and may have 14') as unknown,
    });
  });

  test('that drips is tried again a few times, each for a while, and then given up', async () => {
    const { host, asked } = await serve(drip(20));
    const { http, repository } = loggedIn(host, { answerMs: 300, totalMs: 1500 });
    const wanted = { digest: digest(1), size: 1_000_000 };
    await expect(http.configs.read(repository, wanted)).rejects.toMatchObject({
      code: 'registry-unreachable',
      what: expect.stringMatching(/no complete answer came within 0\.[23]\d* s/) as unknown,
    });
    expect(asked.length).toBeGreaterThan(1);
    expect(asked.length).toBeLessThan(5);
  });

  test('to a PUT is over, too', async () => {
    const dripping = await serve(drip(20, 201));
    const slow = loggedIn(dripping.host, { answerMs: 100, totalMs: 300 });
    const manifest = { digest: digest(1), mediaType: 'application/x', body: '{}' };
    await expect(slow.http.putManifest(slow.repository, tag('v1'), manifest)).rejects.toMatchObject({
      code: 'registry-unreachable',
    });
    const pouring = await serve(pour(400));
    const full = loggedIn(pouring.host);
    await expect(full.http.putManifest(full.repository, tag('v1'), manifest)).rejects.toMatchObject({
      code: 'registry-failed',
      what: expect.stringContaining('and may have 65536') as unknown,
    });
  });
});

describe('a redirect of a blob', () => {
  test('to another port is followed without the login, one to the same server with it', async () => {
    const elsewhere = await serve(gives(config));
    const { host, asked } = await serve((request, response) =>
      request.url === path
        ? redirects('/moved?x=1')(request, response)
        : redirects(`${elsewhere.url}/signed?secret=1`)(request, response),
    );
    expect(await read(host)).toBe(config);
    expect(asked).toEqual([
      { method: 'GET', path, authorization: login },
      { method: 'GET', path: '/moved?x=1', authorization: login },
    ]);
    expect(elsewhere.asked).toEqual([{ method: 'GET', path: '/signed?secret=1', authorization: undefined }]);
  });

  test.each([301, 302, 303, 307, 308])('of the status %i does not take the login along', async (status) => {
    const elsewhere = await serve(gives(config));
    const { host } = await serve(redirects(`${elsewhere.url}/x`, status));
    expect(await read(host)).toBe(config);
    expect(elsewhere.asked.map(({ authorization }) => authorization)).toEqual([undefined]);
  });

  test.each([
    [401, 'Basic realm="http://127.0.0.1/"'],
    [401, 'Bearer realm="http://127.0.0.1/token",service="x"'],
    [407, 'Basic realm="proxy"'],
  ])('to a host that answers %i and asks for a login gets none', async (status, challenge) => {
    const header = status === 407 ? 'proxy-authenticate' : 'www-authenticate';
    const elsewhere = await serve((_, response) =>
      response.writeHead(status, { [header]: challenge }).end('who are you?'),
    );
    const { host } = await serve(redirects(`${elsewhere.url}/signed`));
    expect(await read(host)).toMatchObject({ code: expect.stringMatching(/^registry-/) as unknown });
    expect(elsewhere.asked.length).toBeGreaterThan(0);
    expect(elsewhere.asked.map(({ authorization }) => authorization)).toEqual(
      elsewhere.asked.map(() => undefined),
    );
  });

  test('that goes to and fro between two hosts ends', async () => {
    let home = '';
    const back = await serve((request, response) => redirects(home)(request, response));
    const registry = await serve(redirects(`${back.url}/x`));
    home = registry.url;
    expect(await read(registry.host)).toMatchObject({
      what: expect.stringContaining('redirects more than 3 times') as unknown,
    });
  });

  test('that comes back to the registry from elsewhere may have it again, for it is the same server', async () => {
    const back = await serve((request, response) => redirects(home)(request, response));
    let home = '';
    const registry = await serve((request, response) =>
      request.url === '/home' ? response.end(config) : redirects(`${back.url}/x`)(request, response),
    );
    home = `${registry.url}/home`;
    expect(await read(registry.host)).toBe(config);
    expect(back.asked[0]?.authorization).toBeUndefined();
    expect(registry.asked[1]?.authorization).toBe(login);
  });

  test('that leads on and on ends', async () => {
    const { host, asked } = await serve((request, response) =>
      redirects(`${request.url ?? ''}x`)(request, response),
    );
    expect(await read(host)).toMatchObject({
      code: 'registry-failed',
      what: expect.stringContaining('redirects more than 3 times') as unknown,
    });
    expect(asked).toHaveLength(4);
  });

  test.each([
    'http://169.254.169.254/latest/meta-data/iam/',
    'https://169.254.169.254/latest/meta-data/iam/',
    'http://2852039166/latest/meta-data/iam/',
    'http://[fe80::1]/x',
    'https://[fd00:ec2::254]/x',
    'http://[::ffff:169.254.169.254]/x',
    'https://10.0.0.1/x',
    'http://example.invalid/x',
    'http://127.0.0.1.example.invalid/x',
    'http://0.0.0.0:1/x',
    'file:///etc/passwd',
    'ftp://127.0.0.1/x',
    'https://',
  ])('to %s is not followed', async (location) => {
    const { host, asked } = await serve(redirects(location));
    const error = await read(host);
    expect(error).toMatchObject({ code: 'registry-failed' });
    expect((error as ShipError).what).toMatch(
      /the blob sha256:\w+: 127\.0\.0\.1:\d+ redirects to .*(?:only a host by its name over https is followed|which is not an address)/,
    );
    expect((error as ShipError).what).not.toContain('meta-data');
    expect(asked).toHaveLength(1);
  });

  test('without an address is an error', async () => {
    const { host } = await serve(gives('', 302));
    expect(await read(host)).toMatchObject({
      what: expect.stringContaining('redirects to "nowhere"') as unknown,
    });
  });
});

test('a redirect of a PUT is not followed', async () => {
  const elsewhere = await serve(gives('', 201));
  const { host, asked } = await serve(redirects(`${elsewhere.url}/x`));
  const { http, repository } = loggedIn(host);
  const manifest = { digest: digest(1), mediaType: 'application/x', body: '{}' };
  await expect(http.putManifest(repository, tag('v1'), manifest)).rejects.toMatchObject({
    code: 'registry-failed',
    what: expect.stringContaining('HTTP 307 is not an answer to setting the tag v1') as unknown,
  });
  expect(asked).toHaveLength(1);
  expect(elsewhere.asked).toEqual([]);
});

test('the login is not sent to another machine without TLS', async () => {
  const { http, repository } = loggedIn('registry.example.invalid', {
    endpoint: 'http://registry.example.invalid',
  });
  await expect(http.configs.read(repository, blob)).rejects.toMatchObject({
    code: 'registry-failed',
    what: expect.stringContaining('speaks no TLS, so the login is not sent there') as unknown,
  });
});

describe('a login', () => {
  const manifest = { digest: digest(1), mediaType: 'application/x', body: '{}' };
  const words = 'Your authorization token has expired. Reauthenticate and try again.';

  /** A registry that takes the second login only, and a run whose first one holds until then. */
  async function put({ status = 401, message = words, expiresAt = Infinity } = {}) {
    const refusal = JSON.stringify({ errors: [{ code: 'DENIED', message }] });
    const { host, asked } = await serve((request, response) =>
      request.headers.authorization === 'Basic 2'
        ? response.writeHead(201).end()
        : response.writeHead(status).end(refusal),
    );
    let logins = 0;
    const http = registryHttp({
      login: () => {
        logins += 1;
        const holds = logins === 1 ? expiresAt : Infinity;
        return Promise.resolve({
          basic: String(logins),
          endpoint: 'http://127.0.0.1:1',
          expiresAt: holds,
        } as Credentials);
      },
      // The runner's own clock is years behind.
      now: () => 1_000_000,
      signal: new AbortController().signal,
    });
    const outcome = await http
      .putManifest({ ...theirs, uri: `${host}/team/app` }, tag('v1'), manifest)
      .catch((error: unknown) => error);
    return { outcome, logins, requests: asked.length };
  }

  test.each([
    { name: 'that is not taken any more', given: {} },
    { name: 'whose time is over, as ECR says it with 403', given: { status: 403 } },
  ])('$name is renewed once, and the question asked again', async ({ given }) => {
    expect(await put(given)).toMatchObject({ outcome: { kind: 'set' }, logins: 2, requests: 2 });
  });

  test('that is over in a moment, by the clock of the registry, is renewed before it is used', async () => {
    expect(await put({ expiresAt: 1_030_000 })).toMatchObject({ logins: 2, requests: 1 });
  });

  test('is not renewed where a permission is missing', async () => {
    const message = 'User: x is not authorized to perform: ecr:PutImage on resource: y';
    expect(await put({ status: 403, message })).toMatchObject({
      outcome: { code: 'access-denied' },
      logins: 1,
      requests: 1,
    });
  });
});
