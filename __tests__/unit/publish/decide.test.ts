import { describe, expect, test } from '@jest/globals';
import { boundTags, decide, type TagsBefore, type Wish } from '../../../src/publish/decide.ts';
import { recordParts, type BuildRecord } from '../../../src/types/build-record.ts';
import type { Holder, Revision } from '../../../src/types/decision.ts';
import type { Digest } from '../../../src/types/digest.ts';
import type { TagMutability } from '../../../src/types/image.ts';
import type { IfExists } from '../../../src/types/inputs.ts';
import type { PlannedTag } from '../../../src/types/plan.ts';
import { parseVersion } from '../../../src/types/version.ts';
import { buildRecord, commit, digest, platform, repository, shipErrorOf, tag } from '../support/values.ts';

const other = 'fedcba9876543210fedcba9876543210fedcba98';

const version: PlannedTag = { tag: tag('1.4.2'), kind: 'fixed' };
const sha: PlannedTag = { tag: tag('sha-0123456'), kind: 'fixed' };
const latest: PlannedTag = { tag: tag('latest'), kind: 'moving' };

const modes = {
  MUTABLE: { default: 'mutable', exceptFilters: [] },
  IMMUTABLE: { default: 'immutable', exceptFilters: [] },
  'IMMUTABLE, but latest': { default: 'immutable', exceptFilters: ['lat*'] },
  'MUTABLE, but versions': { default: 'mutable', exceptFilters: ['1.*'] },
} as const satisfies Readonly<Record<string, TagMutability>>;

type Mode = keyof typeof modes;

type Labels = Pick<Holder, 'revision' | 'record'>;
const known = (of: string): Revision => ({ kind: 'known', commit: of });

const labels = {
  'this commit': { revision: known(commit), record: buildRecord() },
  'this commit, made otherwise': {
    revision: known(commit),
    record: buildRecord(commit, { 'build-args': 'cd'.repeat(16), tree: 'ef'.repeat(32) }),
  },
  'this commit, by its word alone': { revision: known(commit), record: undefined },
  'this commit by its word, another by its record': { revision: known(commit), record: buildRecord(other) },
  'another commit': { revision: known(other), record: buildRecord(other) },
  'who knows': { revision: { kind: 'unknown', why: 'it has no label' }, record: undefined },
} as const satisfies Readonly<Record<string, Labels>>;

function holder(of: Digest, { revision, record }: Labels): Holder {
  return {
    digest: of,
    revision,
    record,
    version: undefined,
    isReadable: true,
    platforms: [platform('linux/amd64')],
  };
}

interface Given {
  readonly tags: readonly PlannedTag[];
  readonly mode?: Mode;
  /** Which image each tag names now. */
  readonly held?: readonly (readonly [PlannedTag, Digest])[];
  readonly holders?: readonly Holder[];
  readonly allTags?: readonly string[];
}

function before({ tags, mode = 'MUTABLE', held = [], holders = [], allTags = [] }: Given): TagsBefore {
  return {
    repository: { ...repository, mutability: modes[mode] },
    tags,
    held: new Map(held.map(([planned, image]) => [planned.tag, image])),
    holders: new Map(holders.map((image) => [image.digest, image])),
    allTags,
  };
}

const wish = (more: Partial<Wish> = {}): Wish => ({
  ifExists: 'reuse',
  commit,
  record: buildRecord(),
  unchanged: new Set(),
  ...more,
});

/** `build` or `reuse`, and what becomes of each name; or the code of the error and its most telling words. */
function outcome(given: Given, wanted: Wish): string {
  try {
    const decision = decide(before(given), wanted);
    return [decision.kind, ...decision.tags.map(({ planned, state }) => `${planned.tag} ${state}`)].join(
      ', ',
    );
  } catch {
    return shipErrorOf(() => decide(before(given), wanted)).code;
  }
}

