import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { severities } from '../../../src/types/scan.ts';
import { isForeign, meant, parseSeverity, severityKey } from '../../../src/types/severity-word.ts';
import { anyText } from '../support/texts.ts';

describe('parseSeverity', () => {
  test.each([
    ...severities.flatMap((severity) => [
      { given: severity.toUpperCase(), severity },
      { given: severity, severity },
      { given: ` ${severity.slice(0, 1).toUpperCase()}${severity.slice(1)}\n`, severity },
    ]),
    { given: 'CRITICAL ', severity: 'critical' },
    { given: '\u00a0HIGH\ufeff', severity: 'high' },
  ])('$given is $severity', ({ given, severity }) => {
    expect(parseSeverity(given)).toStrictEqual({ severity });
  });

  test.each(['UNTRIAGED', 'untriaged', ' Untriaged '])(
    '%s is undefined until the policy names it',
    (given) => {
      expect(parseSeverity(given)).toStrictEqual({ severity: 'undefined', severityAsGiven: 'UNTRIAGED' });
    },
  );

  test.each([
    { given: 'SEVERE', word: 'SEVERE' },
    { given: 'IMPORTANT', word: 'IMPORTANT' },
    { given: 'Moderate', word: 'Moderate' },
    { given: 'NONE', word: 'NONE' },
    { given: 'NEGLIGIBLE', word: 'NEGLIGIBLE' },
    { given: 'LOW/MEDIUM', word: 'LOW/MEDIUM' },
    { given: 'L OW', word: 'L OW' },
    { given: 'LOW\u200b', word: 'LOW\\u{200b}' },
    { given: 'LO\u00adW', word: 'LO\\u{ad}W' },
    { given: 'LOW\u0000', word: 'LOW\\u{0}' },
    { given: 'LOW\u001b[0m', word: 'LOW\\u{1b}[0m' },
    { given: '\u202eWOL', word: '\\u{202e}WOL' },
    { given: 'LOW\ufe0f', word: 'LOW\\u{fe0f}' },
    { given: 'LOW\u0301', word: 'LOW\\u{301}' },
    { given: 'LOW\nCRITICAL', word: 'LOW\\u{a}CRITICAL' },
    { given: 'LOW\ud800', word: 'LOW\\u{d800}' },
    { given: 'ＬＯＷ', word: 'ＬＯＷ' },
    { given: 'ḺOW', word: 'ḺOW' },
    { given: '__proto__', word: '__proto__' },
    { given: 'constructor', word: 'constructor' },
    { given: 'x'.repeat(1000), word: `${'x'.repeat(39)}…` },
    { given: '', word: 'not given' },
    { given: ' \t', word: 'not given' },
    { given: undefined, word: 'not given' },
    { given: null, word: 'not given' },
    { given: 7, word: 'not given' },
    { given: ['LOW'], word: 'not given' },
    { given: { severity: 'LOW' }, word: 'not given' },
  ])('$word is none of ours and counts as the worst', ({ given, word }) => {
    const parsed = parseSeverity(given);
    expect(parsed).toStrictEqual({ severity: 'critical', severityAsGiven: word });
    expect(isForeign(parsed)).toBe(true);
  });

  test('nothing but one of our words is ever milder than the worst', () => {
    const ours = new Set<string>([...severities, 'untriaged']);
    fc.assert(
      fc.property(fc.oneof(anyText(), fc.anything()), (given) => {
        const { severity, severityAsGiven } = parseSeverity(given);
        const isOurs = typeof given === 'string' && ours.has(given.trim().toLowerCase());
        expect(severity === 'critical' || isOurs).toBe(true);
        expect(severityAsGiven ?? '').not.toMatch(/[\p{C}\u2028\u2029]/u);
      }),
    );
  });
});

test.each([
  { given: 'critical ', key: 'CRITICAL' },
  { given: 'UNDEFINED', key: 'UNDEFINED' },
  { given: 'UNTRIAGED', key: 'UNDEFINED' },
  { given: 'Severe', key: 'SEVERE' },
  { given: undefined, key: 'NOT GIVEN' },
])('$given is compared as $key', ({ given, key }) => {
  expect(severityKey(parseSeverity(given))).toBe(key);
});

describe('meant', () => {
  const words = new Map([
    ['severe', 'high' as const],
    ['untriaged', 'medium' as const],
    ['critical', 'low' as const],
    ['', 'low' as const],
  ]);
  test.each([
    { given: 'SEVERE', severity: 'high' },
    { given: 'untriaged', severity: 'medium' },
    { given: 'CRITICAL', severity: 'critical' },
    { given: 'SEVERE\u200b', severity: 'critical' },
    { given: '', severity: 'critical' },
  ])('$given means $severity', ({ given, severity }) => {
    expect(meant(parseSeverity(given), words).severity).toBe(severity);
  });
});
