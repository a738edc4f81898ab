import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { LocalEcr, Place, Role } from '../../local-ecr/index.ts';
import { busybox } from '../../scripts/engines/index.mjs';
import { startRemoteBuilder, type RemoteBuilder } from '../support/buildkit.ts';
import { engine } from '../support/engines.ts';
import { startFakeGitHub, type FakeGitHub } from '../support/fake-github.ts';
import { recordPrograms, type RecordingPrograms } from '../support/recording-programs.ts';
import type { StepResult } from '../support/runner.ts';
import { criticalFinding, quickScans, startScene, type Scene } from '../support/scene.ts';
import { leaksIn, leftFiles, leftTexts, type Left } from '../support/secret-search.ts';

/** Every kind of secret that a run can be given, with what JSON, addresses and base64 write in another way. */
const given = {
  'AWS secret key': 'AwsKey-7Zq/+%\\kK1-of-the-job',
  'AWS session token': 'Session-9Yw/+=%\\tT2-of-the-job',
  'GitHub token': 'ghs_Zz8xW7vU6tS5rQ4pO3nM2lK1jI0h',
  "password of a registry's login": 'Login-5Vb/+=%&pP3-of-a-person',
  'secret of the build': 'Npm-3Mn/+=%&sS4-of-the-build',
  'secret from a variable': 'Variable-1Lk/+=%\\vV5-of-the-job',
  'secret from a file': 'File-2Jh/+=%\\fF6-of-the-checkout',
  'variable of a smoke test': 'Smoke-4Gf/+=%&eE7-of-the-test',
  'build argument': 'Arg-6Ds/+=%&aA8-of-the-build',
  'password of the proxy': 'Proxy-8Qa/+=%&xX9-of-the-network',
  'password of the context': 'Context-0Po/+=%&cC0-of-the-git',
} as const;
type Secret = keyof typeof given;

const [home, other] = ['123456789012', '210987654321'];
const there: Place = { accountId: other, region: 'us-east-1' };
const roleOf = (account: string, name: string): Role => ({
  arn: `arn:aws:iam::${account}:role/${name}`,
  trustPolicy: {
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Federated: `arn:aws:iam::${account}:oidc-provider/token.actions.githubusercontent.com` },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: {
          StringEquals: { 'token.actions.githubusercontent.com:sub': 'repo:team/app:ref:refs/heads/main' },
        },
      },
    ],
  },
});
const [reader, publisher] = [roleOf(home, 'read'), roleOf(other, 'publish')];
const homeHost = `${home}.dkr.ecr.eu-west-1.amazonaws.com`;

/** Runs something, mounts every secret, and says each of them aloud where that is wanted. */
const dockerfile = (says: string) => `FROM scratch AS base
COPY --chmod=755 busybox /bin/busybox
SHELL ["/bin/busybox", "sh", "-c"]
ARG API_TOKEN
RUN --mount=type=secret,id=npm --mount=type=secret,id=job --mount=type=secret,id=rc \\
  cat() { /bin/busybox cat "$@"; }; base64() { /bin/busybox base64 "$@"; }; ${says}
FROM base
COPY start.sh /start.sh
ENTRYPOINT ["/bin/busybox", "sh", "/start.sh"]
`;
const quiet = 'cat /run/secrets/npm /run/secrets/job /run/secrets/rc | /bin/busybox wc -c';
/** What is in a file that the person names is known to docker alone; everything else is hidden in what a build prints. */
const loud =
  'cat /run/secrets/npm; echo; cat /run/secrets/job; echo; base64 /run/secrets/npm; echo "x$(cat /run/secrets/job)" | base64; echo "$API_TOKEN"';

const built = {
  secrets: `npm=${given['secret of the build']}`,
  'secret-envs': 'job=JOB_SECRET',
  'secret-files': 'rc=secret.txt',
  'build-args': `API_TOKEN=${given['build argument']}`,
  'no-cache': 'true',
};
const smoke = `command: [/bin/busybox, sh, /start.sh]
env:
  API_KEY: '${given['variable of a smoke test']}'
`;
const reports = {
  'result-file': 'left/result.json',
  'evidence-file': 'left/evidence.md',
  'sarif-file': 'left/findings.sarif',
  'env-file': 'left/.env',
};
const commented = { comment: 'true', 'github-token': given['GitHub token'] };
const logins = `- registry: ghcr.io\n  username: me\n  password: '${given["password of a registry's login"]}'\n`;
const publish = { mode: 'publish', from: 'sha-1', labels: '', ...reports, ...commented };
const plain = { ...built, ...reports, ...commented, 'registry-logins': logins };
const everything = { ...plain, 'smoke-test': smoke };
const byRole = { 'role-to-assume': reader.arn };

