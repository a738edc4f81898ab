import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { LocalEcr } from '../../local-ecr/index.ts';
import { busybox } from '../../scripts/engines/index.mjs';
import { actingIn } from '../support/acting.ts';
import { engine } from '../support/engines.ts';
import { startFakeGitHub, type FakeGitHub } from '../support/fake-github.ts';
import type { StepResult } from '../support/runner.ts';
import { trivy } from '../support/sarif.ts';
import { startScene, type Scene, type SceneOptions } from '../support/scene.ts';
import { quickScans } from '../support/scene.ts';

/** What acts on a runner, on a page, on a terminal, and on whoever reads. */
const orders = '::error::0wned\n::set-output name=verdict::passed\n##[error]0wned\r::add-mask::e\n';
const markup =
  '<img src=x onerror=alert(1)>[0wned](https://evil.example)![x](https://evil.example/x.png)@team/all `x`|y|<!--\n# 0wned\n</details>';
const controls = '\u001b[2J\u001b]0;0wned\u0007\u009b2J\u202egnp.exe\u2066\u200b\ufeff\u2028';
const hostile = `a${controls}${markup}\n${orders}`;
const hostileLine = hostile.replaceAll(/[\r\n]/g, ' ');

const dangerous =
  /(?!\t|\n)[\u0000-\u001f\u007f-\u009f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|\p{Cs}/u;

const files = {
  'result-file': 'left/result.json',
  'evidence-file': 'left/evidence.md',
  'sarif-file': 'left/findings.sarif',
  'env-file': 'left/.env',
};

let github: FakeGitHub;
let here: Scene;
let program: Buffer;
beforeAll(async () => {
  program = readFileSync(await busybox());
});
beforeEach(async () => {
  github = await startFakeGitHub();
  github.tokens.set('job', { login: 'github-actions', pullRequests: 'write' });
});
afterEach(async () => {
  await here.close();
  await github.close();
});

async function open(options: SceneOptions = {}): Promise<Scene> {
  here = await startScene(engine('containerd'), options);
  return here;
}

function pullRequest(title: string): Record<string, string> {
  const repo = { full_name: 'team/app', name: 'app', default_branch: 'main', description: hostile };
  const pull_request = { number: 7, title, head: { ref: hostileLine, repo }, base: { ref: 'main', repo } };
  const path = join(here.workspace, 'event.json');
  writeFileSync(path, JSON.stringify({ number: 7, pull_request, repository: repo }));
  return {
    GITHUB_API_URL: github.url,
    GITHUB_EVENT_NAME: 'pull_request',
    GITHUB_EVENT_PATH: path,
    GITHUB_REF: 'refs/pull/7/merge',
    GITHUB_HEAD_REF: hostileLine,
    RUNNER_DEBUG: '1',
  };
}

/** Runs main and post, and gives everything that somebody reads, by where it stands. */
async function run(
  inputs: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>> = {},
): Promise<{ main: StepResult; shown: Record<string, string> }> {
  const { main, post } = await here.ship(
    { ...files, comment: 'true', 'github-token': 'job', ...inputs },
    { ...pullRequest(hostile), ...env },
  );
  const left = Object.values(files).map((path) => {
    try {
      return [path, readFileSync(join(here.workspace, path), 'utf8')] as const;
    } catch {
      return [path, ''] as const;
    }
  });
  const shown = {
    ...Object.fromEntries(left),
    log: [main, post].map(({ log }) => log.replace(/\u001b\[[0-9;:]*m/g, '')).join('\n'),
    annotations: [main, post]
      .flatMap((step) => [...step.errors, ...step.warnings, ...step.notices])
      .join('\n'),
    summary: main.summary,
    outputs: Object.values(main.outputs).join('\n'),
    comments: github.comments.map(({ body }) => body).join('\n'),
  };
  return { main, shown };
}

/** Nothing of it has any effect, wherever it is shown. */
function expectHarmless({ main, shown }: Awaited<ReturnType<typeof run>>): void {
  for (const [where, text] of Object.entries(shown)) {
    expect({ where, found: dangerous.exec(text)?.[0] }).toEqual({ where, found: undefined });
    if (/summary|comments|evidence/.test(where))
      expect({ where, found: actingIn(text) }).toEqual({ where, found: undefined });
  }
  for (const path of ['left/result.json', 'left/findings.sarif'])
    if (shown[path] !== '')
      JSON.parse(shown[path] ?? '', (_, value: unknown) => {
        if (typeof value === 'string') expect(value).not.toMatch(dangerous);
        return value;
      });
  expect(shown['log']).not.toContain('##[');
  // What the runner would obey is what the action itself says.
  expect(main.errors.length).toBeLessThanOrEqual(1);
  expect([...main.errors, ...main.warnings].filter((text) => text.startsWith('0wned'))).toEqual([]);
  expect(main.masks).not.toContain('e');
  // An image that has passed may not get its tags all the same, and one that has not never ends well.
  if (main.exitCode === 0) expect(main.outputs['verdict']).not.toBe('failed');
}

/** The image prints all of it, and fails. */
function giveTalker(): void {
  writeFileSync(join(here.workspace, 'busybox'), program, { mode: 0o755 });
  writeFileSync(join(here.workspace, 'words'), hostile);
  const lines = [
    'FROM scratch',
    'COPY busybox /bin/busybox',
    'COPY words /words',
    `LABEL note="${hostileLine.replaceAll(/["\\$`]/g, '')}"`,
  ];
  writeFileSync(join(here.workspace, 'Dockerfile'), lines.join('\n'));
}
const talks = '/bin/busybox cat /words; /bin/busybox cat /words >&2';

