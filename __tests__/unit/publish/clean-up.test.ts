import { describe, expect, test } from '@jest/globals';
import type { ImageId } from '../../../src/ports.ts';
import { removeCandidateTag } from '../../../src/publish/clean-up.ts';
import type { Tag } from '../../../src/types/names.ts';
import { digest, repositoryName, tag } from '../support/values.ts';
import { fakeLog, fakeRegistry } from '../support/world.ts';

const candidate = tag('candidate-1');

const runStartedAt = 1_000_000_000;

async function cleanUp(
  tags: readonly string[] | undefined,
  { hasNames = false, pushedAt = runStartedAt + 1 } = {},
) {
  const log = fakeLog();
  const asked: (readonly ImageId[])[] = [];
  const removed: Tag[] = [];
  const registry = fakeRegistry({
    describeImages: (_, ids) => {
      asked.push(ids);
      return Promise.resolve(
        tags === undefined ? [] : [{ digest: digest(1), tags, mediaType: undefined, pushedAt }],
      );
    },
    removeTag: (_, of) => {
      removed.push(of);
      return Promise.resolve('removed');
    },
  });
  const end = { repository: repositoryName('team/app'), tag: candidate, runStartedAt, hasNames };
  const outcome = await removeCandidateTag(end, { registry, log });
  return { outcome, asked, removed, lines: log.lines };
}

describe('removeCandidateTag', () => {
  test('an image with other names loses the tag only', async () => {
    expect(await cleanUp(['latest', 'candidate-1'])).toEqual({
      outcome: 'tag-removed',
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
        `info: Removed the candidate ${digest(1)} from team/app: it got no name, and candidate-1 was its only tag.`,
      ],
    });
  });

  test('an image that is known to have names is not asked about', async () => {
    expect(await cleanUp(['candidate-1', 'latest'], { hasNames: true })).toMatchObject({
      outcome: 'tag-removed',
      asked: [],
      removed: ['candidate-1'],
    });
  });

  test('an image that was there before the run keeps its only tag: it may be in use by its digest', async () => {
    const { outcome, removed, lines } = await cleanUp(['candidate-1'], { pushedAt: runStartedAt - 3600_000 });
    expect([outcome, removed]).toEqual(['kept', []]);
    expect(lines[0]).toContain('may be in use by its digest, so the tag stays');
  });

  test('the clocks of runner and registry need not agree', async () => {
    const { outcome } = await cleanUp(['candidate-1'], { pushedAt: runStartedAt - 60_000 });
    expect(outcome).toBe('image-removed');
  });

  test('a tag that is not there needs nothing', async () => {
    const { outcome, removed, lines } = await cleanUp(undefined);
    expect([outcome, removed, lines]).toEqual(['absent', [], []]);
  });
});