interface Row {
  readonly name: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly ends: 'well' | 'with an error' | 'cancelled' | 'killed';
  readonly builder?: 'remote';
  readonly hasToken?: boolean;
  readonly isBad?: boolean;
  /** What the build prints. */
  readonly says?: string;
  readonly prepare?: (ecr: LocalEcr, github: FakeGitHub) => void;
}

/** Everything but what this run has never seen: what is in a file goes from there to the builder. */
function toldTo(inputs: Row['inputs']): string {
  const texts = Object.values(inputs).join('\n');
  const known = Object.entries(given).filter(
    ([name, value]) =>
      texts.includes(value) ||
      /^AWS|proxy/.test(name) ||
      (name === 'secret from a variable' && 'secret-envs' in inputs),
  );
  return known.map(([, value]) => value).join(' and ');
}

/** The registry, or whoever stands in front of it, says back all that it was ever told. */
const echoes = (ecr: LocalEcr, github: FakeGitHub, [operation, inputs]: [string, Row['inputs']]) => {
  const echo = toldTo(inputs);
  const message = `You said ${echo} ${encodeURIComponent(echo)} ${Buffer.from(echo).toString('base64')}`;
  ecr.addFault({ operation, status: 400, type: 'InvalidParameterException', code: 'DENIED', message });
  github.disturbances.push((response) => response.writeHead(500).end(JSON.stringify({ message })));
};
const seeded = (ecr: LocalEcr) => void ecr.seedImage('team/app', 'sha-1', 'something to publish');

const rows: readonly Row[] = [
  { name: 'ship', inputs: everything, ends: 'well' },
  { name: 'ship, of an image that does not pass', inputs: everything, ends: 'with an error', isBad: true },
  {
    name: 'ship, with a build that says what it was given',
    inputs: plain,
    says: loud,
    ends: 'well',
  },
  {
    name: 'ship, with a build that fails and says what it was given',
    inputs: plain,
    says: `{ ${loud}; } >&2; exit 1`,
    ends: 'with an error',
  },
  {
    name: 'ship, with a smoke test that says what it was given',
    inputs: { ...everything, 'smoke-test': `${smoke}within: 20s`, target: 'base' },
    ends: 'with an error',
  },
  {
    name: 'ship, with a registry that says what it was told',
    inputs: plain,
    prepare: (ecr, github) => echoes(ecr, github, ['PUT manifest', plain]),
    ends: 'with an error',
  },
  {
    name: 'ship, with an API that says what it was told, also in post',
    inputs: plain,
    prepare: (ecr, github) => {
      echoes(ecr, github, ['DescribeImages', plain]);
      echoes(ecr, github, ['BatchDeleteImage', plain]);
    },
    ends: 'with an error',
  },
  {
    name: 'ship, cancelled in the build',
    inputs: everything,
    says: 'echo WAITING; /bin/busybox sleep 60',
    ends: 'cancelled',
  },
  {
    name: 'ship, killed in the build',
    inputs: everything,
    says: 'echo WAITING; /bin/busybox sleep 60',
    ends: 'killed',
  },
  {
    name: 'ship by digest, with the longest provenance and a cache',
    inputs: {
      ...plain,
      'build-args': '',
      provenance: 'mode=max',
      'cache-to': 'type=local,mode=max,dest=left/cache',
    },
    builder: 'remote',
    ends: 'well',
  },
  { name: 'build', inputs: { ...everything, mode: 'build' }, ends: 'well' },
  { name: 'login', inputs: { mode: 'login', login: 'shared', tags: '', labels: '' }, ends: 'well' },
  {
    name: 'login, by a role',
    inputs: { mode: 'login', tags: '', labels: '', ...byRole },
    hasToken: true,
    ends: 'well',
  },
  { name: 'plan', inputs: { ...everything, mode: 'plan' }, ends: 'well' },
  { name: 'push: false', inputs: { ...everything, push: 'false' }, ends: 'well' },
  {
    name: 'push: false, of a Git URL with a password',
    inputs: {
      ...plain,
      push: 'false',
      context: `http://me:${encodeURIComponent(given['password of the context'])}@127.0.0.1:1/a.git#main`,
    },
    ends: 'with an error',
  },
  { name: 'publish', inputs: publish, prepare: seeded, ends: 'well' },
  {
    name: 'publish, by roles, to destinations in another account too',
    inputs: {
      ...publish,
      ...byRole,
      destinations: `${homeHost}/team/copy\n${other}.dkr.ecr.us-east-1.amazonaws.com/team/app role=${publisher.arn}`,
    },
    hasToken: true,
    prepare: seeded,
    ends: 'well',
  },
  {
    name: 'publish, with a destination that says what it was told',
    inputs: { ...publish, destinations: `${homeHost}/team/copy` },
    prepare: (ecr, github) => {
      seeded(ecr);
      echoes(ecr, github, ['PUT manifest', publish]);
    },
    ends: 'with an error',
  },
  {
    name: 'inputs that cannot be used',
    inputs: { ...everything, secrets: `"npm=${given['secret of the build']}`, 'fail-on': 'sometimes' },
    ends: 'with an error',
  },
];

