import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseFailOn } from '../../../src/inputs/fail-on.ts';
import { severities, type Severity } from '../../../src/types/scan.ts';

const limitsOf = (text: string) => {
  const parsed = parseFailOn(text);
  return parsed.ok ? parsed.value.limits : parsed.allowed;
};

describe('limits', () => {
  test.each([
    { name: 'none limits nothing', text: 'none', limits: {} },
    { name: 'critical forbids that alone', text: 'critical', limits: { critical: 0 } },
    { name: 'high forbids the worse one too', text: 'high', limits: { critical: 0, high: 0 } },
    { name: 'medium', text: 'medium', limits: { critical: 0, high: 0, medium: 0 } },
    { name: 'low', text: 'low', limits: { critical: 0, high: 0, medium: 0, low: 0 } },
    {
      name: 'informational',
      text: 'informational',
      limits: { critical: 0, high: 0, medium: 0, low: 0, informational: 0 },
    },
    {
      name: 'undefined forbids everything',
      text: 'undefined',
      limits: { critical: 0, high: 0, medium: 0, low: 0, informational: 0, undefined: 0 },
    },
    { name: 'a budget', text: 'critical=0,high=5', limits: { critical: 0, high: 5 } },
    { name: 'a budget of nothing is the severity alone', text: 'high=0', limits: { critical: 0, high: 0 } },
    { name: 'what is worse and not named is forbidden', text: 'high=5', limits: { critical: 0, high: 5 } },
    {
      name: 'also between two that are named',
      text: 'critical=2,medium=9',
      limits: { critical: 2, high: 0, medium: 9 },
    },
    {
      name: 'what is worse and named keeps its number',
      text: 'low=0,critical=3,high=1,medium=7',
      limits: { critical: 3, high: 1, medium: 7, low: 0 },
    },
    {
      name: 'undefined beside others says nothing about them',
      text: ' medium = 12 , undefined=3',
      limits: { critical: 0, high: 0, medium: 12, undefined: 3 },
    },
    {
      name: 'undefined alone with a number forbids the others',
      text: 'undefined=3',
      limits: { critical: 0, high: 0, medium: 0, low: 0, informational: 0, undefined: 3 },
    },
    { name: 'upper case', text: 'CRITICAL', limits: { critical: 0 } },
    { name: 'any case', text: 'High', limits: { critical: 0, high: 0 } },
    { name: 'NONE', text: ' None ', limits: {} },
    {
      name: 'a budget in any case, with blanks',
      text: 'Critical = 0, HIGH\t=5 ',
      limits: { critical: 0, high: 5 },
    },
  ])('$name', ({ text, limits }) => {
    expect(limitsOf(text)).toEqual(limits);
  });

  test('whatever is limited, everything that is worse is limited to as many as were written for it, or to none', () => {
    const budget = fc.dictionary(fc.constantFrom(...severities), fc.nat({ max: 99 }), { minKeys: 1 });
    fc.assert(
      fc.property(budget, (written) => {
        const given = written as Partial<Record<Severity, number>>;
        const entries = Object.entries(given).map(([severity, most]) => `${severity}=${String(most)}`);
        const limits = limitsOf(entries.join(',')) as Partial<Record<Severity, number>>;
        const mildest = severities.findLastIndex(
          (severity) => severity !== 'undefined' && given[severity] !== undefined,
        );
        expect(limits.critical).toBe(given.critical ?? 0);
        for (const [index, severity] of severities.entries())
          if (given[severity] !== undefined || index <= mildest)
            expect(limits[severity]).toBe(given[severity] ?? 0);
      }),
    );
  });
});

describe("words that are not ECR's", () => {
  test.each([
    { text: 'high,severe=critical', limits: { critical: 0, high: 0 }, words: [['severe', 'critical']] },
    { text: 'Severe = Low , HIGH=2', limits: { critical: 0, high: 2 }, words: [['severe', 'low']] },
    { text: 'none,negligible=informational', limits: {}, words: [['negligible', 'informational']] },
    { text: 'critical,UNTRIAGED=high', limits: { critical: 0 }, words: [['untriaged', 'high']] },
    { text: 'critical=0,constructor=low', limits: { critical: 0 }, words: [['constructor', 'low']] },
  ])('$text', ({ text, limits, words }) => {
    expect(parseFailOn(text)).toEqual({
      ok: true,
      value: { limits, words: new Map(words as [string, Severity][]) },
    });
  });

  test('are no severities of a budget: a slip of the pen would be a limit for nothing', () => {
    expect(limitsOf('severe=3')).toContain(
      '"severe" is not ECR\'s, so say which of these it means: severe=high',
    );
  });
});

describe('not allowed', () => {
  const form = `none, one of ${severities.join(', ')}, or a budget such as critical=0,high=5`;
  const hint = (word: string) =>
    `${form}; "${word}" is not ECR's, so say which of these it means: ${word}=high`;
  test.each([
    { name: 'an unknown severity', text: 'severe', allowed: form },
    { name: 'a list of severities', text: 'critical,high', allowed: form },
    { name: 'a severity and a budget', text: 'high,critical=2', allowed: form },
    { name: 'none and a budget', text: 'none,critical=2', allowed: form },
    { name: 'a budget without a number', text: 'critical=', allowed: form },
    { name: 'a negative budget', text: 'critical=-1', allowed: form },
    { name: 'a fraction', text: 'critical=1.5', allowed: form },
    { name: 'a budget of seven digits', text: 'critical=1000000', allowed: form },
    { name: 'none in a budget', text: 'none=1', allowed: form },
    { name: 'a meaning of none', text: 'high,none=low', allowed: form },
    { name: "one of ECR's words with another meaning", text: 'high,critical=low', allowed: form },
    { name: "a meaning that is not ECR's either", text: 'high,severe=grave', allowed: form },
    { name: 'nothing but the meaning of a word', text: 'severe=high', allowed: form },
    { name: 'a name of every object', text: 'constructor=1', allowed: hint('constructor') },
    { name: 'a misspelt severity', text: 'critcal=0,high=5', allowed: hint('critcal') },
    { name: 'a trailing comma', text: 'critical=0,', allowed: form },
    { name: 'characters that nobody sees', text: 'critical\u200b=0', allowed: form },
    { name: 'full-width letters', text: 'ｃｒｉｔｉｃａｌ', allowed: form },
    { name: 'nothing', text: '', allowed: form },
    {
      name: 'a severity twice',
      text: 'high=0,HIGH=1',
      allowed: 'each severity once ("high" is there twice)',
    },
    {
      name: 'a word twice',
      text: 'high,severe=low,SEVERE=high',
      allowed: 'each severity once ("severe" is there twice)',
    },
  ])('$name', ({ text, allowed }) => {
    expect(parseFailOn(text)).toEqual({ ok: false, allowed });
  });
});
