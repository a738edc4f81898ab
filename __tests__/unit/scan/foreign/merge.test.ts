import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { distinct, mergeFindings } from '../../../../src/scan/foreign/merge.ts';
import { severities, type Finding } from '../../../../src/types/scan.ts';
import { finding } from '../../support/values.ts';

const from = (who: string, more: Partial<Finding> = {}, severity: Finding['severity'] = 'low') =>
  finding(severity, 'CVE-1', { package: 'p', saidBy: [who], ...more });

describe('mergeFindings', () => {
  test('the worse severity, both names, and what either knows', () => {
    const ecr = finding('low', 'CVE-1', { package: 'p', installed: '1', description: 'words' });
    const other = from('Trivy', { installed: '1', fixedIn: '2', score: 9.8 }, 'critical');
    const both = { description: 'words', installed: '1', package: 'p', fixedIn: '2' };
    const expected = {
      ...both,
      id: 'CVE-1',
      severity: 'critical',
      score: 9.8,
      saidBy: ['Amazon ECR', 'Trivy'],
    };
    expect(mergeFindings([[ecr], [other]])).toEqual([expected]);
    expect(mergeFindings([[other], [ecr]])).toEqual([{ ...expected, saidBy: ['Trivy', 'Amazon ECR'] }]);
  });

  test('a word that is not ECR’s does not stick to a severity that it did not give', () => {
    const word = finding('high', 'CVE-1', { severityAsGiven: 'SEVERE' });
    const worse = finding('critical', 'CVE-1', { saidBy: ['T'] });
    expect(mergeFindings([[word], [worse]])[0]).not.toHaveProperty('severityAsGiven');
  });

  test('another package, or another id, is another finding', () => {
    const all = [
      finding('low', 'CVE-1', { package: 'p' }),
      from('T', { package: 'q' }),
      from('T', { id: 'CVE-2' }),
    ];
    expect(mergeFindings(all.map((one) => [one]))).toEqual(all);
  });

  test('what one scanner says alone is said by that one', () => {
    expect(mergeFindings([[finding('low')], [from('T')]])).toEqual([finding('low'), from('T')]);
  });

  test('the same version is taken first, and another one after it', () => {
    const versions = ['1', '2'].map((installed) => finding('low', 'CVE-1', { package: 'p', installed }));
    const merged = mergeFindings([
      versions,
      [from('T', { installed: '2' }), from('T', { installed: '1.0-r1' })],
    ]);
    expect(merged.map(({ installed, saidBy }) => [installed, saidBy])).toEqual([
      ['1', ['Amazon ECR', 'T']],
      ['2', ['Amazon ECR', 'T']],
    ]);
  });

  test('findings without an id are never the same', () => {
    const nameless = finding('low', 'unnamed', { package: 'p' });
    expect(mergeFindings([[nameless], [nameless]])).toHaveLength(2);
  });

  test('no severity gets milder, and no scanner’s list shorter', () => {
    const anyFinding = fc.record({
      id: fc.constantFrom('A', 'B', 'unnamed'),
      package: fc.constantFrom('p', 'q'),
      installed: fc.constantFrom('1', '2'),
      severity: fc.constantFrom(...severities),
    });
    fc.assert(
      fc.property(fc.array(fc.array(anyFinding, { maxLength: 6 }), { maxLength: 3 }), (lists) => {
        const merged = mergeFindings(lists);
        for (const list of lists)
          for (const worst of severities) {
            const upTo = (all: readonly Finding[]) =>
              all.filter(({ severity }) => severities.indexOf(severity) <= severities.indexOf(worst)).length;
            expect(upTo(merged)).toBeGreaterThanOrEqual(upTo(list));
          }
      }),
    );
  });
});

test('distinct leaves one of each id, package and version', () => {
  const all = [
    from('T', { installed: '1' }),
    from('T', { installed: '2' }),
    from('T', { installed: '1' }, 'high'),
  ];
  expect(distinct(all)).toEqual([from('T', { installed: '1' }, 'high'), from('T', { installed: '2' })]);
});

test.each([
  ['no', 'yes', 'yes'],
  ['yes', 'no', 'yes'],
  ['no', 'partial', 'partial'],
  ['no', undefined, 'no'],
] as const)('a fix that either of two scanners knows is not lost: %s and %s', (ours, theirs, fix) => {
  const one = { id: 'CVE-2026-1', package: 'zlib', severity: 'high' } as const;
  const own = { ...one, fix: ours };
  const other = { ...one, ...(theirs !== undefined && { fix: theirs }), saidBy: ['Grype'] };
  expect(mergeFindings([[own], [other]])).toMatchObject([{ fix }]);
  expect(distinct([own, other])).toMatchObject([{ fix }]);
});
