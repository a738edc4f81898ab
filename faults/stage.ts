import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { startJob, type Job } from '../__tests__/support/runner.ts';
import { emptyScenario, startLocalEcr, type LocalEcr, type Scenario } from '../local-ecr/index.ts';
import type { Engine } from '../scripts/engines/index.mjs';
import type { FaultCase } from './case.ts';
import { wrapDocker, type DockerWrapper } from './docker-wrapper.ts';
import { fixedTag, movingTag, repository } from './names.ts';
import { badPlace } from './places.ts';
import { caseVariable } from './processes.ts';
import { serveSlowFile, type SlowFile } from './slow-file.ts';

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

const phases = (scanMs = 150): Scenario['phases'] => [
  { afterMs: 0, status: 'IN_PROGRESS' },
  { afterMs: scanMs, status: 'COMPLETE', findings: 'all' },
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

function scenarioOf(fault: FaultCase): Scenario {
  return {
    ...emptyScenario,
    scanning: scanning[fault.scanning ?? 'on-push'],
    repositories: [{ name: repository }],
    phases: phases(fault.scanMs),
    results: [{ match: {}, findings: findings[fault.image ?? 'good'] }],
  };
}

let count = 0;

/** Makes everything that a case runs in; `close` removes it. */
export async function setStage(fault: FaultCase, engine: Engine): Promise<Stage> {
  let registryOffMs = 0;
  const clock = { now: () => Date.now() + registryOffMs };
  const ecr = await startLocalEcr({ clock, scenario: scenarioOf(fault) });
  const folder = mkdtempSync(join(tmpdir(), 'ecr-ship-fault-'));
  const [workspace, temp] = [join(folder, 'workspace'), join(folder, 'temp')];
  [workspace, temp].forEach((path) => mkdirSync(path));
  const mark = `${String(process.pid)}-${String((count += 1))}`;
  const docker = wrapDocker(join(folder, 'docker'), engine.env['PATH'] ?? '', fault.docker, holdOf(fault));
  const slow = isSlow(fault) ? await serveSlowFile() : undefined;
  writeCheckout(workspace, mark, slow);
  const place = badPlace(fault.place, temp);
  const env = {
    ...engine.env,
    ...ecr.env,
    // The SDK says on older Nodes that it will want a newer one.
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
    PATH: docker.path,
    TMPDIR: temp,
    [caseVariable]: mark,
  };
  const step = {
    inputs: { repository, tags: `${fixedTag}\n${movingTag}`, 'result-file': 'result.json', ...fault.inputs },
    workspace,
    node: resolve(process.env['ACTION_NODE'] ?? process.execPath),
    commandFolder: temp,
    keptLog: 1_000_000,
  };
  return {
    ecr,
    engine,
    docker,
    workspace,
    temp,
    mark,
    before: ecr.seedImage(repository, movingTag, 'the release before'),
    resultFile: join(workspace, 'result.json'),
    building: slow?.asked ?? new Promise(() => undefined),
    job: () =>
      startJob({
        ...step,
        ...(place.commandFiles !== undefined && { commandFiles: place.commandFiles }),
        env: { ...env, RUNNER_TEMP: place.runnerTemp, ...clockEnv(fault.clockOffMs) },
      }),
    plainJob: (laterMs) => {
      slow?.hurry();
      registryOffMs = laterMs;
      return startJob({ ...step, env: { ...env, RUNNER_TEMP: temp, ...clockEnv(laterMs) } });
    },
    localImages: () => localImages(engine, ecr.host),
    async close() {
      place.undo();
      slow?.close();
      rmSync(folder, { recursive: true, force: true });
      await ecr.close();
    },
  };
}

/** An image that no other case has, so that nothing of it is in any cache. */
function writeCheckout(workspace: string, mark: string, slow: SlowFile | undefined): void {
  const adds = slow === undefined ? '' : `ADD ${slow.url} /slow.txt\n`;
  writeFileSync(join(workspace, 'Dockerfile'), `FROM scratch\n${adds}COPY hello.txt /hello.txt\n`);
  writeFileSync(join(workspace, 'hello.txt'), `hello from ${mark} at ${String(Date.now())}\n`);
}

function isSlow({ signal, engine }: FaultCase): boolean {
  return [signal?.at, engine?.at].some((moment) => moment?.kind === 'build');
}

function holdOf({ signal, engine }: FaultCase): Parameters<typeof wrapDocker>[3] {
  const moment = [signal?.at, engine?.at].find((candidate) => candidate?.kind === 'docker');
  return moment?.kind === 'docker' ? { command: moment.command, ms: moment.holdMs } : undefined;
}

function clockEnv(offMs = 0): Record<string, string> {
  if (offMs === 0) return {};
  const hook = fileURLToPath(new URL('hooks/clock.mjs', import.meta.url));
  return { NODE_OPTIONS: `--import ${hook}`, FAULT_CLOCK_OFF_MS: String(offMs) };
}

/** What the engine holds under names of this registry. */
async function localImages({ env }: Engine, host: string): Promise<string[]> {
  const args = ['image', 'ls', '--format', '{{.Repository}}:{{.Tag}}', `${host}/${repository}`];
  const { stdout } = await promisify(execFile)('docker', args, { env: { ...env }, timeout: 20_000 });
  return stdout.split('\n').filter((line) => line !== '');
}
