import { describe, expect, test } from '@jest/globals';
import { makePlan } from '../../../src/plan/plan.ts';
import { candidateTagging, needsTagForScan, tagForScan } from '../../../src/publish/candidate-tag.ts';
import type { Builder } from '../../../src/types/plan.ts';
import type { ScanSettings } from '../../../src/types/scan.ts';
import { buildx, buildxByTag, digest, image, inputs, repository, run } from '../support/values.ts';
import { fakeLog, fakeRegistry } from '../support/world.ts';

const planFor = (builder: Builder, scan = 'auto') => makePlan(inputs({ scan }), run, builder, 'k3x9');

describe('candidateTagging', () => {
  const rows: readonly (readonly [ScanSettings['scanner'], ScanSettings['frequency'], string])[] = [
    ['basic', 'on-push', 'never'],
    ['basic', 'manual', 'never'],
    ['basic', 'unknown', 'never'],
    ['enhanced', 'on-push', 'for-scan'],
    ['enhanced', 'continuous', 'for-scan'],
    ['enhanced', 'unknown', 'for-scan'],
    ['enhanced', 'manual', 'never'],
    ['unknown', 'unknown', 'for-scan'],
    ['unknown', 'manual', 'for-scan'],
  ];
  test.each(rows)('a push by digest, %s scanning, %s: %s', (scanner, frequency, tagging) => {
    expect(candidateTagging(planFor(buildx), { scanner, frequency })).toBe(tagging);
  });

  test.each(rows)('a push by tag, %s scanning, %s: from the push on', (scanner, frequency) => {
    expect(candidateTagging(planFor(buildxByTag), { scanner, frequency })).toBe('from-push');
  });

  test('no scan, no tag', () => {
    const settings = { scanner: 'enhanced', frequency: 'continuous' } as const;
    expect(candidateTagging(planFor(buildx, 'off'), settings)).toBe('never');
  });
});

test.each([
  { tags: [], needs: true },
  { tags: ['v1'], needs: false },
  { tags: ['candidate-4710-1-abcd', 'v1'], needs: false },
  // Another run builds the same image; its tag goes when it ends.
  { tags: ['candidate-4710-1-abcd'], needs: true },
])('an image with the tags $tags needs one for its scan: $needs', ({ tags, needs }) => {
  expect(needsTagForScan({ ...image, tags })).toBe(needs);
});

test.each([
  { name: 'a tag that it has set itself is fine', holder: image.digest, code: undefined },
  { name: 'a tag of another image is an error', holder: digest(7), code: 'tag-taken' },
])('tagForScan, a tag that cannot be set: $name', async ({ holder, code }) => {
  const registry = fakeRegistry({
    putManifest: () => Promise.resolve({ kind: 'immutable', detail: 'the tag is immutable' }),
    describeImages: () => Promise.resolve([{ digest: holder, tags: [], mediaType: undefined, pushedAt: 0 }]),
  });
  const tagging = tagForScan(planFor(buildx), repository, image, { registry, log: fakeLog() });
  if (code === undefined) await expect(tagging).resolves.toBeUndefined();
  else await expect(tagging).rejects.toMatchObject({ code });
});
