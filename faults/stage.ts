import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { startJob, type Job } from '../__tests__/support/runner.ts';
import { emptyScenario, startLocalEcr, type LocalEcr, type Scenario } from '../local-ecr/index.ts';
import type { Engine } from '../scripts/engines/index.mjs';
import type { BadPlace, FaultCase } from './case.ts';
import { wrapDocker, type DockerWrapper } from './docker-wrapper.ts';
import { fixedTag, movingTag, repository } from './names.ts';
import { caseVariable } from './processes.ts';

/** All that one case runs in: a registry, an engine, a checkout, and a runner's folders. */
export interface Stage {
  readonly ecr: LocalEcr;
  readonly engine: Engine;
  readonly docker: DockerWrapper;
  readonly workspace: string;
  /** RUNNER_TEMP and TMPDIR of the job: whatever a run leaves is in here. */
  readonly temp: string;
  readonly mark: string;
  /** The image that the moving tag points to before the run. */
  readonly before: string;
  readonly resultFile: string;
  job(): Job;
  /** A job that nothing is done to, so much later. */
  plainJob(laterMs: number): Job;
  /** Resolves when a build waits for its file. */
  readonly building: Promise<void>;
  localImages(): Promise<string[]>;
  close(): Promise<void>;
}

const phases: Scenario['phases'] = [
  { afterMs: 0, status: 'IN_PROGRESS' },
  { afterMs: 150, status: 'COMPLETE', findings: 'all' },
];

const scanning: Readonly<Record<NonNullable<FaultCase['scanning']>, Scenario['scanning']>> = {
  'on-push': { type: 'BASIC', frequency: 'SCAN_ON_PUSH' },
  manual: { type: 'BASIC', frequency: 'MANUAL' },
  enhanced: { type: 'ENHANCED', frequency: 'CONTINUOUS_SCAN' },
};

const findings = {
  good: [{ id: 'CVE-2024-0002', severity: 'LOW', package: 'zlib', version: '1.3' }],
  bad: [{ id: 'CVE-2024-0001', severity: 'CRITICAL', package: 'openssl', version: '3.0.1' }],
};

let count = 0;

export async function setStage(fault: FaultCase, engine: Engine): Promise<Stage> {
  let registryOffMs = 0;
  const ecr = await startLocalEcr({
    clock: { now: () => Date.now() + registryOffMs },
    scenario: {
      ...emptyScenario,
      scanning: scanning[fault.scanning ?? 'on-push'],
      repositories: [{ name: repository }],
      phases,
      results: [{ match: {}, findings: findings[fault.image ?? 'good'] }],
    },
  });
  const before = ecr.seedImage(repository, movingTag, 'the release before');
  const folder = mkdtempSync(join(tmpdir(), 'ecr-ship-fault-'));
  const [workspace, temp] = [join(folder, 'workspace'), join(folder, 'temp')];
  [workspace, temp].forEach((path) => mkdirSync(path));
  const mark = `${String(process.pid)}-${String((count += 1))}`;
  const docker = wrapDocker(join(folder, 'docker'), engine.env['PATH'] ?? '', fault.docker, holdOf(fault));
  const slow = await serveSlowly(isSlow(fault));
  writeFileSync(
    join(workspace, 'Dockerfile'),
    `FROM scratch\n${slow === undefined ? '' : `ADD ${slow.url} /slow.txt\n`}COPY hello.txt /hello.txt\n`,
  );
  writeFileSync(join(workspace, 'hello.txt'), `hello from ${mark} at ${String(Date.now())}\n`);
  const place = badPlace(fault.place, temp);
  const resultFile = join(workspace, 'result.json');
  const startThis = (isFaulty: boolean, clockOffMs: number | undefined) =>
    startJob({
      inputs: {
        repository,
        tags: `${fixedTag}\n${movingTag}`,
        'result-file': 'result.json',
        ...fault.inputs,
      },
      workspace,
      node: resolve(process.env['ACTION_NODE'] ?? process.execPath),
      commandFolder: temp,
      keptLog: 1_000_000,
      ...(isFaulty && place.commandFiles !== undefined && { commandFiles: place.commandFiles }),
      env: {
        ...engine.env,
        ...ecr.env,
        // The SDK says on older Nodes that it will want a newer one.
        AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
        PATH: docker.path,
        RUNNER_TEMP: isFaulty ? place.runnerTemp : temp,
        TMPDIR: temp,
        [caseVariable]: mark,
        ...clockEnv(clockOffMs),
      },
    });
  return {
    ecr,
    engine,
    docker,
    workspace,
    temp,
    mark,
    before,
    resultFile,
    building: slow?.asked ?? new Promise(() => undefined),
    job: () => startThis(true, fault.clockOffMs),
    plainJob: (laterMs) => {
      slow?.hurry();
      registryOffMs = laterMs;
      return startThis(false, laterMs === 0 ? undefined : laterMs);
    },
    localImages: () => localImages(engine, ecr.host),
    async close() {
      place.undo();
      slow?.server.closeAllConnections();
      slow?.server.close();
      rmSync(folder, { recursive: true, force: true });
      await ecr.close();
    },
  };
}

