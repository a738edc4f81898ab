import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { blobId, changesOf, commitRequest } from '../../scripts/dist-commit.mjs';
import { followersOf, notesOf, versionOf } from '../../scripts/release.mjs';
import { readWorkflow, scriptOf, startScripts, type ScriptRunner } from '../support/workflow-steps.ts';

const runners: ScriptRunner[] = [];
function scripts(programs: Readonly<Record<string, string>>): ScriptRunner {
  const runner = startScripts(programs);
  runners.push(runner);
  mkdirSync(join(runner.folder, 'scripts'));
  for (const name of ['release.mjs', 'dist-commit.mjs'])
    copyFileSync(join('scripts', name), join(runner.folder, 'scripts', name));
  return runner;
}
afterEach(() => {
  for (const runner of runners.splice(0)) runner.remove();
});

const changelog = `# Changelog

## [Unreleased]

## [1.10.0] - 2026-12-01

### Added

- Ten.

## [1.1.0] - 2026-11-01

- One.

[Unreleased]: https://github.com/org/ecr-ship/compare/v1.10.0...main
[1.10.0]: https://github.com/org/ecr-ship/releases/tag/v1.10.0
`;

describe('the notes of a release', () => {
  test('are its section of the changelog, and no other one', () => {
    expect(notesOf(changelog, 'v1.10.0')).toBe('### Added\n\n- Ten.\n');
    expect(notesOf(changelog, 'v1.1.0')).toBe('- One.\n');
  });

  test.each([
    ['v1.2.0', changelog, 'has no section [1.2.0]'],
    ['v1.0.0', '## [1.0.0]\n\n- One.\n', 'has no day'],
    ['v1.0.0', '## [1.0.0] - 2026-11-01\n\n[1.0.0]: https://x.org\n', 'says nothing'],
    ['v1.2', changelog, 'names no release'],
    ['v01.2.3', changelog, 'names no release'],
    ['v1.2.3; true', changelog, 'names no release'],
  ])('of %s are an error that says what to do', (tag, text, message) => {
    expect(() => notesOf(text, tag)).toThrow(message);
  });
});

describe('what follows a release', () => {
  const tags = ['v1', 'v1.2.3', 'v1.10.0', 'v2', 'v2.0.0-rc.1', 'nightly', ''];
  test.each([
    ['the highest', 'v1.10.1', { major: 'v1', isLatest: true, isPreRelease: false }],
    ['the first of a major', 'v2.0.0', { major: 'v2', isLatest: true, isPreRelease: false }],
    ['a backport', 'v1.2.4', { major: '', isLatest: false, isPreRelease: false }],
    ['a pre-release', 'v2.0.0-rc.2', { major: '', isLatest: false, isPreRelease: true }],
    ['itself, once more', 'v1.10.0', { major: 'v1', isLatest: true, isPreRelease: false }],
  ])('%s', (_, tag, expected) => {
    expect(followersOf(tag, tags)).toEqual(expected);
  });

  test('a release of an older major moves its own tag and is not the latest', () => {
    expect(followersOf('v1.10.1', [...tags, 'v2.0.0'])).toMatchObject({ major: 'v1', isLatest: false });
    expect(versionOf('v1.10.1').numbers).toEqual([1, 10, 1]);
  });
});

