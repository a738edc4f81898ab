import type { Fault } from '../../local-ecr/index.ts';
import type { FaultCase } from '../case.ts';
import { apiKinds, oidcKinds, registryKinds, stsKinds, type Kind } from '../kinds.ts';
import { fixedTag, movingTag, repository } from '../names.ts';
import { scenes, type SceneName } from '../scenes.ts';

/** A request that a scene makes. */
export interface SceneCall {
  /** Its name in the case. */
  readonly what: string;
  readonly at: Pick<Fault, 'operation' | 'kind' | 'about' | 'path' | 'from' | 'after'>;
  /** Whether a run may go on if this fails for good. */
  readonly without: 'fails' | 'either' | 'passes';
  /** The permission that a denial names; by default the operation. */
  readonly action?: string;
  /** Whether docker makes the request, with its own tries and its own messages. */
  readonly isDockers?: boolean;
  /** Another call shows nearly the same, so a few kinds are enough. */
  readonly isBrief?: boolean;
}

const api = (
  operation: string,
  without: SceneCall['without'],
  more: Partial<SceneCall['at']> = {},
  what = operation,
): SceneCall => ({
  what,
  at: { kind: 'api', operation, ...more },
  without,
});

const registry = (
  operation: string,
  without: SceneCall['without'],
  more: Partial<SceneCall['at']> = {},
  what = operation,
): SceneCall => ({
  what,
  at: { kind: 'registry', operation, from: 'ecr-ship', ...more },
  without,
  action: actions[operation] ?? operation,
});

/** The permission for each request. Source: ECR user guide, "Required permissions". */
const actions: Readonly<Record<string, string>> = {
  'GET blob': 'GetDownloadUrlForLayer',
  'GET layer': 'GetDownloadUrlForLayer',
  'GET manifest': 'BatchGetImage',
  'HEAD blob': 'BatchCheckLayerAvailability',
  'POST upload': 'InitiateLayerUpload',
  'PUT upload': 'CompleteLayerUpload',
  'PUT manifest': 'PutImage',
};

const setTag = (tag: string, name: string = repository): SceneCall =>
  registry('PUT manifest', 'fails', { path: `/${name}/manifests/${tag}` }, `PUT of ${tag} in ${name}`);

/** A config or a layer: the registry redirects to another host. */
function blobs(of = ''): SceneCall[] {
  return [
    registry('GET blob', 'either', {}, `GET blob${of}`),
    { ...registry('GET layer', 'either', { kind: 'layers' }, `GET layer${of}`), isBrief: true },
  ];
}

/** What a copy requests from the repository that gets it. */
const copyTo = (name: string, kind: 'registry' | 'public-registry' = 'registry'): SceneCall[] =>
  ['HEAD blob', 'POST upload', 'PUT upload', 'PUT manifest'].map((operation) => {
    const about = operation === 'PUT manifest' ? `/${name}/manifests/sha256:` : `/${name}/blobs/`;
    return {
      ...registry(operation, 'fails', { kind, about }, `${operation} in ${name}`),
      isBrief: operation === 'HEAD blob',
    };
  });

/** What docker requests to pull a base image; it gives up after its own tries, or uses what it has. */
const pullOf = (name: string): SceneCall[] =>
  ['HEAD manifest', 'GET manifest', 'GET blob', 'GET layer'].map((operation) => ({
    what: `${operation} of ${name}`,
    // BuildKit's user agent differs from docker's, and nobody else makes this request.
    at:
      operation === 'GET layer'
        ? { kind: 'layers', operation }
        : { kind: 'registry', operation, about: `/${name}/` },
    isDockers: true,
    without: 'either',
    action: actions[operation] ?? 'BatchGetImage',
  }));

const other = '"registryId":"210987654321"';
const home = '"registryId":"123456789012"';
const of = (name: string) => `"repositoryName":"${name}"`;

