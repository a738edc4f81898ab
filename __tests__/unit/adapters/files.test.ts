import { largestText } from '../../../src/types/bounds.ts';
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { gitCheckout } from '../../../src/adapters/git/checkout.ts';
import { withDeadline } from '../../../src/adapters/machine/deadline.ts';
import { reportFiles } from '../../../src/adapters/machine/report-files.ts';
import type { ReportFile, WantedFile } from '../../../src/types/files.ts';

/** A machine: the workspace, RUNNER_TEMP with the runner's own files, and a folder that is neither. */
let machine: string;
let workspace: string;
let temp: string;
let outside: string;
const own = join('_runner_file_commands', 'set_output_1');
const before = { ...process.env };

beforeEach(() => {
  machine = realpathSync(mkdtempSync(join(tmpdir(), 'ecr-ship-files-')));
  workspace = join(machine, 'work');
  temp = join(machine, 'temp');
  outside = join(machine, 'outside');
  for (const folder of [
    workspace,
    temp,
    outside,
    join(temp, '_runner_file_commands'),
    join(workspace, '.git'),
  ])
    mkdirSync(folder);
  for (const folder of ['_github_workflow', 'ecr-ship-docker-1']) mkdirSync(join(temp, folder));
  writeFileSync(join(temp, own), 'obeyed\n');
  writeFileSync(join(temp, '_github_workflow/event.json'), '{}');
  writeFileSync(join(outside, 'theirs.txt'), 'theirs\n');
  writeFileSync(join(workspace, 'a.txt'), 'text\n');
  Object.assign(process.env, {
    GITHUB_WORKSPACE: workspace,
    RUNNER_TEMP: temp,
    GITHUB_OUTPUT: join(temp, own),
    GITHUB_ENV: join(temp, 'commands/env'),
    GITHUB_EVENT_PATH: join(temp, '_github_workflow/event.json'),
    AWS_WEB_IDENTITY_TOKEN_FILE: join(temp, 'token'),
  });
});
afterEach(() => {
  process.env = { ...before };
  rmSync(machine, { recursive: true, force: true });
});

const wanted = (path: string, more: Partial<WantedFile> = {}): WantedFile => ({
  input: 'result-file',
  path,
  isPart: false,
  ...more,
});
const file = (path: string, more: Partial<ReportFile> = {}): ReportFile => ({
  ...wanted(path),
  text: (was) => `${was ?? 'new'}!`,
  ...more,
});
const part = { input: 'evidence-file', isPart: true } as const;

/** Everything that is there, with its content: what nothing may change. */
function everything(): Record<string, string> {
  const names = readdirSync(machine, { recursive: true, encoding: 'utf8' });
  return Object.fromEntries(
    names.map((name) => {
      const facts = lstatSync(join(machine, name));
      return [name, facts.isFile() ? readFileSync(join(machine, name), 'utf8') : String(facts.mode)];
    }),
  );
}

