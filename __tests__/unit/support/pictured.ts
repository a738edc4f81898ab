import { judge, type Circumstances } from '../../../src/policy/judge.ts';
import { policyFailed } from '../../../src/report/policy-error.ts';
import type { BaselineImage } from '../../../src/types/baseline.ts';
import type { TagDecision } from '../../../src/types/decision.ts';
import { parseDigest, type Digest } from '../../../src/types/digest.ts';
import { ShipError } from '../../../src/types/errors.ts';
import type { Layer, PlatformImage, Repository, TagResult, VerifiedImage } from '../../../src/types/image.ts';
import type { RawInputs } from '../../../src/types/inputs.ts';
import type { Platform } from '../../../src/types/names.ts';
import type { Report } from '../../../src/types/report.ts';
import type { CompleteScan, Finding, ScanReport } from '../../../src/types/scan.ts';
import { reports } from './reports.ts';
import {
  buildx,
  exception,
  finding,
  inputs,
  plan,
  platform,
  region,
  repository,
  repositoryName,
  run,
  tag,
} from './values.ts';

/** Reports as people meet them, for the pictures and for what is seen in a browser. */

const startedAt = Date.UTC(2026, 10, 25, 9, 30, 0);
const amd64 = platform('linux/amd64');
const arm64 = platform('linux/arm64');
const host = '123456789012.dkr.ecr.eu-central-1.amazonaws.com';

/** A digest that looks like one, made of two letters. */
function digestOf(seed: string): Digest {
  const found = parseDigest(
    `sha256:${[...Array.from({ length: 64 }, (_, n) => ((n * 7 + seed.charCodeAt(n % seed.length)) % 16).toString(16))].join('')}`,
  );
  if (found === undefined) throw new Error('no digest');
  return found;
}

const ecr: Repository = {
  ...repository,
  region: region('eu-central-1'),
  uri: `${host}/team/app`,
  arn: 'arn:aws:ecr:eu-central-1:123456789012:repository/team/app',
};
const inFrankfurt = { 'aws-region': 'eu-central-1' } as const;
const release: Partial<RawInputs> = {
  ...inFrankfurt,
  tags: 'type=semver,pattern={{version}},value=1.4.2\ntype=semver,pattern={{major}}.{{minor}},value=1.4.2\ntype=sha\nlatest',
};

function layer(seed: string, size: number, instruction: string): Layer {
  return {
    digest: digestOf(seed),
    mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip',
    size,
    instruction,
  };
}

function built(on: Platform, extra = 0): PlatformImage {
  const layers = [
    layer(`${on}base`, 29_124_000, 'FROM debian:12-slim'),
    layer(
      `${on}apt`,
      12_100_000,
      'RUN apt-get update && apt-get install -y --no-install-recommends libkrb5-3 libpq5',
    ),
    layer(
      `${on}pip${String(extra)}`,
      5_600_000 + extra,
      'RUN pip install --no-cache-dir -r requirements.txt',
    ),
    layer(`${on}copy`, 1_204_000, 'COPY app /srv/app'),
    layer(`${on}user`, 3_100, 'RUN useradd --system app'),
    layer(`${on}conf`, 640, 'COPY app.conf /etc/app.conf'),
  ];
  const size = layers.reduce((sum, one) => sum + one.size, 0);
  return { platform: on, digest: digestOf(on), size, contents: { config: digestOf(`${on}config`), layers } };
}

function imageOf(platforms: readonly PlatformImage[]): VerifiedImage {
  const [first] = platforms;
  const isIndex = platforms.length > 1;
  const digest = isIndex || first === undefined ? digestOf('index') : first.digest;
  const mediaType = `application/vnd.oci.image.${isIndex ? 'index' : 'manifest'}.v1+json`;
  return {
    digest,
    manifest: { digest, mediaType, body: '{}' },
    kind: isIndex ? 'index' : 'manifest',
    size: platforms.reduce((sum, { size }) => sum + size, 0),
    platforms,
    attestations: [],
    tags: [],
    pushedAt: startedAt + 52_000,
  };
}

const both = imageOf([built(amd64, 1_100_000), built(arm64, 1_100_000)]);
const before = imageOf([built(amd64), built(arm64)]);
const live: BaselineImage = { tag: tag('latest'), digest: digestOf('live') };