function isSlow({ signal, engine }: FaultCase): boolean {
  return [signal?.at, engine?.at].some((moment) => moment?.kind === 'build');
}

function holdOf({ signal, engine }: FaultCase): Parameters<typeof wrapDocker>[3] {
  const moment = [signal?.at, engine?.at].find((candidate) => candidate?.kind === 'docker');
  return moment?.kind === 'docker' ? { command: moment.command, ms: moment.holdMs } : undefined;
}

/** A file that takes so long to come that a build is in its midst: the engine itself asks for it. */
async function serveSlowly(
  wanted: boolean,
): Promise<{ url: string; server: Server; asked: Promise<void>; hurry: () => void } | undefined> {
  if (!wanted) return undefined;
  let isHurried = false;
  let tell: () => void = () => undefined;
  const asked = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const server = createServer((request, response) => {
    tell();
    const give = () => response.end(request.method === 'HEAD' ? undefined : 'at last\n');
    if (isHurried) give();
    else setTimeout(give, 8_000);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}/slow.txt`,
    server,
    asked,
    hurry: () => {
      isHurried = true;
    },
  };
}

function clockEnv(offMs: number | undefined): Record<string, string> {
  if (offMs === undefined) return {};
  const hook = fileURLToPath(new URL('hooks/clock.mjs', import.meta.url));
  return { NODE_OPTIONS: `--import ${hook}`, FAULT_CLOCK_OFF_MS: String(offMs) };
}

interface Place {
  readonly runnerTemp: string;
  readonly commandFiles?: Parameters<typeof startJob>[0]['commandFiles'];
  undo(): void;
}

const fullFile: Partial<Record<BadPlace, Place['commandFiles']>> = {
  'output-full': { OUTPUT: '/dev/full' },
  'state-full': { STATE: '/dev/full' },
  'summary-full': { STEP_SUMMARY: '/dev/full' },
  'env-full': { ENV: '/dev/full' },
};

function badPlace(place: BadPlace | undefined, temp: string): Place {
  const commandFiles = place === undefined ? undefined : fullFile[place];
  if (commandFiles !== undefined) return { runnerTemp: temp, commandFiles, undo: () => undefined };
  if (place === undefined) return { runnerTemp: temp, undo: () => undefined };
  const runnerTemp = join(temp, 'runner-temp');
  if (place === 'temp-missing') return { runnerTemp, undo: () => undefined };
  // Root may write anywhere but on a file system that cannot be written to.
  mkdirSync(runnerTemp);
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4k,nr_inodes=64', 'ecr-ship-fault', runnerTemp]);
  const undo = () => void execFileSync('umount', ['--lazy', runnerTemp]);
  try {
    if (place === 'temp-full') writeFileSync(join(runnerTemp, 'fills'), Buffer.alloc(4096));
    else execFileSync('mount', ['-o', 'remount,ro', runnerTemp]);
  } catch (error) {
    undo();
    throw error;
  }
  return { runnerTemp, undo };
}

/** What the engine holds under names of this registry. */
async function localImages({ env }: Engine, host: string): Promise<string[]> {
  const args = ['image', 'ls', '--format', '{{.Repository}}:{{.Tag}}', `${host}/${repository}`];
  const { stdout } = await promisify(execFile)('docker', args, { env: { ...env }, timeout: 20_000 });
  return stdout.split('\n').filter((line) => line !== '');
}
