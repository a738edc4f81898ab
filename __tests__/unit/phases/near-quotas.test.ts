import { describe, expect, test } from '@jest/globals';
import { nearQuotas } from '../../../src/phases/near-quotas.ts';
import type { Census } from '../../../src/publish/census.ts';
import { digest, platform, repositoryName } from '../support/values.ts';

const census = (given: Partial<Census>): Census => ({
  repository: { name: repositoryName('team/app') },
  images: () => undefined,
  referrersOf: () => 0,
  ...given,
});
const index = {
  digest: digest(1),
  platforms: [2, 3].map((n) => ({
    platform: platform(n === 2 ? 'linux/amd64' : 'linux/arm64'),
    digest: digest(n),
    size: 1,
  })),
};
const said = (...counted: Census[]) =>
  nearQuotas(index, counted).map(({ level, text }) => `${level}: ${text}`);

describe('images of a repository', () => {
  const of = (count: number, isWhole = true) => said(census({ images: () => ({ count, isWhole }) }));

  test.each([
    { count: 89_999, says: undefined },
    { count: 90_000, says: 'team/app has 90,000 images' },
    { count: 100_000, says: 'team/app has 100,000 images' },
    // Whoever has more has another quota.
    { count: 100_001, says: undefined },
  ])('$count', ({ count, says }) => {
    const lines = of(count);
    expect(lines).toHaveLength(says === undefined ? 0 : 1);
    if (says !== undefined)
      expect(lines[0]).toMatch(
        new RegExp(`^warning: ${says}, and ECR's default quota is 100,000.*lifecycle policy`),
      );
  });

  test('counted in part are told as the least', () => {
    expect(of(95_000, false)[0]).toContain('has at least 95,000 images');
  });

  test('in each of the places', () => {
    const near = { images: () => ({ count: 95_000, isWhole: true }) };
    const other = census({ ...near, repository: { name: repositoryName('team/gate') } });
    expect(said(census(near), other)).toEqual([
      expect.stringContaining('team/app has'),
      expect.stringContaining('team/gate has'),
    ]);
  });
});

describe('what is attached', () => {
  test.each([
    { count: 89, lines: 0 },
    { count: 90, lines: 1 },
  ])('to the image: $count', ({ count, lines }) => {
    const told = said(census({ referrersOf: (of) => (of === digest(1) ? count : 0) }));
    expect(told).toHaveLength(lines);
    if (lines > 0)
      expect(told[0]).toMatch(/^warning: In team\/app, the image has 90 of the 100 signatures.*Remove old/);
  });

  test('to one of its platforms, as attestations of a build are', () => {
    const told = said(census({ referrersOf: (of) => (of === digest(3) ? 100 : 0) }));
    expect(told).toEqual([
      expect.stringMatching(/In team\/app, linux\/arm64 \(0{10,}.*\) has 100 of the 100/),
    ]);
  });

  test('to an image of one platform is told once', () => {
    const alone = { digest: digest(2), platforms: index.platforms.slice(0, 1) };
    expect(nearQuotas(alone, [census({ referrersOf: () => 95 })])).toHaveLength(1);
  });
});
