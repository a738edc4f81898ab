import { execFileSync } from 'node:child_process';
import { appendFileSync, chmodSync, cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { engine } from '../support/engines.ts';
import { onlyError, type Scene } from '../support/scene.ts';
import { scenesOfThisFile } from '../support/scenes.ts';

const scene = scenesOfThisFile();
const dockerfile = 'FROM scratch\nARG STAGE=staging\nCOPY hello.txt /\nLABEL stage=$STAGE\n';

/** A checkout with a commit for each text. */
function repository({ workspace }: Pick<Scene, 'workspace'>, ...texts: string[]): string[] {
  const git = gitIn(workspace);
  git('init', '-q', '-b', 'main');
  return texts.map((text, index) => {
    write(workspace, 'hello.txt', text);
    git('add', '-A');
    git('commit', '-q', '--allow-empty', '-m', text, '--date', '2026-01-01T00:00:00Z');
    return index >= 0 ? git('rev-parse', 'HEAD') : '';
  });
}

function gitIn(folder: string) {
  return (...args: string[]) =>
    execFileSync('git', ['-C', folder, '-c', 'user.name=x', '-c', 'user.email=x@example.com', ...args], {
      encoding: 'utf8',
      stdio: 'pipe',
      env: { PATH: process.env['PATH'], GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
    }).trim();
}

function write(workspace: string, path: string, text: string): void {
  mkdirSync(dirname(join(workspace, path)), { recursive: true });
  writeFileSync(join(workspace, path), text);
}

const files = { Dockerfile: dockerfile, '.dockerignore': 'event.json\n' };

/** The variables of an event whose payload lies beside the checkout's files. */
function eventOf(
  { workspace }: Pick<Scene, 'workspace'>,
  name: string,
  sha: string,
  payload: object,
  ref = 'refs/heads/main',
) {
  const repository = { name: 'app', full_name: 'team/app', default_branch: 'main' };
  write(workspace, 'event.json', JSON.stringify({ repository, ...payload }));
  return {
    GITHUB_EVENT_NAME: name,
    GITHUB_REF: ref,
    GITHUB_SHA: sha,
    GITHUB_EVENT_PATH: join(workspace, 'event.json'),
  };
}

const everyName = [
  'type=ref,event=branch',
  'type=ref,event=pr',
  'type=edge',
  'type=raw,value=latest,enable={{is_default_branch}}',
  'type=sha',
].join('\n');

describe('reading a checkout does not run it', () => {
  /** Touched by every setting through which git can be made to run something. */
  function hostileContext(here: Scene, canary: string): void {
    const { workspace } = here;
    const touch = `${canary}.sh`;
    writeFileSync(touch, `#!/bin/sh\ntouch ${canary}\n`);
    chmodSync(touch, 0o755);
    const evil = [
      `[core]\n\tfsmonitor = ${touch}\n\tsshCommand = ${touch}\n\trepositoryFormatVersion = 1\n\tbare = false`,
      '[extensions]\n\tpartialClone = evil',
      `[remote "evil"]\n\turl = /nowhere\n\tpromisor = true\n\tuploadpack = ${touch}`,
      `[filter "evil"]\n\tclean = ${touch}\n\tprocess = ${touch}\n`,
    ].join('\n');
    const context = join(workspace, 'app');
    cpSync(join(workspace, '.git'), context, { recursive: true });
    appendFileSync(join(context, 'config'), evil);
    // A commit that is not there has to be fetched from the promisor.
    writeFileSync(join(context, 'HEAD'), `${'1'.repeat(40)}\n`);
    appendFileSync(join(workspace, '.git', 'config'), evil);
    write(workspace, 'app/Dockerfile', 'FROM scratch\nCOPY HEAD /\n');
    // An artifact that was unpacked into a folder brings a repository of its own.
    cpSync(join(workspace, '.git'), join(workspace, 'artifact', '.git'), { recursive: true });
    writeFileSync(join(workspace, 'artifact/.git/HEAD'), `${'1'.repeat(40)}\n`);
    write(workspace, 'artifact/Dockerfile', 'FROM scratch\nCOPY Dockerfile /\n');
  }

  test.each(['app', 'artifact', '.'])('context %s, in mode: plan and in a whole run', async (context) => {
    const here = await scene(engine('containerd'), { files });
    const [sha = ''] = repository(here, 'hello');
    const canary = join(tmpdir(), `canary-${String(process.pid)}-${context.replace('.', 'root')}`);
    hostileContext(here, canary);
    // buildx looks for changes with git status, which asks core.fsmonitor.
    const job = { ...eventOf(here, 'push', sha, {}), BUILDX_GIT_CHECK_DIRTY: 'true' };
    for (const mode of ['plan', 'ship']) {
      const { main } = await here.ship({ mode, context, tags: 'type=sha' }, job);
      expect(main.errors).toEqual([]);
    }
    expect(existsSync(canary)).toBe(false);
    rmSync(`${canary}.sh`);
  });
});

describe('a stranger’s code gets names of its pull request and its commit alone', () => {
  test('a comment on a pull request that the job has checked out', async () => {
    const here = await scene(engine('containerd'), { files });
    const [main = '', stranger = ''] = repository(here, 'main', 'stranger');
    const job = eventOf(here, 'issue_comment', main, { issue: { number: 12, pull_request: { url: 'x' } } });
    const shipped = await here.ship({ tags: everyName }, job);
    expect(shipped.main.errors).toEqual([]);
    expect(Object.keys(here.ecr.tags('team/app')).sort()).toEqual(['pr-12', `sha-${stranger.slice(0, 7)}`]);
    expect(shipped.main.warnings.join('\n')).toContain('This run may not speak for the branch main, because');
    expect(shipped.main.summary).toContain('Speaks for');
  });

  test('a fork’s workflow_run, by its commit or by its artifact', async () => {
    const here = await scene(engine('containerd'), { files });
    const [main = '', stranger = ''] = repository(here, 'main', 'stranger');
    const run = {
      event: 'pull_request',
      head_branch: 'main',
      head_sha: stranger,
      head_repository: { full_name: 'x/app' },
      pull_requests: [],
    };
    const job = eventOf(here, 'workflow_run', main, { workflow_run: run });
    const byCommit = await here.ship({ tags: everyName }, job);
    expect(byCommit.main.errors).toEqual([]);
    expect(Object.keys(here.ecr.tags('team/app'))).toEqual([`sha-${stranger.slice(0, 7)}`]);

    gitIn(here.workspace)('checkout', '-q', main);
    write(here.workspace, 'hello.txt', 'from the artifact of a stranger');
    const byArtifact = await here.ship({ tags: everyName }, job);
    expect(onlyError(byArtifact.main)).toContain('not those of the commit, which differ in hello.txt');
    expect(Object.keys(here.ecr.tags('team/app'))).toHaveLength(1);
  });

  test('the branch itself keeps its names, whoever caused the run', async () => {
    const here = await scene(engine('containerd'), { files });
    const [main = ''] = repository(here, 'main');
    const job = eventOf(here, 'issue_comment', main, { issue: { number: 12, pull_request: {} } });
    const shipped = await here.ship({ tags: everyName }, job);
    expect(shipped.main.errors).toEqual([]);
    expect(Object.keys(here.ecr.tags('team/app')).sort()).toEqual([
      'edge',
      'latest',
      'main',
      `sha-${main.slice(0, 7)}`,
    ]);
  });

  test('a second checkout is not the commit at the root', async () => {
    const here = await scene(engine('containerd'), { files });
    const [main = ''] = repository(here, 'main');
    const second = join(here.workspace, 'pr');
    gitIn(here.workspace)('clone', '-q', here.workspace, second);
    write(second, 'hello.txt', 'stranger');
    gitIn(second)('commit', '-qam', 'stranger');
    const job = eventOf(here, 'issue_comment', main, { issue: { number: 12, pull_request: {} } });
    const { main: step } = await here.ship({ tags: everyName, context: 'pr' }, job);
    expect(step.errors).toEqual([]);
    expect(Object.keys(here.ecr.tags('team/app'))).toEqual(['pr-12']);
  });
});

test.each(['workflow_dispatch', 'schedule', 'push'])(
  '%s with another commit checked out: no name of the branch, and a warning',
  async (event) => {
    const here = await scene(engine('containerd'), { files });
    const [told = '', built = ''] = repository(here, 'main', 'newer');
    const { main } = await here.ship({ tags: everyName }, eventOf(here, event, told, {}));
    expect(main.errors).toEqual([]);
    expect(Object.keys(here.ecr.tags('team/app'))).toEqual([`sha-${built.slice(0, 7)}`]);
    expect(main.warnings.join('\n')).toContain(
      `because ${built.slice(0, 12)} is built, and the branch main is at ${told.slice(0, 12)}`,
    );
  },
);

test.each(['v1.2.3', 'latest', 'sha-0123456', 'pr-12', 'candidate-x'])(
  'a branch does not become %s by being pushed',
  async (branch) => {
    const here = await scene(engine('containerd'), { files });
    const [sha = ''] = repository(here, 'main');
    const { main } = await here.ship(
      { tags: everyName },
      eventOf(here, 'push', sha, {}, `refs/heads/${branch}`),
    );
    expect(onlyError(main)).toContain(
      `does not get it by being pushed (if it should, add the rule type=raw,value=${branch}`,
    );
    expect(here.ecr.digests('team/app')).toEqual([]);
  },
);

describe('an image is used again only if it was made from the very same', () => {
  const given = { tags: 'type=sha', labels: '' };

  test('the same commit with other build-args, with changed files, and by a label of the Dockerfile, is built', async () => {
    const here = await scene(engine('containerd'), { files });
    const [sha = ''] = repository(here, 'main');
    const job = eventOf(here, 'push', sha, {});
    const first = await here.ship(given, job);
    expect(first.main.errors).toEqual([]);
    const again = await here.ship(given, job);
    expect(again.main.outputs).toMatchObject({ reused: 'true', digest: first.main.outputs['digest'] });

    const production = await here.ship({ ...given, 'build-args': 'STAGE=production' }, job);
    expect(production.main.errors).toEqual([]);
    expect(production.main.outputs['reused']).toBe('false');
    expect(production.main.log).toContain('cannot be used again: it differs in build-args');
    expect(production.main.outputs['digest']).not.toBe(first.main.outputs['digest']);

    write(here.workspace, 'hello.txt', 'changed by an earlier step');
    const changed = await here.ship({ ...given, 'build-args': 'STAGE=production' }, job);
    expect(changed.main.outputs['reused']).toBe('false');
    expect(changed.main.log).toContain('it differs in files that are not those of the commit');
    const same = await here.ship({ ...given, 'build-args': 'STAGE=production' }, job);
    expect(same.main.outputs).toMatchObject({ reused: 'true', digest: changed.main.outputs['digest'] });
  });

  test('what a Dockerfile says of its commit is overruled', async () => {
    const lie =
      'LABEL org.opencontainers.image.revision=0123456789abcdef0123456789abcdef01234567 org.ecr-ship.record=v1,x\n';
    const here = await scene(engine('containerd'), {
      files: { ...files, Dockerfile: `${dockerfile}${lie}` },
    });
    const [sha = ''] = repository(here, 'main');
    const { main } = await here.ship({ tags: 'type=sha' }, eventOf(here, 'push', sha, {}));
    expect(main.errors).toEqual([]);
    const labels = here.ecr.labels('team/app', main.outputs['digest'] ?? '');
    expect(labels['org.opencontainers.image.revision']).toBe(sha);
    expect(labels['org.ecr-ship.record']).toContain(`commit=${sha},tree=clean,`);
  });
});

describe('moving names are monotonic', () => {
  test('a run of an older commit that ends last leaves latest where it is', async () => {
    const here = await scene(engine('containerd'), { files });
    const [older = '', newer = ''] = repository(here, 'older', 'newer');
    const tags = 'type=sha\nlatest';
    const last = await here.ship({ tags }, eventOf(here, 'push', newer, {}));
    expect(last.main.errors).toEqual([]);
    gitIn(here.workspace)('checkout', '-q', older);
    const late = await here.ship({ tags }, eventOf(here, 'push', older, {}));
    expect(late.main.errors).toEqual([]);
    expect(here.ecr.tags('team/app')['latest']).toBe(last.main.outputs['digest']);
    expect(late.main.outputs['tag-names']).toBe(`sha-${older.slice(0, 7)}`);
    expect(late.main.summary).toContain('not moved: it was made from a newer commit');

    gitIn(here.workspace)('checkout', '-q', newer);
    gitIn(here.workspace)('checkout', '-q', older);
    const failing = await here.ship({ tags, 'if-older': 'fail' }, eventOf(here, 'push', older, {}));
    expect(onlyError(failing.main)).toContain('this run would move it back');
    const rollback = await here.ship({ tags, 'if-older': 'move' }, eventOf(here, 'push', older, {}));
    expect(rollback.main.errors).toEqual([]);
    expect(here.ecr.tags('team/app')['latest']).toBe(late.main.outputs['digest']);
  });
});
