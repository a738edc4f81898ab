import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import {
  emptyScenario,
  parseScenario,
  startLocalEcr,
  type LocalEcr,
  type LocalEcrOptions,
  type ResourcePolicy,
  type Scenario,
} from './index.ts';
import { issuer } from './oidc.ts';
import { isRepositoryName } from './parameters.ts';
import { isAccountId, isRegionName } from './places.ts';
import type { ScenarioRegistry } from './scenario.ts';

const scenarioFolder = fileURLToPath(new URL('scenarios', import.meta.url));

function bundledScenarios(): string[] {
  return readdirSync(scenarioFolder).map((file) => basename(file, '.json'));
}

const usage = `local-ecr: Amazon ECR on this machine, for trying things out

  npm run local-ecr -- [options]

  --port N              the port on 127.0.0.1 (5055)
  --public-port N       the port of ECR Public (5056)
  --data FOLDER         keep images and settings there (default: nothing is kept)
  --scenario NAME|FILE  what is there and what scans find: ${bundledScenarios().join(', ')}, or a file
  --repository NAME     make this repository; may be given several times
  --public-repository NAME
                        create this repository in ECR Public; may be given several times
  --account ID          the registry's account (123456789012)
  --region REGION       the registry's region (eu-west-1)
  --registry ID/REGION  a further registry, of another account or region, on 127.0.0.2 and so on;
                        may be given several times
  --subject SUB         the sub of the job's OIDC tokens (repo:team/app:ref:refs/heads/main)
  --verify-signatures   only accept API requests that were signed with their key's secret, and recently
  --latency MS          delay every request
  --connection MS       delay the first request of every connection by this much more
  --quiet               do not log requests
  --help                this text
`;

