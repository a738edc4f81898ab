import { describe, expect, test } from '@jest/globals';
import { compare } from '../../../src/policy/compare.ts';
import type { CompleteScan, Finding } from '../../../src/types/scan.ts';
import { digest, finding, platform, tag } from '../support/values.ts';

const amd64 = platform('linux/amd64');
const arm64 = platform('linux/arm64');
const image = { tag: tag('latest'), digest: digest(7) };

function scanned(on: typeof amd64, ...findings: Finding[]): CompleteScan {
  return { outcome: 'complete', platform: on, digest: digest(1), scanner: 'basic', completedAt: 1, findings };
}

const a = finding('critical', 'CVE-1', { package: 'a', installed: '1.0' });
const aNewer = { ...a, installed: '1.1', severity: 'high' as const };
const b = finding('critical', 'CVE-1', { package: 'b' });
const bare = finding('low', 'CVE-2');

describe('compared by id and package, on the same platform', () => {
  interface Row {
    readonly name: string;
    readonly before: readonly CompleteScan[];
    readonly after: readonly CompleteScan[];
    readonly added: number;
    readonly stayed: number;
    readonly fixed: readonly string[];
    readonly known: boolean;
  }
  const rows: readonly Row[] = [
    {
      name: 'the same',
      before: [scanned(amd64, a)],
      after: [scanned(amd64, a)],
      added: 0,
      stayed: 1,
      fixed: [],
      known: true,
    },
    {
      name: 'findings without an id, which may be different ones',
      before: [scanned(amd64, finding('critical', 'unnamed', { package: 'a' }))],
      after: [scanned(amd64, finding('critical', 'unnamed', { package: 'a' }))],
      added: 1,
      stayed: 0,
      fixed: [],
      known: false,
    },
    {
      name: 'another version and severity of the same',
      before: [scanned(amd64, aNewer)],
      after: [scanned(amd64, a)],
      added: 0,
      stayed: 1,
      fixed: [],
      known: true,
    },
    {
      name: 'the same on a platform that is listed twice',
      before: [scanned(amd64, a), scanned(amd64, bare)],
      after: [scanned(amd64, a), scanned(amd64, bare)],
      added: 0,
      stayed: 2,
      fixed: [],
      known: true,
    },
    {
      name: 'the same id in another package',
      before: [scanned(amd64, b)],
      after: [scanned(amd64, a)],
      added: 1,
      stayed: 0,
      fixed: ['CVE-1 b'],
      known: false,
    },
    {
      name: 'the same without a package',
      before: [scanned(amd64, bare)],
      after: [scanned(amd64, bare)],
      added: 0,
      stayed: 1,
      fixed: [],
      known: false,
    },
    {
      name: 'nothing before',
      before: [scanned(amd64)],
      after: [scanned(amd64, a, b)],
      added: 2,
      stayed: 0,
      fixed: [],
      known: false,
    },
    {
      name: 'nothing now',
      before: [scanned(amd64, a, b)],
      after: [scanned(amd64)],
      added: 0,
      stayed: 0,
      fixed: ['CVE-1 a', 'CVE-1 b'],
      known: true,
    },
    {
      name: 'known on another platform only',
      before: [scanned(amd64), scanned(arm64, a)],
      after: [scanned(amd64, a), scanned(arm64, a)],
      added: 1,
      stayed: 1,
      fixed: [],
      known: false,
    },
    {
      name: 'a platform that is gone has nothing fixed',
      before: [scanned(amd64), scanned(arm64, a)],
      after: [scanned(amd64)],
      added: 0,
      stayed: 0,
      fixed: [],
      known: false,
    },
  ];
  test.each(rows)('$name', ({ before, after, added, stayed, fixed, known }) => {
    const { comparison, isKnown } = compare(after, { kind: 'read', image, platforms: before });
    expect(comparison).toMatchObject({ kind: 'compared', image, added, stayed, newPlatforms: [] });
    const names = comparison.kind === 'compared' ? comparison.fixed : [];
    expect(names.map(({ finding: one }) => `${one.id} ${one.package ?? ''}`)).toEqual(fixed);
    expect(isKnown(amd64, a)).toBe(known);
  });
});

test('a platform that the baseline lacks is named, and all on it is new', () => {
  const { comparison, isKnown } = compare([scanned(amd64, a), scanned(arm64, a)], {
    kind: 'read',
    image,
    platforms: [scanned(amd64, a)],
  });
  expect(comparison).toMatchObject({ added: 1, stayed: 1, newPlatforms: [arm64] });
  expect(isKnown(arm64, a)).toBe(false);
});

test.each([
  { baseline: { kind: 'absent' } as const },
  { baseline: { kind: 'unreadable', image, why: 'the scan failed' } as const },
])('where the baseline is $baseline.kind nothing is known', ({ baseline }) => {
  const { comparison, isKnown } = compare([scanned(amd64, a)], baseline);
  expect(comparison).toEqual(baseline);
  expect(isKnown(amd64, a)).toBe(false);
});
