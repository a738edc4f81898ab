import { expect, test } from '@jest/globals';
import { isFromBefore, isOutdated } from '../../../src/scan/freshness.ts';

const hour = 3600_000;
const now = Date.UTC(2026, 0, 2);

test.each([
  { age: 0, outdated: false },
  { age: 24 * hour, outdated: false },
  { age: 24 * hour + 1, outdated: true },
  // The clock of this machine is behind.
  { age: -hour, outdated: false },
])('findings that are $age ms old are outdated: $outdated', ({ age, outdated }) => {
  expect(isOutdated(now - age, now)).toBe(outdated);
});

test.each([
  { name: 'the result of the scan that was asked for', age: -hour, before: false },
  { name: 'the same by a clock that is hours ahead', age: 5 * hour, before: false },
  { name: 'the result of the day before', age: 24 * hour, before: true },
])('$name is from before: $before', ({ age, before }) => {
  expect(isFromBefore(now - age, now)).toBe(before);
});
