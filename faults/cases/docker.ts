import type { DockerFault, FaultCase } from '../case.ts';
import { pushS } from '../names.ts';

const engine = /docker|engine/i;

function dockerCase(
  what: string,
  docker: DockerFault,
  rest: Pick<FaultCase, 'expect'> & Partial<FaultCase>,
): FaultCase {
  return { name: `docker ${docker.on} ${what}`, group: 'docker', docker, ...rest };
}

/** What docker prints if a registry or a network fails for a moment. Sources: moby and containerd, their pushers. */
const passing = [
  'unexpected EOF',
  'read tcp 127.0.0.1:4711->127.0.0.1:443: read: connection reset by peer',
  'received unexpected HTTP status: 503 Service Unavailable',
  'toomanyrequests: Rate exceeded',
  'net/http: TLS handshake timeout',
  'dial tcp: lookup registry on 127.0.0.53:53: read udp: i/o timeout',
  'blob upload unknown',
  'failed commit on ref "layer-sha256:0123": unexpected status from PUT request to http://registry/v2/: 500 Internal Server Error',
];

const pushes: readonly FaultCase[] = [
  ...passing.flatMap((says): FaultCase[] => {
    const words = new RegExp(says.slice(-24).replaceAll(/[^\w ]/g, '.'));
    return [
      dockerCase(
        `fails once: ${says.slice(-40)}`,
        { on: 'push', how: 'fails', times: 1, says },
        { expect: 'passes' },
      ),
      dockerCase(
        `fails for ever: ${says.slice(-40)}`,
        { on: 'push', how: 'fails', says },
        { expect: 'fails', cause: [words] },
      ),
    ];
  }),
  dockerCase(
    'fails once: the token has expired',
    {
      on: 'push',
      how: 'fails',
      times: 1,
      says: 'denied: Your authorization token has expired. Reauthenticate and try again.',
    },
    { expect: 'passes' },
  ),
  dockerCase(
    'fails for ever: the token has expired',
    {
      on: 'push',
      how: 'fails',
      says: 'denied: Your authorization token has expired. Reauthenticate and try again.',
    },
    { expect: 'fails', cause: [/expired/], astray: /Grant ecr:|may not/ },
  ),
  dockerCase(
    'fails for ever: denied',
    {
      on: 'push',
      how: 'fails',
      says: 'denied: User: arn:aws:sts::123456789012:assumed-role/ci/job is not authorized to perform: ecr:InitiateLayerUpload on resource: arn:aws:ecr:eu-west-1:123456789012:repository/team/app because no identity-based policy allows the ecr:InitiateLayerUpload action',
    },
    { expect: 'fails', cause: [/ecr:InitiateLayerUpload/], capS: 30 },
  ),
  dockerCase('says nothing', { on: 'push', how: 'says-nothing' }, { expect: 'either', cause: [/push/] }),
  dockerCase(
    'is killed once',
    { on: 'push', how: 'is-killed', times: 1 },
    { expect: 'either', cause: [/push|kill|signal|137/i] },
  ),
  dockerCase(
    'is killed for ever',
    { on: 'push', how: 'is-killed' },
    { expect: 'fails', cause: [/kill|signal|137/i] },
  ),
  dockerCase(
    'hangs',
    { on: 'push', how: 'hangs' },
    { expect: 'fails', cause: [/push/], alone: true, capS: pushS.forEver, extra: true },
  ),
  dockerCase(
    'hangs when it is done',
    { on: 'push', how: 'hangs-after' },
    { expect: 'either', cause: [/push/], alone: true, capS: pushS.forEver, extra: true },
  ),
  dockerCase('prints 600 MB', { on: 'push', how: 'floods' }, { expect: 'passes', capS: 240 }),
];

/** The same if nothing is published; a build may be silent for an hour, so one that hangs is cancelled. */
const unpublished: readonly FaultCase[] = (['plan', 'push: false'] as const).flatMap((scene) => {
  const asked = (['fails', 'hangs', 'is-killed', 'floods', 'says-nothing'] as const).map((how) =>
    dockerCase(
      `${how} in ${scene}`,
      { on: 'info', how },
      { scene, expect: 'either', cause: [/docker|engine/i], waits: how === 'hangs' },
    ),
  );
  if (scene === 'plan') return asked;
  const built = (['fails', 'is-killed', 'floods', 'says-nothing'] as const).map((how) =>
    dockerCase(
      `${how} in ${scene}`,
      { on: 'build', how },
      { scene, expect: 'either', cause: [/build|docker|kill|137/i], capS: 240 },
    ),
  );
  const forgotten = (['fails', 'hangs', 'is-killed'] as const).map((how) =>
    dockerCase(
      `${how} in ${scene}`,
      { on: 'image rm', how },
      { scene, expect: 'passes', waits: how === 'hangs', mayMiss: true },
    ),
  );
  return [...asked, ...built, ...forgotten];
});

/** A docker that fails, hangs, is killed or never stops printing, at each of its commands. */
export const dockerCases: readonly FaultCase[] = [
  dockerCase(
    'fails',
    { on: 'info', how: 'fails', says: 'Cannot connect to the Docker daemon' },
    { expect: 'either', cause: [engine] },
  ),
  dockerCase(
    'hangs',
    { on: 'info', how: 'hangs' },
    { expect: 'either', cause: [/docker info|engine/], waits: true },
  ),
  dockerCase('is killed', { on: 'info', how: 'is-killed' }, { expect: 'either', cause: [engine] }),
  dockerCase(
    'prints 600 MB',
    { on: 'info', how: 'floods' },
    { expect: 'either', cause: [/docker info|engine/] },
  ),
  dockerCase('fails', { on: 'inspect', how: 'fails' }, { expect: 'either', cause: [engine] }),
  dockerCase(
    'hangs',
    { on: 'inspect', how: 'hangs' },
    { expect: 'either', cause: [/buildx|builder/], waits: true },
  ),
  dockerCase(
    'is killed',
    { on: 'inspect', how: 'is-killed' },
    { expect: 'either', cause: [/buildx|builder|docker/] },
  ),
  dockerCase(
    'fails',
    { on: 'build', how: 'fails', says: 'ERROR: failed to solve: it does not compile' },
    { expect: 'fails', cause: [/does not compile|build/] },
  ),
  dockerCase(
    'is killed',
    { on: 'build', how: 'is-killed' },
    { expect: 'fails', cause: [/kill|signal|137/i] },
  ),
  dockerCase('prints 600 MB', { on: 'build', how: 'floods' }, { expect: 'passes', capS: 240 }),
  dockerCase(
    'prints 600 MB of errors',
    { on: 'build', how: 'floods-errors' },
    { expect: 'passes', capS: 240, extra: true },
  ),
  dockerCase(
    'fails: the disk is full',
    { on: 'build', how: 'fails', says: 'ERROR: failed to copy files: write /a: no space left on device' },
    { expect: 'fails', cause: [/no space left/] },
  ),
  ...pushes,
  dockerCase('fails', { on: 'image rm', how: 'fails' }, { expect: 'passes' }),
  dockerCase('fails once', { on: 'image rm', how: 'fails', times: 1 }, { expect: 'passes' }),
  dockerCase('hangs', { on: 'image rm', how: 'hangs' }, { expect: 'passes', waits: true }),
  dockerCase('is killed', { on: 'image rm', how: 'is-killed' }, { expect: 'passes' }),
  dockerCase('prints 600 MB', { on: 'image rm', how: 'floods' }, { expect: 'passes', extra: true }),
  ...unpublished,
];
