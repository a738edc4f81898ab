import type { ChildProcess } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Job, StepResult } from '../__tests__/support/runner.ts';
import type { RequestRecord } from '../local-ecr/index.ts';
import type { Engine } from '../scripts/engines/index.mjs';
import { startAttack, type Attack } from './attack.ts';
import type { FaultCase } from './case.ts';
import { processesOf } from './processes.ts';
import type { Scene } from './scenes.ts';
import { stockOf, type Stock } from './shops.ts';
import { setStage, type Stage } from './stage.ts';

/** How a case went, and what it has left behind. */
export interface Outcome {
  readonly fault: FaultCase;
  /** Whether the fault was met at all; otherwise the case proves nothing. */
  readonly wasMet: boolean;
  readonly main: StepResult;
  readonly post: StepResult;
  /** How main ended: by itself, by a signal of the case, or because its time was up. */
  readonly ending: 'itself' | 'killed' | 'too late';
  readonly postEnded: boolean;
  readonly scene: Scene;
  /** The content of each repository of the scene before the run, after post, and after a next run. */
  readonly before: readonly Stock[];
  readonly after: readonly Stock[];
  readonly nextAfter: readonly Stock[];
  /** The requests to the registries and STS. */
  readonly requests: readonly RequestRecord[];
  readonly leftInEngine: readonly string[];
  readonly folders: readonly string[];
  readonly processes: readonly string[];
  readonly result: Readonly<Record<string, unknown>> | undefined;
  readonly next: StepResult | undefined;
  /** What a next run has left undone, as the scene describes it. */
  readonly undone: readonly string[];
}

/** A day and an hour. */
const nextDayMs = 25 * 3600_000;
/** An unanswered API call ends after 45 s, looking back at what was done after 45 s more, and undoing it after 15 s. */
export const usualCapS = 120;
/** Post only makes a few requests and removes a folder. */
const postCapMs = 60_000;
export async function runCase(fault: FaultCase, engine: Engine): Promise<Outcome> {
  const stage = await setStage(fault, engine);
  const jobs: Job[] = [];
  try {
    return await runOn(stage, fault, (job) => {
      jobs.push(job);
      return job;
    });
  } finally {
    jobs.forEach((job) => job.remove());
    for (const { pid } of processesOf(stage.mark)) process.kill(pid, 'SIGKILL');
    await stage.close();
  }
}

async function runOn(stage: Stage, fault: FaultCase, keep: (job: Job) => Job): Promise<Outcome> {
  const { ecr, docker } = stage;
  let wasMet = fault.requests === undefined && fault.docker === undefined && fault.github === undefined;
  const meet = () => {
    wasMet = true;
  };
  for (const request of fault.requests ?? []) ecr.addFault({ ...request, met: meet });
  const job = keep(stage.job());
  const { main, ending, attack } = await runMain(job, stage, fault);
  const requests = [...ecr.requests];
  if (fault.docker !== undefined) wasMet ||= docker.hasSeen(fault.docker.on);
  if (fault.github !== undefined) wasMet ||= stage.github.wasMet();
  if (fault.holdsInPost !== true) {
    ecr.clearFaults();
    docker.mend();
    attack?.undo();
  }
  let postEnded = true;
  const post = await job.post({
    started: (child) =>
      capped(child, postCapMs, () => {
        postEnded = false;
      }),
  });
  ecr.clearFaults();
  docker.mend();
  attack?.undo();
  const left = await leftAt(stage, fault);
  const next =
    fault.next === undefined ? undefined : keep(stage.plainJob(fault.next === 'at once' ? 0 : nextDayMs));
  const nextMain = await next?.main();
  await next?.post();
  return {
    fault,
    wasMet: wasMet && attack?.wasReached() !== false,
    main,
    post,
    ending,
    postEnded,
    scene: stage.scene,
    before: stage.before,
    requests,
    ...left,
    next: nextMain,
    undone: nextMain === undefined ? [] : (stage.scene.afterNext?.(ecr, nextMain) ?? []),
    nextAfter: stage.scene.shops.map((shop) => stockOf(ecr, shop)),
  };
}

/** Runs main under attack, until it ends or its time is up. */
async function runMain(
  job: Job,
  stage: Stage,
  fault: FaultCase,
): Promise<{ main: StepResult; ending: Outcome['ending']; attack: Attack | undefined }> {
  let ending: Outcome['ending'] = 'itself';
  const attacks: Attack[] = [];
  const main = await job.main({
    started: (child) => {
      attacks.push(startAttack(child, stage, fault));
      capped(child, (fault.capS ?? usualCapS) * 1000, () => {
        ending = 'too late';
      });
    },
  });
  const [attack] = attacks;
  attack?.end();
  if (attack?.hasKilled() === true) ending = 'killed';
  return { main, attack, ending };
}

function capped(child: ChildProcess, ms: number, late: () => void): void {
  const timer = setTimeout(() => {
    late();
    child.kill('SIGKILL');
  }, ms);
  child.on('close', () => clearTimeout(timer));
}

/** A process that was told to end may take a moment. */
const lastMomentMs = 1_500;

async function leftAt(
  stage: Stage,
  fault: FaultCase,
): Promise<Pick<Outcome, 'after' | 'leftInEngine' | 'folders' | 'processes' | 'result'>> {
  const deadline = Date.now() + lastMomentMs;
  while (processesOf(stage.mark).length > 0 && Date.now() < deadline) await sleep(50);
  const folders = readdirSync(stage.temp, { recursive: true, encoding: 'utf8' });
  const logins = existsSync(join(stage.home, '.docker', 'config.json'))
    ? ['.docker/config.json of HOME']
    : [];
  return {
    after: stage.scene.shops.map((shop) => stockOf(stage.ecr, shop)),
    leftInEngine: fault.engine?.how === 'killed' ? [] : await stage.leftInEngine(),
    folders: [...folders.filter((path) => /(?:^|\/)ecr-ship-[^/]*$/.test(path)), ...logins],
    processes: processesOf(stage.mark).map(({ command }) => command.slice(0, 120)),
    result: readResult(stage.resultFile),
  };
}

function readResult(path: string): Outcome['result'] {
  if (!existsSync(path)) return undefined;
  const text = readFileSync(path, 'utf8');
  if (text.trim() === '') return undefined;
  return JSON.parse(text) as Record<string, unknown>;
}
