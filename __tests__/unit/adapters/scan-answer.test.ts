import { describe, expect, test } from '@jest/globals';
import type { DescribeImageScanFindingsResponse, StartImageScanResponse } from '@aws-sdk/client-ecr';
import fc from 'fast-check';
import { otherStart, scanAnswer } from '../../../src/adapters/ecr/scan-answer.ts';
import { disagreement } from '../../../src/scan/disagreement.ts';
import { nextStep } from '../../../src/scan/schedule.ts';
import { total } from '../../../src/types/tally.ts';
import { digest, repository } from '../support/values.ts';

const asked = { repository, digest: digest(1) };
const endedAt = new Date(5000);

type Given = Readonly<Record<string, unknown>>;

const low = { name: 'CVE-1', severity: 'LOW' };
const critical = { name: 'CVE-2', severity: 'CRITICAL' };
const enhanced = (severity: string, more: Given = {}) => ({
  severity,
  status: 'ACTIVE',
  packageVulnerabilityDetails: {
    vulnerabilityId: 'CVE-3',
    vulnerablePackages: [{ name: 'a' }, { name: 'b' }],
  },
  resources: [resource(digest(1))],
  ...more,
});
const resource = (imageHash: string) => ({ details: { awsEcrContainerImage: { imageHash } } });

/** An answer as ECR gives it, but for what is given. */
function answer(found: Given | undefined, more: Given = {}): DescribeImageScanFindingsResponse {
  return {
    registryId: '123456789012',
    repositoryName: 'team/app',
    imageId: { imageDigest: digest(1) },
    imageScanStatus: { status: 'COMPLETE' },
    ...(found !== undefined && { imageScanFindings: { imageScanCompletedAt: endedAt, ...found } }),
    ...more,
  };
}

const whole = { findings: [low], findingSeverityCounts: { LOW: 1 } };

/** What a poll that meets this answer does: `read` it, or what it waits for or gives up with. */
function step(given: DescribeImageScanFindingsResponse): string {
  const next = nextStep(scanAnswer(given, asked));
  if (next.kind === 'wait') return `wait: ${next.awaiting}`;
  return next.kind === 'read' ? 'read' : `${next.reason}: ${next.detail}`;
}

describe('the image that an answer is about', () => {
  test.each<{ name: string; more: Given; says: string }>([
    { name: 'the one that was asked for', more: {}, says: 'read' },
    {
      name: 'which may have a tag',
      more: { imageId: { imageDigest: digest(1), imageTag: 'v1' } },
      says: 'read',
    },
    {
      name: 'another digest',
      more: { imageId: { imageDigest: digest(2) } },
      says: `unavailable: ECR was asked about image ${digest(1)} and answered about ${digest(2)}`,
    },
    {
      name: 'the digest in upper case',
      more: { imageId: { imageDigest: digest(1).toUpperCase() } },
      says: `unavailable: ECR was asked about image ${digest(1)} and answered about ${digest(1).toUpperCase()}`,
    },
    {
      name: 'a digest that is none',
      more: { imageId: { imageDigest: 7 } },
      says: `unavailable: ECR was asked about image ${digest(1)} and answered about 7`,
    },
    {
      name: 'a tag alone',
      more: { imageId: { imageTag: 'latest' } },
      says: 'unavailable: ECR answered without saying about which image',
    },
    {
      name: 'none',
      more: { imageId: undefined },
      says: 'unavailable: ECR answered without saying about which image',
    },
    {
      name: 'an image id that is a text',
      more: { imageId: digest(1) },
      says: 'unavailable: ECR answered without saying about which image',
    },
    {
      name: 'another repository',
      more: { repositoryName: 'team/other' },
      says: 'unavailable: ECR was asked about repository team/app and answered about team/other',
    },
    {
      name: 'another registry',
      more: { registryId: '999999999999' },
      says: 'unavailable: ECR was asked about registry 123456789012 and answered about 999999999999',
    },
    {
      name: 'no repository and no registry',
      more: { repositoryName: undefined, registryId: undefined },
      says: 'read',
    },
    {
      name: 'another digest while it waits',
      more: { imageId: { imageDigest: digest(2) }, imageScanStatus: { status: 'IN_PROGRESS' } },
      says: `unavailable: ECR was asked about image ${digest(1)} and answered about ${digest(2)}`,
    },
    {
      name: 'none, without a status',
      more: { imageId: undefined, imageScanStatus: undefined },
      says: 'wait: the scan to begin',
    },
  ])('$name', ({ more, says }) => {
    expect(step(answer(whole, more))).toBe(says);
  });

  test.each<{ name: string; given: object; says: string | undefined }>([
    { name: 'the one', given: { imageId: { imageDigest: digest(1) } }, says: undefined },
    {
      name: 'another one',
      given: { imageId: { imageDigest: digest(2) } },
      says: `ECR was asked about image ${digest(1)} and answered about ${digest(2)}`,
    },
    { name: 'none', given: {}, says: 'ECR answered without saying which image it scans' },
  ])('StartImageScan: $name', ({ given, says }) => {
    expect(otherStart(given as StartImageScanResponse, asked)).toBe(says);
  });
});