const opening: readonly SceneCall[] = [
  api('GetAuthorizationToken', 'fails'),
  api('DescribeRepositories', 'fails'),
  { ...api('GetRegistryScanningConfiguration', 'either'), isBrief: true },
  { ...api('BatchGetRepositoryScanningConfiguration', 'either'), isBrief: true },
];
const posture: readonly SceneCall[] = [
  { ...api('GetRepositoryPolicy', 'passes'), isBrief: true },
  { ...api('GetLifecyclePolicy', 'passes'), isBrief: true },
];
const judging: readonly SceneCall[] = [
  api('BatchGetImage', 'fails'),
  api('DescribeImages', 'fails'),
  api('DescribeImageScanFindings', 'fails'),
  ...blobs(),
];
const role: readonly SceneCall[] = [
  { what: 'the OIDC token', at: { kind: 'oidc', operation: 'OIDC' }, without: 'fails' },
  { what: 'AssumeRoleWithWebIdentity', at: { kind: 'sts', operation: 'STS' }, without: 'fails' },
  {
    what: 'AssumeRoleWithWebIdentity of the other role',
    at: { kind: 'sts', operation: 'STS', after: 1 },
    without: 'fails',
    isBrief: true,
  },
];

/** The requests of each scene. A run without a fault makes no others, which a test checks. */
export const sceneCalls: Readonly<Partial<Record<SceneName, readonly SceneCall[]>>> = {
  'tag again': [
    ...opening,
    ...posture,
    ...judging,
    // A quota that is nearly used up is only reported if that can be found out.
    api('ListImageReferrers', 'passes'),
    setTag(fixedTag),
    setTag(movingTag),
  ],
  join: [
    registry('PUT manifest', 'fails', { about: '/manifests/candidate-' }, 'PUT of the index'),
    api('BatchGetImage', 'fails'),
    api('DescribeImages', 'fails'),
    ...blobs(),
    setTag(fixedTag),
    api('BatchDeleteImage', 'passes'),
  ],
  promotion: [
    ...role,
    api('GetAuthorizationToken', 'fails', { after: 1 }, 'GetAuthorizationToken of the source'),
    api('DescribeRepositories', 'fails', { about: home }, 'DescribeRepositories of the source'),
    api('DescribeRepositories', 'fails', { about: other }, 'DescribeRepositories of the target'),
    api('BatchGetImage', 'fails', { about: home }, 'BatchGetImage of the source'),
    api('BatchGetImage', 'fails', { about: other }, 'BatchGetImage of the target'),
    api('DescribeImages', 'fails', { about: home }, 'DescribeImages of the source'),
    api('DescribeImages', 'fails', { about: other }, 'DescribeImages of the target'),
    ...blobs(),
    ...copyTo(repository),
    setTag(fixedTag),
    setTag(movingTag),
  ],
  'promotion of parts': [
    registry('PUT manifest', 'fails', { about: '/manifests/candidate-' }, 'PUT of the index'),
    ...copyTo(repository).filter(({ at }) => at.operation === 'PUT manifest'),
    api('BatchDeleteImage', 'passes', { about: home }, 'BatchDeleteImage in the source'),
    setTag(fixedTag),
  ],
  destinations: [
    ...role.slice(1),
    api('GetAuthorizationToken', 'fails', { after: 2 }, 'GetAuthorizationToken of a destination'),
    api('DescribeRepositories', 'fails', { about: other }, 'DescribeRepositories of the other account'),
    api('BatchGetImage', 'fails', { about: of('team/copy') }, 'BatchGetImage of team/copy'),
    api('BatchGetImage', 'fails', { about: other }, 'BatchGetImage of the other account'),
    api('DescribeImages', 'fails', { about: of('team/fixed') }, 'DescribeImages of team/fixed'),
    ...copyTo('team/copy'),
    ...copyTo('team/fixed').filter(({ at }) => at.operation === 'PUT manifest'),
    ...[fixedTag, movingTag].flatMap((tag) => [
      setTag(tag),
      setTag(tag, 'team/copy'),
      setTag(tag, 'team/fixed'),
    ]),
  ],
  create: [
    api('DescribeRepositories', 'fails'),
    api('CreateRepository', 'fails'),
    api('PutLifecyclePolicy', 'fails'),
    api('SetRepositoryPolicy', 'fails'),
    setTag(fixedTag),
  ],
  public: [
    {
      what: 'GetAuthorizationToken of ECR Public',
      at: { kind: 'public-api', operation: 'GetAuthorizationToken' },
      without: 'fails',
    },
    {
      what: 'DescribeRepositories of ECR Public',
      at: { kind: 'public-api', operation: 'DescribeRepositories' },
      without: 'fails',
    },
    {
      what: 'DescribeImages of ECR Public',
      at: { kind: 'public-api', operation: 'DescribeImages' },
      without: 'either',
    },
    api('GetAuthorizationToken', 'fails'),
    api('DescribeRepositories', 'fails'),
    api('BatchGetImage', 'fails'),
    api('DescribeImages', 'fails'),
    api('BatchDeleteImage', 'passes'),
    registry('GET manifest', 'fails', { kind: 'public-registry' }),
    registry('GET blob', 'either', { kind: 'public-registry' }),
    ...blobs(' of the scan repository'),
    ...copyTo('local/app', 'public-registry'),
    ...[fixedTag, movingTag].map((tag) =>
      registry(
        'PUT manifest',
        'fails',
        { kind: 'public-registry', path: `/manifests/${tag}` },
        `PUT of ${tag}`,
      ),
    ),
  ],
  login: [...role.slice(0, 2), api('GetAuthorizationToken', 'fails'), api('DescribeRepositories', 'fails')],
  'base image': pullOf('base/app'),
  'registry logins': pullOf('base/app'),
  build: [
    api('BatchGetImage', 'either'),
    api('DescribeImages', 'fails'),
    { ...api('DescribeImageScanFindings', 'fails'), isBrief: true },
    {
      ...registry('PUT manifest', 'fails', { from: 'docker' }, 'PUT of the candidate'),
      isBrief: true,
    },
  ],
  'build by digest': [
    {
      ...registry('PUT manifest', 'fails', { about: '/manifests/candidate-' }, 'PUT of the tag'),
    },
  ],
  'by digest': [
    api('BatchGetImage', 'fails'),
    api('DescribeImages', 'fails'),
    setTag(fixedTag),
    setTag(movingTag),
  ],
};

