import { describe, expect, test } from '@jest/globals';
import type { ImageFacts, ImageId } from '../../../src/ports.ts';
import { removeCandidateTag } from '../../../src/undo/candidate-tag.ts';
import type { CandidateTag } from '../../../src/types/undo.ts';
import { digest } from '../support/values.ts';
import { fakeClock, fakeLog, fakeRepository } from '../support/world.ts';

const runStartedAt = 1_000_000_000;

const left: CandidateTag = {
  kind: 'candidate-tag',
  registryType: 'private',
  region: 'eu-west-1',
  registryId: '',
  repository: 'team/app',
  tag: 'candidate-1',
  runStartedAt,
  state: 'there',
};

interface Setting {
  readonly undo?: Partial<CandidateTag>;
  readonly pushedAt?: number;
  /** How often the registry says that there is no such tag. */
  readonly absentFor?: number;
  /** Whether there is a manifest under the tag all the same. */
  readonly hasManifest?: boolean;
}

async function cleanUp(
  tags: readonly string[] | undefined,
  { undo = {}, pushedAt = runStartedAt + 1, absentFor = 0, hasManifest = false }: Setting = {},
) {
  const log = fakeLog();
  const asked: (readonly ImageId[])[] = [];
  const removed: string[] = [];
  const image: ImageFacts = { digest: digest(1), tags: tags ?? [], mediaType: undefined, pushedAt };
  const repository = fakeRepository({
    describeImages: (ids) => {
      asked.push(ids);
      return Promise.resolve(tags === undefined || asked.length <= absentFor ? [] : [image]);
    },
    readTagged: ([of]) =>
      Promise.resolve(
        new Map(
          hasManifest && of !== undefined ? [[of, { digest: digest(1), mediaType: '', body: '' }]] : [],
        ),
      ),
    removeTag: (of) => {
      removed.push(of);
      return Promise.resolve('removed');
    },
  });
  const opened = () => Promise.reject(new Error('what the repository is need not be known'));
  const registry = {
    login: opened,
    callerArn: opened,
    open: () => ({ ...repository, opened }),
  };
  const connect = () => Promise.resolve(registry);
  const outcome = await removeCandidateTag({ ...left, ...undo }, { connect, log, clock: fakeClock() });
  return { outcome, asked, removed, lines: log.lines };
}

describe('removeCandidateTag', () => {
  test('an image with other names loses the tag only', async () => {
    expect(await cleanUp(['latest', 'candidate-1'])).toEqual({
      outcome: undefined,
      asked: [[{ tag: 'candidate-1' }]],
      removed: ['candidate-1'],
      lines: ["info: Removed the candidate's tag candidate-1."],
    });
  });

  test('an image without another name is removed, which is said', async () => {
    expect(await cleanUp(['candidate-1'])).toEqual({
      outcome: 'image-removed',
      asked: [[{ tag: 'candidate-1' }]],
      removed: ['candidate-1'],
      lines: [
        `info: Removed the candidate ${digest(1)} from team/app: it got no tag, and candidate-1 was its only one.`,
      ],
    });
  });

  test('an image that is known to have names is not asked about', async () => {
    expect(await cleanUp(['candidate-1', 'latest'], { undo: { state: 'not-needed' } })).toMatchObject({
      outcome: undefined,
      asked: [],
      removed: ['candidate-1'],
    });
  });

  test('an image that was there before the run keeps its only tag: it may be in use by its digest', async () => {
    const { outcome, removed, lines } = await cleanUp(['candidate-1'], { pushedAt: runStartedAt - 3600_000 });
    expect([outcome, removed]).toEqual([undefined, []]);
    expect(lines[0]).toContain('may be in use by its digest, so the tag stays');
  });

  test('the clocks of runner and registry need not agree', async () => {
    const { outcome } = await cleanUp(['candidate-1'], { pushedAt: runStartedAt - 60_000 });
    expect(outcome).toBe('image-removed');
  });

  test('a tag that is not there needs nothing', async () => {
    const { outcome, removed, lines } = await cleanUp(undefined);
    expect([outcome, removed, lines]).toEqual([undefined, [], []]);
  });

  test('a tag that was seen is not gone because the API says nothing of its image: then post asks again', async () => {
    await expect(cleanUp(undefined, { hasManifest: true })).rejects.toThrow('says nothing of its image');
  });

  test('a push that was cut off may be taken a moment later, so the tag is looked for again', async () => {
    const late = await cleanUp(['candidate-1'], { undo: { state: 'pushing' }, absentFor: 2 });
    expect([late.outcome, late.removed]).toEqual(['image-removed', ['candidate-1']]);
    expect((await cleanUp(undefined, { undo: { state: 'pushing' } })).asked).toHaveLength(3);
    expect((await cleanUp(undefined)).asked).toHaveLength(1);
  });

  test.each([{ region: 'nowhere at all' }, { repository: '../x' }, { tag: 'a tag' }])(
    'a state that says %j removes nothing',
    async (undo) => {
      await expect(cleanUp(['candidate-1'], { undo })).rejects.toThrow('not a candidate');
    },
  );
});