describe('one name, in every kind of repository, for every if-exists', () => {
  const held = {
    nobody: undefined,
    'this commit': 'this commit',
    'this commit, made otherwise': 'this commit, made otherwise',
    'this commit, by its word alone': 'this commit, by its word alone',
    'this commit by its word, another by its record': 'this commit by its word, another by its record',
    'another commit': 'another commit',
    'who knows': 'who knows',
  } as const;
  type By = keyof typeof held;
  const remade = ['this commit, made otherwise', 'this commit, by its word alone'] as const;
  const strangers = [
    'this commit by its word, another by its record',
    'another commit',
    'who knows',
  ] as const;

  const table: readonly {
    name: 'version' | 'latest';
    mode: Mode | readonly Mode[];
    by: By | readonly By[];
    reuse: string;
    fail: string;
    move: string;
  }[] = [
    // A version that nobody has is new everywhere.
    {
      name: 'version',
      mode: Object.keys(modes) as Mode[],
      by: 'nobody',
      reuse: 'build, 1.4.2 new',
      fail: 'build, 1.4.2 new',
      move: 'build, 1.4.2 new',
    },
    // A version that is there moves only where the repository lets it, and only on demand.
    {
      name: 'version',
      mode: 'MUTABLE',
      by: 'this commit',
      reuse: 'reuse, 1.4.2 same',
      fail: 'tag-taken',
      move: 'build, 1.4.2 moves',
    },
    {
      name: 'version',
      mode: 'MUTABLE',
      by: strangers,
      reuse: 'tag-taken',
      fail: 'tag-taken',
      move: 'build, 1.4.2 moves',
    },
    {
      name: 'version',
      mode: ['IMMUTABLE', 'IMMUTABLE, but latest', 'MUTABLE, but versions'],
      by: 'this commit',
      reuse: 'reuse, 1.4.2 same',
      fail: 'tag-taken',
      move: 'tag-taken',
    },
    {
      name: 'version',
      mode: ['IMMUTABLE', 'IMMUTABLE, but latest', 'MUTABLE, but versions'],
      by: strangers,
      reuse: 'tag-taken',
      fail: 'tag-taken',
      move: 'tag-taken',
    },
    // Of this very commit, but not the same image: it is built, and the version goes to it where it may.
    {
      name: 'version',
      mode: 'MUTABLE',
      by: remade,
      reuse: 'build, 1.4.2 moves',
      fail: 'tag-taken',
      move: 'build, 1.4.2 moves',
    },
    {
      name: 'version',
      mode: ['IMMUTABLE', 'IMMUTABLE, but latest', 'MUTABLE, but versions'],
      by: remade,
      reuse: 'tag-taken',
      fail: 'tag-taken',
      move: 'tag-taken',
    },
    {
      name: 'latest',
      mode: 'IMMUTABLE',
      by: remade,
      reuse: 'tag-taken',
      fail: 'tag-immovable',
      move: 'tag-immovable',
    },
    // A name that moves is set once where the repository does not let it move.
    {
      name: 'latest',
      mode: ['MUTABLE', 'IMMUTABLE, but latest', 'MUTABLE, but versions'],
      by: 'nobody',
      reuse: 'build, latest new',
      fail: 'build, latest new',
      move: 'build, latest new',
    },
    {
      name: 'latest',
      mode: 'IMMUTABLE',
      by: 'nobody',
      reuse: 'build, latest once',
      fail: 'build, latest once',
      move: 'build, latest once',
    },
    // Where it may move it moves, whatever it names and whatever if-exists says: alone it is no reason to reuse.
    {
      name: 'latest',
      mode: ['MUTABLE', 'IMMUTABLE, but latest', 'MUTABLE, but versions'],
      by: ['this commit', ...remade, ...strangers],
      reuse: 'build, latest moves',
      fail: 'build, latest moves',
      move: 'build, latest moves',
    },
    {
      name: 'latest',
      mode: 'IMMUTABLE',
      by: 'this commit',
      reuse: 'reuse, latest same',
      fail: 'tag-immovable',
      move: 'tag-immovable',
    },
    {
      name: 'latest',
      mode: 'IMMUTABLE',
      by: strangers,
      reuse: 'tag-immovable',
      fail: 'tag-immovable',
      move: 'tag-immovable',
    },
  ];
  const rows = table.flatMap(({ name, mode, by, ...outcomes }) =>
    [mode].flat().flatMap((oneMode: Mode) =>
      [by].flat().flatMap((oneBy: By) =>
        (['reuse', 'fail', 'move'] as const).map((ifExists: IfExists) => ({
          name,
          mode: oneMode,
          by: oneBy,
          ifExists,
          is: outcomes[ifExists],
        })),
      ),
    ),
  );

  test('the table has every case once', () => {
    const cases = rows.map(({ name, mode, by, ifExists }) => [name, mode, by, ifExists].join());
    expect(new Set(cases).size).toBe(cases.length);
    expect(cases.length).toBe(2 * Object.keys(modes).length * Object.keys(held).length * 3);
  });

  test.each(rows)('$name, $mode, held by $by, $ifExists: $is', ({ name, mode, by, ifExists, is }) => {
    const planned = name === 'version' ? version : latest;
    const revision = held[by];
    const given: Given = {
      tags: [planned],
      mode,
      ...(revision !== undefined && {
        held: [[planned, digest(7)]],
        holders: [holder(digest(7), labels[revision])],
      }),
    };
    expect(outcome(given, wish({ ifExists }))).toBe(is);
  });
});