let program: Buffer;
beforeAll(async () => {
  program = readFileSync(await busybox());
});

interface Here {
  readonly scene: Scene;
  readonly github: FakeGitHub;
  readonly programs: RecordingPrograms;
  readonly folder: string;
  readonly builder: RemoteBuilder | undefined;
}
let close: () => Promise<void> = async () => {};
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ecr-ship-secrets-'));
});
afterEach(async () => {
  await close();
  rmSync(folder, { recursive: true, force: true });
});

async function setUp({ builder: wanted, isBad, says = quiet, prepare }: Row): Promise<Here> {
  const on = engine('containerd');
  const github = await startFakeGitHub();
  github.tokens.set(given['GitHub token'], { login: 'github-actions', pullRequests: 'write' });
  const scene = await startScene(on, {
    dataDir: join(folder, 'registry'),
    scenario: {
      ...quickScans,
      repositories: [{ name: 'team/app' }, { name: 'team/copy' }],
      registries: [{ account: other, region: there.region, repositories: [{ name: 'team/app' }] }],
      roles: [reader, publisher],
      ...(isBad === true && { results: [{ match: {}, findings: [criticalFinding] }] }),
    },
    files: {
      Dockerfile: dockerfile(says),
      'start.sh': 'echo "$API_KEY"; echo "$API_KEY" >&2\n',
      'secret.txt': given['secret from a file'],
      'left/.keep': '',
    },
  });
  writeFileSync(join(scene.workspace, 'busybox'), program, { mode: 0o755 });
  prepare?.(scene.ecr, github);
  const builder = wanted === undefined ? undefined : await startRemoteBuilder(on);
  close = async () => {
    await builder?.close();
    await github.close();
    await scene.close();
  };
  const programs = recordPrograms(
    folder,
    builder?.env['PATH'] ?? on.env['PATH'] ?? process.env['PATH'] ?? '',
  );
  return { scene, github, programs, folder, builder };
}