/** Makes what is named in the workspace or elsewhere, and gives the path that a person gives. */
const refused: readonly { name: string; path: () => string; why: string | RegExp }[] = [
  { name: '/proc', path: () => '/proc/result.json', why: 'it is not inside' },
  { name: '/proc/self/environ', path: () => '/proc/self/environ', why: 'it is not inside' },
  { name: '/dev/full', path: () => '/dev/full', why: 'it is not inside' },
  { name: 'out by ..', path: () => '../outside/r.json', why: 'it is not inside' },
  { name: 'elsewhere', path: () => join(outside, 'r.json'), why: 'it is not inside' },
  { name: 'the workspace itself', path: () => '.', why: 'it is a folder, not a file' },
  { name: 'a folder', path: () => folder('out'), why: 'it is a folder' },
  { name: 'a folder by its slash', path: () => 'out/', why: 'its path ends as that of a folder does' },
  { name: 'a file by its slash', path: () => 'a.txt/', why: 'its path ends as that of a folder does' },
  { name: 'a file for a folder', path: () => 'a.txt/r.json', why: /ENOTDIR|not a directory/ },
  { name: 'NUL', path: () => 'r.json\0.txt', why: 'its path has a control character' },
  { name: 'ESC', path: () => 'r\u001b[31m.json', why: 'its path has a control character' },
  { name: 'a link to a file', path: () => link('r.json', join(outside, 'theirs.txt')), why: 'it is a link' },
  { name: 'a link to a file of the workspace', path: () => link('r.json', 'a.txt'), why: 'it is a link' },
  { name: 'a link to nowhere', path: () => link('r.json', join(outside, 'new.txt')), why: 'it is a link' },
  { name: 'a link to itself', path: () => link('r.json', 'r.json'), why: 'it is a link' },
  {
    name: 'below a link out',
    path: () => join(link('out', outside), 'r.json'),
    why: 'a link on the way leads out of',
  },
  {
    name: 'far below a link out',
    path: () => join(link('out', outside), 'deep/er/r.json'),
    why: 'a link on the way leads out of',
  },
  {
    name: 'below a link to RUNNER_TEMP',
    path: () => join(link('out', temp), 'r.json'),
    why: 'a link on the way leads out of',
  },
  { name: 'below a link to nowhere', path: () => join(link('out', 'gone'), 'r.json'), why: /ENOENT/ },
  { name: 'below a link to itself', path: () => join(link('out', 'out'), 'r.json'), why: /ELOOP/ },
  { name: 'a pipe', path: () => pipe('r.json'), why: 'it is not a regular file' },
  {
    name: 'a hard link',
    path: () => hardLink('r.json', join(outside, 'theirs.txt')),
    why: 'it is a hard link',
  },
  { name: '.git', path: () => '.git/config', why: 'it is inside a .git folder' },
  {
    name: '.git of a submodule',
    path: () => 'lib/.GIT/hooks/post-commit',
    why: 'it is inside a .git folder',
  },
  {
    name: 'a link to .git',
    path: () => join(link('out', '.git'), 'r.json'),
    why: 'it is inside a .git folder',
  },
  { name: 'a file of the runner', path: () => join(temp, own), why: 'the runner keeps its own files there' },
  {
    name: 'beside a file of the runner',
    path: () => join(temp, '_runner_file_commands/set_env_2'),
    why: 'the runner keeps its own files there',
  },
  {
    name: 'the event',
    path: () => join(temp, '_github_workflow/event.json'),
    why: 'the runner keeps its own files there',
  },
  {
    name: 'the home of container actions',
    path: () => join(temp, '_github_home/.docker/config.json'),
    why: 'the runner keeps its own files there',
  },
  {
    name: 'a file of the runner that is kept elsewhere',
    path: () => join(temp, 'commands/env'),
    why: 'GITHUB_ENV is kept there',
  },
  {
    name: 'beside a file of the runner that is kept elsewhere',
    path: () => join(temp, 'commands/path'),
    why: 'GITHUB_ENV is kept there',
  },
  { name: 'the token', path: () => join(temp, 'token'), why: 'AWS_WEB_IDENTITY_TOKEN_FILE is kept there' },
  {
    name: 'our docker configuration',
    path: () => join(temp, 'ecr-ship-docker-1/config.json'),
    why: 'the private docker configuration of a run is there',
  },
];

function folder(name: string): string {
  mkdirSync(join(workspace, name));
  return name;
}
function link(name: string, to: string): string {
  symlinkSync(to, join(workspace, name));
  return name;
}
function hardLink(name: string, to: string): string {
  linkSync(to, join(workspace, name));
  return name;
}
function pipe(name: string): string {
  execFileSync('mkfifo', [join(workspace, name)]);
  return name;
}

