import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { usesOf } from '../support/workflow-rules.ts';
import { ended } from './tools.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Actions of other people that cannot be had here, as what a job needs of them: a composite action each. */
const standIns: Readonly<Record<string, string>> = {
  // The variables of the job are there already.
  'aws-actions/configure-aws-credentials': step('role-to-assume, aws-region', 'true'),
  'docker/setup-qemu-action': step('', 'true'),
  'docker/setup-buildx-action': step('', 'docker buildx version'),
  'github/codeql-action': step('sarif_file', 'test -s "$SARIF_FILE"'),
  'actions/upload-artifact': step(
    'name, path, if-no-files-found, retention-days, overwrite',
    'mkdir -p "$STORE/$NAME" && cp -R "${PATHS%/}" "$STORE/$NAME/"',
  ),
};

/** A composite action with these inputs and this script. */
function step(inputs: string, run: string): string {
  const names = inputs.split(', ').filter(Boolean);
  const variable = (name: string) => (name === 'path' ? 'PATHS' : name.toUpperCase().replaceAll('-', '_'));
  return JSON.stringify({
    name: 'stand-in',
    description: 'in place of an action that is fetched elsewhere',
    inputs: Object.fromEntries(names.map((name) => [name, { description: name }])),
    runs: {
      using: 'composite',
      steps: [
        {
          shell: 'bash',
          run,
          env: Object.fromEntries(names.map((name) => [variable(name), `\${{ inputs.${name} }}`])),
        },
      ],
    },
  });
}

/** What a step of a run was, and how it ended. */
interface Step {
  readonly job: string;
  readonly stage: string;
  readonly step: string;
  readonly result: string;
}

export interface WorkflowRun {
  readonly code: number;
  readonly steps: readonly Step[];
  /** All that was printed, as a person reads it. */
  readonly log: string;
}

export interface Repository {
  readonly folder: string;
  /** What jobs upload. */
  readonly store: string;
  run(
    event: 'push' | 'pull_request',
    payload: object,
    env: Readonly<Record<string, string>>,
  ): Promise<WorkflowRun>;
  remove(): void;
}

/**
 * A repository of GitHub's with a workflow and files, and a runner of its own beside it: act, which starts every job on this
 * machine. Actions come from folders: this one's, and the stand-ins for others'; nothing is fetched.
 */
export function repositoryWith(
  workflow: string,
  files: Readonly<Record<string, string>>,
  tag?: string,
): Repository {
  const home = mkdtempSync(join(tmpdir(), 'ecr-ship-act-'));
  const folder = join(home, 'repository');
  const store = join(home, 'artifacts');
  const action = join(home, 'action');
  for (const name of ['action.yml', 'dist', '.github/workflows'])
    cpSync(join(root, name), join(action, name), { recursive: true });
  const write = (path: string, text: string) => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  };
  write(join(folder, '.github/workflows/workflow.yml'), workflow);
  for (const [name, text] of Object.entries(files)) write(join(folder, name), text);
  if (/uses: \.\/\s/.test(workflow))
    for (const name of ['action.yml', 'dist'])
      cpSync(join(action, name), join(folder, name), { recursive: true });
  git(folder, 'init', '--quiet', '--initial-branch=main');
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--message=one');
  git(folder, 'remote', 'add', 'origin', 'https://github.com/team/app.git');
  if (tag !== undefined) git(folder, 'tag', tag);

  const replaced = replacements(workflow, home, action);
  return {
    folder,
    store,
    async run(event, payload, env) {
      const all = { STORE: store, ...env };
      write(join(home, 'event.json'), JSON.stringify(payload));
      write(
        join(home, 'env'),
        Object.entries(all)
          .map(([name, value]) => `${name}=${value}`)
          .join('\n'),
      );
      const args = [
        event,
        '--json',
        '--platform=ubuntu-latest=-self-hosted',
        '--concurrent-jobs=1',
        '--action-offline-mode',
        '--actor=somebody',
        `--eventpath=${join(home, 'event.json')}`,
        `--env-file=${join(home, 'env')}`,
        '--workflows=.github/workflows/workflow.yml',
        ...replaced.map((one) => `--local-repository=${one}`),
      ];
      const own = { HOME: home, XDG_CACHE_HOME: join(home, 'cache') };
      const { code, stdout, stderr } = await ended('act', args, { cwd: folder, env: own });
      return { code, ...read(stdout + stderr) };
    },
    remove: () => rmSync(home, { recursive: true, force: true }),
  };
}

/** Every action of a workflow with the folder that stands for it. */
function replacements(workflow: string, home: string, action: string): string[] {
  const found = usesOf(workflow).flatMap(({ action: uses }) => {
    const [, name = '', path = '', ref = ''] = /^([^/@]+\/[^/@]+)(\/[^@]*)?@(.+)$/.exec(uses) ?? [];
    if (name === 'org/ecr-ship') return [`${name}@${ref}=${action}`];
    const standIn = standIns[name];
    if (standIn === undefined) return [];
    const folder = join(home, 'stand-ins', name);
    mkdirSync(join(folder, path), { recursive: true });
    writeFileSync(join(folder, path, 'action.yml'), standIn);
    return [`${name}@${ref}=${folder}`];
  });
  return [...new Set(found)];
}

function git(folder: string, ...args: string[]): void {
  const who = ['-c', 'user.name=somebody', '-c', 'user.email=somebody@example.com'];
  execFileSync('git', [...who, ...args], { cwd: folder });
}

function read(text: string): Pick<WorkflowRun, 'steps' | 'log'> {
  const steps: Step[] = [];
  const said: string[] = [];
  for (const line of text.split('\n')) {
    if (!line.startsWith('{')) {
      said.push(line);
      continue;
    }
    const {
      jobID = '',
      stage = '',
      step: name = '',
      stepResult,
      msg = '',
    } = JSON.parse(line) as Readonly<Record<string, string>>;
    said.push(`[${jobID}] ${msg.trimEnd()}`);
    if (stepResult !== undefined) steps.push({ job: jobID, stage, step: name, result: stepResult });
  }
  return { steps, log: said.join('\n') };
}

/** A workflow of the project's to copy. */
export function exampleWorkflow(name: string): string {
  return readFileSync(join(root, 'examples/workflows', name), 'utf8');
}
