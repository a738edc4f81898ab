import { describe, expect, test } from '@jest/globals';
import type { ChangedPaths } from '../../src/ports.ts';
import { formatRecord, type BuildRecord } from '../../src/types/build-record.ts';
import type { Report } from '../../src/types/report.ts';
import type { RawInputs } from '../../src/types/inputs.ts';
import {
  builtDigest,
  imageFrom,
  inputs,
  memoryWorld,
  pushTo,
  recordFor,
  run,
  type WorldOptions,
  ship,
} from '../support/memory-world.ts';

const commit = '0123456789abcdef0123456789abcdef01234567';
const otherCommit = 'f'.repeat(40);
const record = await recordFor();
const own = imageFrom(commit, { content: 'built before', record });
const foreign = imageFrom(otherCommit, { content: 'another one' });
const silent = imageFrom(undefined, { content: 'who knows' });
const immutable = { default: 'immutable', exceptFilters: [] } as const;

async function shipIn(options: WorldOptions, given: Partial<RawInputs> = {}) {
  const world = memoryWorld({ buildx: 'container', ...options });
  const report = await ship(inputs({ tags: 'v1.2.3\nlatest', ...given }), run, world);
  return { world, report, built: world.journal.includes('docker buildx build') };
}

const outcomes = (report: Report) => report.tags.map(({ tag, outcome }) => `${tag} ${outcome}`);
const puts = (journal: readonly string[]) => journal.filter((entry) => entry.startsWith('put'));

describe('an image of this very commit', () => {
  test('is used again: nothing is built, all is verified, scanned and judged, and missing names are set', async () => {
    const { world, report, built } = await shipIn({ tags: { 'v1.2.3': own }, mutability: immutable });
    expect(report.failure).toBeUndefined();
    expect(built).toBe(false);
    expect(report.decision?.kind).toBe('reuse');
    expect(report.image?.digest).toBe(own.manifest.digest);
    expect(report.verdict?.outcome).toBe('passed');
    expect(outcomes(report)).toEqual(['v1.2.3 unchanged', 'latest set']);
    expect(puts(world.journal)).toEqual(['put latest']);
    expect(Object.fromEntries(world.tags)).toEqual({
      'v1.2.3': own.manifest.digest,
      latest: own.manifest.digest,
    });
  });

  test.each([
    { event: 'push', says: 0 },
    { event: 'schedule', says: 1 },
  ])(
    '$event: a scheduled run that builds nothing says so, and how to build anew',
    async ({ event, says }) => {
      const world = memoryWorld({ buildx: 'container', tags: { 'sha-0123456': own } });
      const on = { ...run, event: { ...run.event, name: event } };
      const report = await ship(inputs({ tags: 'nightly\ntype=sha' }), on, world);
      expect(report.decision?.kind).toBe('reuse');
      const notices = world.log.filter((line) =>
        line.startsWith('notice: This scheduled run builds nothing'),
      );
      expect(notices).toHaveLength(says);
    },
  );

  test('needs no engine', async () => {
    const { report } = await shipIn({ tags: { 'v1.2.3': own }, engine: 'down' });
    expect(report.failure).toBeUndefined();
    expect(report.tags.map(({ outcome }) => outcome)).toEqual(['unchanged', 'set']);
  });

  test('is judged again: what was found since keeps it from its moving names', async () => {
    const { world, report } = await shipIn({
      tags: { 'v1.2.3': own, latest: foreign },
      findings: [{ id: 'CVE-1', severity: 'critical' }],
    });
    expect(report.failure?.code).toBe('policy-failed');
    expect(world.tags.get('latest')).toBe(foreign.manifest.digest);
  });

  test('gives its name to a version that was not there: a tag on a commit that was shipped before', async () => {
    const { report, built } = await shipIn({ tags: { 'sha-0123456': own } }, { tags: 'v1.2.3\ntype=sha' });
    expect(built).toBe(false);
    expect(outcomes(report)).toEqual(['v1.2.3 set', 'sha-0123456 unchanged']);
  });

  test('that holds a moving name alone is built again: only fixed names speak of a commit', async () => {
    const { report, built } = await shipIn({ tags: { latest: own } }, { tags: 'latest' });
    expect(built).toBe(true);
    expect(report.image?.digest).toBe(builtDigest);
  });

  test('that holds a moving name which cannot move is used again', async () => {
    const { report, built } = await shipIn(
      { tags: { latest: own }, mutability: immutable },
      { tags: 'latest' },
    );
    expect(built).toBe(false);
    expect(outcomes(report)).toEqual(['latest unchanged']);
  });

  test.each([
    { ifExists: 'fail', failure: 'tag-taken', digest: own.manifest.digest },
    { ifExists: 'move', failure: undefined, digest: builtDigest },
  ])('with if-exists: $ifExists', async ({ ifExists, failure, digest }) => {
    const { world, report } = await shipIn({ tags: { 'v1.2.3': own } }, { 'if-exists': ifExists });
    expect(report.failure?.code).toBe(failure);
    expect(world.tags.get('v1.2.3')).toBe(digest);
  });
});

