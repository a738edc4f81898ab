import type { DockerCommand, DockerFault, FaultCase, Moment } from '../case.ts';

const http = 'http: { path: /health, within: 3s }';
const command = 'command: [/bin/busybox, sh, /start.sh]\nwithin: 30s';
const quick = 'exit 0\n';
const slow = '/bin/busybox sleep 3\n';

const common = { group: 'smoke' } as const;

function containerCase(
  what: string,
  script: string,
  test: string,
  rest: Pick<FaultCase, 'expect'> & Partial<FaultCase>,
): FaultCase {
  return { ...common, name: `the container ${what}`, script, inputs: { 'smoke-test': test }, ...rest };
}

const containers: readonly FaultCase[] = [
  containerCase('does as it should', quick, command, { expect: 'passes', next: 'at once' }),
  containerCase('does as it should, bad image', quick, command, {
    image: 'bad',
    expect: 'fails',
    cause: [/critical/i],
  }),
  containerCase('hangs', '/bin/busybox sleep 3600\n', http, {
    expect: 'fails',
    cause: [/within 3 s/],
  }),
  containerCase(
    'hangs, and does not heed a signal',
    "trap '' TERM INT HUP\nwhile :; do /bin/busybox sleep 1; done\n",
    http,
    {
      expect: 'fails',
      cause: [/within 3 s/],
    },
  ),
  containerCase('dies at its start', 'exit 7\n', http, { expect: 'fails', cause: [/exit code 7/] }),
  containerCase('is killed', 'kill -9 $$\n', http, { expect: 'fails', cause: [/13[79]|ended/] }),
  containerCase(
    'prints 600 MB and dies',
    '/bin/busybox yes "a line of the output" | /bin/busybox head -c 600000000\nexit 7\n',
    'command: [/bin/busybox, sh, /start.sh]\nwithin: 90s',
    {
      expect: 'fails',
      cause: [/exit code 7|within 90 s/],
      capS: 150,
      extra: true,
    },
  ),
  containerCase(
    'prints one line of 60 MB and dies',
    '/bin/busybox yes "a line" | /bin/busybox tr -d "\\n" | /bin/busybox head -c 60000000\nexit 7\n',
    command,
    {
      expect: 'fails',
      cause: [/exit code 7|within 30 s/],
      capS: 90,
    },
  ),
  containerCase('starts other processes and ends', '/bin/busybox sleep 3600 &\nexit 0\n', command, {
    expect: 'passes',
  }),
  containerCase('fills its memory', 'x=x; while :; do x="$x$x"; done\n', `${command}\nmemory: 16m`, {
    expect: 'fails',
    cause: [/exit code|memory|ended|within/],
    capS: 60,
  }),
];

/** The docker commands of a smoke test, and whether a run can do without them. */
const commands: readonly (readonly [on: DockerCommand, without: FaultCase['expect']])[] = [
  ['network create', 'fails'],
  ['run', 'fails'],
  ['container inspect', 'fails'],
  ['container rm', 'passes'],
  ['network rm', 'passes'],
];

const dockers: readonly FaultCase[] = commands.flatMap(([on, without]) =>
  (['fails', 'hangs', 'is-killed', 'hangs-after', 'floods'] as const).flatMap((how): FaultCase[] => {
    const docker: DockerFault = { on, how, says: 'Error response from daemon: it does not work' };
    const waits = how.startsWith('hangs');
    const one: FaultCase = {
      ...common,
      name: `docker ${on} ${how}`,
      script: quick,
      inputs: { 'smoke-test': command },
      docker,
      expect: how === 'hangs-after' || how === 'floods' ? 'either' : without,
      cause: [/docker|engine|does not work|smoke/i],
      ...(waits && { waits: true, capS: 120 }),
      ...(how === 'floods' && { capS: 60, extra: true }),
    };
    return how === 'fails'
      ? [one, { ...one, name: `${one.name} once`, docker: { ...docker, times: 1 }, expect: without }]
      : [one];
  }),
);

const moments: readonly (readonly [name: string, moment: Moment])[] = [
  ['before its network is made', { kind: 'docker', command: 'network create', holdMs: 1_500 }],
  ['before its container starts', { kind: 'docker', command: 'run', holdMs: 1_500 }],
  ['while its container runs', { kind: 'docker', command: 'container inspect', holdMs: 0 }],
  ['before its container is removed', { kind: 'docker', command: 'container rm', holdMs: 1_500 }],
  ['before its network is removed', { kind: 'docker', command: 'network rm', holdMs: 1_500 }],
];

const signals: readonly FaultCase[] = moments.flatMap(([name, at]) =>
  (['cancel', 'kill'] as const).map((how): FaultCase => ({
    ...common,
    name: `${how === 'cancel' ? 'cancelled' : 'killed'} ${name}`,
    script: slow,
    inputs: { 'smoke-test': command },
    signal: { how, at },
    next: 'at once',
    expect: 'fails',
    cause: [/cancel/i],
  })),
);

/** The image that is started before it is pushed: what it does, what docker does, and what is left of it. */
export const smokeCases: readonly FaultCase[] = [...containers, ...dockers, ...signals];
