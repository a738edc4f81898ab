import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { startRemoteBuilder } from '../__tests__/support/buildkit.ts';
import { startJob, type Job } from '../__tests__/support/runner.ts';
import { emptyScenario, startLocalEcr, type LocalEcr, type Scenario } from '../local-ecr/index.ts';
import type { Engine } from '../scripts/engines/index.mjs';
import { actionNode } from '../scripts/nodes.mjs';
import type { FaultCase } from './case.ts';
import { commitAll, writeCheckout } from './checkout.ts';
import { wrapDocker, type DockerWrapper } from './docker-wrapper.ts';
import { smallImage } from './images.ts';
import { movingTag, repository } from './names.ts';
import { startCaseGitHub, type CaseGitHub } from './github.ts';
import { badPlace } from './places.ts';
import { caseVariable } from './processes.ts';
import { scenes, type Scene, type Shop } from './scenes.ts';
import { stockOf, type Stock } from './shops.ts';
import { serveSlowFile } from './slow-file.ts';

/** Everything in which one case runs: a registry, an engine, a checkout, and a runner's folders. */
export interface Stage {
  readonly ecr: LocalEcr;
  readonly engine: Engine;
  readonly docker: DockerWrapper;
  readonly github: CaseGitHub;
  readonly workspace: string;
  /** RUNNER_TEMP and TMPDIR of the job, which contain whatever a run leaves. */
  readonly temp: string;
  /** The user's home folder, in which a run leaves nothing. */
  readonly home: string;
  readonly mark: string;
  readonly scene: Scene;
  /** The content of each repository of the scene before the run, in the scene's order. */
  readonly before: readonly Stock[];
  readonly resultFile: string;
  job(): Job;
  /** A job without any fault, this much later. */
  plainJob(laterMs: number): Job;
  /** Resolves when a build waits for its file. */
  readonly building: Promise<void>;
  /** This case's images, containers and networks in the engine, by name. */
  leftInEngine(): Promise<string[]>;
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

function scenarioOf(fault: FaultCase, { scenario }: Scene): Scenario {
  return {
    ...emptyScenario,
    scanning: scanning[fault.scanning ?? 'on-push'],
    repositories: [{ name: repository }],
    phases: phases(fault.scanMs),
    results: [{ match: {}, findings: findings[fault.image ?? 'good'] }],
    ...scenario,
  };
}

/** The variables that point a job at the registries and give it its credentials. */
function jobVariables(ecr: LocalEcr, { hasToken }: Scene): Record<string, string> {
  return {
    ...ecr.env,
    ...(hasToken === true && { ...ecr.oidcEnv(), AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' }),
    // On older Nodes the SDK warns that it will require a newer one.
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  };
}

function eventVariables({ event }: Scene, folder: string): Record<string, string> {
  if (event === undefined) return {};
  const path = join(folder, 'event.json');
  writeFileSync(path, JSON.stringify(event.payload));
  return { GITHUB_EVENT_NAME: event.name, GITHUB_EVENT_PATH: path, GITHUB_REF: 'refs/pull/7/merge' };
}

let count = 0;

/** What every job of a case has: the node on which the action is tested, and how much of its log is kept. */
const usualStep = { node: await actionNode(), keptLog: 1_000_000 };

/** The folders of one job. */
function makeFolders() {
  const folder = mkdtempSync(join(tmpdir(), 'ecr-ship-fault-'));
  const at = (name: string) => {
    mkdirSync(join(folder, name));
    return join(folder, name);
  };
  return { folder, workspace: at('workspace'), temp: at('temp'), home: at('home') };
}

/** Makes everything in which a case runs; `close` removes it. */
export async function setStage(fault: FaultCase, engine: Engine): Promise<Stage> {
  let registryOffMs = 0;
  const clock = { now: () => Date.now() + registryOffMs };
  const scene: Scene = scenes[fault.scene ?? 'ship'];
  const ecr = await startLocalEcr({ clock, scenario: scenarioOf(fault, scene) });
  const { folder, workspace, temp, home } = makeFolders();
  count += 1;
  const mark = `${String(process.pid)}-${String(count)}`;
  const runId = String(4_711_000 + count);
  const docker = wrapDocker(join(folder, 'docker'), engine.env['PATH'] ?? '', fault.docker, holdOf(fault));
  const slow = isSlow(fault) ? await serveSlowFile() : undefined;
  scene.shops.forEach((shop) => seedShop(ecr, shop));
  const sceneInputs = scene.set(ecr, mark);
  await writeCheckout(workspace, { mark, slow, script: fault.script, base: scene.dockerfile?.(ecr) });
  if (scene.isGit === true) await commitAll(workspace);
  const github = await startCaseGitHub(fault.github);
  const builder = scene.builder === undefined ? undefined : await startRemoteBuilder(engine);
  const place = badPlace(fault.place, temp);
  const own = { GITHUB_RUN_ID: runId, PATH: docker.path, TMPDIR: temp, HOME: home, [caseVariable]: mark };
  const asked = 'github-token' in sceneInputs ? github.env : {};
  const around = { ...jobVariables(ecr, scene), ...asked, ...eventVariables(scene, folder) };
  const env = { ...(builder ?? engine).env, ...own, ...around };
  const inputs = { 'result-file': 'result.json', ...sceneInputs, ...fault.inputs };
  const step = { ...usualStep, inputs, workspace, commandFolder: temp };
  return {
    ecr,
    engine,
    docker,
    github,
    workspace,
    temp,
    home,
    mark,
    scene,
    before: scene.shops.map((shop) => stockOf(ecr, shop)),
    resultFile: join(workspace, 'result.json'),
    building: slow?.asked ?? new Promise(() => undefined),
    job: () =>
      startJob({
        ...step,
        ...place.files,
        env: { ...env, RUNNER_TEMP: place.runnerTemp, ...clockEnv(fault.clockOffMs) },
      }),
    plainJob: (laterMs) => {
      slow?.hurry();
      registryOffMs = laterMs;
      return startJob({ ...step, env: { ...env, RUNNER_TEMP: temp, ...clockEnv(laterMs) } });
    },
    leftInEngine: () => leftInEngine(engine, ecr.host, runId),
    async close() {
      await builder?.close();
      place.undo();
      slow?.close();
      await github.close();
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

function clockEnv(offMs = 0): Record<string, string> {
  if (offMs === 0) return {};
  const hook = fileURLToPath(new URL('hooks/clock.mjs', import.meta.url));
  return { NODE_OPTIONS: `--import ${hook}`, FAULT_CLOCK_OFF_MS: String(offMs) };
}

/** Lets the moving tag point to another image before the run, wherever the run is to set it. */
function seedShop(ecr: LocalEcr, { name, at, isPublic, part, isMissing }: Shop): void {
  if (part === 'source' || isMissing === true) return;
  if (isPublic === true) ecr.public.seedImage(name, movingTag, 'the release before');
  else ecr.seed(name, smallImage('the release before'), movingTag, at);
}

/** What the engine has under names of this registry and this run. */
async function leftInEngine({ env }: Engine, host: string, runId: string): Promise<string[]> {
  const list = async (args: readonly string[], tries = 5): Promise<string[]> => {
    try {
      const { stdout } = await promisify(execFile)('docker', args, { env: { ...env }, timeout: 20_000 });
      return stdout.split('\n').filter((line) => line !== '');
    } catch (error) {
      // An engine cannot list its images while another case removes one.
      if (tries === 0) throw error;
      await sleep(500);
      return list(args, tries - 1);
    }
  };
  // Only these: an engine that has an image with a broken config, as another test may leave it, lists none at all.
  const ours = [`${host}/*`, `${host}/*/*`, `${host}/*/*/*`, 'ecr-ship.invalid/*'].flatMap((pattern) => [
    '--filter',
    `reference=${pattern}`,
  ]);
  const images = await list(['image', 'ls', '--format', '{{.Repository}}:{{.Tag}}', ...ours]);
  const containers = await list(['ps', '--all', '--format', '{{.Names}}']);
  const networks = await list(['network', 'ls', '--format', '{{.Name}}']);
  return [
    // Some scenes use the engine's own builder, whose image store keeps what it pushed by digest, without a name.
    ...images.filter(
      (name) => (name.startsWith(`${host}/`) && !name.endsWith(':<none>')) || name.includes(runId),
    ),
    ...[...containers, ...networks].filter((name) => name.includes(runId)),
  ];
}