describe('an image of this very commit that was made otherwise', () => {
  test.each<{ what: string; given: Partial<RawInputs>; options?: WorldOptions; says: string }>([
    { what: 'build-args', given: { 'build-args': 'STAGE=production' }, says: 'it differs in build-args' },
    { what: 'target', given: { target: 'debug' }, says: 'it differs in the target' },
    { what: 'file', given: { file: 'Dockerfile.prod' }, says: 'it differs in the Dockerfile' },
    { what: 'context', given: { context: 'app' }, says: 'it differs in the build context' },
    { what: 'labels', given: { labels: 'a=b' }, says: 'it differs in labels' },
    { what: 'annotations', given: { annotations: 'a=b' }, says: 'it differs in annotations' },
    {
      what: 'changed files',
      given: {},
      options: { tree: { kind: 'differs', digest: builtDigest, paths: ['a'], count: 1 } },
      says: 'it differs in files that are not those of the commit',
    },
    {
      what: 'files that nobody knows',
      given: {},
      options: { tree: { kind: 'unknown', why: 'no git' } },
      says: 'it is not certain what this run makes an image from',
    },
  ])('is not used again: $what', async ({ given, options, says }) => {
    const { world, report, built } = await shipIn({ tags: { 'v1.2.3': own }, ...options }, given);
    expect(report.failure).toBeUndefined();
    expect(built).toBe(true);
    expect(world.tags.get('v1.2.3')).toBe(builtDigest);
    expect(world.log.join('\n')).toContain(
      `which was made from this commit and cannot be used again: ${says}`,
    );
  });

  test('nor one that only says so in its revision', async () => {
    const { report, built } = await shipIn({ tags: { 'v1.2.3': imageFrom(commit, { content: 'x' }) } });
    expect([report.failure, built]).toEqual([undefined, true]);
  });

  test('with a date in a label, which is another one every time, it is', async () => {
    const given = { labels: "built={{date 'YYYYMMDDHHmmss'}}" };
    const dated = imageFrom(commit, { content: 'dated', record: await recordFor(given) });
    expect((await shipIn({ tags: { 'v1.2.3': dated } }, given)).built).toBe(false);
  });
});

describe('labels that only the run may write', () => {
  test.each([
    {
      labels: `org.opencontainers.image.revision=${otherCommit}`,
      says: `the commit that is built, ${commit}`,
    },
    { labels: 'org.ecr-ship.record=v1,x=y', says: 'which ecr-ship sets itself' },
  ])('$labels', async ({ labels, says }) => {
    for (const given of [{ labels }, { annotations: `index:${labels}` }]) {
      const { report, built } = await shipIn({}, given);
      expect([report.failure?.code, built]).toEqual(['invalid-input', false]);
      expect(report.failure?.what).toContain(says);
    }
  });

  test('the record is among the labels of the build, also where nothing is known', async () => {
    const { report } = await shipIn({});
    expect(report.plan?.labels).toContain(`org.ecr-ship.record=${formatRecord(record)}`);
    const unsure = await shipIn({ tree: { kind: 'unknown', why: 'no git' } });
    expect(unsure.report.plan?.labels).toContain('org.ecr-ship.record=v1,unknown');
  });
});

test('an image whose builder writes another record gets no name', async () => {
  const lie = formatRecord(await recordFor({}, { commit: otherCommit }));
  const { world, report } = await shipIn({ relabelled: { 'org.ecr-ship.record': lie } });
  expect(report.failure?.code).toBe('verify-failed');
  expect(report.failure?.what).toContain('carries another org.ecr-ship.record than this run gave it');
  expect(puts(world.journal)).toEqual([]);
});

test('one whose builder leaves the record out is never used again, and that is said', async () => {
  const { world, report } = await shipIn({ relabelled: { 'org.ecr-ship.record': '' } });
  expect(report.failure).toBeUndefined();
  expect(world.log.join('\n')).toContain('warning: The builder left out the label org.ecr-ship.record');
});