describe('release.yml', () => {
  const { jobs } = readWorkflow('.github/workflows/release.yml');
  const contexts = (more: Readonly<Record<string, unknown>> = {}) => ({
    github: {
      ref_name: 'v1.10.0',
      sha: 'c'.repeat(40),
      repository: 'org/ecr-ship',
      server_url: 'https://github.com',
      token: 't',
    },
    runner: { temp: '/tmp' },
    steps: { follows: { outputs: { major: 'v1', latest: 'true', 'pre-release': 'false', ...more } } },
  });

  /** @param view what `gh release view` answers; nothing where there is no release */
  const publish = async (view: string, tags = '') => {
    const runner = scripts({
      gh: `[ "$1 $2" != 'release view' ] || ${view === '' ? 'exit 1' : `echo ${view}`}`,
      git: `printf '${tags}'`,
    });
    writeFileSync(join(runner.folder, 'CHANGELOG.md'), changelog);
    mkdirSync(join(runner.temp, 'release'));
    writeFileSync(join(runner.temp, 'release', 'ecr-ship-v1.10.0.tar.gz'), '');
    return { runner, ran: await runner.run(scriptOf(jobs['publish'], 'publish'), contexts()) };
  };

  test('makes a draft with everything, and only then publishes it', async () => {
    const { runner, ran } = await publish('');
    expect(ran).toMatchObject({ exitCode: 0, log: '' });
    const [, create = '', edit] = runner.calls();
    expect(create).toMatch(
      /^gh release create v1\.10\.0 --draft --verify-tag .* --prerelease=false .*\.tar\.gz$/,
    );
    expect(edit).toBe('gh release edit v1.10.0 --draft=false --latest=true');
    expect(readFileSync(join(runner.temp, 'notes.md'), 'utf8')).toBe('### Added\n\n- Ten.\n');
    expect(runner.calls()).toHaveLength(3);
  });

  test('leaves a release that is published as it is, and begins a draft anew', async () => {
    const published = await publish('false');
    expect(published.ran.exitCode).toBe(0);
    expect(published.runner.calls()).toHaveLength(1);
    const draft = await publish('true');
    expect(draft.runner.calls().map((call) => call.split(' ')[2])).toEqual([
      'view',
      'delete',
      'create',
      'edit',
    ]);
  });

  test('asks the repository for the tags that there are', async () => {
    const lines = ['v1.9.0', 'v2.0.0'].map((tag) => `${'a'.repeat(40)}\\trefs/tags/${tag}\\n`).join('');
    const runner = scripts({ git: `printf '${lines}'` });
    const ran = await runner.run(scriptOf(jobs['publish'], 'follows'), contexts());
    expect(ran.outputs).toEqual({ major: 'v1', latest: 'false', 'pre-release': 'false' });
    expect(runner.calls()).toEqual(['git ls-remote --tags --refs https://github.com/org/ecr-ship']);
  });

  test.each([
    ['moves the major tag in one request', 'exit 0', 'PATCH repos/org/ecr-ship/git/refs/tags/v1'],
    ['makes it where there is none', 'exit 1', 'POST repos/org/ecr-ship/git/refs'],
  ])('%s, and deletes nothing', async (_, there, request) => {
    const runner = scripts({ gh: `[ "$2" != repos/org/ecr-ship/git/ref/tags/v1 ] || ${there}` });
    const ran = await runner.run(scriptOf(jobs['publish'], 'major'), contexts());
    expect(ran).toMatchObject({ exitCode: 0, log: 'v1 is v1.10.0 now.\n' });
    const [, change = ''] = runner.calls();
    expect(change).toContain(`--method ${request} `);
    expect(change).toContain(`sha=${'c'.repeat(40)}`);
    expect(runner.calls().join('\n')).not.toContain('DELETE');
  });

  test('runs the code of packages only where the token can read and nothing else', () => {
    const withPackages = Object.entries(jobs).filter(([, { steps }]) =>
      steps.some(({ run = '' }) => /npm |\.ci\/run/.test(run)),
    );
    expect(withPackages.map(([name, { permissions }]) => [name, permissions])).toEqual([
      ['test', { contents: 'read' }],
    ]);
  });
});