describe('a report file is refused, before the build and after it, and nothing is changed:', () => {
  test.each(refused)('$name', async ({ path, why }) => {
    const asked = path();
    const was = everything();
    const { check, write } = reportFiles();
    for (const answer of [(await check([wanted(asked)], []))[0], await write(file(asked))]) {
      expect(answer).toMatchObject({ input: 'result-file', path: asked });
      expect(answer?.why).toMatch(why);
    }
    expect(everything()).toEqual(was);
  });

  test('a socket', async () => {
    const server = createServer().listen(join(workspace, 's'));
    await new Promise((resolve) => server.once('listening', resolve));
    expect((await reportFiles().write(file('s')))?.why).toMatch('it is not a regular file');
    await new Promise((resolve) => server.close(resolve));
  });
});

describe('check', () => {
  test('leaves nothing behind, neither files nor folders, and what is there as it is', async () => {
    const was = everything();
    const { check } = reportFiles();
    const files = [
      wanted('out/deep/r.json'),
      wanted('out/e.md', part),
      wanted('a.txt', { input: 'sarif-file' }),
    ];
    expect(await check(files, [])).toEqual([]);
    expect(everything()).toEqual(was);
  });

  test('gives all that cannot be written, and in RUNNER_TEMP all can', async () => {
    const files = [
      wanted('/proc/r.json'),
      wanted(join(temp, 'out/e.md'), part),
      wanted('../s.sarif', { input: 'sarif-file' }),
    ];
    const bad = await reportFiles().check(files, []);
    expect(bad.map(({ input }) => input)).toEqual(['result-file', 'sarif-file']);
  });

  test.each([
    ['another spelling', 'out/../x.json', './x.json'],
    ['a link on the way', 'deep/x.json', 'same/x.json'],
  ])('finds two names of one file that is not there yet: %s', async (_, one, other) => {
    folder('deep');
    link('same', 'deep');
    const bad = await reportFiles().check([wanted(one), wanted(other, part)], []);
    expect(bad).toEqual([
      { input: 'evidence-file', path: other, why: 'it is the file of the input result-file' },
    ]);
  });

  test('finds a file that another input names', async () => {
    const bad = await reportFiles().check(
      [wanted('a.txt')],
      [{ input: 'exceptions', path: join(workspace, './a.txt') }],
    );
    expect(bad[0]?.why).toBe('it is the file of the input exceptions');
  });

  test('reads a document that is to be kept: one that is too large or no text is said now', async () => {
    writeFileSync(join(workspace, 'large.md'), Buffer.alloc(17 * 1024 * 1024, 'x'));
    writeFileSync(join(workspace, 'binary.md'), Buffer.from([0xff, 0xfe, 0x00]));
    const { check } = reportFiles();
    const why = async (more: Partial<WantedFile>, path: string) =>
      (await check([wanted(path, more)], []))[0]?.why;
    expect(await why(part, 'large.md')).toBe('it has 17825792 bytes, and at most 16777216 are read');
    expect(await why(part, 'binary.md')).toBe('what is there is not UTF-8 text');
    expect(await why({}, 'large.md')).toBeUndefined();
  });
});

describe('write', () => {
  test('makes the folders, and the text from what is there already', async () => {
    const { write } = reportFiles();
    const path = 'out/deep/VALIDATION.md';
    expect(await write(file(path, part))).toBeUndefined();
    expect(await write(file(path, part))).toBeUndefined();
    expect(readFileSync(join(workspace, path), 'utf8')).toBe('new!!');
  });

  test('leaves nothing of a longer text that was there', async () => {
    expect(await reportFiles().write(file('a.txt', { text: () => 'x' }))).toBeUndefined();
    expect(readFileSync(join(workspace, 'a.txt'), 'utf8')).toBe('x');
  });

  test('follows links that stay in the workspace, and takes RUNNER_TEMP', async () => {
    folder('deep');
    link('out', 'deep');
    const { write } = reportFiles();
    expect(await write(file('out/more/r.json'))).toBeUndefined();
    expect(await write(file(join(temp, 'reports/r.json')))).toBeUndefined();
    expect(existsSync(join(workspace, 'deep/more/r.json'))).toBe(true);
    expect(existsSync(join(temp, 'reports/r.json'))).toBe(true);
  });

  test('a text that cannot be made leaves nothing behind', async () => {
    const was = everything();
    const boom = () => {
      throw new Error('boom.');
    };
    expect(await reportFiles().write(file('out/r.json', { text: boom }))).toMatchObject({ why: 'boom' });
    expect(everything()).toEqual(was);
  });
});

