import type { Fault } from '../../local-ecr/index.ts';
import type { FaultCase } from '../case.ts';
import { apiKinds, type Kind } from '../kinds.ts';

/** A call that a run makes, and how the run ends without it. */
interface Call {
  readonly operation: string;
  /** What makes a run issue this call. */
  readonly setting?: Pick<FaultCase, 'scanning' | 'inputs'>;
  /** Whether a run may go on if this call fails for good. */
  readonly without: 'fails' | 'either' | 'passes';
  /** Another call shows nearly the same, so a few kinds are enough without `--all`. */
  readonly isBrief?: boolean;
}

const briefKinds = ['no answer', '500', '403', 'truncated JSON'];

const calls: readonly Call[] = [
  { operation: 'GetAuthorizationToken', without: 'fails' },
  { operation: 'DescribeRepositories', without: 'fails' },
  { operation: 'GetRegistryScanningConfiguration', without: 'either', isBrief: true },
  { operation: 'BatchGetRepositoryScanningConfiguration', without: 'either', isBrief: true },
  { operation: 'BatchGetImage', without: 'fails' },
  { operation: 'DescribeImages', without: 'fails' },
  { operation: 'DescribeImageScanFindings', without: 'fails' },
  // If only its answer is lost, the scan has begun all the same.
  { operation: 'StartImageScan', setting: { scanning: 'manual' }, without: 'either' },
  { operation: 'BatchDeleteImage', without: 'passes' },
  {
    operation: 'STS',
    setting: { inputs: { 'evidence-file': 'evidence.md' } },
    without: 'either',
    isBrief: true,
  },
];

/** A scan is polled until its own timeout, by default 10 minutes. */
const scanInputs = (often: 'once' | 'for ever') => ({ 'scan-timeout': often === 'once' ? '40s' : '25s' });
const ofScans = ['DescribeImageScanFindings', 'StartImageScan'];

/** How many seconds main may take: quick faults are reported or retried within seconds; if a client has to wait, more. */
const quickS = 30;
const waitingS = 120;

/** An image that is not visible yet is waited for, half a minute. */
const isSlow = (operation: string, { name }: Kind) =>
  name === 'empty answer' && ['BatchGetImage', 'DescribeImages'].includes(operation);

function caseOf(call: Call, kind: Kind, often: 'once' | 'for ever'): FaultCase {
  const { operation, setting, without } = call;
  const message = kind.fault.message?.replaceAll('{operation}', operation);
  const fault: Fault = {
    ...kind.fault,
    operation,
    ...(message !== undefined && { message }),
    ...(often === 'once' && { times: 1 }),
  };
  const survives = often === 'once' && kind.passes;
  const isExtra =
    kind.extra === true ||
    (call.isBrief === true && !briefKinds.includes(kind.name)) ||
    (kind.waits === true && often === 'once' && without !== 'fails');
  return {
    name: `${operation}: ${kind.name} ${often}`,
    group: 'api',
    ...setting,
    ...(ofScans.includes(operation) && { inputs: { ...setting?.inputs, ...scanInputs(often) } }),
    requests: [fault],
    expect: survives ? 'passes' : often === 'once' && without === 'fails' ? 'either' : without,
    cause: [
      kind.cause,
      ...(operation === 'STS'
        ? []
        : [
            new RegExp(
              `ecr:${operation}|the registry|ECR answered|does not hold|scan to begin|scan that ECR`,
              'i',
            ),
          ]),
    ],
    ...(kind.astray !== undefined && { astray: kind.astray }),
    capS: kind.waits === true || isSlow(operation, kind) || often === 'for ever' ? waitingS : quickS,
    // Repeated tries wait in between.
    ...((kind.waits === true || (kind.passes && often === 'for ever')) && { waits: true }),
    ...(isExtra && { extra: true }),
  };
}

/** Calls that are made several times: the first ones are answered, all later ones fail. */
const later: readonly (readonly [operation: string, after: number])[] = [
  ['BatchGetImage', 1],
  ['BatchGetImage', 2],
  ['BatchGetImage', 3],
  ['DescribeImages', 1],
  ['DescribeImages', 2],
  ['DescribeImageScanFindings', 1],
];

const laterKinds = ['500', '403', 'no answer', 'connection reset', 'credentials expired', 'truncated JSON'];

function laterCase(operation: string, after: number, kind: Kind): FaultCase {
  const call = calls.find((candidate) => candidate.operation === operation);
  if (call === undefined) throw new Error(`no call ${operation}`);
  const whole = caseOf(call, kind, 'for ever');
  return {
    ...whole,
    name: `${operation}: ${kind.name} from call ${String(after + 1)} on`,
    requests: (whole.requests ?? []).map((fault) => ({ ...fault, after })),
    // So that it is polled more than once.
    ...(operation === 'DescribeImageScanFindings' && { scanMs: 6_000 }),
    ...(!briefKinds.includes(kind.name) && { extra: true }),
    expect: 'either',
    mayMiss: true,
  };
}

/** Wrong answers about a scan never let a bad image through. */
const badImages = apiKinds.flatMap((kind) =>
  (['once', 'for ever'] as const).map((often): FaultCase => ({
    ...caseOf({ operation: 'DescribeImageScanFindings', without: 'fails' }, kind, often),
    name: `DescribeImageScanFindings of a bad image: ${kind.name} ${often}`,
    image: 'bad',
    expect: 'fails',
    cause: [often === 'once' ? /critical|ecr:DescribeImageScanFindings/i : kind.cause],
  })),
);

interface Lie {
  readonly operation: string;
  readonly what: string;
  readonly fault: Omit<Fault, 'operation'>;
  readonly setting?: Partial<FaultCase>;
  readonly expect: FaultCase['expect'];
  readonly cause?: RegExp;
}