describe('several names', () => {
  const mine = holder(digest(7), labels['this commit']);
  const stranger = holder(digest(8), labels['another commit']);

  test.each<{ what: string; given: Given; wanted?: Partial<Wish>; is: string }>([
    {
      what: 'a job that runs again',
      given: {
        tags: [version, sha, latest],
        held: [
          [version, digest(7)],
          [sha, digest(7)],
          [latest, digest(7)],
        ],
        holders: [mine],
      },
      is: 'reuse, 1.4.2 same, sha-0123456 same, latest same',
    },
    {
      what: 'a job that was cut off: the names that are missing are set',
      given: { tags: [version, sha, latest], held: [[sha, digest(7)]], holders: [mine] },
      is: 'reuse, 1.4.2 new, sha-0123456 same, latest new',
    },
    {
      what: 'a release of the commit that main has built: latest moves to its image',
      given: {
        tags: [version, sha, latest],
        mode: 'IMMUTABLE, but latest',
        held: [
          [sha, digest(7)],
          [latest, digest(8)],
        ],
        holders: [mine],
      },
      is: 'reuse, 1.4.2 new, sha-0123456 same, latest moves',
    },
    {
      what: 'one name of this commit, one of another',
      given: {
        tags: [version, sha],
        held: [
          [version, digest(8)],
          [sha, digest(7)],
        ],
        holders: [mine, stranger],
      },
      is: 'tag-taken',
    },
    {
      what: 'two images of this commit',
      given: {
        tags: [version, sha],
        held: [
          [version, digest(7)],
          [sha, digest(9)],
        ],
        holders: [mine, holder(digest(9), labels['this commit'])],
      },
      is: 'tag-taken',
    },
    {
      what: 'this commit, but latest is stuck on another image',
      given: {
        tags: [sha, latest],
        mode: 'IMMUTABLE',
        held: [
          [sha, digest(7)],
          [latest, digest(8)],
        ],
        holders: [mine, stranger],
      },
      is: 'tag-immovable',
    },
    {
      what: 'the commit of this run is not certain',
      given: { tags: [sha], held: [[sha, digest(7)]], holders: [mine] },
      wanted: { commit: undefined },
      is: 'tag-taken',
    },
    {
      what: 'it is not certain what the image of this run is made from',
      given: { tags: [sha], held: [[sha, digest(7)]], holders: [mine] },
      wanted: { record: undefined },
      is: 'build, sha-0123456 moves',
    },
    {
      what: 'one image is the same, another of this commit was made otherwise',
      given: {
        tags: [version, sha],
        held: [
          [version, digest(9)],
          [sha, digest(7)],
        ],
        holders: [mine, holder(digest(9), labels['this commit, made otherwise'])],
      },
      is: 'reuse, 1.4.2 moves, sha-0123456 same',
    },
    {
      what: 'nothing below reuse-paths has changed since the image of latest',
      given: { tags: [version, latest], held: [[latest, digest(8)]], holders: [stranger] },
      wanted: { unchanged: new Set([digest(8)]) },
      is: 'reuse, 1.4.2 new, latest same',
    },
    {
      what: 'nothing has changed since the image of a version either',
      given: { tags: [version], held: [[version, digest(8)]], holders: [stranger] },
      wanted: { unchanged: new Set([digest(8)]) },
      is: 'reuse, 1.4.2 same',
    },
    { what: 'no names at all', given: { tags: [] }, is: 'build' },
  ])('$what', ({ given, wanted, is }) => {
    expect(outcome(given, wish(wanted))).toBe(is);
  });

  test('the image that is reused, and who has each name', () => {
    const given = before({
      tags: [version, sha, latest],
      held: [
        [sha, digest(7)],
        [latest, digest(8)],
      ],
      holders: [mine],
    });
    expect(decide(given, wish())).toEqual({
      kind: 'reuse',
      digest: digest(7),
      since: undefined,
      tags: [
        { planned: version, state: 'new', holder: undefined },
        { planned: sha, state: 'same', holder: digest(7) },
        { planned: latest, state: 'moves', holder: digest(8) },
      ],
    });
  });
});

