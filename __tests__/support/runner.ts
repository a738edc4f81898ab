import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { requireOwnTitles } from './group-titles.ts';

const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

/** The parts of action.yml that the runner reads. */
interface ActionFile {
  readonly inputs: Readonly<Record<string, { readonly default?: string; readonly required?: boolean }>>;
  readonly runs: { readonly main: string; readonly post?: string };
}

export interface StepOptions {
  /** The folder of the action; this project by default. */
  readonly action?: string;
  /** The `with:` of the step. A name that action.yml does not declare is an error. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Variables of the job. */
  readonly env?: Readonly<Record<string, string>>;
  /** The node that runs the action; this process's own by default. */
  readonly node?: string;
  /** The checkout; an empty folder by default. */
  readonly workspace?: string;
  readonly onOutput?: (chunk: string) => void;
  /** How many characters at the end of the log are kept; all by default. */
  readonly keptLog?: number;
  /**
   * The folder of the runner's own files, for a RUNNER_TEMP in which nothing can be written; RUNNER_TEMP by default.
   */
  readonly commandFolder?: string;
  /** Other paths of the runner's files, such as one that cannot be written: `{ OUTPUT: '/dev/full' }`. */
  readonly commandFiles?: Readonly<Partial<Record<CommandFile, string>>>;
}

const commandFiles = ['OUTPUT', 'STATE', 'STEP_SUMMARY', 'ENV', 'PATH'] as const;
type CommandFile = (typeof commandFiles)[number];

export interface ProcessHooks {
  readonly killAfter?: (log: string) => boolean;
  /** Gets the process as soon as it runs, to send it signals. */
  readonly started?: (child: ChildProcess) => void;
}

/** The results of one process of the action. */
export interface StepResult {
  readonly exitCode: number;
  readonly outputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  /** Variables for later steps. */
  readonly env: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly log: string;
  readonly stderr: string;
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
  readonly notices: readonly string[];
  readonly masks: readonly string[];
  /** The titles of the log's groups, all different. */
  readonly groups: readonly string[];
  readonly ms: number;
}

/** A job in which one step uses the action: main, whatever later steps do, then post. */
export interface Job {
  readonly workspace: string;
  /** RUNNER_TEMP of the job. */
  readonly temp: string;
  /** Runs main. */
  main(hooks?: ProcessHooks): Promise<StepResult>;
  /** Runs post with main's state and variables, as the runner also does after a failure. */
  post(hooks?: ProcessHooks): Promise<StepResult>;
  /** The variables that a step after main sees. */
  laterEnv(): Readonly<Record<string, string>>;
  remove(): void;
}

/** Starts a job as actions/runner does: INPUT_*, STATE_* and GITHUB_* files, defaults from action.yml. */
export function startJob(options: StepOptions): Job {
  const temp = mkdtempSync(join(tmpdir(), 'ecr-ship-job-'));
  const workspace = options.workspace ?? join(temp, 'workspace');
  mkdirSync(workspace, { recursive: true });
  mkdirSync(join(temp, 'home'));
  const folder = options.action ?? projectRoot;
  const action = parse(readFileSync(join(folder, 'action.yml'), 'utf8')) as ActionFile;
  const jobEnv: Record<string, string> = {
    PATH: process.env['PATH'] ?? '',
    HOME: join(temp, 'home'),
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_SHA: '0123456789abcdef0123456789abcdef01234567',
    GITHUB_RUN_ID: '4711',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_REPOSITORY: 'team/app',
    GITHUB_WORKSPACE: workspace,
    RUNNER_TEMP: temp,
    RUNNER_OS: 'Linux',
    ...options.env,
  };
  let left: StepResult | undefined;

  const run = async (entry: string, state: Readonly<Record<string, string>>, hooks: ProcessHooks = {}) => {
    const env = {
      ...jobEnv,
      ...left?.env,
      ...inputVariables(action, options.inputs),
      ...stateVariables(state),
    };
    return runProcess({ ...options, ...hooks, entry, env, workspace });
  };

  return {
    workspace,
    temp,
    async main(hooks) {
      left = await run(action.runs.main, {}, hooks);
      return left;
    },
    async post(hooks) {
      if (action.runs.post === undefined) throw new Error('the action has no post step');
      const done = await run(action.runs.post, left?.state ?? {}, hooks);
      left = { ...done, env: { ...left?.env, ...done.env } };
      return done;
    },
    laterEnv: () => ({ ...jobEnv, ...left?.env }),
    remove() {
      rmSync(temp, { recursive: true, force: true });
    },
  };
}

