import type { Standing } from '../../../src/types/verdict.ts';
import { describe, expect, test } from '@jest/globals';
import { listed, nameGroup, severityText, shorten, standingText } from '../../../src/report/findings.ts';
import { exception, finding, platform } from '../support/values.ts';

test('listed names a few and counts the rest', () => {
  expect(listed([], 2)).toBe('');
  expect(listed(['a', 'b'], 2)).toBe('a, b');
  expect(listed(['a', 'b', 'c'], 2)).toBe('a, b and 1 more');
});

test('shorten keeps what fits, and says where something is cut', () => {
  expect(shorten('x'.repeat(80))).toBe('x'.repeat(80));
  expect(shorten('x'.repeat(81))).toBe(`${'x'.repeat(79)}…`);
  expect(shorten('abcd', 3)).toBe('ab…');
});

test('nameGroup', () => {
  const on = platform('linux/arm64');
  expect(nameGroup({ finding: finding('low', 'CVE-1', { package: 'curl' }), platforms: [on] })).toBe(
    'CVE-1 in curl (linux/arm64)',
  );
  expect(nameGroup({ finding: finding('low', 'CVE-1'), platforms: [on] })).toBe('CVE-1 (linux/arm64)');
});

test('severityText', () => {
  expect(severityText(finding('high'))).toBe('HIGH');
  expect(severityText(finding('undefined', 'x', { severityAsGiven: 'untriaged' }))).toBe(
    'UNDEFINED (UNTRIAGED)',
  );
});

interface StandingCase {
  readonly standing: Standing;
  readonly blocks?: boolean;
  readonly text: string;
}

describe('standingText', () => {
  const given = exception('CVE-1', { expires: '2026-12-31' });
  test.each<StandingCase>([
    { standing: { kind: 'accepted', exception: given }, text: 'accepted until 2026-12-31' },
    { standing: { kind: 'not-new' }, text: 'not new' },
    { standing: { kind: 'not-fixable' }, text: 'no fix yet' },
    { standing: { kind: 'counts', expired: undefined }, text: 'allowed' },
    { standing: { kind: 'counts', expired: undefined }, blocks: true, text: 'blocks' },
    { standing: { kind: 'counts', expired: given }, text: 'allowed, acceptance expired 2026-12-31' },
  ])('$text', ({ standing, blocks, text }) => {
    expect(standingText(standing, blocks === true)).toBe(text);
  });
});
