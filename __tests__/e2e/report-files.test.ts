import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { engine } from '../support/engines.ts';
import type { StepResult } from '../support/runner.ts';
import { onlyError, type Scene } from '../support/scene.ts';
import { scenesOfThisFile } from '../support/scenes.ts';

const scene = scenesOfThisFile();

let outside: string;
beforeEach(() => {
  outside = mkdtempSync(join(tmpdir(), 'ecr-ship-outside-'));
  writeFileSync(join(outside, 'theirs.txt'), 'theirs\n');
});
afterEach(() => {
  rmSync(outside, { recursive: true, force: true });
});

/** Nothing was asked of the registry, so that nothing was built, pushed or named. */
function expectNothingDone({ ecr }: Scene, main: StepResult): void {
  expect(main.exitCode).toBe(1);
  expect(ecr.requests.filter(({ kind }) => kind === 'registry')).toEqual([]);
  expect(main.log).not.toContain('docker buildx build');
  expect(ecr.tags('team/app')).toEqual({});
  expect(main.outputs['tag-names']).toBe('');
}

const resultIn = (folder: string, path: string) =>
  JSON.parse(readFileSync(join(folder, path), 'utf8')) as Record<string, unknown>;

describe('a path that leads elsewhere ends the run before the build, and is left as it was', () => {
  const cases: readonly { name: string; make: (workspace: string) => string; why: string }[] = [
    {
      name: 'a link to a file',
      make: (workspace) => link(workspace, 'e.md', join(outside, 'theirs.txt')),
      why: 'it is a link',
    },
    {
      name: 'a link to nowhere',
      make: (workspace) => link(workspace, 'e.md', join(outside, 'new')),
      why: 'it is a link',
    },
    {
      name: 'below a link',
      make: (workspace) => join(link(workspace, 'out', outside), 'deep/e.md'),
      why: 'a link on the way leads out of',
    },
    { name: '/proc', make: () => '/proc/self/environ', why: 'it is not inside' },
    { name: '..', make: () => '../e.md', why: 'it is not inside' },
    {
      name: 'a pipe',
      make: (workspace) => {
        execFileSync('mkfifo', [join(workspace, 'e.md')]);
        return 'e.md';
      },
      why: 'it is not a regular file',
    },
    {
      name: 'a hard link',
      make: (workspace) => {
        linkSync(join(outside, 'theirs.txt'), join(workspace, 'e.md'));
        return 'e.md';
      },
      why: 'it is a hard link',
    },
    { name: '.git', make: () => '.git/hooks/post-checkout', why: 'it is inside a .git folder' },
    { name: 'the Dockerfile', make: () => 'Dockerfile', why: 'it is the file of the input file' },
  ];

  test.each(cases)('$name', async ({ make, why }) => {
    const here = await scene(engine('containerd'));
    const path = make(here.workspace);
    const { main } = await here.ship({ 'evidence-file': path, 'result-file': 'r.json' });
    expect(onlyError(main)).toContain(`The evidence file ${path} cannot be written: ${why}`);
    expectNothingDone(here, main);
    expect(readFileSync(join(outside, 'theirs.txt'), 'utf8')).toBe('theirs\n');
    expect(readdirSync(outside)).toEqual(['theirs.txt']);
    expect(resultIn(here.workspace, 'r.json')).toMatchObject({ succeeded: false, errorCode: 'file-failed' });
    expect(main.outputs).toMatchObject({ 'result-file': 'r.json', 'evidence-file': '' });
  });

  test('all of them at once, also in mode plan, which leaves nothing behind', async () => {
    const here = await scene(engine('containerd'));
    const bad = { 'result-file': '/proc/r.json', 'evidence-file': '/dev/full', 'sarif-file': 'out/s.sarif' };
    for (const mode of ['ship', 'plan']) {
      const { main } = await here.ship({ ...bad, mode });
      expect(onlyError(main)).toContain('The result file /proc/r.json cannot be written');
      expect(onlyError(main)).toContain('The evidence file /dev/full cannot be written');
      expect(main.warnings).toEqual([]);
      expectNothingDone(here, main);
      expect(existsSync(join(here.workspace, 'out'))).toBe(false);
    }
  });

  test.each([
    ['by its own path', (temp: string) => join(temp, '_runner_file_commands/ENV')],
    ['of another step', (temp: string) => join(temp, '_runner_file_commands/set_env_2')],
    ['through a link', (temp: string, here: Scene) => join(link(here.workspace, 'out', temp), 'r.json')],
  ])('a file that the runner obeys, %s', async (_, pathOf) => {
    const here = await scene(engine('containerd'));
    const { main } = await here.ship({ 'result-file': pathOf(outside, here) }, { RUNNER_TEMP: outside });
    expect(onlyError(main)).toMatch(/the runner keeps its own files there|a link on the way leads out/);
    expectNothingDone(here, main);
    expect(readdirSync(outside)).toEqual(['theirs.txt']);
    expect(main.env).toEqual({});
  });

  test('RUNNER_TEMP itself is a place for reports', async () => {
    const here = await scene(engine('containerd'));
    const { main } = await here.ship({ 'result-file': join(outside, 'r/r.json') }, { RUNNER_TEMP: outside });
    expect(main.errors).toEqual([]);
    expect(resultIn(outside, 'r/r.json')).toMatchObject({ succeeded: true });
  });
});