/** The runner upper-cases names and turns spaces into underscores; hyphens stay. */
function inputVariables(action: ActionFile, given: Readonly<Record<string, string>>): Record<string, string> {
  const unknown = Object.keys(given).filter((name) => !(name in action.inputs));
  if (unknown.length > 0) throw new Error(`action.yml declares no input ${unknown.join(', ')}`);
  return Object.fromEntries(
    Object.entries(action.inputs).map(([name, input]) => [
      `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
      given[name] ?? input.default ?? '',
    ]),
  );
}

function stateVariables(state: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(state).map(([name, value]) => [`STATE_${name}`, value]));
}

interface ProcessOptions extends StepOptions, ProcessHooks {
  readonly entry: string;
  readonly env: Readonly<Record<string, string>>;
  readonly workspace: string;
}

async function runProcess(options: ProcessOptions): Promise<StepResult> {
  // The runner keeps them there. Source: actions/runner, FileCommandManager.cs.
  const parent = options.commandFolder ?? options.env['RUNNER_TEMP'] ?? tmpdir();
  const folder = join(parent, '_runner_file_commands');
  mkdirSync(folder);
  for (const name of commandFiles) writeFileSync(join(folder, name), '');
  const files = Object.fromEntries(
    commandFiles.map((name) => [`GITHUB_${name}`, options.commandFiles?.[name] ?? join(folder, name)]),
  );
  const startedAt = performance.now();
  const child = spawn(
    options.node ?? process.env['ACTION_NODE'] ?? process.execPath,
    [join(options.action ?? projectRoot, options.entry)],
    {
      cwd: options.workspace,
      env: { ...options.env, ...files },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  options.started?.(child);
  let log = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    log = options.keptLog === undefined ? log + chunk : (log + chunk).slice(-options.keptLog);
    options.onOutput?.(chunk);
    if (options.killAfter?.(log) === true) child.kill('SIGKILL');
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    stderr += chunk;
  });
  const exitCode = await new Promise<number>((resolve, reject) => {
    child.on('error', reject).on('close', (code) => resolve(code ?? -1));
  });
  const ms = performance.now() - startedAt;
  const text = (name: string) => readFileSync(join(folder, name), 'utf8');
  const result: StepResult = {
    exitCode,
    outputs: parseFileCommands(text('OUTPUT')),
    state: parseFileCommands(text('STATE')),
    env: parseFileCommands(text('ENV')),
    summary: text('STEP_SUMMARY'),
    log,
    stderr,
    ...commandsIn(log),
    ms,
  };
  rmSync(folder, { recursive: true, force: true });
  requireOwnTitles(result.groups);
  return result;
}

/** The `key<<delimiter` blocks that @actions/core appends to the runner's files. */
function parseFileCommands(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, key, , value] of text.matchAll(
    /^(.+?)<<(ghadelimiter_[0-9a-f-]+)\r?\n([\s\S]*?)\r?\n\2$/gm,
  )) {
    if (key !== undefined) found[key] = value ?? '';
  }
  return found;
}

/** The workflow commands that the runner would obey, which are not those between `stop-commands` and its token. */
function commandsIn(log: string): Pick<StepResult, 'errors' | 'warnings' | 'notices' | 'masks' | 'groups'> {
  const found: Record<string, string[]> = { error: [], warning: [], notice: [], 'add-mask': [], group: [] };
  let stopToken: string | undefined;
  for (const line of log.split('\n')) {
    const match = /^\s*::([\w-]+)(?: [^:]*)?::(.*)$/.exec(line);
    const [, command, value] = match ?? [];
    if (command === undefined) continue;
    if (stopToken !== undefined) {
      if (command === stopToken) stopToken = undefined;
    } else if (command === 'stop-commands') stopToken = value;
    else found[command]?.push(unescape(value ?? ''));
  }
  return {
    errors: found['error'] ?? [],
    warnings: found['warning'] ?? [],
    notices: found['notice'] ?? [],
    masks: found['add-mask'] ?? [],
    groups: found['group'] ?? [],
  };
}

function unescape(value: string): string {
  return value.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}
