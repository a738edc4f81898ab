import { describe, expect, test } from '@jest/globals';
import type { ImageId } from '../../../src/ports.ts';
import { removeCandidateTag } from '../../../src/publish/clean-up.ts';
import type { Tag } from '../../../src/types/names.ts';
import { digest, repositoryName, tag } from '../support/values.ts';
import { fakeLog, fakeRegistry } from '../support/world.ts';

const candidate = tag('candidate-1');

async function cleanUp(tags: readonly string[] | undefined, hasNames = false) {
  const log = fakeLog();
  const asked: (readonly ImageId[])[] = [];
  const removed: Tag[] = [];
  const registry = fakeRegistry({
    describeImages: (_, ids) => {
      asked.push(ids);
      return Promise.resolve(
        tags === undefined ? [] : [{ digest: digest(1), tags, mediaType: undefined, pushedAt: 0 }],
      );
    },
    removeTag: (_, of) => {
      removed.push(of);
      return Promise.resolve('removed');
    },
  });
  const outcome = await removeCandidateTag(repositoryName('team/app'), candidate, hasNames, {
    registry,
    log,
  });
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
    expect(await cleanUp(['candidate-1', 'latest'], true)).toMatchObject({
      outcome: 'tag-removed',
      asked: [],
      removed: ['candidate-1'],
    });
  });

  test('a tag that is not there needs nothing', async () => {
    const { outcome, removed, lines } = await cleanUp(undefined);
    expect([outcome, removed, lines]).toEqual(['absent', [], []]);
  });
});
