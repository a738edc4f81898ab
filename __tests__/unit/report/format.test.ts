import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formatBytes, formatCounts, formatDuration, formatTime, plural } from '../../../src/report/format.ts';

describe('formatBytes', () => {
  test.each([
    { bytes: 0, text: '0 B' },
    { bytes: 999, text: '999 B' },
    { bytes: 1000, text: '1.0 kB' },
    { bytes: 1049, text: '1.0 kB' },
    { bytes: 99_900, text: '99.9 kB' },
    { bytes: 99_950, text: '100 kB' },
    { bytes: 99_960, text: '100 kB' },
    { bytes: 123_456, text: '123 kB' },
    { bytes: 999_499, text: '999 kB' },
    { bytes: 999_500, text: '1.0 MB' },
    { bytes: 999_999, text: '1.0 MB' },
    { bytes: 1_000_000, text: '1.0 MB' },
    { bytes: 12_345_678, text: '12.3 MB' },
    { bytes: 1_000_000_000, text: '1.0 GB' },
    { bytes: 52_000_000_000, text: '52.0 GB' },
    { bytes: 5_200_000_000_000, text: '5200 GB' },
  ])('$bytes is $text', ({ bytes, text }) => {
    expect(formatBytes(bytes)).toBe(text);
  });

  test('never shows a thousand of a smaller unit, and is never far off', () => {
    const units: Readonly<Record<string, number>> = { B: 1, kB: 1e3, MB: 1e6, GB: 1e9 };
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 900_000_000_000 }), (bytes) => {
        const [number = '', unit = ''] = formatBytes(bytes).split(' ');
        expect(Number(number)).toBeLessThan(1000);
        const back = Number(number) * (units[unit] ?? Number.NaN);
        expect(Math.abs(back - bytes)).toBeLessThanOrEqual(bytes * 0.05);
      }),
    );
  });
});

describe('formatDuration', () => {
  test.each([
    { ms: 0, text: '0 ms' },
    { ms: 349.6, text: '350 ms' },
    { ms: 999, text: '999 ms' },
    { ms: 999.5, text: '1.0 s' },
    { ms: 999.7, text: '1.0 s' },
    { ms: 1000, text: '1.0 s' },
    { ms: 4200, text: '4.2 s' },
    { ms: 59_940, text: '59.9 s' },
    { ms: 59_960, text: '1 min' },
    { ms: 60_000, text: '1 min' },
    { ms: 119_700, text: '2 min' },
    { ms: 200_000, text: '3 min 20 s' },
    { ms: 21_600_000, text: '360 min' },
  ])('$ms ms is $text', ({ ms, text }) => {
    expect(formatDuration(ms)).toBe(text);
  });
});

test('formatTime', () => {
  expect(formatTime(Date.UTC(2026, 2, 4, 5, 6, 7, 890))).toBe('2026-03-04 05:06:07 UTC');
});

describe('formatCounts', () => {
  const none = { critical: 0, high: 0, medium: 0, low: 0, informational: 0, undefined: 0 };
  test.each([
    { counts: none, text: 'no findings' },
    { counts: { ...none, low: 1, critical: 2 }, text: '2 critical, 1 low' },
    {
      counts: { critical: 1, high: 2, medium: 3, low: 4, informational: 5, undefined: 6 },
      text: '1 critical, 2 high, 3 medium, 4 low, 5 informational, 6 undefined',
    },
  ])('$text', ({ counts, text }) => {
    expect(formatCounts(counts)).toBe(text);
  });
});

test.each([
  [0, '0 platforms'],
  [1, '1 platform'],
  [2, '2 platforms'],
])('plural of %i', (count, text) => {
  expect(plural(count, 'platform')).toBe(text);
});