describe('the checkout', () => {
  const readText = (path: string) => gitCheckout().checkout.readText(path);

  test('gives a file’s text, also through a link in the workspace, and undefined where there is none', async () => {
    link('b.txt', 'a.txt');
    expect(await readText('a.txt')).toBe('text\n');
    expect(await readText(join(workspace, 'b.txt'))).toBe('text\n');
    expect(await readText('c.yml')).toBeUndefined();
    expect(await readText('a.txt/c.yml')).toBeUndefined();
  });

  test.each<[string, () => string, string | RegExp]>([
    ['a folder', () => folder('d'), 'it is a folder'],
    ['the workspace itself', () => '.', /^The file \. cannot be read: it is a folder/],
    ['what ends with a full stop', () => folder('d.'), /^The file d\. cannot be read: it is a folder/],
    ['a pipe', () => pipe('p'), 'it is not a regular file'],
    ['a link out', () => link('l', join(outside, 'theirs.txt')), 'a link on the way leads out of'],
    ['a link to the environment', () => link('l', '/proc/self/environ'), 'a link on the way leads out of'],
    ['the environment', () => '/proc/self/environ', 'it is not inside'],
    ['a file elsewhere', () => '../outside/theirs.txt', 'it is not inside'],
    ['a link to nowhere', () => link('l', 'gone'), /ENOENT/],
    ['git’s configuration', () => file_('.git/config'), 'it is inside a .git folder'],
    [
      'a file that is too large',
      () => large('x.yml'),
      `it has ${String(largestText + 1)} bytes, and at most`,
    ],
  ])('refuses %s', async (_, path, why) => {
    await expect(readText(path())).rejects.toMatchObject({
      code: 'file-failed',
      what: expect.stringMatching(why) as unknown,
    });
  });

  test('what an earlier step has left may be in RUNNER_TEMP too, and larger', async () => {
    const { readLeft } = gitCheckout().checkout;
    const path = join(temp, 'trivy.sarif');
    writeFileSync(path, 'x'.repeat(largestText + 1));
    expect(await readLeft(path, 2 * largestText)).toHaveLength(largestText + 1);
    expect(await readLeft('a.txt', 10)).toBe('text\n');
    expect(await readLeft(join(temp, 'gone'), 10)).toBeUndefined();
    const refused = [
      [path, `it has ${String(largestText + 1)} bytes, and at most 10 are read`],
      [join(outside, 'theirs.txt'), 'it is not inside'],
      [link('l', join(outside, 'theirs.txt')), 'a link on the way leads out of'],
      [join(temp, own), 'the runner keeps its own files there'],
    ] as const;
    for (const [file, why] of refused)
      await expect(readLeft(file, 10)).rejects.toMatchObject({
        what: expect.stringContaining(why) as unknown,
        next: expect.stringContaining('RUNNER_TEMP') as unknown,
      });
  });

  function file_(name: string): string {
    writeFileSync(join(workspace, name), 'token\n');
    return name;
  }
  function large(name: string): string {
    writeFileSync(join(workspace, name), Buffer.alloc(largestText + 1, 'x'));
    return name;
  }
});

test('an operation that does not end is given up', async () => {
  await expect(withDeadline(() => new Promise(() => undefined), 20)).rejects.toThrow(
    'it did not end within 0.02 s',
  );
});
