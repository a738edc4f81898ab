import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startRemoteBuilder } from '../support/buildkit.ts';
import { engine } from '../support/engines.ts';
import { makeGitRepository, type GitRepository } from '../support/git-server.ts';
import { serversOfThisFile, type TestServer } from '../support/http-server.ts';
import type { StepResult } from '../support/runner.ts';
import { onlyError, type Scene, type Shipped } from '../support/scene.ts';
import { scenesOfThisFile } from '../support/scenes.ts';
import { leaksIn, leftFiles, leftTexts } from '../support/secret-search.ts';

const scene = scenesOfThisFile();
const startServer = serversOfThisFile();
// Its own: buildx's state, which is searched for it, is that of all files.
const password = 'hunter2-of-git-contexts';
const users = { me: `me:${password}`, token: `x-access-token:${password}` };
const host = (): Promise<TestServer> =>
  startServer((request, response) => repository.serve(request, response));

let repository: GitRepository;
/** A commit that no builder has from a test before, which BuildKit would not ask git for again, whoever the host is. */
const freshCommit = (which: string) => repository.commit(which, { Dockerfile: dockerfile(which) });
/** Commits of main, the second on top of the first, which is tagged v1; then one of the branch feature. */
let commits: { readonly first: string; readonly second: string; readonly feature: string };

const dockerfile = (which: string) => `FROM scratch\nCOPY text.txt /\nLABEL which=${which}\n`;

beforeAll(() => {
  repository = makeGitRepository(Object.values(users));
  const first = repository.commit('main', {
    Dockerfile: dockerfile('first'),
    'text.txt': `${String(Date.now())}\n`,
    'sub/text.txt': 'sub\n',
    'sub/prod.Dockerfile': dockerfile('prod'),
  });
  repository.tag('v1', first);
  const second = repository.commit('main', { Dockerfile: dockerfile('second') });
  commits = { first, second, feature: repository.commit('feature', { Dockerfile: dockerfile('feature') }) };
});
afterAll(() => repository.remove());

/** What a test has to say of an image: from which Dockerfile it is, of which commit of which repository it speaks. */
function labelsOf({ ecr }: Scene, { outputs }: StepResult) {
  const labels = ecr.labels('team/app', outputs['digest'] ?? '');
  const revision = labels['org.opencontainers.image.revision'];
  return { which: labels['which'], revision, source: labels['org.opencontainers.image.source'] };
}

const quick = { scan: 'off', labels: '' };
const pushOf = (sha: string) => ({
  GITHUB_EVENT_NAME: 'push',
  GITHUB_REF: 'refs/heads/main',
  GITHUB_SHA: sha,
});
const reports = { 'result-file': 'result.json', 'evidence-file': 'evidence.md', 'sarif-file': 'x.sarif' };

/** Where a secret is left of a run: in what it says, in files of the workspace, or in a folder beside it. */
function leaksOf({ main, post }: Shipped, ...folders: readonly string[]) {
  const said = [main, post].map((step) => ({
    ...step,
    masks: [],
    log: step.log.replaceAll(/^::add-mask::.*$/gm, ''),
  }));
  const texts = leftTexts({ main: JSON.stringify(said[0]), post: JSON.stringify(said[1]) });
  return leaksIn([...texts, ...folders.flatMap((folder) => leftFiles(folder, folder))], { password });
}

describe('what is built from a Git URL', () => {
  test.each([
    { name: 'a branch', ref: () => 'feature', which: 'feature' },
    { name: 'a tag', ref: () => 'v1', which: 'first' },
    { name: 'a commit', ref: () => commits.first, which: 'first', commit: () => commits.first },
    {
      name: 'a folder of a commit, by a Dockerfile of another name in it',
      ref: () => `${commits.second}:sub`,
      file: 'prod.Dockerfile',
      which: 'prod',
      commit: () => commits.second,
    },
  ])('is $name', async ({ ref, which, file, commit }) => {
    const git = await host();
    const at = await scene(engine('containerd'), { files: {} });
    const context = `${git.url}/other/app.git#${ref()}`;
    const { main, leftovers } = await at.ship({ context, ...quick, ...(file !== undefined && { file }) });
    expect([main.exitCode, main.errors, leftovers]).toEqual([0, [], []]);
    // Of another repository than the workflow's, so that this one's address would be no answer to where the commit is.
    const source = `${git.url}/other/app.git`;
    expect(labelsOf(at, main)).toEqual({ which, revision: commit?.(), source });
    const said = commit === undefined ? 'not known' : `${commit()} (from the Git URL of the build context)`;
    expect(main.log).toContain(`\nCommit      ${said}\n`);
  });
});

