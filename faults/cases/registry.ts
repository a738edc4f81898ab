import type { Fault } from '../../local-ecr/index.ts';
import type { FaultCase } from '../case.ts';
import { registryKinds, type Kind } from '../kinds.ts';
import { fixedTag, movingTag, pushS } from '../names.ts';

/** A request of the registry's HTTP interface. */
interface Request {
  readonly what: string;
  readonly at: Pick<Fault, 'kind' | 'operation' | 'path' | 'from'>;
  /** The permission that a denial names. */
  readonly action: string;
  readonly without: 'fails' | 'either';
}

const own: readonly Request[] = [
  {
    what: 'GET blob',
    at: { operation: 'GET blob', from: 'ecr-ship' },
    action: 'GetDownloadUrlForLayer',
    without: 'either',
  },
  {
    what: 'GET layer',
    at: { kind: 'layers', operation: 'GET layer', from: 'ecr-ship' },
    action: 'GetDownloadUrlForLayer',
    without: 'either',
  },
  {
    what: 'PUT of the fixed tag',
    at: { operation: 'PUT manifest', path: `/manifests/${fixedTag}` },
    action: 'PutImage',
    without: 'fails',
  },
  {
    what: 'PUT of the moving tag',
    at: { operation: 'PUT manifest', path: `/manifests/${movingTag}` },
    action: 'PutImage',
    without: 'fails',
  },
];

/** What docker requests in a push. Whether the candidate's tag exists it asks the front, which knows by itself. */
const dockers: readonly Request[] = [
  { operation: 'HEAD blob', action: 'BatchCheckLayerAvailability' },
  { operation: 'POST upload', action: 'InitiateLayerUpload' },
  { operation: 'PUT upload', action: 'CompleteLayerUpload' },
  { operation: 'PUT manifest', action: 'PutImage' },
].map(({ operation, action }) => ({
  what: operation,
  at: { operation, from: 'docker' },
  action,
  // docker goes on without the answer to a HEAD.
  without: operation.startsWith('HEAD') ? 'either' : 'fails',
}));

const quickS = 30;
/** A push has four tries with pauses of 13 s in all, and docker has its own tries in each. In seconds. */
const triesS = 60;

function caseOf(
  group: 'registry' | 'push',
  request: Request,
  kind: Kind,
  often: 'once' | 'for ever',
): FaultCase {
  const { what, at, action, without } = request;
  const message = kind.fault.message?.replaceAll('{action}', action);
  const survives = often === 'once' && kind.passes;
  const isPushedAgain = group === 'push' && often === 'for ever' && kind.passes;
  return {
    name: `${what}: ${kind.name} ${often}`,
    group,
    requests: [
      {
        ...kind.fault,
        ...at,
        ...(message !== undefined && { message }),
        ...(often === 'once' && { times: 1 }),
      },
    ],
    expect: survives ? 'passes' : without,
    // For a push, the cause is what docker prints, which is at most the status.
    cause: [
      group === 'push' ? new RegExp(`${kind.cause.source}|invalid|no Host|40[13]|stalled`, 'i') : kind.cause,
    ],
    ...(kind.astray !== undefined && group === 'registry' && { astray: kind.astray }),
    ...(kind.waits !== true && { capS: isPushedAgain ? triesS : quickS }),
    ...(kind.waits === true &&
      group === 'push' && {
        capS: often === 'once' ? pushS.once : pushS.forEver,
        extra: true,
        // Whether anything leaves the machine can only be known if nothing else runs.
        alone: true,
      }),
    // Repeated tries wait in between.
    ...((kind.waits === true || (kind.passes && often === 'for ever')) && { waits: true }),
    ...(kind.extra === true && { extra: true }),
  };
}

function allOf(group: 'registry' | 'push', request: Request): FaultCase[] {
  // docker looks at the head of an answer, not at how its body arrives.
  const ofBodies = ['dripping answer', 'half an answer'];
  const kinds = registryKinds.filter(({ name }) => group === 'registry' || !ofBodies.includes(name));
  return kinds.flatMap((kind) => [
    ...(kind.passes ? [caseOf(group, request, kind, 'once')] : []),
    caseOf(group, request, kind, 'for ever'),
  ]);
}