test('in the log of a smoke test, in its name, its variables and in what it answers', async () => {
  await open();
  giveTalker();
  const test = {
    name: `smoke ${hostileLine}`,
    command: ['/bin/busybox', 'sh', '-c', `${talks}; exit 7`],
    env: { WORDS: hostileLine },
  };
  const done = await run({ 'smoke-test': JSON.stringify(test) });
  // A name that nobody can read may be refused as well.
  expect([done.main.exitCode, done.main.errors.length]).toEqual([1, 1]);
  expectHarmless(done);
  const plain = await run({ 'smoke-test': JSON.stringify({ ...test, name: 'talks' }) });
  expect(plain.main.errors.join()).toMatch(/smoke test talks, .*exit code 7/s);
  expectHarmless(plain);
});

test('in the SARIF of another scanner: tool, rules, packages, files and addresses', async () => {
  await open();
  const built = await here.ship({ mode: 'build' });
  expect([built.main.exitCode, built.main.errors]).toEqual([0, []]);
  const { digest = '', image = '' } = built.main.outputs;
  const found = {
    id: `CVE-${hostileLine}`,
    severity: 'CRITICAL' as const,
    score: '9.8',
    package: `open${hostile}ssl`,
    installed: hostile,
    fixed: hostile,
  };
  const text = trivy([found], { digests: [image] })
    .replaceAll('https://avd.aquasec.com', 'javascript:alert(1)//')
    .replaceAll('A description', JSON.stringify(hostile).slice(1, -1));
  writeFileSync(join(here.workspace, 'x.sarif'), text);
  const done = await run({ mode: 'publish', labels: '', from: digest, findings: 'x.sarif' });
  expect([done.main.exitCode, done.main.outputs['verdict']]).toEqual([1, 'failed']);
  expectHarmless(done);
  expect(Object.values(done.shown).join()).not.toMatch(/\]\(javascript/);
});

test("in the findings of the registry's scanner, and in the comment about them", async () => {
  const finding = {
    id: `CVE-${hostile}`,
    severity: 'CRITICAL',
    package: `open${hostile}ssl`,
    version: hostile,
    fixedIn: hostile,
    description: hostile,
    uri: `javascript:alert(1)//${hostileLine}`,
  };
  await open({ scenario: { ...quickScans, results: [{ match: {}, findings: [finding] }] } });
  const done = await run({});
  expect(done.main.exitCode).toBe(1);
  expect(github.comments).toHaveLength(1);
  expectHarmless(done);
});

