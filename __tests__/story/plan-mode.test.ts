import { describe, expect, test } from '@jest/globals';
import { outputsOf } from '../../src/report/outputs.ts';
import { inputs, memoryWorld, pushTo, run, ship } from '../support/memory-world.ts';

describe('mode: plan', () => {
  test('says what each rule gives, asks nothing of AWS and touches nothing', async () => {
    const world = memoryWorld();
    const fork = { ...run, region: undefined, event: pushTo('refs/heads/main') };
    const report = await ship(inputs({ mode: 'plan' }), fork, world);
    expect(report.failure).toBeUndefined();
    expect(world.journal).toEqual([]);
    expect(world.log.join('\n')).toMatch(/^ {2}type=ref,event=branch +main +the branch main$/m);
    expect(world.log.join('\n')).toContain('docker buildx build');
    expect(outputsOf(report)).toMatchObject({ 'tag-names': 'main\nsha-0123456', version: 'main', tags: '' });
  });

  test('needs no engine', async () => {
    const world = memoryWorld({ engine: 'down' });
    const report = await ship(inputs({ mode: 'plan' }), run, world);
    expect(report.failure).toBeUndefined();
    expect(world.log.join('\n')).toContain('Builder: none on this machine');
  });

  test('says why no rule gives a name', async () => {
    const world = memoryWorld();
    const report = await ship(inputs({ mode: 'plan', tags: 'type=ref,event=tag' }), run, world);
    expect(world.log.join('\n')).toContain('type=ref,event=tag  –  the branch main is not a tag');
    // As loudly as a push would: whoever tries a plan wants to know before the push does.
    expect(report.failure?.code).toBe('no-tags');
    expect(report.plan?.tags).toEqual([]);
  });

  test.each(['plan', 'ship'])(
    'mode %s ends where this builder does not read what a Dockerfile of its own leaves out',
    async (mode) => {
      const world = memoryWorld({ buildx: 'none', files: { 'prod.Dockerfile.dockerignore': '.env' } });
      const report = await ship(inputs({ mode, file: 'prod.Dockerfile', tags: 'v1' }), run, world);
      expect([report.failure?.code, report.failure?.what]).toEqual([
        'builder-unfit',
        expect.stringContaining('prod.Dockerfile.dockerignore says what stays out of the image'),
      ]);
      expect(world.journal.filter((entry) => entry.startsWith('docker build'))).toEqual([]);
    },
  );

  test.each(['plan', 'ship'])('mode %s ends where this builder cannot do what is asked for', async (mode) => {
    const world = memoryWorld({ buildx: 'none' });
    const given = inputs({ mode, platforms: 'linux/amd64,linux/arm64', tags: 'v1' });
    expect((await ship(given, run, world)).failure?.code).toBe('builder-unfit');
  });

  test('needs no name where nothing is pushed', async () => {
    const given = inputs({ mode: 'plan', push: 'false', tags: 'type=ref,event=tag' });
    expect((await ship(given, run, memoryWorld())).failure).toBeUndefined();
  });
});

describe('what the event does not say of the repository', () => {
  const bare = { ...run, event: { ...run.event, payload: {} } };
  const facts = {
    isDescribed: true,
    name: 'app',
    description: 'From the API',
    url: 'https://x/y',
    defaultBranch: 'main',
    license: 'MIT',
  };

  test('is asked of GitHub', async () => {
    const world = memoryWorld({ api: { repository: () => Promise.resolve(facts) } });
    const report = await ship(inputs({ mode: 'plan' }), bare, world);
    expect(report.plan?.labels).toContain('org.opencontainers.image.description=From the API');
    expect(report.plan?.labels).toContain('org.opencontainers.image.licenses=MIT');
  });

  test('is left out where GitHub does not answer', async () => {
    const report = await ship(inputs({ mode: 'plan' }), bare, memoryWorld());
    expect(report.failure).toBeUndefined();
    expect(report.plan?.labels.join('\n')).not.toContain('licenses');
  });

  test('is not asked where the event says it', async () => {
    const world = memoryWorld();
    await ship(inputs({ mode: 'plan' }), run, world);
    expect(world.journal).toEqual([]);
  });

  test('the date of the commit comes from the checkout, and from GitHub where there is none', async () => {
    const tags = { mode: 'plan', tags: "c{{commit_date 'YYYYMMDD'}}" };
    const at = Date.parse('2026-05-06T07:08:09Z');
    const checkedOut = memoryWorld({ checkout: { sha: run.event.sha, at } });
    const first = await ship(inputs(tags), run, checkedOut);
    expect(first.plan?.tags.map(({ tag }) => tag)).toEqual(['c20260506']);
    expect(checkedOut.journal).toEqual([]);
    const asked = memoryWorld({ api: { committedAt: () => Promise.resolve(at) } });
    const second = await ship(inputs(tags), run, asked);
    expect(second.plan?.tags.map(({ tag }) => tag)).toEqual(['c20260506']);
    const nowhere = await ship(inputs(tags), run, memoryWorld());
    expect(nowhere.failure?.what).toContain('{{commit_date}} only where the commit is known');
  });
});

