import { describe, expect, test } from '@jest/globals';
import { needsTagForScan, tagForScan } from '../../../src/publish/candidate-tag.ts';
import type { Candidate } from '../../../src/types/image.ts';
import type { ScanSettings } from '../../../src/types/scan.ts';
import { digest, image, plan as planFor } from '../support/values.ts';
import { fakeLog, fakeRepository } from '../support/world.ts';

const plan = planFor();
const byDigest: Candidate = { digest: image.digest, tag: undefined, platform: undefined };
const continuous: ScanSettings = { scanner: 'enhanced', frequency: 'continuous' };

describe('needsTagForScan', () => {
  const rows: readonly (readonly [ScanSettings['scanner'], ScanSettings['frequency'], boolean])[] = [
    ['basic', 'on-push', false],
    ['basic', 'manual', false],
    ['basic', 'unknown', false],
    ['enhanced', 'on-push', true],
    ['enhanced', 'continuous', true],
    ['enhanced', 'unknown', true],
    ['enhanced', 'manual', false],
    ['unknown', 'unknown', true],
    ['unknown', 'manual', true],
  ];
  test.each(rows)('%s scanning, %s: %s', (scanner, frequency, needs) => {
    expect(needsTagForScan(byDigest, image, { scanner, frequency })).toBe(needs);
  });

  test('not where the builder has pushed it under its tag', () => {
    const byTag = { ...byDigest, tag: plan.candidateTag };
    expect(needsTagForScan(byTag, image, continuous)).toBe(false);
  });

  test.each([
    { tags: [], needs: true },
    { tags: ['v1'], needs: false },
    { tags: ['candidate-4710-1-abcd', 'v1'], needs: false },
    // Another run builds the same image; its tag goes when it ends.
    { tags: ['candidate-4710-1-abcd'], needs: true },
  ])('an image with the tags $tags: $needs', ({ tags, needs }) => {
    expect(needsTagForScan(byDigest, { ...image, tags }, continuous)).toBe(needs);
  });
});

test.each([
  { name: 'a tag that it has set itself is fine', holder: image.digest, code: undefined },
  { name: 'a tag of another image is an error', holder: digest(7), code: 'tag-taken' },
])('tagForScan, a tag that cannot be set: $name', async ({ holder, code }) => {
  const repository = fakeRepository({
    putManifest: () => Promise.resolve({ kind: 'immutable', detail: 'the tag is immutable' }),
    describeImages: () => Promise.resolve([{ digest: holder, tags: [], mediaType: undefined, pushedAt: 0 }]),
  });
  const tagging = tagForScan(plan, repository, image, fakeLog());
  if (code === undefined) await expect(tagging).resolves.toBeUndefined();
  else await expect(tagging).rejects.toMatchObject({ code });
});