const otherDigest = `sha256:${'0'.repeat(64)}`;
const lies: readonly Lie[] = [
  {
    operation: 'GetAuthorizationToken',
    what: 'no token',
    fault: { lie: { authorizationData: [] } },
    expect: 'fails',
    cause: /GetAuthorizationToken/,
  },
  {
    operation: 'GetAuthorizationToken',
    what: 'a token that is none',
    fault: { lie: { authorizationData: [{ authorizationToken: '!', proxyEndpoint: 'https://x.invalid' }] } },
    expect: 'fails',
    cause: /GetAuthorizationToken/,
  },
  {
    operation: 'DescribeRepositories',
    what: 'no repository',
    fault: { lie: { repositories: [] } },
    expect: 'fails',
    cause: /DescribeRepositories|no repository/,
  },
  {
    operation: 'DescribeRepositories',
    what: 'no URI',
    fault: { lie: { repositories: [{ repositoryName: 'team/app' }] } },
    expect: 'fails',
    cause: /DescribeRepositories/,
  },
  {
    operation: 'DescribeImages',
    what: 'another digest',
    fault: { lie: { imageDetails: [{ imageDigest: otherDigest, imageTags: ['v1.0.0', 'latest'] }] } },
    // The run trusts manifests; this answer may be recognised as false, or not be needed.
    expect: 'either',
    cause: /DescribeImages|sha256:0{12}/,
  },
  {
    operation: 'DescribeImages',
    what: 'nothing there, and an endless list',
    fault: { lie: { imageDetails: [], nextToken: 'on-and-on' } },
    expect: 'fails',
  },
  {
    operation: 'BatchGetImage',
    what: 'nothing, and no failures',
    fault: { lie: { images: [], failures: [] } },
    expect: 'fails',
    cause: /BatchGetImage|does not|not in/,
  },
  {
    operation: 'BatchGetImage',
    what: 'another manifest',
    fault: {
      after: 1,
      lie: { images: [{ imageManifest: '{"schemaVersion":2}', imageId: { imageDigest: otherDigest } }] },
    },
    setting: { mayMiss: true },
    expect: 'fails',
    cause: /BatchGetImage|manifest|digest|sha256/,
  },
  {
    operation: 'DescribeImageScanFindings',
    what: 'an endless list',
    fault: { lie: { nextToken: 'on-and-on' } },
    expect: 'either',
    cause: /pages|page|list|token|end/i,
  },
  {
    operation: 'DescribeImageScanFindings',
    what: 'an endless list, bad image',
    fault: { lie: { nextToken: 'on-and-on' } },
    setting: { image: 'bad' },
    expect: 'fails',
  },
  {
    operation: 'DescribeImageScanFindings',
    what: 'another image',
    fault: { lie: { imageId: { imageDigest: otherDigest } } },
    setting: { image: 'bad' },
    expect: 'fails',
  },
  {
    operation: 'BatchDeleteImage',
    what: '200 that did nothing',
    fault: { body: '{"imageIds":[],"failures":[]}' },
    expect: 'passes',
  },
  {
    operation: 'BatchDeleteImage',
    what: '200 that did nothing, bad image',
    fault: { body: '{"imageIds":[],"failures":[]}' },
    setting: { image: 'bad' },
    expect: 'fails',
    cause: /critical/i,
  },
  {
    operation: 'DescribeImages',
    what: 'absent just after the push',
    fault: { times: 3, status: 400, type: 'ImageNotFoundException', message: 'The image does not exist' },
    expect: 'passes',
  },
  {
    operation: 'BatchGetImage',
    what: 'absent just after the push',
    fault: { after: 1, times: 2, lie: { images: [], failures: [{ failureCode: 'ImageNotFound' }] } },
    setting: { mayMiss: true },
    expect: 'passes',
  },
];

function lieCase({ operation, what, fault, setting, expect, cause }: Lie): FaultCase {
  return {
    name: `${operation} lies: ${what}`,
    group: 'api',
    requests: [{ ...fault, operation }],
    expect,
    ...(cause !== undefined && { cause: [cause] }),
    ...setting,
  };
}

/** What only post could remove but cannot: post says so, and the next day's run removes it. */
const beyondPost: readonly FaultCase[] = [
  { reason: '500', fault: { status: 500, type: 'ServerException' } },
  { reason: 'no answer', fault: { silent: true } },
].map(({ reason, fault }) => ({
  name: `BatchDeleteImage: ${reason} also in post, then a run of the next day`,
  group: 'api',
  requests: [{ ...fault, operation: 'BatchDeleteImage' }],
  holdsInPost: true,
  next: 'a day later',
  expect: 'passes',
  ...(reason === 'no answer' && { waits: true, capS: waitingS }),
}));

/** Every operation of the API with every kind of fault, once and for ever. */
export const apiCases: readonly FaultCase[] = [
  { name: 'nothing at all', group: 'api', expect: 'passes' },
  { name: 'nothing at all, bad image', group: 'api', image: 'bad', expect: 'fails', cause: [/critical/i] },
  ...calls.flatMap((call) =>
    apiKinds.flatMap((kind) => [
      ...(kind.passes ? [caseOf(call, kind, 'once')] : []),
      caseOf(call, kind, 'for ever'),
    ]),
  ),
  ...later.flatMap(([operation, after]) =>
    apiKinds.filter(({ name }) => laterKinds.includes(name)).map((kind) => laterCase(operation, after, kind)),
  ),
  ...badImages,
  ...lies.map(lieCase),
  ...beyondPost,
];
