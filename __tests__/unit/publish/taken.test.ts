import { describe, expect, test } from '@jest/globals';
import {
  immovable,
  lostRace,
  settingThatAllows,
  taken,
  takenByTwo,
  warningsOfSetOnce,
} from '../../../src/publish/taken.ts';
import type { Decision, Holder } from '../../../src/types/decision.ts';
import type { Digest } from '../../../src/types/digest.ts';
import type { Repository } from '../../../src/types/image.ts';
import type { PlannedTag } from '../../../src/types/plan.ts';
import { commit, digest, repository, tag } from '../support/values.ts';

const other = 'fedcba9876543210fedcba9876543210fedcba98';
const version: PlannedTag = { tag: tag('1.4.2'), kind: 'fixed' };
const sha: PlannedTag = { tag: tag('sha-0123456'), kind: 'fixed' };
const latest: PlannedTag = { tag: tag('latest'), kind: 'moving' };

const held = new Map([
  [version.tag, digest(8)],
  [sha.tag, digest(9)],
  [latest.tag, digest(8)],
]);
const holders = new Map<Digest, Holder>([
  [
    digest(8),
    {
      digest: digest(8),
      revision: { kind: 'known', commit: other },
      platforms: [],
      record: undefined,
      version: undefined,
      isReadable: true,
    },
  ],
  [
    digest(9),
    {
      digest: digest(9),
      revision: { kind: 'unknown', why: 'it has no label x' },
      platforms: [],
      record: undefined,
      version: undefined,
      isReadable: true,
    },
  ],
]);

describe('taken', () => {
  test('names both commits and the digest', () => {
    const { code, what } = taken([version], { repository, held, holders }, { ifExists: 'reuse', commit });
    expect([code, what]).toEqual([
      'tag-taken',
      `Nothing was built: in team/app 1.4.2 already points to ${digest(8)}, which was made from ${other}; this run builds ${commit}.`,
    ]);
  });

  test('says what is not known', () => {
    const { what } = taken(
      [version, sha],
      { repository, held, holders },
      { ifExists: 'reuse', commit: undefined },
    );
    expect(what).toBe(
      `Nothing was built: in team/app 1.4.2 already points to ${digest(8)}, which was made from ${other}; ` +
        `sha-0123456 already points to ${digest(9)}, and it is not known from which commit that was made: it has no label x; ` +
        'the commit of this run is not certain.',
    );
  });

  test.each([
    { ifExists: 'reuse', next: 'if-exists: move lets the tag move' },
    { ifExists: 'fail', next: 'if-exists: reuse goes on with an image of the same commit' },
    { ifExists: 'move', next: 'The repository does not let the tag move' },
  ] as const)('$ifExists: what to do', ({ ifExists, next }) => {
    expect(taken([version], { repository, held, holders }, { ifExists, commit }).next).toContain(next);
  });
});

const immutable = (...exceptFilters: string[]): Repository => ({
  ...repository,
  mutability: { default: 'immutable', exceptFilters },
});
const mutable = (...exceptFilters: string[]): Repository => ({
  ...repository,
  mutability: { default: 'mutable', exceptFilters },
});

describe('the setting that lets a tag move', () => {
  const command =
    'aws ecr put-image-tag-mutability --region eu-west-1 --registry-id 123456789012 --repository-name team/app --image-tag-mutability';
  const filters = '--image-tag-mutability-exclusion-filters';

  test.each<{ what: string; tags: string[]; in: Repository; setting: string }>([
    {
      what: 'immutable',
      tags: ['latest'],
      in: immutable(),
      setting: `IMMUTABLE_WITH_EXCLUSION ${filters} 'filterType=WILDCARD,filter=latest'`,
    },
    {
      what: 'immutable with exclusions, which stay',
      tags: ['latest', '1.4'],
      in: immutable('dev-*'),
      setting: `IMMUTABLE_WITH_EXCLUSION ${filters} 'filterType=WILDCARD,filter=dev-*' 'filterType=WILDCARD,filter=latest' 'filterType=WILDCARD,filter=1.4'`,
    },
    {
      what: 'mutable but for one filter, which goes',
      tags: ['latest'],
      in: mutable('lat*'),
      setting: 'MUTABLE',
    },
    {
      what: 'mutable but for several filters: what matches goes, the rest stays',
      tags: ['latest'],
      in: mutable('lat*', 'v*'),
      setting: `MUTABLE_WITH_EXCLUSION ${filters} 'filterType=WILDCARD,filter=v*'`,
    },
  ])('$what', ({ tags, in: where, setting }) => {
    expect(settingThatAllows(tags.map(tag), where)).toBe(
      `This setting lets ${tags.join(' and ')} move: ${command} ${setting}`,
    );
  });
});

