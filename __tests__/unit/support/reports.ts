import { policyFailed } from '../../../src/report/policy-error.ts';
import { judge, type Circumstances } from '../../../src/policy/judge.ts';
import type { BaselineImage } from '../../../src/types/baseline.ts';
import type { Digest } from '../../../src/types/digest.ts';
import { ShipError } from '../../../src/types/errors.ts';
import type { ForeignScan } from '../../../src/types/foreign-scan.ts';
import type { TagResult, VerifiedImage } from '../../../src/types/image.ts';
import type { RawInputs } from '../../../src/types/inputs.ts';
import type { Builder } from '../../../src/types/plan.ts';
import type { Report } from '../../../src/types/report.ts';
import type { CompleteScan, Finding, IncompleteScan, ScanReport } from '../../../src/types/scan.ts';
import {
  buildx,
  buildxByTag,
  commit,
  digest,
  exception,
  finding,
  image,
  inputs,
  plan,
  platform,
  repository,
  run,
  tag,
} from './values.ts';

const startedAt = Date.UTC(2026, 2, 4, 5, 5, 0);
const amd64 = platform('linux/amd64');
const arm64 = platform('linux/arm64');

function planned(
  given: Partial<RawInputs>,
  builder: Builder,
): Pick<Report, 'run' | 'inputs' | 'plan' | 'builder'> {
  return { run, inputs: inputs(given), plan: plan(given), builder };
}

const nothing: Report = {
  run,
  resultFile: undefined,
  inputs: undefined,
  plan: undefined,
  builder: undefined,
  preview: undefined,
  repository: undefined,
  caller: undefined,
  posture: undefined,
  login: undefined,
  imageId: undefined,
  smoke: [],
  destinations: [],
  replicas: [],
  unpackedSize: undefined,
  sizeChange: undefined,
  before: undefined,
  decision: undefined,
  candidate: undefined,
  image: undefined,
  exceptions: undefined,
  baseline: undefined,
  foreign: [],
  scan: undefined,
  verdict: undefined,
  tags: [],
  candidateRemoved: false,
  commands: [],
  timings: [],
  startedAt,
  finishedAt: startedAt + 130,
  unwritten: [],
  failure: undefined,
};

const named = (outcome: TagResult['outcome'] = 'set'): TagResult[] => [
  { tag: tag(`sha-${commit.slice(0, 7)}`), kind: 'fixed', outcome },
  { tag: tag('latest'), kind: 'moving', outcome },
];

function scanned(at: number, on: typeof amd64, findings: readonly Finding[]): CompleteScan {
  return {
    outcome: 'complete',
    platform: on,
    digest: digest(at),
    scanner: 'basic',
    completedAt: startedAt,
    findings,
  };
}

/** A file of another scanner. */
function foreign(path: string, tool: string, subjects: readonly Digest[]): ForeignScan {
  return { path, platform: amd64, tools: [tool], subjects, endedAt: undefined, findings: [finding('low')] };
}

const commands = [
  `docker buildx build --output type=image,name=${repository.uri},push=true --build-arg TOKEN=… .`,
];
const timings: Report['timings'] = [
  { phase: 'plan', ms: 120 },
  { phase: 'login', ms: 340.4 },
  { phase: 'build', ms: 42_120 },
  { phase: 'verify', ms: 150 },
  { phase: 'scan', ms: 31_400 },
  { phase: 'tag', ms: 210 },
];

const built: Report = {
  ...nothing,
  ...planned({ tags: 'type=sha\nlatest' }, buildx),
  repository,
  candidate: { digest: image.digest, tag: undefined, platform: amd64 },
  image,
  commands,
  timings,
  finishedAt: startedAt + 74_500,
};

function judged(report: Report, scan: ScanReport, circumstances?: Partial<Circumstances>): Report {
  const policy = (report.inputs ?? inputs()).policy;
  const verdict = judge(scan, policy, {
    exceptions: report.exceptions?.kind === 'read' ? report.exceptions.list : [],
    baseline: { kind: 'unasked' },
    now: startedAt,
    ...circumstances,
  });
  return {
    ...report,
    scan,
    verdict,
    failure: verdict.outcome === 'failed' ? policyFailed(verdict) : undefined,
  };
}