describe('reuse-paths', () => {
  const paths = { 'reuse-paths': 'services/api/**\n!**/*.md', tags: 'main\ntype=sha' };
  const older = async (more: Partial<BuildRecord['parts']> = {}) =>
    imageFrom(otherCommit, {
      content: 'before',
      record: await recordFor(paths, { commit: otherCommit, ...more }),
    });
  const unchanged = { changed: (): ChangedPaths => ({ kind: 'known', paths: [] }) };

  test('an image since which nothing below them has changed is used again, and gets the new names', async () => {
    const asked: unknown[] = [];
    const before = await older();
    const { world, report, built } = await shipIn(
      { tags: { main: before }, history: { changed: (...args) => (asked.push(args), unchanged.changed()) } },
      paths,
    );
    expect([report.failure, built]).toEqual([undefined, false]);
    expect(asked).toEqual([[otherCommit, commit, ['services/api/**', '!**/*.md']]]);
    expect(world.tags.get('sha-0123456')).toBe(before.manifest.digest);
    expect(world.log.join('\n')).toContain(
      `from ${otherCommit}, and nothing below reuse-paths has changed since`,
    );
  });

  test.each<{
    what: string;
    history: WorldOptions['history'];
    parts?: Partial<BuildRecord['parts']>;
    warns?: string;
  }>([
    {
      what: 'something has changed',
      history: { changed: () => ({ kind: 'known', paths: ['services/api/x'] }) },
    },
    { what: 'it was made otherwise', history: unchanged, parts: { 'build-args': '0'.repeat(32) } },
    { what: 'its files were not those of its commit', history: unchanged, parts: { tree: '0'.repeat(64) } },
    {
      what: 'the history is not there',
      history: {},
      warns: 'the checkout is shallow. The image is built again.',
    },
  ])('not where $what', async ({ history, parts, warns }) => {
    const { world, built } = await shipIn(
      { tags: { main: await older(parts) }, ...(history && { history }) },
      paths,
    );
    expect(built).toBe(true);
    const warnings = world.log.filter((line) => line.startsWith('warning: It is not known what has changed'));
    expect(warnings).toHaveLength(warns === undefined ? 0 : 1);
    if (warns !== undefined) expect(warnings[0]).toContain(warns);
  });
});

describe('a fixed name of another image is an error before the build', () => {
  test('that names both commits and the digest', async () => {
    const { world, report, built } = await shipIn({ tags: { 'v1.2.3': foreign, latest: foreign } });
    expect(built).toBe(false);
    expect(report.failure?.code).toBe('tag-taken');
    for (const word of ['v1.2.3', foreign.manifest.digest, otherCommit, commit])
      expect(report.failure?.what).toContain(word);
    expect(puts(world.journal)).toEqual([]);
    expect(world.tags.get('latest')).toBe(foreign.manifest.digest);
  });

  test('also where that image does not say from which commit it was made', async () => {
    const { report, built } = await shipIn({ tags: { 'v1.2.3': silent } });
    expect([report.failure?.code, built]).toEqual(['tag-taken', false]);
    expect(report.failure?.what).toContain('has no label org.opencontainers.image.revision');
  });

  test('also where two names stand for two images of this commit', async () => {
    const second = imageFrom(commit, { content: 'built twice', record });
    const { report } = await shipIn(
      { tags: { 'v1.2.3': own, 'sha-0123456': second } },
      { tags: 'v1.2.3\ntype=sha' },
    );
    expect(report.failure?.code).toBe('tag-taken');
    expect(report.failure?.what).toContain('different images');
  });

  test('also where the image of this commit was made otherwise, in a repository that does not let tags move', async () => {
    const { report, built } = await shipIn(
      { tags: { 'v1.2.3': own }, mutability: immutable },
      { platforms: 'linux/arm64' },
    );
    expect([report.failure?.code, built]).toEqual(['tag-taken', false]);
    expect(report.failure?.what).toContain('it differs in the platforms, the builder');
  });

  test.each([
    { name: 'moves where the repository lets it', mutability: undefined, failure: undefined },
    { name: 'is an error where it does not', mutability: immutable, failure: 'tag-taken' },
  ])('with if-exists: move it $name', async ({ mutability, failure }) => {
    const { report, built } = await shipIn(
      { tags: { 'v1.2.3': foreign }, ...(mutability !== undefined && { mutability }) },
      { 'if-exists': 'move' },
    );
    expect([report.failure?.code, built]).toEqual([failure, failure === undefined]);
  });
});

