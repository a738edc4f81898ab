import { describe, expect, test } from '@jest/globals';
import { ageOf, type Age } from '../../../src/publish/age.ts';
import type { Holder } from '../../../src/types/decision.ts';
import type { PlannedTag } from '../../../src/types/plan.ts';
import { parseVersion } from '../../../src/types/version.ts';
import { buildRecord, commit, digest, tag } from '../support/values.ts';

const theirs = 'fedcba9876543210fedcba9876543210fedcba98';
const at = Date.UTC(2026, 0, 2);
const latest: PlannedTag = { tag: tag('latest'), kind: 'moving' };
const branch: PlannedTag = { tag: tag('main'), kind: 'moving', isOfRef: true };
const release = (version: string): PlannedTag => ({ ...latest, version: parseVersion('semver', version)! });

function holder(more: Partial<Holder> = {}): Holder {
  const record = buildRecord(theirs, {}, at);
  return {
    digest: digest(7),
    revision: { kind: 'known', commit: theirs },
    record,
    version: undefined,
    isReadable: true,
    platforms: [],
    ...more,
  };
}

interface Given {
  readonly planned?: PlannedTag;
  /** Whether the new commit descends from the other one, and the other way round. */
  readonly history?: readonly ['yes' | 'no' | 'unknown', 'yes' | 'no' | 'unknown'];
  readonly api?: 'same' | 'descends' | 'precedes' | 'diverged';
  readonly mine?: { readonly commit?: string | undefined; readonly at?: number | undefined };
  readonly holder?: Holder;
}

async function age({
  planned = latest,
  history = ['unknown', 'unknown'],
  api,
  mine = {},
  holder: of = holder(),
}: Given) {
  const asked: string[] = [];
  const result = await ageOf(planned, { commit, at, ...mine }, of, {
    history: {
      descends: (newer) => Promise.resolve(history[newer === commit ? 0 : 1]),
      changed: () => Promise.reject(new Error('not asked')),
    },
    github: {
      compare: (base, head) => {
        asked.push(`${base}...${head}`);
        return Promise.resolve(api);
      },
      repository: () => Promise.reject(new Error('not asked')),
      keepComment: () => Promise.reject(new Error('not asked')),
      committedAt: () => Promise.reject(new Error('not asked')),
    },
  });
  return { ...result, asked };
}

const day = 24 * 3600_000;

describe('whether a moving name may move', () => {
  test.each<{ what: string; given: Given; kind: Age['kind']; asked?: boolean; isResort?: boolean }>([
    { what: 'the same commit', given: { mine: { commit: theirs } }, kind: 'same' },
    { what: 'a descendant', given: { history: ['yes', 'no'] }, kind: 'newer' },
    { what: 'an ancestor', given: { history: ['no', 'yes'] }, kind: 'older' },
    {
      what: 'an ancestor, in a checkout that ends with it',
      given: { history: ['unknown', 'yes'] },
      kind: 'older',
    },
    { what: 'GitHub: a descendant', given: { api: 'descends' }, kind: 'newer', asked: true },
    { what: 'GitHub: an ancestor', given: { api: 'precedes' }, kind: 'older', asked: true },
    { what: 'another line', given: { history: ['no', 'no'], mine: { at: at + day } }, kind: 'older' },
    {
      what: 'GitHub: another line',
      given: { api: 'diverged', mine: { at: at + day } },
      kind: 'older',
      asked: true,
    },
    {
      what: 'a rewritten branch, by time',
      given: { planned: branch, history: ['no', 'no'], mine: { at: at + day } },
      kind: 'newer',
      isResort: true,
    },
    {
      what: 'what a rewritten branch was before, by time',
      given: { planned: branch, history: ['no', 'no'], mine: { at: at - day } },
      kind: 'older',
      isResort: true,
    },
    {
      what: 'a higher version on another line',
      given: { planned: release('1.6.0'), history: ['no', 'no'], holder: holder({ version: '1.5.3' }) },
      kind: 'newer',
      isResort: true,
    },
    {
      what: 'a backport on another line',
      given: {
        planned: release('1.4.9'),
        history: ['no', 'no'],
        mine: { at: at + day },
        holder: holder({ version: 'v1.5.3' }),
      },
      kind: 'older',
      isResort: true,
    },
    {
      what: 'the same version on another line',
      given: { planned: release('1.5.3'), history: ['no', 'no'], holder: holder({ version: '1.5.3' }) },
      kind: 'older',
    },
    {
      what: 'another line whose image has no version',
      given: { planned: release('1.6.0'), history: ['no', 'no'], holder: holder({ version: 'main' }) },
      kind: 'older',
    },
    {
      what: 'no history: a later commit',
      given: { mine: { at: at + 1000 } },
      kind: 'newer',
      asked: true,
      isResort: true,
    },
    {
      what: 'no history: an earlier commit',
      given: { mine: { at: at - 1000 } },
      kind: 'older',
      asked: true,
      isResort: true,
    },
    { what: 'no history: the same second', given: {}, kind: 'newer', asked: true, isResort: true },
    {
      what: 'no history, no time',
      given: { mine: { at: undefined } },
      kind: 'unknown',
      asked: true,
      isResort: true,
    },
    {
      what: 'the image does not say its commit',
      given: { holder: holder({ record: undefined, revision: { kind: 'unknown', why: '' } }) },
      kind: 'unknown',
      isResort: true,
    },
    {
      what: 'an image of another tool says its commit',
      given: { history: ['yes', 'no'], holder: holder({ record: undefined }) },
      kind: 'newer',
    },
    {
      what: 'this run does not know its commit',
      given: { mine: { commit: undefined } },
      kind: 'older',
      isResort: true,
    },
  ])('$what: $kind', async ({ given, kind, asked = false, isResort = false }) => {
    const result = await age(given);
    expect([result.kind, result.isResort]).toEqual([kind, isResort]);
    expect(result.asked).toEqual(asked ? [`${theirs}...${commit}`] : []);
  });

  test('what an image calls its commit is no question to anybody unless it is a commit', async () => {
    for (const odd of ['main', '--help', '../x', 'fedcba9', '']) {
      const result = await age({
        holder: holder({ record: undefined, revision: { kind: 'known', commit: odd } }),
      });
      expect([result.kind, result.asked]).toEqual(['unknown', []]);
    }
  });

  test('the reason names the commit, and the time where that decided', async () => {
    expect((await age({ history: ['no', 'yes'] })).why).toBe('it was made from a newer commit, fedcba987654');
    expect((await age({ mine: { at: at - day } })).why).toBe(
      'it was made from fedcba987654 of 2026-01-02T00:00:00Z, which is later; the history between the two commits cannot be read',
    );
  });
});