test('the checkout says which commit is built', async () => {
  const sha = 'a'.repeat(40);
  const world = memoryWorld({ checkout: { sha, at: 0 } });
  const report = await ship(inputs({ mode: 'plan', tags: 'type=sha' }), run, world);
  expect(report.plan?.tags.map(({ tag }) => tag)).toEqual(['sha-aaaaaaa']);
  expect(report.plan?.labels).toContain(`org.opencontainers.image.revision=${sha}`);
});

test('a folder of the checkout does not take the place of an address', async () => {
  const context = `https://github.com/team/app.git#${'a'.repeat(40)}`;
  const world = memoryWorld({ files: { [context]: '' } });
  const report = await ship(inputs({ mode: 'plan', context }), run, world);
  expect(report.failure?.code).toBe('invalid-input');
  expect(report.failure?.what).toContain('would be built in its place');
});

const strangersEvent = {
  ...run.event,
  name: 'issue_comment',
  ref: 'refs/heads/main',
  payload: {
    issue: { number: 7, pull_request: {} },
    repository: { full_name: 'team/app', default_branch: 'main' },
  },
};

test.each([
  { file: 'docker/Dockerfile', names: ['edge', 'pr-7'] },
  { file: 'https://me:hunter2hunter2@host/Dockerfile', names: ['pr-7'] },
])(
  'a checkout of the branch speaks for it in a run of a stranger with its own Dockerfile alone: $file',
  async ({ file, names }) => {
    const sha = 'c'.repeat(40);
    const world = memoryWorld({ checkout: { sha, at: 0 }, files: { 'docker/Dockerfile': 'FROM scratch\n' } });
    const event = { ...strangersEvent, sha };
    const given = { mode: 'plan', file, tags: 'type=edge\npr-7' };
    const report = await ship(inputs(given), { ...run, event }, world);
    expect(report.failure).toBeUndefined();
    expect(report.plan?.tags.map(({ tag }) => tag).sort()).toEqual(names);
  },
);

describe('a Git URL with the commit of the branch, in a run that a stranger may have started', () => {
  const sha = 'b'.repeat(40);
  const context = `https://github.com/team/app.git#${sha}`;
  const event = { ...strangersEvent, sha };
  const given = { mode: 'plan', context, tags: 'type=edge\ntype=sha\npr-7' };
  const namesOf = async (more: Readonly<Record<string, string>>) => {
    const report = await ship(inputs({ ...given, ...more }), { ...run, event }, memoryWorld());
    return report.plan?.tags.map(({ tag }) => tag);
  };

  test('speaks for that branch', async () => {
    expect(await namesOf({})).toEqual(['edge', 'pr-7', 'sha-bbbbbbb']);
    expect(await namesOf({ file: 'docker/Dockerfile' })).toEqual(['edge', 'pr-7', 'sha-bbbbbbb']);
  });

  test.each(['/w/Dockerfile', 'https://example.com/Dockerfile'])(
    'speaks for neither branch nor commit where the Dockerfile is not that of the repository: %s',
    async (file) => {
      expect(await namesOf({ file })).toEqual(['pr-7']);
    },
  );
});