describe('a moving name in a repository that does not let tags move', () => {
  test('is an error before the build where another image has it, with the setting that would allow it', async () => {
    const { report, built } = await shipIn({ tags: { latest: foreign }, mutability: immutable });
    expect([report.failure?.code, built]).toEqual(['tag-immovable', false]);
    expect(report.failure?.next).toContain(
      "--image-tag-mutability IMMUTABLE_WITH_EXCLUSION --image-tag-mutability-exclusion-filters 'filterType=WILDCARD,filter=latest'",
    );
  });

  test('is a warning before the build where nobody has it', async () => {
    const { world, report } = await shipIn({ mutability: immutable });
    expect(report.failure).toBeUndefined();
    expect(world.log.join('\n')).toContain('latest can be set this once');
  });

  test('moves where a filter excludes it', async () => {
    const { world, report } = await shipIn({
      tags: { latest: foreign },
      mutability: { default: 'immutable', exceptFilters: ['lat*'] },
    });
    expect(report.failure).toBeUndefined();
    expect(world.tags.get('latest')).toBe(builtDigest);
  });

  test('cannot move where the filter of a mutable repository holds it', async () => {
    const { report } = await shipIn({
      tags: { latest: foreign },
      mutability: { default: 'mutable', exceptFilters: ['lat*', 'v*'] },
    });
    expect(report.failure?.code).toBe('tag-immovable');
    expect(report.failure?.next).toContain(
      "--image-tag-mutability MUTABLE_WITH_EXCLUSION --image-tag-mutability-exclusion-filters 'filterType=WILDCARD,filter=v*'",
    );
  });
});

describe('latest=highest', () => {
  const release = (version: string) => ({ ...run, event: pushTo(`refs/tags/v${version}`) });
  const given = {
    tags: 'type=semver,pattern={{version}}\ntype=semver,pattern={{major}}.{{minor}}\ntype=semver,pattern={{major}}',
    flavor: 'latest=highest',
  };
  const before = { '2.0.0': foreign, '2': foreign, '1.4.0': silent, '1': silent, latest: foreign };

  test.each([
    { version: '1.3.1', moved: ['1.3'], kept: ['1', 'latest'] },
    { version: '1.4.1', moved: ['1.4', '1'], kept: ['latest'] },
    { version: '2.0.1', moved: ['2.0', '2', 'latest'], kept: [] },
  ])('a release of $version moves $moved and leaves $kept', async ({ version, moved, kept }) => {
    const world = memoryWorld({ buildx: 'container', tags: before });
    const report = await ship(inputs(given), release(version), world);
    expect(report.failure).toBeUndefined();
    expect(outcomes(report).sort()).toEqual(
      [
        `${version} set`,
        ...moved.map((tag) => `${tag} set`),
        ...kept.map((tag) => `${tag} kept-back`),
      ].sort(),
    );
    for (const tag of kept)
      expect(world.tags.get(tag)).toBe(before[tag as keyof typeof before].manifest.digest);
  });

  test('tags are read only where a name has to be the highest', async () => {
    const world = memoryWorld({ buildx: 'container', tags: before });
    await ship(inputs({ ...given, flavor: '' }), release('1.3.1'), world);
    expect(world.journal).not.toContain('list tags');
    expect(world.tags.get('latest')).toBe(builtDigest);
  });
});