const debian = 'https://security-tracker.debian.org/tracker/';
const krb5 = finding('critical', 'CVE-2024-37371', {
  package: 'krb5',
  installed: '1.20.1-2+deb12u1',
  fixedIn: '1.20.1-2+deb12u2',
  uri: `${debian}CVE-2024-37371`,
  score: 9.1,
});
const zlib = finding('critical', 'CVE-2023-45853', {
  package: 'zlib',
  installed: '1:1.2.13.dfsg-1',
  fix: 'no',
  uri: `${debian}CVE-2023-45853`,
  score: 9.8,
});
const milder: readonly Finding[] = [
  finding('high', 'CVE-2024-26462', {
    package: 'krb5',
    installed: '1.20.1-2+deb12u1',
    fixedIn: '1.20.1-2+deb12u2',
    uri: `${debian}CVE-2024-26462`,
  }),
  finding('medium', 'CVE-2024-2511', {
    package: 'openssl',
    installed: '3.0.13-1~deb12u1',
    fixedIn: '3.0.14-1~deb12u1',
    uri: `${debian}CVE-2024-2511`,
  }),
  finding('low', 'CVE-2011-3374', { package: 'apt', installed: '2.6.1', uri: `${debian}CVE-2011-3374` }),
];

function scanned(on: Platform, findings: readonly Finding[]): CompleteScan {
  return {
    outcome: 'complete',
    platform: on,
    digest: digestOf(on),
    scanner: 'basic',
    completedAt: startedAt,
    findings,
  };
}

const planned = (given: Partial<RawInputs>) => ({
  run,
  inputs: inputs(given),
  plan: plan(given),
  builder: buildx,
});

const timings: Report['timings'] = [
  { phase: 'plan', ms: 120 },
  { phase: 'login', ms: 340 },
  { phase: 'build', ms: 48_120 },
  { phase: 'verify', ms: 150 },
  { phase: 'scan', ms: 31_400 },
  { phase: 'tag', ms: 410 },
];

function decided(tags: readonly Partial<TagDecision>[] = []): Report['decision'] {
  const all = plan(release).tags.map((planned, at) => {
    const state = planned.kind === 'moving' ? ('moves' as const) : ('new' as const);
    const holder = planned.kind === 'moving' ? digestOf('live') : undefined;
    return { planned, state, holder, ...(holder !== undefined && { holderVersion: '1.4.1' }), ...tags[at] };
  });
  return { kind: 'build', tags: all, remade: [] };
}

const reached: Report = {
  ...reports['nothing-reached'],
  failure: undefined,
  ...planned(release),
  repository: ecr,
  decision: decided(),
  candidate: { digest: both.digest, tag: undefined, platform: undefined },
  image: both,
  before,
  baseline: live,
  sizeChange: both.size - before.size,
  commands: [
    `docker buildx build --output type=image,name=${host}/team/app,push-by-digest=true,name-canonical=true,push=true --platform linux/amd64,linux/arm64 --provenance=false .`,
  ],
  timings,
  startedAt,
  finishedAt: startedAt + 84_000,
  posture: undefined,
};

const all = (outcome: TagResult['outcome']): TagResult[] =>
  plan(release).tags.map(({ tag: name, kind }) => ({ tag: name, kind, outcome }));

function judged(report: Report, scan: ScanReport, circumstances: Partial<Circumstances> = {}): Report {
  const policy = (report.inputs ?? inputs()).policy;
  const exceptions = report.exceptions?.kind === 'read' ? report.exceptions.list : [];
  const verdict = judge(scan, policy, {
    exceptions,
    baseline: { kind: 'unasked' },
    now: startedAt,
    ...circumstances,
  });
  const failure = verdict.outcome === 'failed' ? policyFailed(verdict) : undefined;
  return { ...report, scan, verdict, failure, tags: failure === undefined ? all('set') : [] };
}

const complete = (...findings: Finding[]): ScanReport => ({
  kind: 'complete',
  platforms: [scanned(amd64, findings), scanned(arm64, findings)],
});
const sinceLive = {
  baseline: {
    kind: 'read',
    image: live,
    platforms: [amd64, arm64].map((on) =>
      scanned(on, [
        ...milder,
        finding('medium', 'CVE-2023-5678', { package: 'openssl', installed: '3.0.11' }),
      ]),
    ),
  },
} as const;

const accepting: Report = {
  ...reached,
  inputs: inputs({ ...release, 'evidence-file': 'VALIDATION.md' }),
  exceptions: {
    kind: 'read',
    path: '.github/ecr-ship.yml',
    list: [
      exception('CVE-2024-37371', { package: 'krb5', expires: '2026-12-05', reason: 'Kerberos is not used' }),
      exception('CVE-2023-45853', {
        package: 'zlib',
        expires: '2027-02-23',
        reason: 'minizip is not part of the image',
        approvedBy: 'security',
      }),
    ],
  },
};

