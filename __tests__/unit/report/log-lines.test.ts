import { describe, expect, test } from '@jest/globals';
import { scanLines, verdictLine, verifiedLine } from '../../../src/report/log-lines.ts';
import { describeBreach, policyFailed } from '../../../src/report/policy-error.ts';
import type { Verdict } from '../../../src/types/verdict.ts';
import { digest, finding, image, platform } from '../support/values.ts';

const amd64 = platform('linux/amd64');
const none = { critical: 0, high: 0, medium: 0, low: 0, informational: 0, undefined: 0 };

test('verifiedLine', () => {
  expect(
    verifiedLine({
      ...image,
      kind: 'index',
      platforms: [
        ...image.platforms,
        { platform: platform('linux/arm64'), digest: digest(2), size: 2_000_000 },
      ],
    }),
  ).toBe(`Verified ${digest(1)} (index, 12.3 MB compressed: linux/amd64 12.3 MB, linux/arm64 2.0 MB).`);
});

describe('scanLines', () => {
  test('off', () => {
    expect(scanLines({ kind: 'off', why: 'the input scan is off' })).toEqual([
      'Not scanned: the input scan is off.',
    ]);
  });

  test('one line for each platform', () => {
    const base = { platform: amd64, digest: digest(1) };
    expect(
      scanLines({
        kind: 'incomplete',
        platforms: [
          {
            ...base,
            outcome: 'complete',
            scanner: 'enhanced',
            completedAt: 1,
            findings: [finding('low'), finding('high')],
          },
          { ...base, outcome: 'complete', scanner: 'basic', completedAt: 1, findings: [] },
          { ...base, outcome: 'incomplete', reason: 'failed', detail: 'the scan failed: FAILED' },
          {
            ...base,
            outcome: 'incomplete',
            reason: 'timed-out',
            detail: 'waited 1 s in vain',
            findings: [finding('critical')],
          },
        ],
      }),
    ).toEqual([
      'Scanned linux/amd64 by enhanced scanning: 1 high, 1 low.',
      'Scanned linux/amd64 by basic scanning: no findings.',
      'No full scan of linux/amd64: the scan failed: FAILED. Build the image again; the same image can be scanned again 24 hours after its last scan.',
      expect.stringMatching(
        /^No full scan of linux\/amd64: waited 1 s in vain\. ECR had listed 1 critical, and these count\. Raise/,
      ),
    ]);
  });
});

const grounds = { findings: [], exceptions: [], comparison: undefined };
const highs = ['CVE-2026-1', 'CVE-2026-2', 'CVE-2026-3', 'CVE-2026-4'].map((id) => ({
  platform: amd64,
  finding: finding('high', id, id.endsWith('2') ? { package: 'openssl' } : {}),
}));
const named =
  'CVE-2026-1 (linux/amd64), CVE-2026-2 in openssl (linux/amd64), CVE-2026-3 (linux/amd64) and 1 more';
const severityBreach = { kind: 'severity', severity: 'high', found: 3, allowed: 2, findings: highs } as const;
const scanBreach = {
  kind: 'incomplete-scan',
  platform: amd64,
  reason: 'timed-out',
  detail: 'waited in vain',
} as const;

describe('verdictLine', () => {
  const rows: readonly { name: string; verdict: Verdict; line: string }[] = [
    {
      name: 'passed',
      verdict: { ...grounds, outcome: 'passed', counts: { ...none, low: 2 } },
      line: 'Verdict: passed with 2 low.',
    },
    {
      name: 'failed',
      verdict: { ...grounds, outcome: 'failed', counts: none, breaches: [severityBreach, scanBreach] },
      line: 'Verdict: failed: 3 HIGH findings, at most 2 allowed: CVE-2026-1 (linux/amd64), CVE-2026-2 in openssl (linux/amd64), CVE-2026-3 (linux/amd64) and 1 more; no full scan of linux/amd64: waited in vain.',
    },
    {
      name: 'not scanned',
      verdict: { ...grounds, outcome: 'not-scanned', counts: undefined, why: 'the input scan is off' },
      line: 'Verdict: not scanned: the input scan is off.',
    },
  ];
  test.each(rows)('$name', ({ verdict, line }) => {
    expect(verdictLine(verdict)).toBe(line);
  });
});

describe('describeBreach', () => {
  test.each([
    { found: 1, allowed: 0, text: '1 HIGH finding, none allowed' },
    { found: 2, allowed: 0, text: '2 HIGH findings, none allowed' },
    { found: 2, allowed: 1, text: '2 HIGH findings, at most 1 allowed' },
  ])('$text', ({ found, allowed, text }) => {
    expect(describeBreach({ ...severityBreach, found, allowed })).toBe(`${text}: ${named}`);
  });
});

describe('policyFailed advises what fits the breaches', () => {
  const update =
    'Update the packages that the summary lists, accept a finding for a time in the exceptions file, or change the input fail-on.';
  const raise =
    'Raise the input scan-timeout; if no scan begins at all, look at the scanning configuration of the registry.';
  const warn = 'If an image without a full scan may be published, set on-incomplete-scan: warn.';
  const of = (...breaches: [typeof severityBreach | typeof scanBreach, ...(typeof scanBreach)[]]) =>
    policyFailed({ ...grounds, outcome: 'failed', counts: none, breaches });

  test.each([
    {
      name: 'findings',
      error: of(severityBreach),
      what: `3 HIGH findings, at most 2 allowed: ${named}`,
      next: update,
    },
    {
      name: 'no full scan',
      error: of(scanBreach),
      what: 'no full scan of linux/amd64: waited in vain',
      next: `${raise} ${warn}`,
    },
    {
      name: 'both',
      error: of(severityBreach, scanBreach),
      what: `3 HIGH findings, at most 2 allowed: ${named}; no full scan of linux/amd64: waited in vain`,
      next: `${update} ${raise} ${warn}`,
    },
  ])('$name', ({ error, what, next }) => {
    expect({ code: error.code, what: error.what, next: error.next }).toEqual({
      code: 'policy-failed',
      what: `The image did not pass and got no tag: ${what}.`,
      next,
    });
  });

  test('and says first of all where the tags are there already', () => {
    const verdict = { ...grounds, outcome: 'failed', counts: none, breaches: [severityBreach] } as const;
    const error = policyFailed(verdict, ['v1', 'live']);
    expect(error.what).toContain('HAS ITS TAGS v1, live, which scan: after-tags set first: 3 HIGH');
    expect(error.next).toMatch(/^The tags stay where they are: publish an image that passes/);
  });
});