describe('two runs at once', () => {
  test('the slower one loses a name that cannot move, takes no other, and says which image has it', async () => {
    const { world, report } = await shipIn(
      { mutability: immutable, meanwhile: { 'read scan': { 'v1.2.3': foreign, latest: foreign } } },
      { tags: 'latest\nv1.2.3\nv1.2.4' },
    );
    expect(report.failure?.code).toBe('tag-taken');
    expect(report.failure?.what).toContain(
      `Another run was faster: v1.2.3 in team/app now points to ${foreign.manifest.digest}`,
    );
    expect(Object.fromEntries(world.tags)).toEqual({
      'v1.2.3': foreign.manifest.digest,
      latest: foreign.manifest.digest,
    });
  });

  test('the slower one overwrites no fixed tag where tags may move', async () => {
    const { world, report } = await shipIn({ meanwhile: { 'read scan': { 'v1.2.3': foreign } } });
    expect(report.failure?.code).toBe('tag-taken');
    expect(world.tags.get('v1.2.3')).toBe(foreign.manifest.digest);
    expect(world.tags.has('latest')).toBe(false);
  });

  test('where nothing is scanned it is looked for beside the verification, and found all the same', async () => {
    const { world, report } = await shipIn(
      { meanwhile: { 'docker buildx build': { 'v1.2.3': foreign } } },
      { tags: 'v1.2.3\nlatest', scan: 'off' },
    );
    expect(report.failure?.code).toBe('tag-taken');
    expect(world.tags.get('v1.2.3')).toBe(foreign.manifest.digest);
    expect(world.tags.has('latest')).toBe(false);
  });

  test.each([
    {
      what: 'with a scan',
      given: {},
      looks: ['read tagged', 'docker buildx build', 'read scan', 'read tagged', 'put v1.2.3', 'read tagged'],
    },
    {
      what: 'without one',
      given: { scan: 'off' },
      looks: ['read tagged', 'docker buildx build', 'read tagged', 'put v1.2.3', 'read tagged'],
    },
  ])('it is looked for as late as that costs nothing more: $what', async ({ given, looks }) => {
    const { world } = await shipIn({}, { tags: 'v1.2.3\nlatest', ...given });
    const journal = world.journal.filter((word) => looks.includes(word));
    expect(journal.filter((word, at) => word !== journal[at - 1])).toEqual(looks);
  });

  const later = imageFrom(otherCommit, { content: 'later', pushedAt: Date.parse('2027-01-01') });
  const earlier = imageFrom(otherCommit, { content: 'earlier', pushedAt: Date.parse('2025-01-01') });

  test('a moving name that the other run sets at the same moment stays with the later image', async () => {
    const { world, report } = await shipIn({ meanwhile: { 'after put latest': { latest: later } } });
    expect(report.failure).toBeUndefined();
    expect(outcomes(report)).toEqual(['v1.2.3 set', 'latest overtaken']);
    expect(world.tags.get('latest')).toBe(later.manifest.digest);
    expect(world.log.join('\n')).toContain('which another run pushed after this one');
  });

  test('and the later image takes back what the other run set', async () => {
    const { world, report } = await shipIn({ meanwhile: { 'after put latest': { latest: earlier } } });
    expect(report.failure).toBeUndefined();
    expect(outcomes(report)).toEqual(['v1.2.3 set', 'latest set']);
    expect(world.tags.get('latest')).toBe(builtDigest);
  });

  test.each([
    { other: 'later', image: later },
    { other: 'earlier', image: earlier },
  ])(
    'the first of the fixed names decides which run has them all: lost to a run that pushed $other',
    async ({ image }) => {
      const { world, report } = await shipIn(
        { meanwhile: { 'after put v1.2.4': { 'v1.2.3': image } } },
        { tags: 'v1.2.3\nv1.2.4\nlatest' },
      );
      expect(report.failure?.code).toBe('tag-taken');
      expect(world.tags.get('v1.2.3')).toBe(image.manifest.digest);
      expect(world.tags.has('latest')).toBe(false);
      expect(outcomes(report)).toEqual(['v1.2.3 overtaken', 'v1.2.4 set', 'latest not-tried']);
    },
  );

  test('the run that has the first of the fixed names takes the others back', async () => {
    const { world, report } = await shipIn(
      { meanwhile: { 'after put v1.2.4': { 'v1.2.4': later } } },
      { tags: 'v1.2.3\nv1.2.4\nlatest' },
    );
    expect(report.failure).toBeUndefined();
    expect(new Set(world.tags.values())).toEqual(new Set([builtDigest]));
  });

  test('a fixed name that is taken in the very end is an error all the same', async () => {
    const { world, report } = await shipIn({ meanwhile: { 'after put latest': { 'v1.2.3': later } } });
    expect(report.failure?.code).toBe('tag-taken');
    expect(world.tags.get('v1.2.3')).toBe(later.manifest.digest);
    expect(outcomes(report)).toEqual(['v1.2.3 overtaken', 'latest set']);
  });
});

test('a destination that is the repository itself is an error before the build', async () => {
  const itself = '123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/app';
  const { world, report, built } = await shipIn({}, { destinations: itself });
  expect(report.failure).toMatchObject({
    code: 'invalid-input',
    what: `Input destinations names ${itself}, which is the repository of this run itself.`,
  });
  expect([built, puts(world.journal)]).toEqual([false, []]);
});