describe('the exceptions file', () => {
  test('of 20 MB is an error that names both numbers', async () => {
    const here = await scene(engine('containerd'));
    mkdirSync(join(here.workspace, '.github'));
    writeFileSync(join(here.workspace, '.github/ecr-ship.yml'), Buffer.alloc(20 * 1024 * 1024, '#'));
    const { main } = await here.ship({ 'result-file': 'r.json' });
    expect(onlyError(main)).toContain('it has 20971520 bytes, and at most 1048576 are read');
    expect(resultIn(here.workspace, 'r.json')['errorCode']).toBe('invalid-exceptions');
    expectNothingDone(here, main);
  });

  test('that is a link to the environment is not read', async () => {
    const here = await scene(engine('containerd'));
    link(here.workspace, 'x.yml', '/proc/self/environ');
    const { main } = await here.ship({ exceptions: 'x.yml' }, { SECRET_OF_JOB: 'hunter2' });
    expect(onlyError(main)).toContain('a link on the way leads out of');
    expect(main.log + main.summary).not.toContain('hunter2');
    expectNothingDone(here, main);
  });
});

test('a folder that is lost while the image is built: shipped, and every report says what is missing', async () => {
  const here = await scene(engine('containerd'));
  const docker = execFileSync('sh', ['-c', 'command -v docker'], { encoding: 'utf8' }).trim();
  const fake = join(outside, 'docker');
  const lost = join(here.workspace, 'out');
  writeFileSync(
    fake,
    `#!/bin/sh\ncase "$*" in *build*--tag*) rm -rf '${lost}'; echo file > '${lost}';; esac\nexec '${docker}' "$@"\n`,
  );
  chmodSync(fake, 0o755);
  mkdirSync(lost);
  const { main } = await here.ship(
    { 'result-file': 'r.json', 'evidence-file': 'e.md', 'sarif-file': 'out/s.sarif' },
    { PATH: [outside, process.env['PATH'] ?? ''].join(delimiter) },
  );
  const error = onlyError(main);
  expect(error).toContain('The sarif file out/s.sarif cannot be written');
  expect(main.exitCode).toBe(1);
  expect(main.warnings).toEqual([]);
  expect(Object.keys(here.ecr.tags('team/app')).sort()).toEqual(['latest', 'v1.0.0']);
  expect(main.outputs).toMatchObject({
    'tag-names': 'v1.0.0\nlatest',
    verdict: 'passed',
    'result-file': 'r.json',
    'evidence-file': 'e.md',
    'sarif-file': '',
  });
  expect(resultIn(here.workspace, 'r.json')).toMatchObject({
    succeeded: false,
    errorCode: 'file-failed',
    error,
    tags: ['v1.0.0', 'latest'],
  });
  const evidence = readFileSync(join(here.workspace, 'e.md'), 'utf8');
  for (const text of [main.summary, evidence])
    expect(text).toContain('team/app v1.0.0 is published, but not every file was written');
});

describe('naming that fails half-way', () => {
  const files = { 'result-file': 'r.json', 'evidence-file': 'e.md' };

  test('a name whose PUT was done and whose answer was lost is told as set', async () => {
    const here = await scene(engine('containerd'));
    here.ecr.addFault({ operation: 'PUT manifest', path: '/manifests/latest', lost: true });
    const { main } = await here.ship(files);
    const tags = here.ecr.tags('team/app');
    expect(Object.keys(tags).sort()).toEqual(['latest', 'v1.0.0']);
    expect(main.exitCode).toBe(1);
    expect(main.outputs['tag-names']).toBe('v1.0.0\nlatest');
    expect(resultIn(here.workspace, 'r.json')).toMatchObject({
      succeeded: false,
      error: onlyError(main),
      tags: ['v1.0.0', 'latest'],
    });
    expect(main.summary).toContain('is published, but the run failed');
    expect(readFileSync(join(here.workspace, 'e.md'), 'utf8')).toContain('is published, but the run failed');
  });

  test('a name that was refused is not', async () => {
    const here = await scene(engine('containerd'));
    here.ecr.addFault({ operation: 'PUT manifest', path: '/manifests/latest', status: 500, code: 'UNKNOWN' });
    const { main } = await here.ship(files);
    expect(Object.keys(here.ecr.tags('team/app'))).toEqual(['v1.0.0']);
    expect(main.outputs['tag-names']).toBe('v1.0.0');
    expect(resultIn(here.workspace, 'r.json')).toMatchObject({ tags: ['v1.0.0'], error: onlyError(main) });
    expect(main.summary).toContain('is published, but not under all tags');
  });

  test('where the registry cannot be read either, only what is proven is told, and that it is so', async () => {
    const here = await scene(engine('containerd'));
    here.ecr.addFault({ operation: 'PUT manifest', path: '/manifests/latest', lost: true });
    const running = here.job(files);
    // The PUT is tried for some seconds; by then nothing is read any more.
    const watch = setInterval(() => {
      if (!here.ecr.requests.some(({ path }) => path.endsWith('/manifests/latest'))) return;
      clearInterval(watch);
      here.ecr.addFault({
        operation: 'DescribeImages',
        status: 400,
        type: 'AccessDeniedException',
        message: 'User: arn:aws:iam::123456789012:user/x is not authorized to perform: ecr:DescribeImages',
      });
    }, 50);
    const main = await running.main();
    clearInterval(watch);
    running.remove();
    expect(main.outputs['tag-names']).toBe('v1.0.0');
    const error = onlyError(main);
    expect(error).toContain('The registry could not be read after that');
    expect(error).toContain('Whether latest was set is not known.');
    expect(resultIn(here.workspace, 'r.json')).toMatchObject({ tags: ['v1.0.0'], error });
    expect(main.summary).toContain('`latest` may have been set');
  });
});

function link(workspace: string, name: string, to: string): string {
  symlinkSync(to, join(workspace, name));
  return name;
}