/** Kinds of fault that show nearly as much as all of them together. */
const core = [
  'no answer',
  'connection reset',
  'half an answer',
  'HTML, 200',
  'throttled',
  '429',
  '500',
  'truncated JSON',
  '403',
  'credentials expired',
  'token expired',
  'no token',
];
const brief = ['no answer', '500', '403', 'connection reset'];

const kindsOf = ({ at: { kind } }: SceneCall): readonly Kind[] =>
  kind === 'oidc'
    ? oidcKinds
    : kind === 'sts'
      ? stsKinds
      : kind === 'registry' || kind === 'public-registry'
        ? registryKinds
        : apiKinds;

const quickS = 30;
const uploadS = 300;

function caseOf(scene: SceneName, call: SceneCall, kind: Kind, often: 'once' | 'for ever'): FaultCase {
  const { what, at, without, action = at.operation } = call;
  const message = kind.fault.message?.replace(/\{(?:operation|action)\}/g, action);
  const isDockers = call.isDockers === true;
  const survives = often === 'once' && kind.passes && !isDockers;
  // A run cannot do anything about a temporary 403; it may end either way.
  const ends = survives ? 'passes' : often === 'once' && without === 'fails' ? 'either' : without;
  const scans = at.operation === 'DescribeImageScanFindings';
  // How often a call is made is not fixed.
  const isLater = at.after !== undefined;
  const isWaiting = kind.waits === true || (kind.passes && often === 'for ever');
  return {
    name: `${scene}: ${what}: ${kind.name} ${often}`,
    group: 'scenes',
    scene,
    requests: [
      {
        ...kind.fault,
        ...at,
        ...(message !== undefined && { message }),
        ...(often === 'once' && { times: 1 }),
      },
    ],
    // What is asked again after 15 s needs that time.
    ...(scans && { inputs: { 'scan-timeout': often === 'once' ? '40s' : '25s' } }),
    expect: isLater && ends === 'fails' ? 'either' : ends,
    // The answer to a HEAD has nothing but a status.
    cause: [
      scans
        ? new RegExp(`${kind.cause.source}|DescribeImageScanFindings`, 'i')
        : isDockers
          ? new RegExp(`${kind.cause.source}|base/app|build`, 'i')
          : at.operation.startsWith('HEAD')
            ? new RegExp(`${kind.cause.source}|40[13]`, 'i')
            : kind.cause,
    ],
    ...(kind.astray !== undefined && { astray: kind.astray }),
    ...(!isWaiting && { capS: quickS }),
    ...(isWaiting && { waits: true }),
    // Each try of an upload has more than a minute.
    ...(kind.waits === true && at.operation.endsWith('upload') && { capS: uploadS, extra: true }),
    ...(isLater && { mayMiss: true }),
    ...((call.isBrief === true || (kind.waits === true && often === 'once')) && { extra: true }),
  };
}