test('ECR takes five filters and no more', () => {
  const four = ['a', 'b', 'c', 'd'].map((letter) => `${letter}-*`);
  expect(settingThatAllows([latest.tag], immutable(...four))).toContain('This setting lets latest move:');
  expect(settingThatAllows([latest.tag], immutable(...four, 'e-*'))).toContain(
    'This setting lets latest move; ECR takes 5 filters at most, so join some with *:',
  );
});

describe('immovable', () => {
  test('says who has the name, and what would let it move', () => {
    const { code, what, next } = immovable([latest], immutable(), held, holders);
    expect([code, what]).toEqual([
      'tag-immovable',
      `Nothing was built: team/app does not let tags move, but latest points to ${digest(8)} (made from ${other}), and this run would have to move it.`,
    ]);
    expect(next).toBe(
      `Leave the tag out of the input tags, or let it move. ${settingThatAllows([latest.tag], immutable())}`,
    );
  });
});

describe('immovable, several', () => {
  test('speaks of all of them', () => {
    const { what, next } = immovable([version, sha, latest], immutable(), held, holders);
    expect(what).toBe(
      `Nothing was built: team/app does not let tags move, but 1.4.2 points to ${digest(8)} (made from ${other}), ` +
        `sha-0123456 points to ${digest(9)} and latest points to ${digest(8)} (made from ${other}), and this run would have to move them.`,
    );
    expect(next).toContain('Leave the tags out of the input tags, or let them move. ');
    expect(next).toContain('This setting lets 1.4.2, sha-0123456 and latest move: ');
  });
});

describe('a name that can be set only once', () => {
  const warned = (decision: Decision) => warningsOfSetOnce(decision, immutable());

  test('is said before the build, with the setting', () => {
    const tags = [
      { planned: version, state: 'new', holder: undefined },
      { planned: latest, state: 'once', holder: undefined },
    ] as const;
    expect(warned({ kind: 'build', tags, remade: [] })).toEqual([
      'team/app does not let tags move: latest can be set this once, and the next image cannot have it. ' +
        settingThatAllows([latest.tag], immutable()),
    ]);
  });

  test('and so are several', () => {
    const tags = [version, latest].map((planned) => ({ planned, state: 'once', holder: undefined }) as const);
    expect(warned({ kind: 'build', tags, remade: [] }).join()).toContain(
      '1.4.2 and latest can be set this once, and the next image cannot have them.',
    );
  });

  test('is not said of any other', () => {
    expect(
      warned({ kind: 'build', tags: [{ planned: version, state: 'new', holder: undefined }], remade: [] }),
    ).toEqual([]);
  });
});

test('two images of one commit', () => {
  const { code, what } = takenByTwo([version, sha], repository, held);
  expect([code, what]).toEqual([
    'tag-taken',
    `Nothing was built: in team/app tags of this run point to different images of its commit: 1.4.2 points to ${digest(8)}, sha-0123456 points to ${digest(9)}.`,
  ]);
});

test.each([
  { holder: digest(8), names: digest(8) },
  { holder: undefined, names: 'another image' },
])('a lost race, $names', ({ holder, names }) => {
  const { code, what } = lostRace(version, repository, holder, digest(7));
  expect([code, what]).toEqual([
    'tag-taken',
    `Another run was faster: 1.4.2 in team/app now points to ${names}, and not to ${digest(7)}, the image of this run.`,
  ]);
});