describe('a push of the commit that the Git URL names', () => {
  const tags = 'type=ref,event=branch\ntype=sha\nplain';

  test('gets the tags of its ref and of the commit, and the next run takes the image without asking git', async () => {
    const git = await host();
    const at = await scene(engine('containerd'), { files: {} });
    const sha = freshCommit('pushed');
    const context = `${git.url}/a.git#${sha}`;
    const env = pushOf(sha);
    const { main } = await at.ship({ context, ...quick, tags }, env);
    expect([main.exitCode, main.errors]).toEqual([0, []]);
    expect(main.log).toContain('which the event tells as its commit');
    const short = sha.slice(0, 7);
    expect(main.outputs['tag-names']?.split('\n').sort()).toEqual(['main', 'plain', `sha-${short}`].sort());
    expect(main.summary).toContain(`commit \`${short}\``);

    const asked = git.asked.length;
    expect(asked).toBeGreaterThan(0);
    const again = (await at.ship({ context, ...quick, tags: 'type=sha' }, env)).main;
    expect([again.exitCode, again.errors]).toEqual([0, []]);
    expect(again.outputs).toMatchObject({ reused: 'true', digest: main.outputs['digest'] });
    expect(git.asked).toHaveLength(asked);

    // A Dockerfile of the machine is of no commit, whatever its path says: nothing is known to be the same.
    writeFileSync(join(at.workspace, 'Dockerfile'), dockerfile('own'));
    const own = { context, ...quick, tags: 'type=sha', file: join(at.workspace, 'Dockerfile') };
    const other = (await at.ship(own, env)).main;
    expect([other.exitCode, other.errors, other.outputs['reused']]).toEqual([0, [], 'false']);
    expect(other.log).toContain('it is not certain what this run makes an image from');
    expect(labelsOf(at, other).which).toBe('own');
  });

  test('gets neither by its branch alone, for who builds may get a newer commit', async () => {
    const git = await host();
    const at = await scene(engine('containerd'), { files: {} });
    const context = `${git.url}/a.git#main`;
    const given = { context, ...quick, tags: `${tags}\nv1.0.0` };
    const { main } = await at.ship(given, pushOf(commits.second));
    expect([main.exitCode, main.errors]).toEqual([0, []]);
    expect(main.outputs['tag-names']).toBe('plain\nv1.0.0');
    expect(main.warnings.join()).toContain('the build context is a Git URL that does not name a commit');
    expect(labelsOf(at, main)).toMatchObject({ which: 'second', revision: undefined });

    const again = (await at.ship(given, pushOf(commits.second))).main;
    expect(onlyError(again)).toContain('v1.0.0');
    expect(again.outputs['error-code']).toBe('tag-taken');
  });
});

describe('what git does not have', () => {
  test.each([
    { name: 'a ref', end: 'a.git#nope', says: /does not contain ref nope.*Correct the ref in the Git URL/s },
    { name: 'a folder', end: 'a.git#main:nope', says: /nope.*Correct the folder in the Git URL/s },
    { name: 'access', end: 'private.git#main', says: /could not read Username.*GIT_AUTH_TOKEN=<token>/s },
  ])('$name is one error that says so, and leaves nothing behind', async ({ end, says }) => {
    const git = await host();
    const at = await scene(engine('containerd'), { files: {} });
    const { main, leftovers } = await at.ship({ context: `${git.url}/${end}`, ...quick });
    expect(main.exitCode).toBe(1);
    expect(onlyError(main)).toMatch(says);
    expect([leftovers, at.ecr.digests('team/app')]).toEqual([[], []]);
  });
});

