import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { emptyScenario, startLocalEcr, type LocalEcr, type Scenario } from '../../local-ecr/index.ts';
import type { Engine } from './engines.ts';
import { startJob, type Job, type StepResult } from './runner.ts';

/** One job on a real engine against a local ECR, and everything that a test inspects afterwards. */
export interface Scene {
  readonly ecr: LocalEcr;
  readonly workspace: string;
  /** Runs main and then post, like a job without other steps. */
  ship(inputs?: Readonly<Record<string, string>>, env?: Readonly<Record<string, string>>): Promise<Shipped>;
  /** A job whose main and post the test runs itself. */
  job(inputs?: Readonly<Record<string, string>>, env?: Readonly<Record<string, string>>): Job;
  docker(args: readonly string[], env: Readonly<Record<string, string>>): Promise<string>;
  close(): Promise<void>;
}

export interface Shipped {
  readonly main: StepResult;
  readonly post: StepResult;
  /** What the job left in its temporary folder. */
  readonly leftovers: readonly string[];
}

export interface SceneOptions {
  readonly scenario?: Partial<Scenario>;
  /** Files of the checkout; a Dockerfile with two small layers by default. */
  readonly files?: Readonly<Record<string, string>>;
  readonly node?: string;
  readonly tokenLifetimeMs?: number;
  /** The aliases of the account's registry in ECR Public. */
  readonly publicAliases?: readonly string[];
  /** Where the registries keep their contents; a separate folder by default. */
  readonly dataDir?: string;
  /** The registry's clock; this machine's by default. */
  readonly clock?: { now(): number };
}

/** Scans on push that end soon, in one repository. */
export const quickScans: Scenario = {
  ...emptyScenario,
  description: 'quick scans on push',
  scanning: { type: 'BASIC', frequency: 'SCAN_ON_PUSH' },
  repositories: [{ name: 'team/app' }],
  phases: [
    { afterMs: 0, status: 'ABSENT' },
    { afterMs: 60, status: 'IN_PROGRESS' },
    { afterMs: 150, status: 'COMPLETE', findings: 'all' },
  ],
};

export const criticalFinding = {
  id: 'CVE-2024-0001',
  severity: 'CRITICAL',
  package: 'openssl',
  version: '3.0.1',
};

const plainFiles = {
  Dockerfile:
    'FROM scratch\nARG GREETING=hello\nCOPY hello.txt /hello.txt\nCOPY more/ /more/\nLABEL greeting=$GREETING\n',
  'hello.txt': 'hello\n',
  'more/data.txt': 'more\n',
};

export async function startScene(engine: Engine, options: SceneOptions = {}): Promise<Scene> {
  const ecr = await startLocalEcr({
    scenario: { ...quickScans, ...options.scenario },
    ...(options.dataDir !== undefined && { dataDir: options.dataDir }),
    ...(options.clock !== undefined && { clock: options.clock }),
    ...(options.publicAliases !== undefined && { publicAliases: options.publicAliases }),
    ...(options.tokenLifetimeMs !== undefined && { tokenLifetimeMs: options.tokenLifetimeMs }),
  });
  const workspace = mkdtempSync(join(tmpdir(), 'ecr-ship-scene-'));
  for (const [path, text] of Object.entries(options.files ?? plainFiles)) {
    mkdirSync(dirname(join(workspace, path)), { recursive: true });
    writeFileSync(join(workspace, path), text);
  }
  // Every build differs from all others, so no engine's cache decides what is pushed.
  const unique = `run=${String(process.pid)}-${String(Date.now())}`;

  const job = (inputs: Readonly<Record<string, string>> = {}, env: Readonly<Record<string, string>> = {}) =>
    startJob({
      inputs: { repository: 'team/app', tags: 'v1.0.0\nlatest', labels: unique, ...inputs },
      env: { ...engine.env, ...ecr.env, ...env },
      workspace,
      ...(options.node !== undefined && { node: options.node }),
    });

  return {
    ecr,
    workspace,
    job,
    async ship(inputs, env) {
      const running = job(inputs, env);
      const main = await running.main();
      const post = await running.post();
      const leftovers = readdirSync(running.temp).filter((name) => name !== 'home');
      running.remove();
      return { main, post, leftovers };
    },
    async docker(args, env) {
      const { stdout } = await promisify(execFile)('docker', [...args], { env: { ...env } });
      return stdout;
    },
    async close() {
      await ecr.close();
      if (existsSync(workspace)) rmSync(workspace, { recursive: true, force: true });
    },
  };
}

/** The only error of a step; every failing step has exactly one. */
export function onlyError(step: StepResult): string {
  const [error, ...others] = step.errors;
  if (error === undefined || others.length > 0) {
    throw new Error(
      `one error was expected, there are ${String(step.errors.length)}:\n${step.log}\n${step.stderr}`,
    );
  }
  return error;
}
