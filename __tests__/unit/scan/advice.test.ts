import { expect, test } from '@jest/globals';
import { adviceFor } from '../../../src/scan/advice.ts';
import { deadEnd } from '../../../src/scan/dead-ends.ts';
import type { IncompleteReason } from '../../../src/types/scan.ts';

/** Every reason once: one that is missing or unknown does not compile. */
const reasons: Readonly<Record<IncompleteReason, RegExp>> = {
  unsupported: /base image/,
  failed: /24 hours/,
  'timed-out': /scan-timeout/,
  'not-started': /filters/,
  expired: /re-scan duration/,
  limited: /quota/,
  archived: /archive/,
  unavailable: /console/,
  'not-given': /platform=/,
  'unknown-status': /Update this action/,
};

test.each(Object.entries(reasons))('%s: whole sentences of its own', (reason, words) => {
  const advice = adviceFor(reason as IncompleteReason);
  expect(advice).toMatch(words);
  expect(advice).toMatch(/^[A-Z].*\.$/);
  const others = Object.keys(reasons).filter((other) => other !== reason);
  expect(others.map((other) => adviceFor(other as IncompleteReason))).not.toContain(advice);
});

test('no property of every object is a status', () => {
  expect(['constructor', 'toString', '__proto__'].map((status) => deadEnd(status, undefined))).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});