describe('credentials for a private repository', () => {
  test.each([
    { name: 'the engine’s own builder', isRemote: false },
    { name: 'a builder that pushes by itself, and says what it was made from', isRemote: true },
  ])('in its address reach it, and nothing else: by $name', async ({ isRemote }) => {
    const git = await host();
    const dataDir = mkdtempSync(join(tmpdir(), 'ecr-ship-registry-'));
    const builder = isRemote ? await startRemoteBuilder(engine('containerd')) : undefined;
    try {
      const on = engine('containerd');
      const at = await scene(on, { files: {}, dataDir });
      const sha = freshCommit(isRemote ? 'by-digest' : 'by-tag');
      const context = `http://${users.me}@${git.host}/private.git#${sha}`;
      const given = { context, ...quick, ...reports, ...(isRemote && { provenance: 'mode=max' }) };
      const shipped = await at.ship(given, builder?.env);
      expect([shipped.main.exitCode, shipped.main.errors]).toEqual([0, []]);
      expect(git.asked.map(({ authorization }) => authorization)).toContain(`basic ${btoa(users.me)}`);
      const config = builder?.env['DOCKER_CONFIG'] ?? on.dockerConfigDir;
      expect(leaksOf(shipped, at.workspace, dataDir, config)).toEqual([]);
    } finally {
      await builder?.close();
      rmSync(dataDir, { recursive: true, force: true });
    }
  });

  test('are a secret of BuildKit, which stands in no address', async () => {
    const git = await host();
    const at = await scene(engine('containerd'), { files: {} });
    const context = `${git.url}/private.git#v1`;
    const shipped = await at.ship({ context, ...quick, secrets: `GIT_AUTH_TOKEN=${password}` });
    expect([shipped.main.exitCode, shipped.main.errors]).toEqual([0, []]);
    expect(leaksOf(shipped, at.workspace)).toEqual([]);
  });

  test('that are wrong are told by one error without them', async () => {
    const git = await host();
    const at = await scene(engine('containerd'), { files: {} });
    const context = `http://me:${password}x@${git.host}/private.git#main`;
    const shipped = await at.ship({ context, ...quick, ...reports });
    expect(onlyError(shipped.main)).toMatch(/could not read Username.*GIT_AUTH_TOKEN=<token>/s);
    expect(leaksOf(shipped, at.workspace)).toEqual([]);
  });
});

describe('the builder without BuildKit, whose docker clones on this machine', () => {
  test('builds a folder of a commit, and no clone is left', async () => {
    const git = await host();
    const at = await scene(engine('classic'), { files: {} });
    const TMPDIR = join(at.workspace, 'tmp');
    mkdirSync(TMPDIR);
    const context = `${git.url}/a.git#${commits.first}:sub`;
    const { main, leftovers } = await at.ship({ context, ...quick, file: 'prod.Dockerfile' }, { TMPDIR });
    expect([main.exitCode, main.errors]).toEqual([0, []]);
    expect(labelsOf(at, main)).toMatchObject({ which: 'prod', revision: commits.first });
    expect([leftovers, readdirSync(TMPDIR)]).toEqual([[], []]);
  });

  test('says which ref there is not', async () => {
    const git = await host();
    const at = await scene(engine('classic'), { files: {} });
    const { main, leftovers } = await at.ship({ context: `${git.url}/a.git#nope`, ...quick });
    expect(onlyError(main)).toMatch(/couldn't find remote ref nope.*Correct the ref in the Git URL/s);
    expect(leftovers).toEqual([]);
  });

  test('gets no credential, which it would publish with the files of the build', async () => {
    const git = await host();
    const at = await scene(engine('classic'), { files: {} });
    const context = `http://${users.me}@${git.host}/private.git#main`;
    const shipped = await at.ship({ context, ...quick, ...reports });
    expect(onlyError(shipped.main)).toContain('would write to .git/config among the files of the build');
    const result = JSON.parse(readFileSync(join(at.workspace, 'result.json'), 'utf8')) as object;
    expect(result).toMatchObject({ errorCode: 'builder-unfit' });
    expect([git.asked, leaksOf(shipped, at.workspace)]).toEqual([[], []]);
  });
});

test.each(['classic', 'containerd'] as const)(
  'a query is read, or the run ends before anything else could be built: on the %s engine',
  async (flavour) => {
    const on = engine(flavour);
    const git = await host();
    const at = await scene(on, { files: {} });
    const version = flavour === 'classic' ? '0.0' : await at.docker(['buildx', 'version'], on.env);
    const [, minor = 0] = /\b0\.(\d+)\./.exec(version) ?? [];
    const context = `${git.url}/a.git?branch=main&commit=${commits.second}`;
    const { main } = await at.ship({ context, ...quick });
    if (Number(minor) >= 29) {
      expect([main.exitCode, main.errors]).toEqual([0, []]);
      expect(labelsOf(at, main)).toMatchObject({ which: 'second', revision: commits.second });
    } else {
      expect(onlyError(main)).toMatch(/Git URL with a query, which .* does not read.*behind #/s);
      expect([git.asked, at.ecr.digests('team/app')]).toEqual([[], []]);
    }
  },
);
