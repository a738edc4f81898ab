import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { evaluated, type Contexts } from './expressions.ts';

/** The parts of a workflow that the tests run. */
export interface WorkflowFile {
  readonly on: {
    readonly workflow_call?: {
      readonly inputs?: Readonly<Record<string, { readonly type: string; readonly default?: unknown }>>;
      readonly outputs?: Readonly<Record<string, { readonly value: string }>>;
    };
  };
  readonly jobs: Readonly<Record<string, WorkflowJob>>;
}

export interface WorkflowJob {
  readonly outputs?: Readonly<Record<string, string>>;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly strategy?: { readonly matrix: string };
  readonly needs?: string;
  readonly if?: string;
  readonly steps: readonly WorkflowStep[];
}

export interface WorkflowStep {
  readonly id?: string;
  readonly name?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, unknown>>;
}

export function readWorkflow(path: string): WorkflowFile {
  return parse(readFileSync(path, 'utf8')) as WorkflowFile;
}

/** The only script of a job, or the one with that id. */
export function scriptOf(job: WorkflowJob | undefined, id?: string): WorkflowStep {
  const scripts = (job?.steps ?? []).filter(
    ({ run, id: own }) => run !== undefined && (id === undefined || own === id),
  );
  if (scripts[0] === undefined || scripts.length > 1)
    throw new Error(`there are ${String(scripts.length)} scripts`);
  return scripts[0];
}

/** A folder in which the scripts of a job run, with stand-ins for programs that reach the outside world. */
export interface ScriptRunner {
  readonly folder: string;
  /** `runner.temp`. */
  readonly temp: string;
  /** The calls of the stand-ins, one on each line. */
  calls(): readonly string[];
  /**
   * Runs a step as the runner does on Linux, and returns its outputs.
   * @param env variables of the job
   */
  run(step: WorkflowStep, contexts: Contexts, env?: Readonly<Record<string, string>>): Promise<Ran>;
  remove(): void;
}

export interface Ran {
  readonly exitCode: number;
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
  /** Variables for later steps. */
  readonly env: Readonly<Record<string, string>>;
}

/**
 * @param programs name → a bash script that runs in its place
 * @param workspace where the scripts run; an empty folder by default
 */
export function startScripts(
  programs: Readonly<Record<string, string>> = {},
  workspace?: string,
): ScriptRunner {
  const root = mkdtempSync(join(tmpdir(), 'ecr-ship-script-'));
  const [own, bin, temp, calls] = ['work', 'bin', 'temp', 'calls'].map((name) => join(root, name)) as [
    string,
    string,
    string,
    string,
  ];
  const folder = workspace ?? own;
  for (const path of [own, bin, temp]) mkdirSync(path);
  writeFileSync(calls, '');
  for (const [name, script] of Object.entries(programs)) {
    writeFileSync(join(bin, name), `#!/bin/bash\nprintf '%s\\n' "${name} $*" >> '${calls}'\n${script}\n`);
    chmodSync(join(bin, name), 0o755);
  }
  return {
    folder,
    temp,
    calls: () => readFileSync(calls, 'utf8').split('\n').slice(0, -1),
    async run({ run = '', env = {} }, contexts, jobEnv = {}) {
      const [script, output, later] = ['script.sh', 'output', 'env'].map((name) => join(temp, name)) as [
        string,
        string,
        string,
      ];
      writeFileSync(script, run);
      for (const path of [output, later]) writeFileSync(path, '');
      const values = Object.entries(env).map(([name, text]) => [name, evaluated(text, contexts)]);
      const whole = {
        HOME: root,
        ...jobEnv,
        PATH: `${bin}:${jobEnv['PATH'] ?? process.env['PATH'] ?? ''}`,
        RUNNER_TEMP: temp,
        GITHUB_OUTPUT: output,
        GITHUB_ENV: later,
        ...(Object.fromEntries(values) as Record<string, string>),
      };
      // Source: GitHub docs, "Workflow syntax", jobs.<id>.steps[*].shell: bash, if nothing is given, runs with -e.
      const { exitCode, log } = await bash(['-e', script], folder, whole);
      const [outputs, set] = [output, later].map((path) => outputsIn(readFileSync(path, 'utf8'))) as [
        Record<string, string>,
        Record<string, string>,
      ];
      return { exitCode, log, outputs, env: set };
    },
    remove() {
      rmSync(root, { recursive: true, force: true });
    },
  };
}

function bash(
  args: string[],
  cwd: string,
  env: Record<string, string>,
): Promise<Pick<Ran, 'exitCode' | 'log'>> {
  return new Promise((resolve) => {
    execFile('bash', args, { cwd, env }, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 1;
      resolve({ exitCode: code, log: stdout + stderr });
    });
  });
}

/** Source: GitHub docs, "Workflow commands": `name=value`, and `name<<delimiter` with lines until that. */
function outputsIn(text: string): Record<string, string> {
  const outputs: Record<string, string> = {};
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const long = /^([^=]+?)<<(.+)$/.exec(line);
    if (long !== null) {
      const end = lines.indexOf(long[2] ?? '', at + 1);
      if (end < 0) throw new Error(`the output ${long[1] ?? ''} has no end`);
      outputs[long[1] ?? ''] = lines.slice(at + 1, end).join('\n');
      at = end;
    } else if (line.includes('='))
      outputs[line.slice(0, line.indexOf('='))] = line.slice(line.indexOf('=') + 1);
  }
  return outputs;
}
