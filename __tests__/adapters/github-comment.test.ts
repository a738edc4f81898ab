import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { githubApi } from '../../src/adapters/github/github-api.ts';
import { startFakeGitHub, type FakeGitHub } from '../support/fake-github.ts';

const before = { ...process.env };
const marker = '<!-- ecr-ship:comment team/app -->';
const keep = (text: string) =>
  githubApi(() => undefined, [1, 1]).keepComment({ pullRequest: 7, marker, text: `${marker}\n\n${text}` });

let github: FakeGitHub;

beforeEach(async () => {
  github = await startFakeGitHub();
  github.tokens.set('job', { login: 'github-actions', pullRequests: 'write' });
  github.tokens.set('reader', { login: 'github-actions', pullRequests: 'read' });
  github.tokens.set('nobody', { login: 'github-actions', pullRequests: 'none' });
  process.env['GITHUB_API_URL'] = github.url;
  process.env['GITHUB_REPOSITORY'] = 'team/app';
  process.env['INPUT_GITHUB-TOKEN'] = 'job';
});
afterEach(async () => {
  for (const key of Object.keys(process.env)) if (!(key in before)) Reflect.deleteProperty(process.env, key);
  Object.assign(process.env, before);
  await github.close();
});

test('a comment is made, and then updated in its place', async () => {
  expect(await keep('one')).toEqual({ kind: 'created' });
  expect(await keep('two')).toEqual({ kind: 'updated' });
  expect(await keep('two')).toEqual({ kind: 'unchanged' });
  expect(github.comments).toEqual([{ id: 'IC_1', author: 'github-actions', body: `${marker}\n\ntwo` }]);
  expect(github.asked).toEqual([
    'POST query',
    'POST /repos/team/app/issues/7/comments',
    'POST query',
    'POST mutation',
    'POST query',
  ]);
});

test("somebody else's comment with the marker is left alone, and so is one of ours that only quotes it", async () => {
  const others = [
    { id: 'a', author: 'mallory', body: `${marker}\n\nmine` },
    { id: 'b', author: 'github-actions', body: `> ${marker}\n\nsaid somebody` },
  ];
  github.comments.push(...others.map((one) => ({ ...one })));
  expect(await keep('one')).toEqual({ kind: 'created' });
  expect(await keep('two')).toEqual({ kind: 'updated' });
  expect(github.comments.slice(0, 2)).toEqual(others);
  expect(github.comments[2]?.body).toBe(`${marker}\n\ntwo`);
});

test('one is found behind hundreds of others', async () => {
  await keep('one');
  for (let n = 0; n < 250; n += 1)
    github.comments.push({ id: `x${String(n)}`, author: 'somebody', body: 'hm' });
  expect(await keep('two')).toEqual({ kind: 'updated' });
  expect(github.comments).toHaveLength(251);
});

test.each([
  ['reader', 'Resource not accessible by integration'],
  ['nobody', 'Resource not accessible by integration'],
  ['of-another', 'Bad credentials'],
])('without the permission (%s) that is said', async (token, why) => {
  process.env['INPUT_GITHUB-TOKEN'] = token;
  expect(await keep('one')).toEqual({ kind: 'forbidden', why: expect.stringContaining(why) });
  expect(github.comments).toEqual([]);
});

test('nor may a comment that is there be updated without it', async () => {
  await keep('one');
  process.env['INPUT_GITHUB-TOKEN'] = 'reader';
  expect(await keep('two')).toMatchObject({ kind: 'forbidden' });
});

test('a fault that passes is asked away, but a comment is never made twice', async () => {
  github.disturbances.push((response) => response.writeHead(502).end());
  expect(await keep('one')).toEqual({ kind: 'created' });
  github.comments.length = 0;
  github.disturbances.push(
    (response) =>
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(
          '{"data":{"repository":{"pullRequest":{"comments":{"nodes":[],"pageInfo":{"startCursor":null,"hasPreviousPage":false}}}}}}',
        ),
    (response) => response.writeHead(502).end(),
  );
  github.asked.length = 0;
  expect(await keep('one')).toMatchObject({ kind: 'failed' });
  expect(github.asked).toEqual(['POST query', 'POST /repos/team/app/issues/7/comments']);
});

test('a rate limit is no want of a permission', async () => {
  github.disturbances.push((response) =>
    response
      .writeHead(403, { 'content-type': 'application/json' })
      .end('{"message":"You have exceeded a secondary rate limit"}'),
  );
  expect(await keep('one')).toMatchObject({ kind: 'failed' });
});

test('without a token nobody is asked', async () => {
  process.env['INPUT_GITHUB-TOKEN'] = '';
  expect(await keep('one')).toEqual({ kind: 'not-asked' });
  expect(github.asked).toEqual([]);
});