describe('an image of this commit that was made otherwise', () => {
  const given = (record: BuildRecord | undefined, mode: Mode = 'MUTABLE') =>
    before({
      tags: [sha],
      mode,
      held: [[sha, digest(7)]],
      holders: [holder(digest(7), { revision: known(commit), record })],
    });

  test('gives its name to the one that is built, and what differs is told', () => {
    const record = buildRecord(commit, { 'build-args': '0'.repeat(32), target: '1'.repeat(32) });
    expect(decide(given(record), wish())).toEqual({
      kind: 'build',
      tags: [{ planned: sha, state: 'moves', holder: digest(7) }],
      remade: [{ tag: sha.tag, digest: digest(7), why: 'it differs in the target, build-args' }],
    });
  });

  test.each(recordParts.filter((part) => part !== 'commit'))('is not used again for another %s', (part) => {
    const record = buildRecord(commit, { [part]: '0'.repeat(32) });
    expect(decide(given(record), wish()).kind).toBe('build');
  });

  test('a further repository uses none of its own again, and says why', () => {
    const further = wish({ isFurther: true });
    expect(decide(given(buildRecord()), further)).toMatchObject({
      kind: 'build',
      remade: [
        {
          tag: sha.tag,
          why: expect.stringContaining('does not have it under its tags') as unknown as string,
        },
      ],
    });
    expect(decide(given(buildRecord(commit, { target: '1'.repeat(32) })), further)).toMatchObject({
      remade: [{ why: 'it differs in the target' }],
    });
    expect(shipErrorOf(() => decide(given(buildRecord(), 'IMMUTABLE'), further)).code).toBe('tag-taken');
  });

  test('is an error that says so where the name cannot move', () => {
    const record = buildRecord(commit, { tree: '0'.repeat(64) });
    const error = shipErrorOf(() => decide(given(record, 'IMMUTABLE'), wish()));
    expect(error.what).toContain(
      `made from ${commit}, and it differs in files that are not those of the commit`,
    );
    expect(error.next).toContain('tags of its own');
    expect(error.next).toContain('belong in .dockerignore');
    const target = buildRecord(commit, { target: '0'.repeat(32) });
    expect(shipErrorOf(() => decide(given(target, 'IMMUTABLE'), wish())).next).not.toContain('.dockerignore');
  });
});

describe('a name that claims to be the highest version', () => {
  const claim = { version: parseVersion('semver', '1.4.2')!, within: 'all', before: '', after: '' } as const;
  const highest: PlannedTag = { ...latest, claim };

  test('stays where it is while a higher one is there', () => {
    const given = before({
      tags: [version, highest],
      held: [[highest, digest(8)]],
      allTags: ['2.0.0', 'latest'],
    });
    expect(decide(given, wish())).toEqual({
      kind: 'build',
      remade: [],
      tags: [
        { planned: version, state: 'new', holder: undefined },
        { planned: highest, state: 'kept-back', holder: digest(8), because: '2.0.0 is a higher version' },
      ],
    });
  });

  test('moves where there is none', () => {
    const given = {
      tags: [version, highest],
      held: [[highest, digest(8)]],
      allTags: ['1.4.1', 'latest'],
    } as const;
    expect(outcome(given, wish())).toBe('build, 1.4.2 new, latest moves');
  });

  test('that it could not move anyway is no error then', () => {
    const given = {
      tags: [highest],
      mode: 'IMMUTABLE',
      held: [[highest, digest(8)]],
      allTags: ['2.0.0'],
    } as const;
    expect(outcome(given, wish())).toBe('build, latest kept-back');
  });
});

test.each<{ mode: Mode; ifExists: IfExists; bound: string[] }>([
  { mode: 'MUTABLE', ifExists: 'reuse', bound: ['1.4.2'] },
  { mode: 'MUTABLE', ifExists: 'move', bound: [] },
  { mode: 'IMMUTABLE', ifExists: 'move', bound: ['1.4.2', 'latest'] },
  { mode: 'IMMUTABLE, but latest', ifExists: 'fail', bound: ['1.4.2'] },
  { mode: 'MUTABLE, but versions', ifExists: 'move', bound: ['1.4.2'] },
])('whose images have to be read: $mode, $ifExists', ({ mode, ifExists, bound }) => {
  const tags = boundTags([version, latest], { ...repository, mutability: modes[mode] }, ifExists);
  expect(tags.map((planned) => planned.tag)).toEqual(bound);
});
