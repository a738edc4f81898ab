import { describe, expect, test } from '@jest/globals';
import { policyNotes } from '../../../src/report/policy-notes.ts';
import type { Exception, ExceptionState } from '../../../src/types/exceptions.ts';
import type { Finding } from '../../../src/types/scan.ts';
import type { Verdict } from '../../../src/types/verdict.ts';
import { digest, exception, finding, inputs, platform, tag } from '../support/values.ts';

const counts = { critical: 0, high: 0, medium: 0, low: 0, informational: 0, undefined: 0 };
const passed: Verdict = { outcome: 'passed', counts, findings: [], exceptions: [], comparison: undefined };
const policy = inputs().policy;

const uses = (state: ExceptionState, ...list: Exception[]): Verdict => ({
  ...passed,
  exceptions: list.map((one) => ({ exception: one, state, findings: [] })),
});

test('nothing to tell', () => {
  expect(policyNotes(passed, policy)).toEqual({ lines: [], warnings: [], notices: [] });
  expect(policyNotes(uses('unknown', exception('CVE-1')), policy)).toEqual({
    lines: [],
    warnings: [],
    notices: [],
  });
});

describe('exceptions', () => {
  const list = Array.from({ length: 7 }, (_, n) =>
    exception(`CVE-${String(n)}`, { line: n, ...(n === 1 && { package: 'openssl' }) }),
  );
  const named =
    'CVE-0 (line 0, until 2026-12-31), CVE-1 in openssl (line 1, until 2026-12-31), CVE-2 (line 2, until 2026-12-31), ' +
    'CVE-3 (line 3, until 2026-12-31), CVE-4 (line 4, until 2026-12-31) and 2 more';
  test.each([
    {
      state: 'expired',
      kind: 'warnings',
      text: `Exceptions have expired, and their findings count again: ${named}. Update the package, or decide again.`,
    },
    {
      state: 'ending',
      kind: 'warnings',
      text: `Exceptions end soon: ${named}. After that day their findings count again.`,
    },
    {
      state: 'unused',
      kind: 'notices',
      text: `Exceptions match no finding: ${named}. They can be removed, or their id or package is not what the scanner writes.`,
    },
  ] as const)('that are $state: one annotation for all', ({ state, kind, text }) => {
    expect(policyNotes(uses(state, ...list), policy)).toMatchObject({
      warnings: [],
      notices: [],
      [kind]: [text],
    });
  });
});

test('exceptions that are in use are lines of the log with their reasons, and few however many there are', () => {
  const list = Array.from({ length: 6 }, (_, n) =>
    exception(`CVE-${String(n)}`, { reason: 'x'.repeat(300) }),
  );
  const { lines } = policyNotes(uses('applied', ...list), policy);
  expect(lines).toHaveLength(6);
  expect(lines[0]).toBe(`Accepted: CVE-0 (line 2, until 2026-12-31): ${'x'.repeat(199)}…`);
  expect(lines[5]).toBe('and 1 exception more.');
  expect(policyNotes(uses('expired', ...list), policy).lines).toEqual([]);
});

test('no id makes an annotation endless', () => {
  const [text = ''] = policyNotes(uses('expired', exception('x'.repeat(5000))), policy).warnings;
  expect(text.length).toBeLessThan(300);
});

describe('the baseline', () => {
  const image = { tag: tag('latest'), digest: digest(7) };
  const onlyNew = { ...policy, onlyNew: true };

  test('there is none', () => {
    const { warnings } = policyNotes({ ...passed, comparison: { kind: 'absent' } }, onlyNew);
    expect(warnings).toEqual(['No baseline: none of these tags exists yet, so every finding is new.']);
  });

  test('cannot be read', () => {
    const comparison = { kind: 'unreadable', image, why: 'linux/amd64: the scan failed' } as const;
    expect(policyNotes({ ...passed, comparison }, policy).warnings).toEqual([]);
    expect(policyNotes({ ...passed, comparison }, onlyNew).warnings).toEqual([
      `The findings of the baseline latest (${digest(7)}) cannot be read in full: linux/amd64: the scan failed. Every finding is new.`,
    ]);
  });

  test('was compared: the summary tells', () => {
    const comparison = { kind: 'compared', image, added: 1, stayed: 0, fixed: [], newPlatforms: [] } as const;
    expect(policyNotes({ ...passed, comparison }, policy)).toEqual({
      lines: [`Compared with latest (${digest(7)}): 1 new, 0 as before, 0 fixed.`],
      warnings: [],
      notices: [],
    });
  });

  test('was compared, and what is fixed is named', () => {
    const fixed = Array.from({ length: 7 }, (_, n) => ({
      platform: platform('linux/amd64'),
      finding: finding('low', `CVE-${String(n)}`),
    }));
    const comparison = { kind: 'compared', image, added: 0, stayed: 2, fixed, newPlatforms: [] } as const;
    expect(policyNotes({ ...passed, comparison }, policy).lines).toEqual([
      `Compared with latest (${digest(7)}): 0 new, 2 as before, 7 fixed: CVE-0 (linux/amd64), CVE-1 (linux/amd64), CVE-2 (linux/amd64), CVE-3 (linux/amd64), CVE-4 (linux/amd64) and 2 more.`,
    ]);
  });
});

describe('findings of which nobody says whether there is a fix', () => {
  const judged = (...findings: Finding[]): Verdict => ({
    ...passed,
    findings: findings.map((one) => ({
      finding: one,
      platform: platform('linux/amd64'),
      isNew: true,
      standing: { kind: 'counts', expired: undefined },
    })),
  });
  const verdict = judged(finding('low'), finding('low', 'CVE-2', { fix: 'yes' }), finding('low', 'CVE-3'));

  test('are told with only-fixable', () => {
    expect(policyNotes(verdict, { ...policy, onlyFixable: true }).notices).toEqual([
      'Of 2 findings the scanner does not say whether there is a fix; with only-fixable they count.',
    ]);
  });

  test('are not told where fixes do not matter, nor where all is said', () => {
    expect(policyNotes(verdict, policy).notices).toEqual([]);
    const known = judged(finding('low', 'CVE-2', { fix: 'yes' }));
    expect(policyNotes(known, { ...policy, onlyFixable: true }).notices).toEqual([]);
  });

  test('are not told where they do not count anyway', () => {
    const standing = { kind: 'accepted', exception: exception('CVE-1') } as const;
    const excepted = { ...verdict, findings: verdict.findings.map((one) => ({ ...one, standing })) };
    expect(policyNotes(excepted, { ...policy, onlyFixable: true }).notices).toEqual([]);
  });
});