test('in the policies of a repository, which summary, evidence and result file tell', async () => {
  await open();
  const statement = {
    Sid: hostile,
    Effect: 'Allow' as const,
    Principal: { AWS: [hostile, `arn:aws:iam::123456789012:role/${hostileLine}`] },
    Action: ['ecr:PutImage', 'ecr:BatchGetImage', hostile],
  };
  here.ecr.setRepositoryPolicy('team/app', { Statement: [statement] });
  const done = await run({ tags: 'pr-7' });
  expect([done.main.exitCode, done.main.errors]).toEqual([0, []]);
  expectHarmless(done);
});

test('in what the API, a registry, a destination and GitHub answer', async () => {
  await open({
    scenario: { ...quickScans, repositories: [{ name: 'team/app' }, { name: 'team/copy' }] },
  });
  const destination = '123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/copy';
  const refuses = (ecr: LocalEcr, operation: string, about?: string) =>
    ecr.addFault({
      operation,
      ...(about !== undefined && { about }),
      status: 400,
      type: `Invalid${hostileLine}Exception`,
      code: 'DENIED',
      message: hostile,
    });
  const says = () =>
    github.disturbances.push((response) =>
      response
        .writeHead(422, { 'content-type': 'application/json' })
        .end(JSON.stringify({ message: hostile })),
    );
  for (const [operation, about] of [
    ['GetAuthorizationToken'],
    ['DescribeRepositories'],
    ['DescribeImages'],
    ['DescribeImageScanFindings'],
    ['PUT manifest', '/manifests/pr-7'],
    ['PUT manifest', '/team/copy/'],
  ] as const) {
    here.ecr.clearFaults();
    refuses(here.ecr, operation, about);
    says();
    const done = await run({
      tags: 'pr-7',
      'scan-timeout': '20s',
      destinations: destination,
      labels: `again=${operation}`,
    });
    expect([operation, done.main.exitCode, done.main.errors.length]).toEqual([operation, 1, 1]);
    expectHarmless(done);
  }
});

test('in names that inputs have: registries of logins, destinations, labels, files and build arguments', async () => {
  await open();
  const wrong: Readonly<Record<string, string>> = {
    'registry-logins': `- registry: ${JSON.stringify(hostile)}\n  username: ${JSON.stringify(hostile)}\n  password: "12345678"`,
    destinations: `123456789012.dkr.ecr.eu-west-1.amazonaws.com/${hostileLine}`,
    'env-names': `${hostileLine}=image`,
    'result-file': `left/${hostileLine}`,
    file: hostileLine,
    platforms: hostileLine,
    'fail-on': hostileLine,
    'smoke-test': hostile,
    'repository-settings': hostile,
    exceptions: hostileLine,
    'cache-to': hostileLine,
  };
  for (const [name, text] of Object.entries(wrong)) {
    const done = await run({
      [name]: text,
      ...(name === 'repository-settings' && { 'create-repository': 'true' }),
    });
    expect([name, done.main.errors.length]).toEqual([name, done.main.exitCode]);
    expectHarmless(done);
  }
  const done = await run({
    tags: 'pr-7',
    labels: `note=${hostileLine}`,
    annotations: `note=${hostileLine}`,
    'build-args': `NOTE=${hostileLine}`,
  });
  expect([done.main.exitCode, done.main.errors]).toEqual([0, []]);
  expectHarmless(done);
});

test('in what a build prints with provenance and in the image that comes of it', async () => {
  await open();
  giveTalker();
  const dockerfile = readFileSync(join(here.workspace, 'Dockerfile'), 'utf8');
  const step = `SHELL ["/bin/busybox", "sh", "-c"]\nRUN ${talks}; echo\n`;
  writeFileSync(join(here.workspace, 'Dockerfile'), `${dockerfile}\n${step}`);
  const done = await run({ tags: 'pr-7' });
  expect([done.main.exitCode, done.main.errors]).toEqual([0, []]);
  expectHarmless(done);
  writeFileSync(join(here.workspace, 'Dockerfile'), `${dockerfile}\n${step.replace('echo', 'exit 1')}`);
  const failed = await run({ tags: 'pr-7' });
  expect([failed.main.exitCode, failed.main.errors.length]).toEqual([1, 1]);
  expectHarmless(failed);
});
