import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { bundledFolders, isLicenseFile, licensesFile, readLicense } from '../../scripts/licenses.mjs';

const lines = (file: string) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.trim());

/** The packages that dist/licenses.txt lists, with the text that it gives for each. */
function listed(): Map<string, string> {
  const [before, ...parts] = readFileSync('dist/licenses.txt', 'utf8').split(/^={80}\n/m);
  expect(before).toBe('');
  const entries = new Map<string, string>();
  for (let i = 0; i < parts.length; i += 2) {
    const [, name = '', version = ''] = /^(.+)\n(.+), .+\n$/.exec(parts[i] ?? '') ?? [];
    entries.set(`${name} ${version}`, parts[i + 1] ?? '');
  }
  expect(entries.size).toBe(parts.length / 2);
  return entries;
}

/**
 * The folders of all installed packages, tools too: what is in the bundle is found out from the bundle, not from what
 * the build or package.json say.
 */
const installed = Object.keys(
  (JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: object }).packages,
).filter((path) => path !== '' && existsSync(join(path, 'package.json')));

/** Lines shorter than this are everybody's. */
const LINE = 30;
/** As much of a package's own text, in characters, is its code; a tool's templates share a line with the bundle. */
const ENOUGH = 200;

/** The packages of which dist/ has lines that no other package has: ncc does not minify. */
function foundInBundle(): string[] {
  const owner = new Map<string, string | undefined>();
  for (const folder of installed) {
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (!/\.[cm]?js$/.test(file) || /(?:^|\/)node_modules\//.test(file)) continue;
      for (const line of lines(join(folder, file)).filter(({ length }) => length >= LINE))
        owner.set(line, owner.has(line) && owner.get(line) !== folder ? undefined : folder);
    }
  }
  const chunks = readdirSync('dist').filter((name) => name.endsWith('.js'));
  const amount = new Map<string, number>();
  for (const line of new Set(chunks.flatMap((name) => lines(join('dist', name))))) {
    const folder = owner.get(line);
    if (folder !== undefined) amount.set(folder, (amount.get(folder) ?? 0) + line.length);
  }
  return [...amount].filter(([, characters]) => characters >= ENOUGH).map(([folder]) => folder);
}

describe('dist/licenses.txt', () => {
  test('lists every package whose code is in dist/, and no other', async () => {
    const found = await Promise.all(foundInBundle().map(readLicense));
    expect(found.length).toBeGreaterThan(25);
    expect([...listed().keys()]).toEqual(found.map(({ name, version }) => `${name} ${version}`).sort());
  });

  test('has the full text of the licence files of each', async () => {
    const entries = listed();
    for (const { name, version, texts } of await Promise.all(foundInBundle().map(readLicense)))
      for (const text of texts) expect(entries.get(`${name} ${version}`)).toContain(text);
    for (const [name, text] of entries)
      expect({ name, grants: /permission|licensed?/i.test(text) }).toEqual({ name, grants: true });
  });
});

describe('the build', () => {
  test('takes packages from all chunks, those that were concatenated and those below another one too', () => {
    const module = (path: string, more: object = {}) => ({
      nameForCondition: `/p/${path}`,
      chunks: [1],
      ...more,
    });
    expect(
      bundledFolders({
        modules: [
          module('src/index.ts', { modules: [module('node_modules/inner/a.js', { chunks: [] })] }),
          module('node_modules/@scope/b/lib/b.js', { chunks: [2] }),
          module('node_modules/@scope/b/node_modules/c/c.js'),
          module('node_modules/@scope/b/lib/again.js'),
          module('node_modules/left-out/a.js', { chunks: [] }),
          { chunks: [1] },
        ],
      }),
    ).toEqual([
      '/p/node_modules/@scope/b',
      '/p/node_modules/@scope/b/node_modules/c',
      '/p/node_modules/inner',
    ]);
  });

  test.each([
    ['LICENSE', true],
    ['license.md', true],
    ['LICENCE.txt', true],
    ['LICENSE-MIT', true],
    ['LICENSE.APACHE', true],
    ['NOTICE', true],
    ['COPYING.LESSER', true],
    ['license.js', false],
    ['licenses.json', false],
    ['noticeable.md', false],
    ['README.md', false],
  ])('takes %s for a licence: %s', (name, expected) => {
    expect(isLicenseFile(name)).toBe(expected);
  });

  const a = { name: 'a', version: '1.0.0', license: 'MIT', repository: 'r', texts: ['A\n', 'notice\n'] };
  const bare = { ...a, name: 'b', texts: [] };

  test('writes the packages in the order of their names', () => {
    const rule = '='.repeat(80);
    expect(licensesFile([{ ...a, name: 'z' }, bare, a], { b: 'a' })).toBe(
      [
        `${rule}\na\n1.0.0, MIT\n${rule}\n\nA\n\nnotice\n`,
        `${rule}\nb\n1.0.0, MIT\n${rule}\n\nA\n\nnotice\n`,
        `${rule}\nz\n1.0.0, MIT\n${rule}\n\nA\n\nnotice\n`,
      ].join('\n'),
    );
  });

  test.each([
    ['a package without a licence file', [a, bare], {}, 'b has no licence file'],
    ['a lender without one', [{ ...a, texts: [] }, bare], { b: 'a' }, 'has no licence file'],
    ['a lender that is not in the bundle', [bare], { b: 'a' }, 'b has no licence file'],
    [
      'a lender of another repository',
      [{ ...a, repository: 'x' }, bare],
      { b: 'a' },
      'cannot have the licence',
    ],
    [
      'a lender under another licence',
      [{ ...a, license: 'ISC' }, bare],
      { b: 'a' },
      'cannot have the licence',
    ],
    ['a line of the table that nobody needs', [a], { a: 'z' }, 'a needs no other'],
    ['a line of the table for a package that is gone', [a], { gone: 'a' }, 'gone needs no other'],
    ['a package that names no licence', [{ ...a, license: undefined }], {}, 'a names no licence'],
  ])('fails on %s', (_what, packages, lenders, message) => {
    expect(() => licensesFile(packages, lenders)).toThrow(message);
  });
});