/** docs/explain/scanning.md, "What is believed": every combination of members that a finished scan can have. */
describe('the members of a finished scan', () => {
  const noList = 'wait: a list of findings, which the answer lacks';
  const rows: readonly { name: string; found: Given | undefined; says: string }[] = [
    { name: 'no findings member', found: undefined, says: 'wait: the findings' },
    { name: 'no time', found: { ...whole, imageScanCompletedAt: undefined }, says: 'wait: the findings' },
    {
      name: 'a time that is none',
      found: { ...whole, imageScanCompletedAt: new Date(Number.NaN) },
      says: 'wait: the findings',
    },
    {
      name: 'a time as text',
      found: { ...whole, imageScanCompletedAt: '2026-01-01' },
      says: 'wait: the findings',
    },
    { name: 'no list, no counts', found: {}, says: noList },
    { name: 'no list, counts of nothing', found: { findingSeverityCounts: {} }, says: noList },
    { name: 'no list, counts', found: { findingSeverityCounts: { HIGH: 1 } }, says: noList },
    { name: 'an empty list, no counts', found: { findings: [] }, says: 'read' },
    {
      name: 'an empty list, counts of nothing',
      found: { findings: [], findingSeverityCounts: {} },
      says: 'read',
    },
    {
      name: 'an empty list, zeroes',
      found: { findings: [], findingSeverityCounts: { HIGH: 0 } },
      says: 'read',
    },
    {
      name: 'an empty list, counts',
      found: { findings: [], findingSeverityCounts: { HIGH: 1 } },
      says: 'wait: the findings that ECR counts: 1 HIGH counted, 0 listed',
    },
    {
      name: 'findings, no counts',
      found: { findings: [low] },
      says: "wait: ECR's counts of the findings that it lists",
    },
    { name: 'findings and their counts', found: whole, says: 'read' },
    {
      name: 'enhanced findings beside an empty list, as recorded',
      found: { findings: [], enhancedFindings: [enhanced('HIGH')], findingSeverityCounts: { HIGH: 1 } },
      says: 'read',
    },
    {
      name: 'findings of both scanners',
      found: { findings: [low], enhancedFindings: [enhanced('LOW')], findingSeverityCounts: { LOW: 2 } },
      says: 'unavailable: ECR answered with findings of basic and of enhanced scanning at once',
    },
    {
      name: 'a list that is none',
      found: { findings: { 0: low }, findingSeverityCounts: {} },
      says: 'unavailable: ECR answered with a list of findings that is not a list',
    },
    {
      name: 'a list of nothing',
      found: { findings: [null], findingSeverityCounts: {} },
      says: 'unavailable: ECR answered with a list of findings that is not a list',
    },
    {
      name: 'counts that are a list',
      found: { findings: [], findingSeverityCounts: [] },
      says: 'unavailable: ECR answered with counts of findings that are not an object',
    },
    ...([-1, 1.5, 1e30, Number.NaN, 50_001, '1', true, null] as const).map((count) => ({
      name: `a count of ${String(count)}`,
      found: { ...whole, findingSeverityCounts: { LOW: 1, CRITICAL: count } },
      says: `unavailable: ECR counts ${typeof count === 'number' || typeof count === 'string' ? String(count) : typeof count} CRITICAL findings; from 0 to 50000 can be`,
    })),
    {
      name: 'a finding of another image',
      found: {
        enhancedFindings: [
          enhanced('LOW'),
          enhanced('LOW', { resources: [resource(digest(1)), resource(digest(2))] }),
        ],
        findingSeverityCounts: { LOW: 2 },
      },
      says: `unavailable: ECR was asked about ${digest(1)} and listed a finding of ${digest(2)}`,
    },
    {
      name: 'a finding that names no image',
      found: { enhancedFindings: [enhanced('LOW', { resources: [{}] })], findingSeverityCounts: { LOW: 1 } },
      says: 'read',
    },
  ];
  test.each(rows)('$name', ({ found, says }) => {
    expect(step(answer(found))).toBe(says);
  });

  test('that are a text', () => {
    expect(step(answer(undefined, { imageScanFindings: 'none' }))).toBe(
      'unavailable: ECR answered with findings that are not an object',
    );
  });
});