function failed(report: Report, code: ShipError['code'], what: string, next: string): Report {
  return { ...report, tags: [], failure: new ShipError({ code, what, next }) };
}

const untested: Report = {
  ...reached,
  image: undefined,
  before: undefined,
  sizeChange: undefined,
  timings: timings.slice(0, 3),
  candidate: undefined,
};
const given = { ...release, mode: 'publish' } as const;
const manyFindings = Array.from({ length: 500 }, (_, n) =>
  finding(n < 40 ? 'critical' : n < 200 ? 'high' : 'medium', `CVE-2025-${String(10_000 + n)}`, {
    package: `lib${String(n % 90)}`,
    installed: `${String(n % 7)}.2.${String(n)}`,
    ...(n % 3 === 0 && { fixedIn: `${String(n % 7)}.3.0` }),
    uri: `${debian}CVE-2025-${String(10_000 + n)}`,
  }),
);
const longName =
  'platform-engineering-and-developer-experience/customer-facing-web-applications/checkout-service-backend';
const longTag =
  'feature-PLAT-12345-replace-the-session-store-of-the-checkout-service-by-the-shared-one-of-the-platform-team';
const hostile = finding('critical', 'CVE-2026-6666 | <img src=x> [click](https://evil.example)', {
  package: '`lib|evil`\n# heading',
  installed: '1.0 @everyone',
  fixedIn: 'www.evil.example',
  uri: 'https://evil.example/a|b)<c>?x=1&copy;=2',
});