/** A job of pull request 7 with every secret in its variables. */
function variablesOf({ scene, github, programs, builder }: Here, { hasToken }: Row): Record<string, string> {
  const event = join(folder, 'event.json');
  const repo = { full_name: 'team/app', name: 'app', default_branch: 'main' };
  const pull_request = { number: 7, head: { ref: 'feature', repo }, base: { ref: 'main', repo } };
  writeFileSync(event, JSON.stringify({ number: 7, pull_request, repository: repo }));
  const proxy = `http://me:${encodeURIComponent(given['password of the proxy'])}@127.0.0.1:1`;
  return {
    ...builder?.env,
    PATH: programs.path,
    GITHUB_API_URL: github.url,
    GITHUB_EVENT_NAME: 'pull_request',
    GITHUB_EVENT_PATH: event,
    GITHUB_REF: 'refs/pull/7/merge',
    RUNNER_DEBUG: '1',
    HTTP_PROXY: proxy,
    HTTPS_PROXY: proxy,
    NO_PROXY: '127.0.0.0/8,127.0.0.1,127.0.0.2,localhost',
    JOB_SECRET: given['secret from a variable'],
    ...(hasToken === true
      ? { ...scene.ecr.oidcEnv(), AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' }
      : {
          AWS_SECRET_ACCESS_KEY: given['AWS secret key'],
          AWS_SESSION_TOKEN: given['AWS session token'],
        }),
  };
}

/** All that a step leaves to be read; its orders to hide something are for the runner, which does not show them. */
function leftOf(step: StepResult, title: string): Left[] {
  const { outputs, state, env, summary, stderr, errors, warnings, notices } = step;
  const open = Object.entries(outputs).filter(([name]) => !name.startsWith('docker_password_'));
  return leftTexts({
    [`log of ${title}`]: step.log.replaceAll(/^::add-mask::.*$/gm, ''),
    [`stderr of ${title}`]: stderr,
    [`summary of ${title}`]: summary,
    // As docker/login-action takes it; the runner hides it.
    [`outputs of ${title}`]: JSON.stringify(Object.fromEntries(open)),
    [`state of ${title}`]: JSON.stringify(state),
    [`variables of ${title}`]: JSON.stringify(env),
    [`annotations of ${title}`]: JSON.stringify([errors, warnings, notices]),
  });
}

/** docker takes these on its command line only, and an image keeps every build argument: docs/security.md says so. */
function isKnown({ secret, where }: { readonly secret: string; readonly where: string }): boolean {
  const isArgument = secret === ('build argument' satisfies Secret);
  if (where === 'commands') return isArgument || secret === ('password of the context' satisfies Secret);
  return isArgument && where.startsWith('registry/');
}

test.each(rows)('$name: nothing that is left has a secret in it, in any writing', async (row) => {
  const here = await setUp(row);
  const { scene, github, programs } = here;
  const job = scene.job(row.inputs, variablesOf(here, row));
  mkdirSync(join(job.temp, 'home', '.docker'), { recursive: true });
  const main = await job.main({
    ...(row.ends === 'killed' && { killAfter: (log) => log.includes('WAITING\n') }),
    ...(row.ends === 'cancelled' && {
      started: (child) => {
        child.stdout?.on('data', (chunk: Buffer) => {
          if (chunk.includes('WAITING\n')) child.kill('SIGINT');
        });
      },
    }),
  });
  const config = main.env['DOCKER_CONFIG'];
  const post = await job.post();
  const failed = row.ends !== 'well';
  expect([main.exitCode !== 0, main.errors.length > 0]).toEqual([failed, failed && row.ends !== 'killed']);
  if (config !== undefined) expect(existsSync(config)).toBe(false);

  // What the action itself asked to be hidden is secret too: tokens of the registry, of roles and of OIDC.
  const password = main.masks.find((mask) => Buffer.from(mask, 'base64').toString().startsWith('AWS:'));
  const asked = Object.fromEntries(
    main.masks.filter((mask) => mask.length >= 12).map((mask, at) => [`mask ${String(at)}`, mask]),
  );
  const login =
    password === undefined ? {} : { 'login as user:password': Buffer.from(password, 'base64').toString() };
  const left = [
    ...leftOf(main, 'main'),
    ...leftOf(post, 'post'),
    ...leftTexts({
      commands: programs.commands().flat().join('\n'),
      comments: JSON.stringify([github.comments, github.asked]),
    }),
    ...leftFiles(job.temp, 'RUNNER_TEMP'),
    ...leftFiles(join(scene.workspace, 'left'), 'files of the run'),
    ...leftFiles(join(folder, 'registry'), 'registry'),
  ];
  const leaks = leaksIn(left, { ...given, ...asked, ...login }).filter((leak) => !isKnown(leak));
  expect(leaks.filter((leak) => !isKnown({ ...leak, secret: secretOf(leak.secret, asked) }))).toEqual([]);
  // The search itself finds what is there.
  const masks = leftTexts({ masks: JSON.stringify(main.masks) });
  const found = new Set(leaksIn(masks, given).map(({ secret }) => secret));
  if (row.hasToken !== true) expect(found).toContain('AWS secret key');
  if (row.inputs['secrets'] !== undefined && row.inputs['mode'] !== 'plan' && row.ends === 'well')
    expect(programs.commands().some((words) => words.includes('id=job,env=JOB_SECRET'))).toBe(true);
  job.remove();
});

/** The name of a secret that was given, where an order to hide it repeats it. */
function secretOf(name: string, asked: Readonly<Record<string, string>>): string {
  const text = asked[name];
  const found = Object.entries(given).find(
    ([, value]) => value === text || encodeURIComponent(value) === text || (text?.includes(value) ?? false),
  );
  return found?.[0] ?? name;
}