const multi: VerifiedImage = {
  ...image,
  digest: digest(9),
  manifest: { ...image.manifest, digest: digest(9), mediaType: 'application/vnd.oci.image.index.v1+json' },
  attestations: [],
  kind: 'index',
  size: 20_000_000,
  platforms: [
    { platform: amd64, digest: digest(1), size: 12_345_678 },
    { platform: arm64, digest: digest(2), size: 11_000_000 },
  ],
};

const unscanned: IncompleteScan = {
  outcome: 'incomplete',
  platform: arm64,
  digest: digest(2),
  reason: 'unsupported',
  detail: 'the scanner does not support this image (UNSUPPORTED_IMAGE: <no OS>)',
};

const hostile = finding('critical', 'CVE-2026-6666 | <img src=x> [click](https://evil.example)', {
  package: '`lib|evil`\n# heading',
  installed: '1.0 @everyone',
  fixedIn: 'www.evil.example',
  uri: 'https://evil.example/a|b)<c>?x=1&copy;=2',
  score: 9.8,
});

const severalFindings: readonly Finding[] = [
  finding('low', 'CVE-2026-0004', { package: 'zlib', installed: '1.3' }),
  finding('high', 'CVE-2026-0002', {
    package: 'openssl',
    installed: '3.0.2-0ubuntu1.18',
    fixedIn: '3.0.2-0ubuntu1.19',
    score: 7.5,
    uri: 'https://nvd.nist.gov/vuln/detail/CVE-2026-0002',
  }),
  finding('undefined', 'CVE-2026-0005', { severityAsGiven: 'UNTRIAGED', package: 'tar' }),
  finding('critical', 'CVE-2026-0001', { package: 'libc6', installed: '2.39', uri: 'javascript:alert(1)' }),
];

const baseline: BaselineImage = { tag: tag('latest'), digest: digest(7) };

const excepted: Report = {
  ...built,
  ...planned({ tags: 'type=sha\nlatest', 'fail-on': 'high', 'only-fixable': 'true' }, buildx),
  caller: 'arn:aws:sts::123456789012:assumed-role/ship/run',
  exceptions: {
    kind: 'read',
    path: '.github/ecr-ship.yml',
    list: [
      exception('CVE-2026-0009', { package: 'gone' }),
      exception('CVE-2026-0001', { expires: '2026-03-10', approvedBy: 'infra | <b>team</b>' }),
      exception('CVE-2026-0002', {
        expires: '2026-03-03',
        package: 'openssl',
        reason: 'wait for *upstream*',
      }),
    ],
  },
};

/** An emergency: its tags first, its verdict afterwards. */
const tagsFirst: Report = {
  ...built,
  ...planned({ mode: 'publish', from: 'sha-0123456', tags: 'type=sha\nlatest', scan: 'after-tags' }, buildx),
  tags: named(),
};

function failedAfterTags(report: Report): Report {
  const { verdict, tags } = report;
  if (verdict?.outcome !== 'failed') throw new Error('it was to fail');
  return {
    ...report,
    failure: policyFailed(
      verdict,
      tags.map(({ tag: name }) => name),
    ),
  };
}

