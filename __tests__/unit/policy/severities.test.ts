import { describe, expect, test } from '@jest/globals';
import {
  nameSeverities,
  setAsideFindings,
  unknownSeverities,
  untriagedFindings,
} from '../../../src/policy/severities.ts';
import type { ScanReport } from '../../../src/types/scan.ts';
import { digest, finding, platform } from '../support/values.ts';

const untriaged = finding('undefined', 'CVE-1', { severityAsGiven: 'UNTRIAGED' });
const foreign = (severityAsGiven: string) => finding('critical', 'CVE-2', { severityAsGiven });
const none = new Map();

describe('untriagedFindings', () => {
  test('says nothing where all severities are ours, ECR’s own "undefined" included', () => {
    expect(untriagedFindings([finding('critical'), finding('undefined'), foreign('SEVERE')])).toBeUndefined();
  });

  test('names the word and how often it is there', () => {
    expect(untriagedFindings([untriaged, finding('low'), untriaged])).toBe(
      'The scanner gives severities that count as undefined: UNTRIAGED (2).',
    );
  });

  test('says nothing where the policy says what the word means', () => {
    expect(untriagedFindings([{ ...untriaged, severity: 'high' }])).toBeUndefined();
  });
});

describe('unknownSeverities', () => {
  test('says nothing of words that are known', () => {
    expect(unknownSeverities([finding('critical'), untriaged], none)).toBeUndefined();
  });

  test('names each word, and how the policy can say what it means', () => {
    expect(unknownSeverities([foreign('SEVERE'), foreign('Moderate'), foreign('SEVERE')], none)).toBe(
      "The scanner gives severities that are not ECR's, and they count as critical: SEVERE (2), Moderate (1). " +
        'Say in fail-on what such a word means: high,severe=medium.',
    );
  });

  test('leaves out what the policy names, in any case', () => {
    const words = new Map([['severe', 'high' as const]]);
    expect(unknownSeverities([foreign('Severe')], words)).toBeUndefined();
  });

  test('gives no advice that cannot be followed', () => {
    expect(unknownSeverities([foreign('not given'), foreign('HIGH\\u{200b}')], none)).toBe(
      "The scanner gives severities that are not ECR's, and they count as critical: not given (1), HIGH\\u{200b} (1).",
    );
  });
});

test('setAsideFindings says how many there are of each kind', () => {
  expect(setAsideFindings([finding('high')])).toBeUndefined();
  const aside = (setAside: string) => finding('high', 'CVE-1', { setAside });
  expect(setAsideFindings([aside('SUPPRESSED'), aside('CLOSED'), aside('SUPPRESSED')])).toBe(
    'Findings count like all others although their scanner does not show them as active: SUPPRESSED (2), CLOSED (1). ' +
      'What the policy accepts is in the exceptions file.',
  );
});

describe('nameSeverities', () => {
  const of = (...findings: ReturnType<typeof finding>[]): ScanReport => ({
    kind: 'complete',
    platforms: [
      {
        outcome: 'complete',
        platform: platform('linux/amd64'),
        digest: digest(1),
        scanner: 'basic',
        completedAt: 1,
        findings,
      },
    ],
  });

  test('gives a word the meaning that the policy says, and keeps the word', () => {
    const words = new Map([
      ['severe', 'low' as const],
      ['untriaged', 'high' as const],
    ]);
    expect(
      nameSeverities(of(foreign('SEVERE'), untriaged, finding('medium'), foreign('Grave')), words),
    ).toEqual(
      of(
        { ...foreign('SEVERE'), severity: 'low' },
        { ...untriaged, severity: 'high' },
        finding('medium'),
        foreign('Grave'),
      ),
    );
  });

  test('cannot make one of ECR’s own words another', () => {
    expect(nameSeverities(of(finding('critical')), new Map([['critical', 'low' as const]]))).toEqual(
      of(finding('critical')),
    );
  });
});