const done = (tag: string) => ({ operation: 'PUT manifest', path: `/manifests/${tag}` });

const lies: readonly FaultCase[] = [
  ...[fixedTag, movingTag].flatMap((tag): FaultCase[] => [
    {
      name: `PUT of ${tag}: 201 that did nothing`,
      group: 'registry',
      requests: [{ ...done(tag), status: 201, body: '' }],
      expect: 'fails',
      cause: [new RegExp(tag.replaceAll('.', '\\.')), /show|names|points|another|nothing|not there/],
    },
    {
      name: `PUT of ${tag}: 201 that did nothing, once`,
      group: 'registry',
      requests: [{ ...done(tag), status: 201, body: '', times: 1 }],
      expect: 'either',
      cause: [new RegExp(tag.replaceAll('.', '\\.'))],
    },
    {
      name: `PUT of ${tag}: done, and the answer is lost once`,
      group: 'registry',
      requests: [{ ...done(tag), lost: true, times: 1 }],
      expect: 'passes',
    },
    {
      name: `PUT of ${tag}: done, and the answer is lost for ever`,
      group: 'registry',
      requests: [{ ...done(tag), lost: true }],
      expect: 'either',
      cause: [/reset|hang up|closed|reached/],
    },
    {
      name: `PUT of ${tag}: a redirect to another host`,
      group: 'registry',
      requests: [{ ...done(tag), location: 'http://127.0.0.1:1/v2/' }],
      expect: 'fails',
      cause: [/redirect|307/i],
    },
  ]),
  {
    name: 'GET layer: other bytes',
    group: 'registry',
    requests: [
      { kind: 'layers', operation: 'GET layer', from: 'ecr-ship', body: '{"config":{"Labels":{}}}' },
    ],
    expect: 'either',
    cause: [/blob|believed|sha256/],
  },
  {
    name: 'GET layer: an endless answer',
    group: 'registry',
    requests: [{ kind: 'layers', operation: 'GET layer', from: 'ecr-ship', endless: 'pouring' }],
    expect: 'either',
    cause: [/blob|bytes|long|much/],
  },
  {
    name: 'PUT of the candidate: 201 that did nothing',
    group: 'push',
    requests: [{ operation: 'PUT manifest', from: 'docker', status: 201, body: '' }],
    expect: 'fails',
    cause: [/not in|does not|absent|no image|push/i],
    waits: true,
  },
  {
    name: 'PUT of the candidate: done, and the answer is lost once',
    group: 'push',
    requests: [{ operation: 'PUT manifest', from: 'docker', lost: true, times: 1 }],
    expect: 'passes',
  },
  {
    name: 'PUT of the candidate: done, and the answer is lost for ever',
    group: 'push',
    requests: [{ operation: 'PUT manifest', from: 'docker', lost: true }],
    expect: 'either',
  },
  {
    name: 'HEAD blob: 200 for blobs that are not there',
    group: 'push',
    requests: [{ operation: 'HEAD blob', from: 'docker', status: 200, body: '' }],
    expect: 'fails',
    cause: [/push|blob|layer/i],
  },
];

/** The registry's token expires at some moment of a run. */
const tokens: readonly FaultCase[] = [
  { when: 'before the push', operation: 'HEAD blob', from: 'docker' },
  { when: 'before the tags are set', operation: 'DescribeImageScanFindings', from: '' },
].map(({ when, operation, from }) => ({
  name: `the token expires ${when}`,
  group: 'registry',
  tokenExpiresAt: { kind: 'request', fault: { operation, from }, holdMs: 50 },
  expect: 'passes',
  astray: /Grant ecr:|may not/,
}));

/** What ecr-ship itself requests from the registry, and what docker requests in a push, with every kind of fault. */
export const registryCases: readonly FaultCase[] = [
  ...own.flatMap((request) => allOf('registry', request)),
  ...dockers.flatMap((request) => allOf('push', request)),
  ...lies,
  ...tokens,
];