/** One report for every way in which a run can end, by the name of its golden file. */
export const reports = {
  'nothing-reached': {
    ...nothing,
    run: { ...run, event: { ...run.event, name: '', ref: '', sha: '' }, runUrl: undefined },
    failure: new ShipError({
      code: 'invalid-input',
      what: 'Input push is "<yes>"; allowed: true or false.',
      next: 'Correct it in the step.',
    }),
  },
  'built-only': {
    ...nothing,
    ...planned({ push: 'false' }, buildx),
    commands: ['docker buildx build .'],
    timings: timings.filter(({ phase }) => phase === 'plan' || phase === 'build'),
    finishedAt: startedAt + 42_400,
  },
  passed: {
    ...judged(
      { ...built, unpackedSize: 31_234_567 },
      { kind: 'complete', platforms: [scanned(1, amd64, [])] },
    ),
    tags: named(),
  },
  'passed-with-findings': {
    ...judged(
      { ...built, image: multi, candidate: { digest: multi.digest, tag: undefined, platform: amd64 } },
      {
        kind: 'complete',
        platforms: [
          scanned(1, amd64, [finding('low', 'CVE-2026-0003')]),
          scanned(2, arm64, [finding('high', 'CVE-2026-0002')]),
        ],
      },
    ),
    tags: [...named().slice(0, 1), { tag: tag('1.2.3'), kind: 'fixed', outcome: 'unchanged' }],
  },
  'tags-first-passed': judged(tagsFirst, {
    kind: 'complete',
    platforms: [scanned(1, amd64, [finding('low', 'CVE-2026-0003')])],
  }),
  'tags-first-failed': failedAfterTags(
    judged(tagsFirst, { kind: 'complete', platforms: [scanned(1, amd64, severalFindings)] }),
  ),
  'tags-first-not-judged': {
    ...tagsFirst,
    failure: new ShipError({ code: 'registry-failed', what: 'The scanner is gone.', next: 'Try again.' }),
  },
  'policy-failed': judged(built, { kind: 'complete', platforms: [scanned(1, amd64, severalFindings)] }),
  'policy-failed-hostile-texts': judged(built, {
    kind: 'complete',
    platforms: [scanned(1, amd64, [hostile])],
  }),
  'policy-failed-exceptions': judged(excepted, {
    kind: 'complete',
    platforms: [
      scanned(1, amd64, [
        ...severalFindings,
        finding('high', 'CVE-2026-0008', { package: 'glibc', installed: '2.39', fix: 'no' }),
        finding('medium', 'CVE-2026-0007', { package: 'curl', installed: '8.0', fix: 'yes' }),
      ]),
    ],
  }),
  'compared-with-baseline': {
    ...judged(
      {
        ...built,
        ...planned({ tags: 'type=sha\nlatest', 'only-new': 'true' }, buildx),
        image: multi,
        candidate: { digest: multi.digest, tag: undefined, platform: undefined },
        baseline,
      },
      {
        kind: 'complete',
        platforms: [scanned(1, amd64, severalFindings), scanned(2, arm64, [finding('low', 'CVE-2026-0003')])],
      },
      {
        baseline: {
          kind: 'read',
          image: baseline,
          platforms: [
            scanned(5, amd64, [
              finding('critical', 'CVE-2026-0001', { package: 'libc6', installed: '2.38' }),
              finding('high', 'CVE-2025-0001', { package: 'lib<b>old' }),
            ]),
          ],
        },
      },
    ),
    tags: named(),
  },
  'baseline-unreadable': judged(
    { ...built, ...planned({ tags: 'type=sha\nlatest', 'only-new': 'true' }, buildx), baseline },
    { kind: 'complete', platforms: [scanned(1, amd64, severalFindings)] },
    { baseline: { kind: 'unreadable', image: baseline, why: 'linux/amd64: the scan failed: FAILED: <x>' } },
  ),
  'exceptions-ignored': judged(
    {
      ...built,
      ...planned({ tags: 'type=sha\nlatest', 'only-new': 'true' }, buildx),
      exceptions: {
        kind: 'ignored',
        path: '.github/ecr-ship.yml',
        why: 'the pull request comes from another repository, stranger/app',
      },
    },
    { kind: 'complete', platforms: [scanned(1, amd64, severalFindings)] },
    { baseline: { kind: 'absent' } },
  ),
  'many-findings': {
    ...judged(built, {
      kind: 'complete',
      platforms: [
        scanned(
          1,
          amd64,
          Array.from({ length: 23 }, (_, n) =>
            finding('medium', `CVE-2026-${String(n).padStart(4, '0')}${'x'.repeat([68, 67][n] ?? 0)}`),
          ),
        ),
      ],
    }),
    tags: named(),
  },
  'scan-incomplete-failed': {
    ...judged(
      {
        ...built,
        ...planned({}, buildxByTag),
        image: multi,
        candidate: { digest: multi.digest, tag: tag('candidate-4711-1-k3x9'), platform: amd64 },
      },
      { kind: 'incomplete', platforms: [scanned(1, amd64, []), unscanned] },
    ),
    candidateRemoved: true,
  },
  'scan-incomplete-warned': {
    ...judged(
      { ...built, ...planned({ 'on-incomplete-scan': 'warn' }, buildx), image: multi },
      { kind: 'incomplete', platforms: [unscanned] },
    ),
    tags: named(),
  },
  'other-scanners': judged(
    {
      ...built,
      ...planned({ findings: 'trivy.sarif\nmy `odd` | file.sarif' }, buildx),
      foreign: [
        foreign('trivy.sarif', 'Trivy 0.69.3', [digest(1)]),
        foreign('my `odd` | file.sarif', 'odd | <b>tool</b>', []),
      ],
    },
    {
      kind: 'complete',
      platforms: [
        {
          ...scanned(1, amd64, [
            finding('critical', 'CVE-2026-0001', {
              package: 'libc6',
              installed: '2.39',
              saidBy: ['Amazon ECR', 'Trivy'],
            }),
            finding('high', 'CVE-2026-0002', { package: 'zlib', saidBy: ['odd | <b>tool</b>'] }),
          ]),
          others: ['Trivy 0.69.3', 'odd | <b>tool</b>'],
        },
      ],
    },
  ),
  'other-scanner-alone': {
    ...judged(
      {
        ...built,
        ...planned({ scan: 'off', findings: 'grype.sarif' }, buildx),
        foreign: [foreign('grype.sarif', 'grype 0.95.0', [])],
      },
      {
        kind: 'complete',
        platforms: [
          {
            ...scanned(1, amd64, [finding('low', 'CVE-2026-0001', { saidBy: ['grype'] })]),
            scanner: 'none',
            others: ['grype 0.95.0'],
            instead: 'the input scan is off',
            completedAt: undefined,
          },
        ],
      },
    ),
    tags: named(),
  },
  'scan-off': {
    ...judged(
      { ...built, ...planned({ scan: 'off' }, buildx) },
      { kind: 'off', why: 'the input scan is off' },
    ),
    tags: named(),
  },
  'tagging-failed': {
    ...judged(built, { kind: 'complete', platforms: [scanned(1, amd64, [])] }),
    tags: [
      { tag: tag('sha-0123456'), kind: 'fixed', outcome: 'set' },
      { tag: tag('1.2.3'), kind: 'fixed', outcome: 'failed', detail: 'taken' },
      { tag: tag('latest'), kind: 'moving', outcome: 'not-tried' },
    ],
    failure: new ShipError({
      code: 'tag-taken',
      what: 'The tag 1.2.3 already points to another image.',
      next: 'Use another tag.',
    }),
  },
  'tagging-failed-at-once': {
    ...judged(built, { kind: 'complete', platforms: [scanned(1, amd64, [])] }),
    tags: [
      { tag: tag('1.2.3'), kind: 'fixed', outcome: 'failed', detail: 'taken' },
      { tag: tag('latest'), kind: 'moving', outcome: 'not-tried' },
    ],
    failure: new ShipError({
      code: 'tag-taken',
      what: 'The tag 1.2.3 already points to another image.',
      next: 'Use another tag.',
    }),
  },
  'build-failed': {
    ...built,
    image: undefined,
    candidate: undefined,
    timings: timings.slice(0, 3),
    failure: new ShipError({
      code: 'build-failed',
      what: 'The build failed with exit code 1: process "/bin/sh -c echo `id` | tee <x>" did not complete.',
      next: 'The log above shows the step that failed; correct the Dockerfile or its context.',
    }),
  },
  'pushed-not-verified': {
    ...built,
    image: undefined,
    timings: timings.slice(0, 4),
    failure: new ShipError({ code: 'verify-failed', what: 'Not there.', next: 'Run the job again.' }),
  },
} as const satisfies Readonly<Record<string, Report>>;

export type ReportName = keyof typeof reports;
