import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { githubApi as realApi } from '../../src/adapters/github/github-api.ts';
import { pour } from '../support/endless-answers.ts';
import { serversOfThisFile } from '../support/http-server.ts';

/** The adapter, which waits a moment only before it tries again. */
const githubApi = () => realApi(() => undefined, [1, 1]);

const sha = '0123456789abcdef0123456789abcdef01234567';
const before = { ...process.env };

let server: Server;
let answer: (request: IncomingMessage, response: ServerResponse) => void;
let asked: { path: string | undefined; token: string | undefined }[];

beforeEach(async () => {
  asked = [];
  server = createServer((request, response) => {
    asked.push({ path: request.url, token: request.headers.authorization });
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  process.env['GITHUB_API_URL'] = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  process.env['GITHUB_REPOSITORY'] = 'team/app';
  process.env['INPUT_GITHUB-TOKEN'] = 'a-token';
});
afterEach(async () => {
  for (const key of Object.keys(process.env)) if (!(key in before)) Reflect.deleteProperty(process.env, key);
  Object.assign(process.env, before);
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

function answers(status: number, body: string): typeof answer {
  return (_, response) => response.writeHead(status, { 'content-type': 'application/json' }).end(body);
}

describe('the repository', () => {
  test('is asked for with the token, and read', async () => {
    answer = answers(
      200,
      JSON.stringify({
        name: 'app',
        description: 'An app',
        html_url: 'https://github.com/team/app',
        default_branch: 'trunk',
        license: { spdx_id: 'MIT' },
        stargazers_count: 7,
      }),
    );
    expect(await githubApi().repository()).toEqual({
      isDescribed: true,
      name: 'app',
      description: 'An app',
      url: 'https://github.com/team/app',
      defaultBranch: 'trunk',
      license: 'MIT',
    });
    expect(asked).toEqual([{ path: '/repos/team/app', token: 'token a-token' }]);
  });

  test('without a description and a licence', async () => {
    answer = answers(200, JSON.stringify({ name: 'app', description: null, license: null }));
    expect(await githubApi().repository()).toEqual({
      isDescribed: true,
      name: 'app',
      description: undefined,
      url: undefined,
      defaultBranch: undefined,
      license: undefined,
    });
  });
});

describe('the time of a commit', () => {
  test('is the time at which it was committed', async () => {
    answer = answers(
      200,
      JSON.stringify({
        commit: { author: { date: '2001-01-01T00:00:00Z' }, committer: { date: '2026-01-02T03:04:05Z' } },
      }),
    );
    expect(await githubApi().committedAt(sha)).toBe(Date.UTC(2026, 0, 2, 3, 4, 5));
    expect(asked).toEqual([{ path: `/repos/team/app/commits/${sha}`, token: 'token a-token' }]);
  });

  test.each(['{}', '[]', 'null', '"x"', '{"commit":null}', '{"commit":{"committer":{"date":"soon"}}}'])(
    'is not known from %s',
    async (body) => {
      answer = answers(200, body);
      expect(await githubApi().committedAt(sha)).toBeUndefined();
    },
  );
});

describe('no answer is no error', () => {
  test.each<{ what: string; tries: number; given: typeof answer }>([
    { what: '404', tries: 1, given: answers(404, '{"message":"Not Found"}') },
    { what: '401', tries: 1, given: answers(401, '{"message":"Bad credentials"}') },
    { what: '403', tries: 1, given: answers(403, '{"message":"Resource not accessible by integration"}') },
    { what: '429', tries: 1, given: answers(429, '{"message":"You have exceeded a secondary rate limit"}') },
    { what: '500', tries: 3, given: answers(500, '{"message":"Server Error"}') },
    { what: '502 with a page', tries: 3, given: answers(502, '<html>Unicorn!</html>') },
    { what: '200 with a page', tries: 1, given: answers(200, '<html>Sign in to the proxy</html>') },
    { what: '200 with nothing', tries: 1, given: answers(200, '') },
    { what: 'a line that goes dead', tries: 3, given: (request) => request.socket.destroy() },
    {
      what: 'half an answer',
      tries: 3,
      given: (request, response) => {
        response.writeHead(200, { 'content-length': '100' }).write('{"name":');
        response.on('error', () => undefined);
        setImmediate(() => request.socket.destroy());
      },
    },
  ])('$what, asked for $tries times', async ({ tries, given }) => {
    answer = given;
    expect(await githubApi().repository()).toBeUndefined();
    expect(asked).toHaveLength(tries);
    expect(await githubApi().committedAt(sha)).toBeUndefined();
    expect(asked).toHaveLength(2 * tries);
  });

  test('one that comes at the second try is one', async () => {
    answer = (request, response) =>
      asked.length === 1
        ? answers(502, '{}')(request, response)
        : answers(200, '{"name":"app"}')(request, response);
    expect((await githubApi().repository())?.name).toBe('app');
    expect(asked).toHaveLength(2);
  });

  test('nobody listens', async () => {
    process.env['GITHUB_API_URL'] = 'http://127.0.0.1:1';
    expect(await githubApi().repository()).toBeUndefined();
  });
});

describe('how one commit relates to another', () => {
  test.each([
    ['identical', 'same'],
    ['ahead', 'descends'],
    ['behind', 'precedes'],
    ['diverged', 'diverged'],
    ['else', undefined],
  ])('%s', async (status, expected) => {
    answer = answers(200, JSON.stringify({ status }));
    expect(await githubApi().compare('a'.repeat(40), sha)).toBe(expected);
    const path = `/repos/team/app/compare/${'a'.repeat(40)}...${sha}?per_page=1&page=2`;
    expect(asked).toEqual([{ path, token: 'token a-token' }]);
  });
});

test("GitHub Enterprise's address has a path of its own", async () => {
  process.env['GITHUB_API_URL'] = `${process.env['GITHUB_API_URL'] ?? ''}/api/v3`;
  answer = answers(200, '{"name":"app"}');
  expect((await githubApi().repository())?.name).toBe('app');
  expect(asked).toEqual([{ path: '/api/v3/repos/team/app', token: 'token a-token' }]);
});

describe('nobody is asked', () => {
  test.each(['INPUT_GITHUB-TOKEN', 'GITHUB_API_URL', 'GITHUB_REPOSITORY'])('without %s', async (name) => {
    answer = answers(200, '{"name":"app"}');
    Reflect.deleteProperty(process.env, name);
    expect(await githubApi().repository()).toBeUndefined();
    expect(await githubApi().committedAt(sha)).toBeUndefined();
    expect(asked).toEqual([]);
  });
});

describe('the token', () => {
  const elsewhere = serversOfThisFile();
  const redirects =
    (location: string): typeof answer =>
    (_, response) =>
      response.writeHead(301, { location }).end();

  test('goes along inside the API, as where a repository was renamed', async () => {
    answer = (request, response) =>
      request.url === '/repositories/7'
        ? answers(200, '{"name":"renamed"}')(request, response)
        : redirects('/repositories/7')(request, response);
    expect((await githubApi().repository())?.name).toBe('renamed');
    expect(asked).toEqual([
      { path: '/repos/team/app', token: 'token a-token' },
      { path: '/repositories/7', token: 'token a-token' },
    ]);
  });

  test('and the question go to no other port', async () => {
    const other = await elsewhere((_, response) => response.end('{"name":"evil"}'));
    answer = redirects(`${other.url}/repos/team/app`);
    expect(await githubApi().repository()).toBeUndefined();
    expect(other.asked).toEqual([]);
  });
});

test.each([
  { what: 'that pours', given: pour() },
  { what: 'that pours in an error', given: pour(500) },
])('an answer $what is none', async ({ given }) => {
  answer = given;
  expect(await githubApi().repository()).toBeUndefined();
  expect(asked).toHaveLength(1);
});