describe('a status', () => {
  test.each(['complete', 'Complete', 'COMPLETE ', 'COMPLETE\u200b', 'ACTIVE\n', 'DONE'])(
    '%j is not known',
    (status) => {
      expect(step(answer(whole, { imageScanStatus: { status } }))).toMatch(/^unknown-status: /);
    },
  );

  test.each([undefined, null, '', ' ', 5, {}])('%j is none', (status) => {
    expect(step(answer(whole, { imageScanStatus: { status } }))).toBe('wait: the scan to begin');
  });
});

describe('a page', () => {
  const page = (found: Given, more: Given = {}) => {
    const read = scanAnswer(answer(found, more), asked);
    if (read.kind !== 'status') throw new Error(read.detail);
    return read.page;
  };

  test('counts findings as ECR does, whatever their case, and ours by package', () => {
    const found = {
      enhancedFindings: [
        enhanced('high '),
        enhanced('UNTRIAGED'),
        enhanced('Severe'),
        enhanced('HIGH', { status: 'CLOSED' }),
      ],
      findingSeverityCounts: { HIGH: 1, High: 1, UNTRIAGED: 1, SEVERE: 1 },
    };
    const { listed, counts, setAside, findings } = page(found);
    const tally = new Map([
      ['HIGH', 2],
      ['UNDEFINED', 1],
      ['SEVERE', 1],
    ]);
    expect([listed, counts, setAside]).toEqual([tally, tally, new Map([['HIGH', 1]])]);
    expect(findings).toHaveLength(8);
  });

  test.each([
    { token: 'next', is: 'next' },
    { token: '', is: undefined },
    { token: ' ', is: undefined },
    { token: null, is: undefined },
    { token: 7, is: undefined },
  ])('token $token is $is', ({ token, is }) => {
    expect(page(whole, { nextToken: token }).nextToken).toBe(is);
  });

  test.each([
    { name: 'ACTIVE', found: { findings: [] }, status: 'ACTIVE', scanner: 'enhanced' },
    { name: 'enhanced findings', found: { enhancedFindings: [] }, status: 'COMPLETE', scanner: 'enhanced' },
    { name: 'basic findings', found: { findings: [critical] }, status: 'COMPLETE', scanner: 'basic' },
    { name: 'nothing', found: { findings: [] }, status: 'COMPLETE', scanner: 'unknown' },
  ])('$name tells the scanner: $scanner', ({ found, status, scanner }) => {
    expect(page(found, { imageScanStatus: { status } }).scanner).toBe(scanner);
  });
});

