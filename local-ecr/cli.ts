import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { parseScenario, startLocalEcr, type LocalEcr, type LocalEcrOptions } from './index.ts';

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
  --public-repository NAME  make this repository in ECR Public; may be given several times
  --account ID          the registry's account (123456789012)
  --region REGION       the registry's region (eu-west-1)
  --latency MS          let every request wait
  --connection MS       let the first request of every connection wait as long besides
  --quiet               do not log requests
  --help                this text
`;

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string' },
      'public-port': { type: 'string' },
      'public-repository': { type: 'string', multiple: true },
      data: { type: 'string' },
      scenario: { type: 'string' },
      repository: { type: 'string', multiple: true },
      account: { type: 'string' },
      region: { type: 'string' },
      latency: { type: 'string' },
      connection: { type: 'string' },
      quiet: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help === true) {
    process.stdout.write(usage);
    return;
  }
  const options: LocalEcrOptions = {
    port: wholeNumber('--port', values.port ?? '5055', 65_535),
    publicPort: wholeNumber('--public-port', values['public-port'] ?? nextPort(values.port), 65_535),
    latencyMs: wholeNumber('--latency', values.latency ?? '0', 60_000),
    connectionLatencyMs: wholeNumber('--connection', values.connection ?? '0', 60_000),
    ...(values.data !== undefined && { dataDir: values.data }),
    ...(values.account !== undefined && { accountId: values.account }),
    ...(values.region !== undefined && { region: values.region }),
    ...(values.scenario !== undefined && { scenario: readScenario(values.scenario) }),
    ...(values.quiet !== true && {
      onRequest: ({ kind, operation, path, status }) => {
        process.stdout.write(
          `${new Date().toISOString()} ${String(status)} ${kind} ${operation}${kind.endsWith('registry') ? ` ${path}` : ''}\n`,
        );
      },
    }),
  };
  const ecr = await startLocalEcr(options);
  for (const name of values.repository ?? []) ecr.createRepository(name);
  for (const name of values['public-repository'] ?? []) ecr.public.createRepository(name);
  process.stdout.write(welcome(ecr));
  const stop = () => {
    void ecr.close().then(() => process.exit(0));
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
}

/** What a person needs to use it. */
function welcome(ecr: LocalEcr): string {
  return `local-ecr answers on ${ecr.url} (account ${ecr.accountId}, region ${ecr.region}).

Point AWS clients at it:
${Object.entries(ecr.env)
  .map(([name, value]) => `  export ${name}=${value}`)
  .join('\n')}

Then, for example:
  aws ecr create-repository --repository-name team/app
  aws ecr get-login-password | docker login --username AWS --password-stdin ${ecr.host}
  docker push ${ecr.host}/team/app:1

ECR Public answers on ${ecr.public.url}, its registry's alias is ${ecr.public.alias}:
  aws ecr-public create-repository --region us-east-1 --repository-name app
  aws ecr-public get-login-password --region us-east-1 | docker login --username AWS --password-stdin ${ecr.public.host}
  docker push ${ecr.public.host}/${ecr.public.alias}/app:1

Stop it with Ctrl-C.
`;
}

/** A scenario by name from the folder beside this file, or from a file of the person's own. */
function readScenario(nameOrFile: string): NonNullable<LocalEcrOptions['scenario']> {
  const isName = basename(nameOrFile) === nameOrFile && !nameOrFile.endsWith('.json');
  if (isName && !bundledScenarios().includes(nameOrFile)) {
    throw new Error(
      `there is no scenario ${nameOrFile}; there are ${bundledScenarios().join(', ')}, and files of your own (*.json)`,
    );
  }
  const file = isName ? join(scenarioFolder, `${nameOrFile}.json`) : nameOrFile;
  return parseScenario(readFileSync(file, 'utf8'), nameOrFile);
}

/** ECR Public is beside the private registry. */
function nextPort(port: string | undefined): string {
  const given = port ?? '5055';
  return given === '0' || !/^\d+$/.test(given) ? '0' : String(Number(given) + 1);
}

function wholeNumber(flag: string, text: string, most: number): number {
  if (/^\d+$/.test(text) && Number(text) <= most) return Number(text);
  throw new Error(`${flag} takes a whole number from 0 to ${String(most)}, not ${JSON.stringify(text)}`);
}

run().catch((error: unknown) => {
  process.stderr.write(`local-ecr: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
});
