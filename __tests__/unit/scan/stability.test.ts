import { describe, expect, test } from '@jest/globals';
import { settlingFor, settlingMs, settlingPollMs, sight } from '../../../src/scan/stability.ts';
import type { ScanPage } from '../../../src/types/scan.ts';
import { counts, scanPage, type PageMembers } from '../../support/scan-page.ts';
import { finding } from '../support/values.ts';

const page = (received: number, more: PageMembers = {}): ScanPage =>
  scanPage('COMPLETE', {
    scanner: 'unknown',
    completedAt: 1,
    findings: Array.from({ length: received }, () => finding('low')),
    ...more,
  });

describe('sight', () => {
  const first = sight(page(3), undefined, 1000);

  test('what is the same keeps the time at which it was first seen', () => {
    expect(sight(page(3, { completedAt: 2 }), first, 5000)).toEqual(first);
    expect(first.since).toBe(1000);
  });

  test.each([
    { name: 'more findings', changed: page(4) },
    { name: 'fewer findings', changed: page(2) },
    { name: 'another count', changed: page(3, { counts: counts({ LOW: 4 }) }) },
    { name: 'as many of another severity', changed: page(3, { counts: counts({ HIGH: 3 }) }) },
    { name: 'no counts any more', changed: page(3, { counts: 'none' }) },
    { name: 'a further page', changed: page(3, { nextToken: 'x' }) },
  ])('$name: the time begins anew', ({ changed }) => {
    expect(sight(changed, first, 5000).since).toBe(5000);
  });
});

test.each([
  { scanner: 'basic', received: 1, ms: 1000 },
  { scanner: 'basic', received: 0, ms: 1000 },
  { scanner: 'enhanced', received: 1, ms: 1500 },
  { scanner: 'enhanced', received: 0, ms: 10_000 },
  { scanner: 'unknown', received: 1, ms: 1500 },
  { scanner: 'unknown', received: 0, ms: 10_000 },
] as const)('$scanner scanning with $received findings settles in $ms ms', ({ scanner, received, ms }) => {
  expect(settlingMs(page(received), scanner, 0)).toBe(ms);
  expect(settlingMs(page(received), scanner, 30 * 60_000)).toBe(ms);
  expect(settlingMs(page(received), scanner, 30 * 60_000 + 1)).toBe(0);
});

test.each([
  { scanner: 'enhanced', ms: 60_000 },
  { scanner: 'unknown', ms: 60_000 },
] as const)('$scanner scanning with nothing, not even counts, settles in $ms ms', ({ scanner, ms }) => {
  expect(settlingMs(page(0, { counts: 'none' }), scanner, 0)).toBe(ms);
  expect(settlingMs(page(0, { counts: 'none' }), scanner, 30 * 60_000 + 1)).toBe(0);
});

test('a short settling costs one read, a long one is looked at every two seconds', () => {
  expect([1, 1500, 2000, 10_000, 60_000].map(settlingPollMs)).toEqual([1, 1500, 2000, 2000, 5000]);
});

test('what is waited for depends on whether there is anything yet', () => {
  expect([settlingFor(page(0)), settlingFor(page(1))]).toEqual([
    'findings that may come late, as the scan ended without any',
    'the findings to stay the same',
  ]);
});
