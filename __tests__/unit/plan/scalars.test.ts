import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseBoolean, parseDuration, parseFailOn } from '../../../src/plan/scalars.ts';

const valueOf = (parsed: { ok: boolean; value?: unknown }) => (parsed.ok ? parsed.value : 'refused');

test.each([
  ['true', true],
  ['TRUE', true],
  ['False', false],
  ['yes', 'refused'],
  ['1', 'refused'],
  ['tRue', 'refused'],
])('the boolean %s', (text, value) => {
  expect(valueOf(parseBoolean(text))).toBe(value);
});

test.each([
  ['90s', 90_000],
  ['10m', 600_000],
  ['1h30m', 5_400_000],
  ['1h0m5s', 3_605_000],
  ['6h', 21_600_000],
  ['6h1s', 'refused'],
  ['0s', 'refused'],
  ['10', 'refused'],
  ['5m2h', 'refused'],
  ['1.5m', 'refused'],
  ['', 'refused'],
])('the time %s', (text, value) => {
  expect(valueOf(parseDuration(text))).toBe(value);
});

test('a time in seconds means as many seconds, up to six hours', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 6 * 3600 }), (seconds) => {
      expect(valueOf(parseDuration(`${String(seconds)}s`))).toBe(seconds * 1000);
    }),
  );
});

test.each([
  ['none', {}],
  ['critical', { critical: 0 }],
  ['high', { critical: 0, high: 0 }],
  ['undefined', { critical: 0, high: 0, medium: 0, low: 0, informational: 0, undefined: 0 }],
  ['critical=0,high=5', { critical: 0, high: 5 }],
  ['low = 12', { low: 12 }],
  ['critical=0,critical=1', 'refused'],
  ['critical=-1', 'refused'],
  ['CRITICAL', 'refused'],
  ['high,critical', 'refused'],
  ['', 'refused'],
])('fail-on: %s', (text, limits) => {
  expect(valueOf(parseFailOn(text))).toEqual(limits);
});