/** By the name of its picture. */
export const pictured = {
  'release-passed': judged(reached, complete(...milder), sinceLive),
  'release-accepted': judged(accepting, complete(krb5, zlib, ...milder), sinceLive),
  'release-failed': judged(
    { ...reached, candidateRemoved: true },
    {
      kind: 'complete',
      platforms: [scanned(amd64, [krb5, zlib, ...milder]), scanned(arm64, [krb5, ...milder])],
    },
    sinceLive,
  ),
  'destination-failed': {
    ...failed(
      judged(reached, complete(...milder)),
      'copy-failed',
      'The image could not be brought to 1 of 2 destinations: 210987654321.dkr.ecr.us-east-1.amazonaws.com/team/app: the role lacks ecr:InitiateLayerUpload.',
      'Grant what is missing, and run the job again: what was copied is not copied twice.',
    ),
    tags: all('set'),
    destinations: [
      {
        uri: '123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/app',
        state: 'tagged',
        tags: [tag('1.4.2'), tag('latest')],
      },
      {
        uri: '210987654321.dkr.ecr.us-east-1.amazonaws.com/team/app',
        state: 'not-reached',
        tags: [],
        error: 'The role lacks ecr:InitiateLayerUpload.',
      },
    ],
  },
  promotion: {
    ...judged(
      {
        ...reached,
        ...planned({
          ...given,
          from: '210987654321.dkr.ecr.eu-central-1.amazonaws.com/staging/app:1.4.2-rc.3',
        }),
      },
      complete(...milder),
    ),
    decision: { ...decided(), kind: 'given', digest: both.digest } as Report['decision'],
    commands: [],
    timings: [
      { phase: 'copy', ms: 4100 },
      { phase: 'scan', ms: 1200 },
    ],
    finishedAt: startedAt + 6900,
  },
  rollback: {
    ...judged(
      { ...reached, ...planned({ ...given, tags: 'latest', from: '1.4.1', 'if-older': 'move' }) },
      complete(...milder),
    ),
    decision: {
      kind: 'given',
      digest: both.digest,
      tags: [
        {
          planned: { tag: tag('latest'), kind: 'moving' },
          state: 'moves',
          holder: digestOf('live'),
          holderVersion: '1.4.2',
        },
      ],
    },
    tags: [{ tag: tag('latest'), kind: 'moving', outcome: 'set' }],
    commands: [],
  },
  'after-tags': {
    ...judged(
      { ...reached, ...planned({ ...given, from: '1.4.2-rc.3', scan: 'after-tags' }) },
      complete(krb5, ...milder),
    ),
    tags: all('set'),
  },
  plan: {
    ...reports['nothing-reached'],
    ...planned({ ...release, mode: 'plan', cache: 'registry' }),
    failure: undefined,
    preview: [
      'docker buildx build --output type=image,name=team/app,push-by-digest=true,name-canonical=true,push=true --provenance=false --cache-from type=registry,ref=team/app:cache-main --cache-to type=registry,ref=team/app:cache-main,mode=max,image-manifest=true,oci-mediatypes=true .',
    ],
    timings: timings.slice(0, 1),
    startedAt,
    finishedAt: startedAt + 300,
  },
  'push-false': {
    ...reports['nothing-reached'],
    ...planned({ push: 'false' }),
    failure: undefined,
    imageId: digestOf('engine'),
    unpackedSize: 131_234_567,
    commands: ['docker buildx build --load --tag ecr-ship.invalid/candidate:candidate-4711-1-k3x9 .'],
    timings: [{ phase: 'build', ms: 41_000 }],
    startedAt,
    finishedAt: startedAt + 42_000,
  },
  'smoke-failed': {
    ...failed(
      untested,
      'smoke-failed',
      'The smoke test GET /healthz failed: it answered 503 for 30 s: {"status":"no database"}.',
      'Nothing was pushed. The log of the container is above; run it with docker run to look into it.',
    ),
    smoke: [
      {
        name: 'GET /healthz',
        outcome: 'failed',
        detail: 'it answered 503 for 30 s: {"status":"no database"}',
        ms: 30_200,
      },
      { name: 'app --version', outcome: 'passed', detail: 'it ended with exit code 0', ms: 900 },
    ],
  },
  'too-large': {
    ...failed(
      { ...reached, inputs: inputs({ ...release, 'max-size': '40MB' }), candidateRemoved: true },
      'too-large',
      'The image is too large: linux/amd64 has 49.1 MB, and max-size allows 40.0 MB.',
      'Leave out what it does not need at run time (a stage of its own for the build, .dockerignore, a smaller base image), or raise the limit.',
    ),
  },
  'scan-unsupported': judged(
    { ...reached, candidateRemoved: true },
    {
      kind: 'incomplete',
      platforms: [
        scanned(amd64, milder),
        {
          outcome: 'incomplete',
          platform: arm64,
          digest: digestOf(arm64),
          reason: 'unsupported',
          detail: 'the scanner does not support this image (UNSUPPORTED_IMAGE)',
        },
      ],
    },
  ),
  'public-gated': judged(
    {
      ...reached,
      inputs: inputs({ ...release, repository: 'public.ecr.aws/team/app', 'scan-repository': 'gate/app' }),
      repository: {
        ...ecr,
        type: 'public',
        uri: 'public.ecr.aws/team/app',
        name: repositoryName('team/app'),
      },
    },
    complete(...milder),
  ),
  'foreign-findings': {
    ...judged(
      { ...reached, inputs: inputs({ ...release, findings: 'trivy.sarif' }) },
      {
        kind: 'complete',
        platforms: [
          {
            ...scanned(
              amd64,
              milder.map((one) => ({ ...one, saidBy: ['Amazon ECR', 'Trivy'] })),
            ),
            others: ['Trivy 0.69.3'],
          },
        ],
      },
    ),
    foreign: [
      {
        path: 'trivy.sarif',
        platform: amd64,
        tools: ['Trivy 0.69.3'],
        subjects: [digestOf(amd64)],
        endedAt: undefined,
        findings: milder,
      },
    ],
  },
  'hostile-text': judged(reached, complete(hostile)),
  'long-names': {
    ...judged(
      {
        ...reached,
        inputs: inputs({ ...release, repository: longName }),
        repository: { ...ecr, name: repositoryName(longName), uri: `${host}/${longName}` },
      },
      complete(
        finding('critical', `GHSA-${'x'.repeat(60)}`, {
          package: 'org.springframework.boot:spring-boot-starter-data-elasticsearch',
          installed: '3.2.1-SNAPSHOT-20260101.123456-build.metadata',
          fixedIn: '3.2.2',
        }),
      ),
    ),
    tags: [{ tag: tag(longTag), kind: 'moving', outcome: 'not-tried' }],
  },
  'many-findings': judged(reached, complete(...manyFindings), sinceLive),
  'build-failed': failed(
    untested,
    'build-failed',
    'The build failed with exit code 1: process "/bin/sh -c pip install -r requirements.txt" did not complete.',
    'The log above shows the step that failed; correct the Dockerfile or its context.',
  ),
  'kept-back': {
    ...judged(reached, complete(...milder)),
    tags: [
      ...all('set').slice(0, 3),
      { tag: tag('latest'), kind: 'moving', outcome: 'kept-back', detail: '2.0.0 is a higher version' },
    ],
  },
} as const satisfies Readonly<Record<string, Report>>;