describe('whatever is answered', () => {
  const severity = fc.oneof(
    fc.constantFrom('CRITICAL', 'critical ', 'LOW', 'SEVERE', 'UNTRIAGED', 'LOW\u200b', ''),
    fc.anything(),
  );
  const finding = fc.oneof(
    fc.record({ name: fc.anything(), severity, attributes: fc.anything() }, { requiredKeys: [] }),
    fc.record(
      {
        severity,
        status: fc.constantFrom('ACTIVE', 'SUPPRESSED', 'CLOSED'),
        resources: fc.oneof(fc.constant([resource(digest(1))]), fc.anything()),
        packageVulnerabilityDetails: fc.anything(),
        score: fc.anything(),
      },
      { requiredKeys: [] },
    ),
    fc.anything(),
  );
  const list = fc.oneof(fc.array(finding, { maxLength: 4 }), fc.anything());
  const tally = fc.oneof(
    fc.dictionary(
      fc.constantFrom('CRITICAL', 'LOW', 'SEVERE', 'UNDEFINED'),
      fc.oneof(fc.nat({ max: 2 }), fc.anything()),
    ),
    fc.anything(),
  );
  const found = fc.oneof(
    fc.record(
      {
        findings: list,
        enhancedFindings: list,
        findingSeverityCounts: tally,
        imageScanCompletedAt: fc.constant(endedAt),
      },
      { requiredKeys: ['imageScanCompletedAt'] },
    ),
    fc.anything(),
  );
  const given = fc.oneof(
    { weight: 5, arbitrary: found.map((imageScanFindings) => answer(undefined, { imageScanFindings })) },
    { weight: 1, arbitrary: fc.object().map((value) => value as DescribeImageScanFindingsResponse) },
    {
      weight: 2,
      arbitrary: fc
        .record({
          imageId: fc.anything(),
          repositoryName: fc.anything(),
          imageScanStatus: fc.anything(),
          nextToken: fc.anything(),
        })
        .map((more) => answer(whole, more)),
    },
  );

  test('it never throws, and what is read is about this image and has what a finished scan has', () => {
    fc.assert(
      fc.property(given, (said) => {
        const read = scanAnswer(said, asked);
        const next = nextStep(read);
        if (next.kind !== 'read') return;
        const { page } = next;
        expect(said.imageId?.imageDigest).toBe(digest(1));
        expect(['COMPLETE', 'ACTIVE']).toContain(said.imageScanStatus?.status);
        expect(page.hasList).toBe(true);
        for (const count of page.counts?.values() ?? [])
          expect(Number.isInteger(count) && count >= 0).toBe(true);
        // Each finding that was listed is one of ours at least, and none of them is milder than it says.
        expect(page.findings.length).toBeGreaterThanOrEqual(total(page.listed));
        if (page.counts === undefined) expect(page.findings).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  test('a list that does not hold what is counted never agrees with the counts', () => {
    const words = fc.array(fc.constantFrom('CRITICAL', 'HIGH', 'LOW', 'low', 'SEVERE', 'UNTRIAGED'), {
      maxLength: 5,
    });
    fc.assert(
      fc.property(words, words, (listed, counted) => {
        const findingSeverityCounts: Record<string, number> = {};
        for (const word of counted) findingSeverityCounts[word] = (findingSeverityCounts[word] ?? 0) + 1;
        const findings = listed.map((word) => ({ name: 'CVE-1', severity: word }));
        const read = scanAnswer(answer({ findings, findingSeverityCounts }), asked);
        if (read.kind !== 'status') throw new Error(read.detail);
        const { page } = read;
        const sorted = (all: readonly string[]) => all.map((word) => word.toUpperCase()).sort();
        expect(disagreement(page.counts!, page.listed, page.setAside) === undefined).toBe(
          JSON.stringify(sorted(listed)) === JSON.stringify(sorted(counted)),
        );
      }),
    );
  });
});
