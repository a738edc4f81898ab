import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { engine } from '../support/engines.ts';
import { startFakeGitHub, type FakeGitHub } from '../support/fake-github.ts';
import { criticalFinding, type Scene } from '../support/scene.ts';
import { scenesOfThisFile } from '../support/scenes.ts';

const scene = scenesOfThisFile();
const marker = (image: string) => `<!-- ecr-ship:comment ${image} -->`;
let github: FakeGitHub;

beforeEach(async () => {
  github = await startFakeGitHub();
  github.tokens.set('job', { login: 'github-actions', pullRequests: 'write' });
  github.tokens.set('reader', { login: 'github-actions', pullRequests: 'read' });
});
afterEach(() => github.close());

/** A proxy that leads every tunnel to the API, and what it was asked for. */
async function proxyToApi(): Promise<{ url: string; tunnels: string[]; close: () => void }> {
  const tunnels: string[] = [];
  const proxy = createServer().on('connect', (request, socket) => {
    tunnels.push(request.url ?? '');
    const there = connect(Number(new URL(github.url).port), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      there.pipe(socket).pipe(there);
    });
    for (const end of [socket, there]) end.on('error', () => [socket, there].map((one) => one.destroy()));
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${String((proxy.address() as AddressInfo).port)}`;
  return {
    url,
    tunnels,
    close: () => {
      proxy.closeAllConnections();
      proxy.close();
    },
  };
}

/** A job of pull request 7 into main, whose token is given. */
function jobOf({ ship, workspace }: Scene, head = 'team/app', more: Readonly<Record<string, string>> = {}) {
  const path = join(workspace, '..', `${head.replace('/', '-')}-event.json`);
  const repository = {
    name: 'app',
    full_name: 'team/app',
    default_branch: 'main',
    html_url: 'https://github.com/team/app',
  };
  const pull_request = {
    number: 7,
    head: { ref: 'feature', sha: '0123456789abcdef0123456789abcdef01234567', repo: { full_name: head } },
    base: { ref: 'main', repo: { full_name: 'team/app' } },
  };
  writeFileSync(path, JSON.stringify({ number: 7, pull_request, repository }));
  const env = {
    GITHUB_API_URL: github.url,
    GITHUB_EVENT_NAME: 'pull_request',
    GITHUB_EVENT_PATH: path,
    GITHUB_REF: 'refs/pull/7/merge',
    ...more,
  };
  return (inputs: Readonly<Record<string, string>>) =>
    ship({ tags: 'pr-7', comment: 'true', 'github-token': 'job', ...inputs }, env);
}

test('a comment is made, says what differs from the base branch, is updated in place, and stands beside other images', async () => {
  const where = await scene(engine('containerd'), {
    scenario: { results: [{ match: {}, findings: [criticalFinding] }] },
  });
  const main = await where.ship({ tags: 'main', 'fail-on': 'none' });
  expect([main.main.exitCode, main.main.errors]).toEqual([0, []]);
  github.comments.push({ id: 'theirs', author: 'mallory', body: `${marker('team/app')}\n\nnothing to see` });

  const run = jobOf(where);
  const failed = await run({ labels: 'try=1' });
  expect(failed.main.exitCode).toBe(1);
  expect(failed.main.log).toContain('The comment on pull request #7 was created.');
  const [, made] = github.comments;
  expect(made?.body).toContain(
    `${marker('team/app')}\n\n### ❌ team/app pr-7 was not published: 1 critical finding, 0 allowed\n`,
  );
  expect(made?.body).toContain(
    '1 critical (0 new, 0 fixed) · [Log](https://github.com/team/app/actions/runs/4711)',
  );
  expect(made?.body).toMatch(/\| Compared with \| `main` \(`[0-9a-f]{12}`\) \|/);
  // What did not pass is not folded.
  const [open, ...folds] = made?.body.split('<details>') ?? [];
  expect(open).toContain('| openssl CVE-2024-0001 |');
  expect(open).toContain('| critical | 1 | 0 | 0 |');
  expect(folds).toEqual([expect.stringMatching(/^<summary>Image and layers<\/summary>/)]);

  const passed = await run({ labels: 'try=2', 'fail-on': 'none' });
  expect([passed.main.exitCode, passed.main.errors]).toEqual([0, []]);
  expect(passed.main.log).toContain('The comment on pull request #7 was updated.');
  expect(made?.body).toContain('### ✅ team/app pr-7 is published\n');
  expect(made?.body.split('<details>')).toEqual([
    expect.not.stringContaining('| critical |'),
    expect.stringMatching(/^<summary>Findings, image and layers<\/summary>.*\| critical \| 1 \| 0 \| 0 \|/s),
  ]);
  expect(github.comments).toHaveLength(2);

  const other = await run({
    labels: 'try=3',
    'fail-on': 'none',
    platforms: 'linux/amd64',
    tags: 'pr-7-amd64',
  });
  expect([other.main.exitCode, other.main.errors]).toEqual([0, []]);
  expect(github.comments.map(({ body }) => body.split('\n')[0])).toEqual([
    marker('team/app'),
    marker('team/app'),
    marker('team/app linux%2Famd64').replace('%2F', '/'),
  ]);
  expect(github.comments[0]?.body).toContain('nothing to see');
});

test('without the permission it is said once, from a fork and without a token it is left out, and the run goes well', async () => {
  const where = await scene(engine('containerd'));
  const refused = await jobOf(where)({ 'github-token': 'reader' });
  expect([refused.main.exitCode, refused.main.errors]).toEqual([0, []]);
  expect(refused.main.warnings).toEqual([
    expect.stringContaining(
      'GitHub refused it: Resource not accessible by integration. Give the job the permission pull-requests: write.',
    ),
  ]);
  github.asked.length = 0;
  const fork = await jobOf(where, 'stranger/app')({ push: 'false' });
  expect([fork.main.exitCode, fork.main.errors]).toEqual([0, []]);
  expect(fork.main.notices.filter((text) => text.includes('comment'))).toEqual([
    expect.stringContaining('comes from a fork'),
  ]);
  const without = await jobOf(where)({ 'github-token': '' });
  expect(without.main.notices.filter((text) => text.includes('comment'))).toHaveLength(1);
  const push = await where.ship({ comment: 'true', 'github-token': 'job' }, { GITHUB_API_URL: github.url });
  expect([push.main.exitCode, push.main.errors]).toEqual([0, []]);
  expect(push.main.log).toContain('is about no pull request');
  expect(github.asked.filter((asked) => !asked.startsWith('GET '))).toEqual([]);
  expect(github.comments).toEqual([]);
});

test("the bundle reaches the API through the job's proxy, at an address of GitHub Enterprise that nobody else could resolve", async () => {
  const where = await scene(engine('containerd'));
  const proxy = await proxyToApi();
  try {
    const env = { GITHUB_API_URL: 'http://github.invalid:8080', http_proxy: proxy.url };
    const { main } = await jobOf(where, 'team/app', env)({ push: 'false' });
    expect([main.exitCode, main.errors, main.warnings]).toEqual([0, [], []]);
  } finally {
    proxy.close();
  }
  expect(new Set(proxy.tunnels)).toEqual(new Set(['github.invalid:8080']));
  expect(github.comments).toMatchObject([
    {
      author: 'github-actions',
      body: expect.stringContaining('### ✅ team/app pr-7 was built and not pushed'),
    },
  ]);
});