/** Parses the command line. After a mistyped flag, prints all of them. */
function readFlags() {
  try {
    return parseArgs({
      options: {
        port: { type: 'string' },
        'public-port': { type: 'string' },
        'public-repository': { type: 'string', multiple: true },
        data: { type: 'string' },
        scenario: { type: 'string' },
        repository: { type: 'string', multiple: true },
        account: { type: 'string' },
        region: { type: 'string' },
        registry: { type: 'string', multiple: true },
        subject: { type: 'string' },
        'verify-signatures': { type: 'boolean' },
        latency: { type: 'string' },
        connection: { type: 'string' },
        quiet: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`, {
      cause: error,
    });
  }
}

async function run(): Promise<void> {
  const values = readFlags();
  if (values.help === true) {
    process.stdout.write(usage);
    return;
  }
  for (const flag of ['repository', 'public-repository'] as const)
    for (const name of values[flag] ?? []) legal(`--${flag}`, name, isRepositoryName);
  const options: LocalEcrOptions = {
    port: wholeNumber('--port', values.port ?? '5055', 65_535),
    publicPort: wholeNumber('--public-port', values['public-port'] ?? nextPort(values.port), 65_535),
    latencyMs: wholeNumber('--latency', values.latency ?? '0', 60_000),
    connectionLatencyMs: wholeNumber('--connection', values.connection ?? '0', 60_000),
    verifySignatures: values['verify-signatures'] === true,
    ...(values.data !== undefined && { dataDir: values.data }),
    ...(values.account !== undefined && { accountId: legal('--account', values.account, isAccountId) }),
    ...(values.region !== undefined && { region: legal('--region', values.region, isRegionName) }),
    scenario: withRole(
      withRegistries(
        values.scenario === undefined ? emptyScenario : readScenario(values.scenario),
        values.registry ?? [],
      ),
      values.account,
    ),
    ...(values.quiet !== true && {
      onRequest: ({ kind, operation, path, status }) => {
        process.stdout.write(
          `${new Date().toISOString()} ${String(status)} ${kind} ${operation}${kind.endsWith('registry') ? ` ${path}` : ''}\n`,
        );
      },
    }),
  };
  const ecr = await startLocalEcr(options).catch((error: unknown) => {
    throw portProblem(error) ?? error;
  });
  for (const name of values.repository ?? []) ecr.createRepository(name);
  for (const name of values['public-repository'] ?? []) ecr.public.createRepository(name);
  const repositories = [
    ...(options.scenario ?? emptyScenario).repositories.map(({ name }) => name),
    ...(values.repository ?? []),
  ];
  const scenario = options.scenario ?? emptyScenario;
  process.stdout.write(bannerOf(ecr, { scenario, repositories, subject: values.subject }));
  const stop = () => {
    void ecr.close().then(() => process.exit(0));
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
}

/** Returns a flag's value if it is legal. */
function legal(flag: keyof typeof taken, value: string, isLegal: (value: string) => boolean): string {
  if (isLegal(value)) return value;
  throw new Error(`${flag} takes ${taken[flag]}, not ${JSON.stringify(value)}`);
}

const name = '2 to 256 lower-case letters, digits, and single . _ - / between them';
const taken = {
  '--account': 'the 12 digits of an account',
  '--region': 'a region such as eu-west-1',
  '--repository': name,
  '--public-repository': name,
} as const;

/** Explains a port that is already in use. */
function portProblem(error: unknown): Error | undefined {
  const { code, port, address } = error as NodeJS.ErrnoException & { port?: number; address?: string };
  if (code !== 'EADDRINUSE') return undefined;
  return new Error(
    `the port ${String(port)} of ${String(address)} is in use, perhaps by another local-ecr: end that, or take another one ` +
      'with --port and --public-port (0 takes any that is free)',
  );
}

/** What users need to know to use it. */
function bannerOf(ecr: LocalEcr, { scenario, repositories, subject }: Shown): string {
  const name = repositories[0] ?? 'team/app';
  return `local-ecr answers on ${ecr.url} (account ${ecr.accountId}, region ${ecr.region}).

Point AWS clients at it:
${exports(ecr.env)}

${placesText(ecr, scenario.registries ?? [])}A job that may have OIDC tokens has these, and can assume ${(scenario.roles ?? []).map(({ arn }) => arn).join(', ')}:
${exports(ecr.oidcEnv(subject))}

Then, for example:
${repositories.length === 0 ? `  aws ecr create-repository --repository-name ${name}\n` : ''}  aws ecr get-login-password | docker login --username AWS --password-stdin ${ecr.host}
  printf 'FROM scratch\\nCOPY . /\\n' | docker build --tag ${ecr.host}/${name}:1 --file - .
  docker push ${ecr.host}/${name}:1

This action against it, in a checkout, with the variables above and those of a runner:
  export GITHUB_OUTPUT=$(mktemp) GITHUB_STATE=$(mktemp) GITHUB_ENV=$(mktemp) GITHUB_STEP_SUMMARY=$(mktemp)
  env GITHUB_WORKSPACE="$PWD" RUNNER_TEMP=/tmp INPUT_REPOSITORY=${name} INPUT_TAGS=latest \\
    node PATH/TO/ecr-ship/dist/index.js && cat "$GITHUB_STEP_SUMMARY"

A workflow against it with act, whose containers have to share this machine's network:
  act --network host ${Object.keys(ecr.env)
    .map((one) => `--env ${one}`)
    .join(' ')}

ECR Public answers on ${ecr.public.url}, its registry's alias is ${ecr.public.alias}:
  aws ecr-public create-repository --region us-east-1 --repository-name app
  aws ecr-public get-login-password --region us-east-1 | docker login --username AWS --password-stdin ${ecr.public.host}
  docker push ${ecr.public.host}/${ecr.public.alias}/app:1

Stop it with Ctrl-C.
`;
}

/** What the banner shows. */
interface Shown {
  readonly scenario: Scenario;
  /** The repositories that exist from the start. */
  readonly repositories: readonly string[];
  readonly subject: string | undefined;
}

/** Formats variables for a shell; values are quoted only if necessary. */
function exports(env: Readonly<Record<string, string>>): string {
  const quoted = (value: string) => (/^[\w:/.@+=-]*$/.test(value) ? value : `'${value}'`);
  return Object.entries(env)
    .map(([name, value]) => `  export ${name}=${quoted(value)}`)
    .join('\n');
}

/** The hosts of the further registries' images, and the access keys of their accounts. */
function placesText(ecr: LocalEcr, registries: readonly ScenarioRegistry[]): string {
  const lines = registries.map(
    ({ account, region }) =>
      `  ${ecr.hostOf({ accountId: account, region })}  account ${account}, region ${region} (access keys that end with ${account})`,
  );
  return lines.length === 0 ? '' : `Further registries:\n${lines.join('\n')}\n\n`;
}

function withRegistries(scenario: Scenario, given: readonly string[]): Scenario {
  const registries = given.map((text) => {
    const [account = '', region = ''] = text.split(/\/(.*)/s);
    if (!isAccountId(account) || !isRegionName(region))
      throw new Error(
        `--registry takes an account and a region, such as 210987654321/us-east-1, not ${text}`,
      );
    return { account, region };
  });
  const all = [...(scenario.registries ?? []), ...registries];
  const again = all.find((one, at) =>
    all.slice(0, at).some(({ account, region }) => account === one.account && region === one.region),
  );
  if (again !== undefined) throw new Error(`the registry ${again.account}/${again.region} is given twice`);
  return { ...scenario, registries: all };
}

/** Adds to a scenario without roles one that every repository's main branch may assume. */
function withRole(scenario: Scenario, account = '123456789012'): Scenario {
  const provider = issuer.replace('https://', '');
  const trustPolicy: ResourcePolicy = {
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Federated: `arn:aws:iam::${account}:oidc-provider/${provider}` },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: {
          StringEquals: { [`${provider}:aud`]: 'sts.amazonaws.com' },
          StringLike: { [`${provider}:sub`]: 'repo:*:ref:refs/heads/main' },
        },
      },
      { Effect: 'Allow', Principal: { AWS: account }, Action: 'sts:AssumeRole' },
    ],
  };
  return scenario.roles === undefined
    ? { ...scenario, roles: [{ arn: `arn:aws:iam::${account}:role/ship`, trustPolicy }] }
    : scenario;
}

/** Reads a scenario by name from the folder beside this file, or from the user's own file. */
function readScenario(nameOrFile: string): NonNullable<LocalEcrOptions['scenario']> {
  const isName = basename(nameOrFile) === nameOrFile && !nameOrFile.endsWith('.json');
  if (isName && !bundledScenarios().includes(nameOrFile)) {
    throw new Error(
      `there is no scenario ${nameOrFile === '' ? "''" : nameOrFile}; there are ${bundledScenarios().join(', ')}, and files of your own (*.json)`,
    );
  }
  const file = isName ? join(scenarioFolder, `${nameOrFile}.json`) : nameOrFile;
  return parseScenario(readText(file), nameOrFile);
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Error(
      `the scenario ${JSON.stringify(file)} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
      { cause: error },
    );
  }
}

/** The port for ECR Public, next to the private registry's: the one after it, or before the last one. */
function nextPort(port: string | undefined): string {
  const given = port ?? '5055';
  if (given === '0' || !/^\d+$/.test(given)) return '0';
  return String(Number(given) + (given === '65535' ? -1 : 1));
}

function wholeNumber(flag: string, text: string, most: number): number {
  if (/^\d+$/.test(text) && Number(text) <= most) return Number(text);
  throw new Error(`${flag} takes a whole number from 0 to ${String(most)}, not ${JSON.stringify(text)}`);
}

run().catch((error: unknown) => {
  process.stderr.write(`local-ecr: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
});
