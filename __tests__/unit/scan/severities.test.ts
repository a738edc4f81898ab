import { expect, test } from '@jest/globals';
import { foreignSeverities } from '../../../src/scan/severities.ts';
import { finding } from '../support/values.ts';

const given = (severityAsGiven: string) => finding('undefined', 'CVE-1', { severityAsGiven });

test('nothing is said where all severities are ours, ECR’s own "undefined" included', () => {
  expect(foreignSeverities([finding('critical'), finding('undefined')])).toBeUndefined();
});

test('each other one is named with its number', () => {
  expect(foreignSeverities([given('UNTRIAGED'), finding('low'), given('SEVERE'), given('UNTRIAGED')])).toBe(
    'the scanner gives severities that count as undefined: UNTRIAGED (2), SEVERE (1).',
  );
});
