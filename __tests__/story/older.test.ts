import { describe, expect, test } from '@jest/globals';
import type { RawInputs } from '../../src/types/inputs.ts';
import {
  builtDigest,
  imageFrom,
  inputs,
  memoryWorld,
  recordFor,
  run,
  type WorldOptions,
  ship,
} from '../support/memory-world.ts';

const newer = 'f'.repeat(40);
const older = 'a'.repeat(40);
const imageOf = async (commit: string) =>
  imageFrom(commit, { content: commit, record: { ...(await recordFor({}, { commit })), committedAt: 1 } });
const ofNewer = await imageOf(newer);
const ofOlder = await imageOf(older);
const { sha } = run.event;

/** `older` ← the commit of this run ← `newer`. */
const history = {
  descends: (one: string, other: string) => {
    const order = [older, sha, newer];
    return order.indexOf(one) >= order.indexOf(other) ? 'yes' : 'no';
  },
} as const;

async function shipIn(options: WorldOptions, given: Partial<RawInputs> = {}) {
  const world = memoryWorld({ buildx: 'container', history, ...options });
  const report = await ship(inputs({ tags: 'latest\ntype=sha', ...given }), run, world);
  return { world, report, tag: (name: string) => world.tags.get(name) };
}

describe('a moving name of an image of a newer commit', () => {
  test('stays, and the run passes and says so everywhere', async () => {
    const { world, report, tag } = await shipIn({ tags: { latest: ofNewer } });
    expect(report.failure).toBeUndefined();
    expect(tag('latest')).toBe(ofNewer.manifest.digest);
    expect(tag('sha-0123456')).toBe(builtDigest);
    expect(report.tags).toContainEqual({
      tag: 'latest',
      kind: 'moving',
      outcome: 'kept-back',
      detail: `it was made from a newer commit, ${newer.slice(0, 12)}`,
    });
    expect(world.log.join('\n')).toContain('latest stays where it is: it was made from a newer commit');
  });

  test('is an error before the build with if-older: fail', async () => {
    const { world, report } = await shipIn({ tags: { latest: ofNewer } }, { 'if-older': 'fail' });
    expect(report.failure?.code).toBe('older-commit');
    expect(world.journal).not.toContain('docker buildx build');
  });

  test('moves back with if-older: move', async () => {
    const { report, tag } = await shipIn({ tags: { latest: ofNewer } }, { 'if-older': 'move' });
    expect([report.failure, tag('latest')]).toEqual([undefined, builtDigest]);
  });

  test('stays also when an older job is run again and builds nothing', async () => {
    const own = imageFrom(sha, { content: 'own', record: await recordFor() });
    const { report, tag } = await shipIn({ tags: { latest: ofNewer, 'sha-0123456': own } });
    expect([report.decision?.kind, tag('latest')]).toEqual(['reuse', ofNewer.manifest.digest]);
  });

  test.each(['docker buildx build', 'read scan'])(
    'stays also where another run sets it meanwhile (%s)',
    async (moment) => {
      const options = { tags: { latest: ofOlder }, meanwhile: { [moment]: { latest: ofNewer } } };
      const { report, tag } = await shipIn(options);
      expect([report.failure, tag('latest'), tag('sha-0123456')]).toEqual([
        undefined,
        ofNewer.manifest.digest,
        builtDigest,
      ]);
      expect(report.tags.find((result) => result.tag === 'latest')?.outcome).toBe('kept-back');
    },
  );

  test('ends a run with if-older: fail also then, with the fixed names set and told', async () => {
    const options = { tags: { latest: ofOlder }, meanwhile: { 'docker buildx build': { latest: ofNewer } } };
    const { report, tag } = await shipIn(options, { 'if-older': 'fail' });
    expect([report.failure?.code, tag('latest')]).toEqual(['older-commit', ofNewer.manifest.digest]);
    expect(report.tags.map(({ tag: name, outcome }) => `${name} ${outcome}`)).toEqual([
      'latest not-tried',
      'sha-0123456 set',
    ]);
  });

  test('where both set it at the same moment it ends with the newer one', async () => {
    const meanwhile = { 'after put latest': { latest: ofNewer } };
    const { world, report, tag } = await shipIn({ tags: { latest: ofOlder }, meanwhile });
    expect([report.failure, tag('latest')]).toEqual([undefined, ofNewer.manifest.digest]);
    expect(world.log.join('\n')).toContain('which is of a newer commit; it stays so');
  });

  test('and where this run is the newer one, with this one, whoever pushed later', async () => {
    const late = { ...ofOlder, pushedAt: Date.parse('2030-01-01') };
    const { report, tag } = await shipIn({ tags: {}, meanwhile: { 'after put latest': { latest: late } } });
    expect([report.failure, tag('latest')]).toEqual([undefined, builtDigest]);
  });
});

test('a moving name of an older image moves, without a question to GitHub', async () => {
  const { world, report, tag } = await shipIn({ tags: { latest: ofOlder } });
  expect([report.failure, tag('latest')]).toEqual([undefined, builtDigest]);
  expect(world.journal).not.toContain('ask GitHub to compare');
});

test('where the checkout is shallow GitHub is asked', async () => {
  const api = { compare: () => Promise.resolve('precedes' as const) };
  const { world, tag } = await shipIn({ tags: { latest: ofNewer }, history: {}, api });
  expect(tag('latest')).toBe(ofNewer.manifest.digest);
  expect(world.journal).toContain('ask GitHub to compare');
});

test('where nothing tells the name moves, and that is said', async () => {
  const silent = imageFrom(undefined, { content: 'who knows' });
  const { world, tag } = await shipIn({ tags: { latest: silent }, history: {} });
  expect(tag('latest')).toBe(builtDigest);
  expect(world.log.join('\n')).toContain(
    'notice: latest moves, although the Git history does not show which commit is newer: it does not say from which commit',
  );
});