describe("what is committed to Dependabot's branch", () => {
  const bytes = (text: string) => Buffer.from(text);
  const built = new Map([
    ['7.index.js', bytes('chunk')],
    ['index.js', bytes('new')],
    ['post.js', bytes('same')],
  ]);
  const before = [
    { name: 'index.js', sha: blobId(bytes('old')) },
    { name: 'post.js', sha: blobId(bytes('same')) },
    { name: '4.index.js', sha: blobId(bytes('chunk')) },
  ];
  const where = { repository: 'org/ecr-ship', branch: 'dependabot/npm/x', commit: 'c'.repeat(40) };

  test('is what differs, and what is gone', () => {
    expect(changesOf(built, before)).toEqual({
      additions: [
        { path: 'dist/7.index.js', contents: bytes('chunk').toString('base64') },
        { path: 'dist/index.js', contents: bytes('new').toString('base64') },
      ],
      deletions: [{ path: 'dist/4.index.js' }],
    });
    // As `printf same | git hash-object --stdin` has it.
    expect(blobId(bytes('same'))).toBe('5a66c000ab56fb7018b5ec24cdb24c94c00e2142');
  });

  test.each(['../action.yml', 'a/b.js', '.npmrc', 'run.sh', 'a b.js', 'index.js\n'])(
    'is never %j',
    (name) => {
      expect(() => changesOf(new Map([...built, [name, bytes('x')]]), before)).toThrow('no files such as');
    },
  );

  test('is only for its own branches, and for the commit that was built', () => {
    const changes = changesOf(built, before);
    expect(commitRequest(changes, where)).toMatchObject({
      variables: { input: { expectedHeadOid: where.commit, branch: { branchName: 'dependabot/npm/x' } } },
    });
    expect(() => commitRequest(changes, { ...where, branch: 'main' })).toThrow('no branch of Dependabot');
    expect(() => commitRequest(changes, { ...where, commit: 'main' })).toThrow('no commit');
    expect(commitRequest({ additions: [], deletions: [] }, where)).toBeUndefined();
  });

  const { jobs } = readWorkflow('.github/workflows/dependabot-commit.yml');
  const run = async (listed: readonly object[]) => {
    const runner = scripts({
      gh: `case "$2" in graphql) exit 0;; *) echo '${JSON.stringify(listed)}';; esac`,
    });
    mkdirSync(join(runner.temp, 'dist'));
    for (const [name, text] of built) writeFileSync(join(runner.temp, 'dist', name), text);
    const event = { workflow_run: { head_branch: where.branch, head_sha: where.commit } };
    const ran = await runner.run(scriptOf(jobs['commit']), {
      github: { repository: where.repository, token: 't', event },
    });
    return { runner, ran };
  };

  test('goes out in one request, and none goes out where nothing changed', async () => {
    const changed = await run(before);
    expect(changed.ran.exitCode).toBe(0);
    expect(changed.runner.calls().map((call) => call.split(' ')[2])).toEqual([
      `repos/org/ecr-ship/contents/dist?ref=${where.commit}`,
      'graphql',
    ]);
    const request = JSON.parse(readFileSync(join(changed.runner.temp, 'request.json'), 'utf8')) as unknown;
    expect(request).toEqual(commitRequest(changesOf(built, before), where));
    const same = await run([...built].map(([name, text]) => ({ name, sha: blobId(text) })));
    expect(same.ran).toMatchObject({ exitCode: 0, log: 'dist/ is what it was.\n' });
    expect(same.runner.calls()).toHaveLength(1);
  });

  test('is built without a secret, and committed without running what was built', () => {
    const build = readFileSync('.github/workflows/dependabot-build.yml', 'utf8');
    const commit = readFileSync('.github/workflows/dependabot-commit.yml', 'utf8');
    expect(build).not.toMatch(/secrets\.|github\.token|: write/);
    expect(commit).not.toMatch(/secrets\.|npm |ref: .*head/);
  });
});

describe('nightly.yml', () => {
  const { jobs } = readWorkflow('.github/workflows/nightly.yml');
  const set = { NIGHTLY_ROLE: 'arn:aws:iam::123456789012:role/nightly', NIGHTLY_REGION: 'eu-west-1' };
  const look = (vars: Readonly<Record<string, string>>) =>
    scripts({}).run(scriptOf(jobs['account'], 'look'), { vars });

  test('says that it does not run where a variable is missing, and which', async () => {
    expect(await look({ ...set, NIGHTLY_REPOSITORY: '' })).toEqual({
      exitCode: 0,
      log: '::notice title=nightly::Not run against AWS: this repository has no variable NIGHTLY_REPOSITORY.\n',
      outputs: { 'is-there': 'false' },
      env: {},
    });
    expect(jobs['real']?.if).toBe("needs.account.outputs.is-there == 'true'");
  });

  test('runs where all are set', async () => {
    expect(await look({ ...set, NIGHTLY_REPOSITORY: 'nightly' })).toEqual({
      exitCode: 0,
      log: '',
      outputs: { 'is-there': 'true' },
      env: {},
    });
  });

  const hold = (more: Readonly<Record<string, string>> = {}) => {
    const runner = scripts({ docker: '' });
    const outputs = { digest: 'sha256:1', image: 'x@sha256:1', 'scan-status': 'complete', reused: 'true' };
    return runner.run(scriptOf(jobs['real'], 'hold'), {
      steps: {
        first: { outputs },
        again: { outputs: { ...outputs, ...more } },
        published: { outputs },
      },
    });
  };

  test('fails where the second run has built another image', async () => {
    expect(await hold()).toMatchObject({ exitCode: 0 });
    expect(await hold({ digest: 'sha256:2' })).toMatchObject({ exitCode: 1 });
    expect(await hold({ reused: 'false' })).toMatchObject({ exitCode: 1 });
  });
});
