import { execFileSync } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
import { engine } from '../support/engines.ts';
import { criticalFinding, onlyError, quickScans, type Scene } from '../support/scene.ts';
import { scenesOfThisFile } from '../support/scenes.ts';

const scene = scenesOfThisFile();
const revision = 'org.opencontainers.image.revision';
const otherCommit = 'f'.repeat(40);

const repository = (imageTagMutability: string, exclusionFilters: readonly string[] = []) => ({
  scenario: { repositories: [{ name: 'team/app', imageTagMutability, exclusionFilters }] },
});

/** What builds and uploads: a run that uses an image again does none of it. */
const uploads = ({ ecr }: Scene) => ecr.requests.filter(({ operation }) => /upload/i.test(operation)).length;

describe('a job that is run again', () => {
  test('for the same commit on an immutable repository builds nothing and is a success with the same digest', async () => {
    const here = await scene(engine('containerd'), repository('IMMUTABLE_WITH_EXCLUSION', ['latest']));
    const first = await here.ship();
    expect(first.main.errors).toEqual([]);
    expect(first.main.outputs['reused']).toBe('false');
    const uploaded = uploads(here);

    const again = await here.ship({}, { GITHUB_RUN_ATTEMPT: '2' });
    expect(again.main.errors).toEqual([]);
    expect(again.main.exitCode).toBe(0);
    expect(again.main.outputs).toMatchObject({
      reused: 'true',
      digest: first.main.outputs['digest'],
      verdict: 'passed',
      'tag-names': 'v1.0.0\nlatest',
    });
    expect(again.main.log).not.toContain('docker buildx build');
    expect(again.main.summary).toContain('Nothing was built');
    expect(uploads(here)).toBe(uploaded);
    expect(again.leftovers).toEqual([]);
  });

  test('needs no docker at all', async () => {
    const { ship } = await scene(engine('containerd'));
    const first = await ship();
    const again = await ship({}, { DOCKER_HOST: 'tcp://127.0.0.1:1', PATH: '/nonexistent' });
    expect(again.main.errors).toEqual([]);
    expect(again.main.outputs).toMatchObject({ reused: 'true', digest: first.main.outputs['digest'] });
  });

  test('is judged by what ECR knows now', async () => {
    const { ecr, ship } = await scene(engine('containerd'), repository('IMMUTABLE'));
    const first = await ship({ tags: 'v1.0.0' });
    expect(first.main.errors).toEqual([]);
    ecr.setScenario({ ...quickScans, results: [{ match: {}, findings: [criticalFinding] }] });
    const again = await ship({ tags: 'v1.0.0' });
    expect(onlyError(again.main)).toContain('1 CRITICAL finding');
    expect(ecr.tags('team/app')['v1.0.0']).toBe(first.main.outputs['digest']);
  });
});

describe('a name that is taken', () => {
  test('by another commit is an error before the build that names both commits and the digest', async () => {
    const here = await scene(engine('containerd'), repository('IMMUTABLE'));
    const before = here.ecr.seedImage('team/app', 'v1.0.0', 'the release before', {
      [revision]: otherCommit,
    });
    const { main, leftovers } = await here.ship({ tags: 'v1.0.0' });
    const error = onlyError(main);
    for (const word of ['v1.0.0', before.slice(0, 19), otherCommit.slice(0, 12), '0123456789ab'])
      expect(error).toContain(word);
    expect(uploads(here)).toBe(0);
    expect(main.log).not.toContain('docker buildx build');
    expect([here.ecr.tags('team/app'), leftovers]).toEqual([{ 'v1.0.0': before }, []]);
  });

  test('moves where filters of an immutable repository exclude it, and only there', async () => {
    const { ecr, ship } = await scene(
      engine('containerd'),
      repository('IMMUTABLE_WITH_EXCLUSION', ['latest', 'dev-*']),
    );
    const seed = (tag: string) => ecr.seedImage('team/app', tag, tag, { [revision]: otherCommit });
    const stable = seed('stable');
    seed('latest');
    seed('dev-main');
    const moved = await ship({ tags: 'v1.0.0\nlatest\ndev-main' });
    expect(moved.main.errors).toEqual([]);
    const digest = moved.main.outputs['digest'];
    expect(ecr.tags('team/app')).toEqual({ 'v1.0.0': digest, latest: digest, 'dev-main': digest, stable });

    const refused = await ship({ tags: 'v1.0.0\nstable' }, { GITHUB_SHA: 'a'.repeat(40) });
    expect(onlyError(refused.main)).toContain('v1.0.0 already points to');
    const immovable = await ship({ tags: 'v1.1.0\nstable' }, { GITHUB_SHA: 'a'.repeat(40) });
    expect(onlyError(immovable.main)).toContain('team/app does not let tags move, but stable points to');
    expect(immovable.main.log).toContain(
      "'filterType=WILDCARD,filter=dev-*' 'filterType=WILDCARD,filter=stable'",
    );
    expect(ecr.tags('team/app')['stable']).toBe(stable);
  });

  test('and would have to move in an immutable repository is said before the build', async () => {
    const here = await scene(engine('containerd'), repository('IMMUTABLE'));
    const { main } = await here.ship({ tags: 'v1.0.0\nlatest' });
    expect(main.exitCode).toBe(0);
    expect(main.warnings.join('\n')).toContain('latest can be set this once');
    expect(main.warnings.join('\n')).toContain('IMMUTABLE_WITH_EXCLUSION');
  });
});