function allOf(scene: SceneName, call: SceneCall): FaultCase[] {
  const wanted = call.isBrief === true ? brief : core;
  return (
    kindsOf(call)
      .filter(({ name }) => wanted.includes(name))
      // A stalled push is a case of the group `push`.
      .filter(({ waits }) => waits !== true || (call.at.from !== 'docker' && call.isDockers !== true))
      .flatMap((kind) => [
        ...(kind.passes ? [caseOf(scene, call, kind, 'once')] : []),
        caseOf(scene, call, kind, 'for ever'),
      ])
  );
}

/** Answers that claim success although nothing was done, and answers that are lost although everything was. */
function liesOf(scene: SceneName, { what, at }: SceneCall): FaultCase[] {
  if (!['PUT manifest', 'PUT upload'].includes(at.operation)) return [];
  const common = { group: 'scenes', scene } as const;
  return [
    {
      ...common,
      name: `${scene}: ${what}: 201 that did nothing`,
      requests: [{ ...at, status: 201, body: '' }],
      // If the manifest is missing in a destination, the PUT of a tag brings it.
      expect: what.includes('manifest in team/') ? 'either' : 'fails',
      cause: [/copy|copied|manifest|digest|show|points|answer|not there|blob|put|hold/i],
      // What is not visible is waited for, half a minute.
      waits: true,
    },
    {
      ...common,
      name: `${scene}: ${what}: done, and the answer is lost once`,
      requests: [{ ...at, lost: true, times: 1 }],
      expect: 'passes',
    },
  ];
}

const isUnjudged = (scene: SceneName) => 'isUnjudged' in scenes[scene];

/** The first scene has its own cases for this. */
const plain = (Object.keys(scenes) as SceneName[])
  .filter((scene) => scene !== 'ship')
  .flatMap((scene): FaultCase[] => [
    { name: `${scene}: nothing at all`, group: 'scenes', scene, expect: 'passes', next: 'at once' },
    ...(isUnjudged(scene)
      ? []
      : [
          {
            name: `${scene}: nothing at all, bad image`,
            group: 'scenes' as const,
            scene,
            image: 'bad' as const,
            expect: 'fails' as const,
            cause: [/critical/i],
          },
        ]),
  ]);

/** Every request of the modes and places that build nothing, or build and hand over, with every kind of fault. */
export const sceneCases: readonly FaultCase[] = [
  ...plain,
  ...(Object.entries(sceneCalls) as [SceneName, readonly SceneCall[]][]).flatMap(([scene, calls]) =>
    calls.flatMap((call) => [...allOf(scene, call), ...liesOf(scene, call)]),
  ),
];
