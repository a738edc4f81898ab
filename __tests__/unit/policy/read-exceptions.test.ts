import { describe, expect, test } from '@jest/globals';
import { readExceptions } from '../../../src/policy/read-exceptions.ts';
import { ShipError } from '../../../src/types/errors.ts';
import { fakeClock, fakeLog } from '../support/world.ts';

const good = 'exceptions:\n  - { id: CVE-1, reason: why, expires: 2026-12-31 }\n';
const place = '.github/ecr-ship.yml';

interface Given {
  readonly files?: Readonly<Record<string, string>>;
  readonly input?: string;
  readonly foreign?: string;
  readonly push?: boolean;
}

async function read({ files = {}, input, foreign, push = true }: Given) {
  const log = fakeLog();
  const checkout = {
    readText: (path: string) => Promise.resolve(files[path]),
    head: () => Promise.reject(new Error('not asked')),
    committedAt: () => Promise.reject(new Error('not asked')),
    exists: () => Promise.reject(new Error('not asked')),
    isFolder: () => Promise.reject(new Error('not asked')),
    treeState: () => Promise.reject(new Error('not asked')),
  };
  const clock = fakeClock(Date.parse('2026-03-04T05:06:07Z'));
  const result = await readExceptions({ exceptionsFile: input, push }, foreign, {
    checkout,
    clock,
    log,
  }).catch((error: unknown) => error);
  return { result, lines: log.lines };
}

describe('where exceptions come from', () => {
  test('no file, none asked for: no exceptions', async () => {
    expect(await read({})).toEqual({ result: { kind: 'none' }, lines: [] });
  });

  test('the default place', async () => {
    const { result } = await read({ files: { [place]: good } });
    expect(result).toMatchObject({ kind: 'read', path: place, list: [{ id: 'CVE-1', line: 2 }] });
  });

  test('the place of the input, and not the default one', async () => {
    const { result } = await read({ files: { 'x.yml': good, [place]: 'no: yaml' }, input: 'x.yml' });
    expect(result).toMatchObject({ kind: 'read', path: 'x.yml', list: [{ id: 'CVE-1' }] });
  });

  test('a file that was asked for and is not there is an error', async () => {
    const { result } = await read({ input: 'x.yml' });
    expect(result).toMatchObject({ code: 'invalid-exceptions' });
    expect((result as ShipError).what).toContain('x.yml is not in the checkout');
  });
});

describe('a checkout that may be a stranger’s', () => {
  const foreign = 'the pull request comes from another repository, stranger/app';

  test.each([{ input: undefined }, { input: place }])(
    'is not gone by, with a warning (input $input)',
    async ({ input }) => {
      const { result, lines } = await read({ files: { [place]: good }, foreign, ...(input && { input }) });
      expect(result).toEqual({ kind: 'ignored', path: place, why: foreign });
      expect(lines).toEqual([
        `warning: The exceptions in ${place} are not used, because ${foreign}. Every finding counts.`,
      ]);
    },
  );

  test('cannot fail the run with a file that is wrong either', async () => {
    const { result } = await read({ files: { [place]: '{' }, foreign });
    expect(result).toMatchObject({ kind: 'ignored' });
  });

  test('is silent where there is no file', async () => {
    expect(await read({ foreign })).toEqual({ result: { kind: 'none' }, lines: [] });
  });

  test('has its file checked where the run names nothing', async () => {
    const { result } = await read({ files: { [place]: good }, foreign, push: false });
    expect(result).toMatchObject({ kind: 'read' });
  });
});

test('a file that cannot be used names a few problems, and all of them with their lines', async () => {
  const bad = `exceptions:\n${'  - {}\n'.repeat(3)}`;
  const { result } = await read({ files: { [place]: bad } });
  const error = result as ShipError;
  expect(error).toBeInstanceOf(ShipError);
  expect(error.code).toBe('invalid-exceptions');
  expect(error.what).toBe(
    `The exceptions file ${place} cannot be used: line 2: id is missing; line 2: reason is missing; line 2: expires is missing; line 3: id is missing; line 3: reason is missing; and 4 more.`,
  );
  expect(error.places).toHaveLength(9);
  expect(error.places.at(-1)).toEqual({
    file: place,
    line: 4,
    what: `${place}, line 4: expires is missing.`,
  });
});