test('a backport leaves latest and the partial versions of later releases alone', async () => {
  const { ecr, ship } = await scene(engine('containerd'));
  const tags = ['{{version}}', '{{major}}.{{minor}}', '{{major}}'].map(
    (pattern) => `type=semver,pattern=${pattern}`,
  );
  const release = (version: string, sha: string) =>
    ship(
      { tags: tags.join('\n'), flavor: 'latest=highest', labels: `of=${version}` },
      { GITHUB_EVENT_NAME: 'push', GITHUB_REF: `refs/tags/v${version}`, GITHUB_SHA: sha.repeat(40) },
    );
  const newest = await release('2.0.0', 'a');
  const backport = await release('1.9.1', 'b');
  expect(newest.main.errors).toEqual([]);
  expect(backport.main.errors).toEqual([]);
  const [later, earlier] = [newest.main.outputs['digest'], backport.main.outputs['digest']];
  expect(later).not.toBe(earlier);
  expect(ecr.tags('team/app')).toEqual({
    '2.0.0': later,
    '2.0': later,
    '2': later,
    latest: later,
    '1.9.1': earlier,
    '1.9': earlier,
    '1': earlier,
  });
  expect(backport.main.summary).toContain('not moved: 2.0.0 is a higher version');
});

describe('two runs at once', () => {
  test.each(['IMMUTABLE', 'MUTABLE'])(
    'for the same version of two commits in a repository that is %s: one has all names, the other one clear error',
    async (mutability) => {
      const { ecr, ship } = await scene(engine('containerd'), repository(mutability));
      const runs = await Promise.all(
        ['a', 'b'].map((sha) =>
          ship(
            { tags: 'v1.0.0\nv1.0.0-x86', labels: `of=${sha}` },
            { GITHUB_SHA: sha.repeat(40), GITHUB_RUN_ID: sha === 'a' ? '1' : '2' },
          ),
        ),
      );
      const winners = runs.filter(({ main }) => main.exitCode === 0);
      const losers = runs.filter(({ main }) => main.exitCode !== 0);
      expect([winners.length, losers.length]).toEqual([1, 1]);
      const digest = winners[0]?.main.outputs['digest'];
      expect(ecr.tags('team/app')).toEqual({ 'v1.0.0': digest, 'v1.0.0-x86': digest });
      expect(onlyError(losers[0]!.main)).toMatch(/Another run was faster|already points to/);
    },
  );
});

describe('mode: plan', () => {
  test('tells in a pull request from a fork what each rule gives, without credentials, engine or network', async () => {
    const { ecr, ship } = await scene(engine('containerd'));
    const nothing = {
      PATH: '/nonexistent',
      AWS_ACCESS_KEY_ID: '',
      AWS_SECRET_ACCESS_KEY: '',
      AWS_REGION: '',
      AWS_DEFAULT_REGION: '',
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_REF: 'refs/pull/12/merge',
    };
    const { main, leftovers } = await ship({ mode: 'plan', tags: '' }, nothing);
    expect(main.errors).toEqual([]);
    expect(main.outputs).toMatchObject({ 'tag-names': 'pr-12\nsha-0123456', version: 'pr-12', digest: '' });
    expect(main.log).toMatch(/type=ref,event=pr +pr-12 +the pull request 12/);
    expect(main.summary).toContain('| `type=ref,event=pr` | `pr-12` | the pull request 12 |');
    expect([ecr.requests, leftovers]).toEqual([[], []]);
  });
});

test('the commit of the checkout is what names and labels speak of', async () => {
  const { ecr, ship, workspace } = await scene(engine('containerd'));
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t', ...args], {
      cwd: workspace,
      encoding: 'utf8',
    });
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '--message', 'first');
  const sha = git('rev-parse', 'HEAD').trim();
  const { main } = await ship({ tags: 'type=sha,format=long' });
  expect(main.errors).toEqual([]);
  expect(Object.keys(ecr.tags('team/app'))).toEqual([`sha-${sha}`]);
  const again = await ship({ tags: 'type=sha,format=long' });
  expect(again.main.outputs['reused']).toBe('true');
});
