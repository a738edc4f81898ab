import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { evaluated, valueOf, type Contexts } from './expressions.ts';
import type { Job, StepResult } from './runner.ts';
import type { Scene } from './scene.ts';
import { startScripts, type Ran, type WorkflowFile, type WorkflowStep } from './workflow-steps.ts';

/** How to run a job of a workflow. */
export interface JobOrder {
  readonly workflow: WorkflowFile;
  readonly job: string;
  readonly scene: Scene;
  /** `github`, `needs`, `inputs`, `secrets`, `vars`, as far as the workflow uses them. */
  readonly contexts?: Contexts;
  /** Variables of the job. */
  readonly env?: Readonly<Record<string, string>>;
  /** Further inputs for this action's steps that build, by the id of the step: the base image that this machine has. */
  readonly more?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Stand-ins for programs that reach the outside world. */
  readonly programs?: Readonly<Record<string, string>>;
  /** Where artifacts are kept between jobs. */
  readonly artifacts: string;
}

export interface JobResult {
  readonly succeeded: boolean;
  /** The outputs of the job, for `needs`. */
  readonly outputs: Readonly<Record<string, string>>;
  /** The results of this action's steps, in order. */
  readonly shipped: readonly StepResult[];
  /** The results of the scripts, in order. */
  readonly scripts: readonly Ran[];
  /** The calls of the stand-ins. */
  readonly calls: readonly string[];
}

/** The state of a job before its next step. */
interface State {
  succeeded: boolean;
  env: Record<string, string>;
  readonly steps: Record<string, { readonly outputs: Readonly<Record<string, string>> }>;
  readonly shipped: StepResult[];
  readonly running: Job[];
  readonly scripts: Ran[];
}

/**
 * Runs a job of a workflow as it is written, in the workspace of a scene: this action by its bundle with the inputs of
 * the file, scripts by bash, artifacts as folders, expressions by GitHub's own evaluator. Any other step is an error.
 */
export async function runJob(order: JobOrder): Promise<JobResult> {
  const { workflow, scene, programs, contexts = {} } = order;
  const job = workflow.jobs[order.job];
  if (job === undefined) throw new Error(`there is no job ${order.job}`);
  const runner = startScripts(programs, scene.workspace);
  const state: State = {
    succeeded: true,
    env: { ...order.env },
    steps: {},
    shipped: [],
    running: [],
    scripts: [],
  };
  try {
    for (const step of job.steps) {
      const now = { ...contexts, steps: state.steps };
      if (!(step.if === 'always()' || (state.succeeded && isMet(step.if, now)))) continue;
      if (step.run !== undefined) {
        const ran = await runner.run(step, now, state.env);
        state.scripts.push(ran);
        state.env = { ...state.env, ...ran.env };
        if (ran.exitCode !== 0) state.succeeded = false;
      } else await use(step, now, order, state);
    }
    const done = { ...contexts, steps: state.steps };
    const outputs = state.succeeded
      ? Object.entries(job.outputs ?? {}).map(([name, text]) => [name, evaluated(text, done)] as const)
      : [];
    return { ...state, outputs: Object.fromEntries(outputs), calls: runner.calls() };
  } finally {
    for (const one of state.running.reverse()) {
      await one.post();
      one.remove();
    }
    runner.remove();
  }
}

/** Whether a condition of a step or a job is true. */
export function isMet(condition: string | undefined, contexts: Contexts): boolean {
  return condition === undefined || valueOf(condition, contexts) === true;
}

/** Runs an action: this one for real, GitHub's own as what they do to a folder. */
async function use(step: WorkflowStep, contexts: Contexts, order: JobOrder, state: State): Promise<void> {
  const [action = ''] = (step.uses ?? '').split('@');
  const inputs = Object.fromEntries(
    Object.entries(step.with ?? {}).map(([name, text]) => [name, evaluated(String(text), contexts)]),
  );
  switch (action) {
    // The workspace of the scene is the checkout, and its variables are the credentials.
    case 'actions/checkout':
    case 'aws-actions/configure-aws-credentials':
      return;
    case 'actions/upload-artifact':
      upload(inputs, order);
      return;
    case 'actions/download-artifact':
      cpSync(join(order.artifacts, inputs['name'] ?? ''), order.scene.workspace, { recursive: true });
      return;
    case 'org/ecr-ship':
      return act(step, inputs, order, state);
    default:
      throw new Error(`nobody knows what ${action} does`);
  }
}

async function act(
  step: WorkflowStep,
  inputs: Readonly<Record<string, string>>,
  { scene, more }: JobOrder,
  state: State,
): Promise<void> {
  const isMaking = inputs['mode'] === undefined;
  const own = inputs['mode'] === 'login' ? { ...inputs, repository: '' } : inputs;
  const clean = isMaking ? { labels: '' } : { labels: '', tags: '' };
  const running = scene.job({ ...clean, ...own, ...(isMaking && more?.[step.id ?? '']) }, state.env);
  state.running.push(running);
  const main = await running.main();
  state.shipped.push(main);
  state.env = { ...running.laterEnv() };
  if (step.id !== undefined) state.steps[step.id] = { outputs: main.outputs };
  if (main.exitCode !== 0) state.succeeded = false;
}

/** What a workflow uploads has to exist. */
function upload(
  { name = '', path = '' }: Readonly<Record<string, string>>,
  { scene, artifacts }: JobOrder,
): void {
  mkdirSync(join(artifacts, name), { recursive: true });
  for (const each of path.split('\n').filter((line) => line !== '')) {
    const from = join(scene.workspace, each);
    if (!existsSync(from)) throw new Error(`the artifact ${name} has no ${each}`);
    cpSync(from, join(artifacts, name, basename(each)));
  }
}
