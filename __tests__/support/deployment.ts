import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Role } from '../../local-ecr/index.ts';
import type { Engine } from './engines.ts';
import { runJob, type JobOrder, type JobResult } from './example-job.ts';
import { startScene, type Scene, type SceneOptions } from './scene.ts';
import { readWorkflow } from './workflow-steps.ts';

const sub = 'repo:team/app:ref:refs/heads/main';
const provider = 'token.actions.githubusercontent.com';

/** The roles that the jobs of the examples assume with their OIDC token. */
const roles: readonly Role[] = ['ship', 'pull'].map((name) => ({
  arn: `arn:aws:iam::123456789012:role/${name}`,
  trustPolicy: {
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Federated: `arn:aws:iam::123456789012:oidc-provider/${provider}` },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: { StringEquals: { [`${provider}:sub`]: sub } },
      },
    ],
  },
}));

/** An example as its own repository, whose workflows run against a local ECR. */
export interface Deployment {
  readonly scene: Scene;
  readonly folder: string;
  read(path: string): string;
  /** Changes a file of the checkout; an error if the text to replace is not there. */
  edit(path: string, replace: readonly [string, string]): void;
  write(path: string, text: string): void;
  /** Commits the changes, and returns the commit. */
  commit(): string;
  /** Runs a job of one of its workflows for an event. */
  run(file: string, job: string, given: Given): Promise<JobResult>;
  close(): Promise<void>;
}

/** What starts a run, and what the test adds to it. */
export interface Given extends Pick<JobOrder, 'more' | 'programs' | 'contexts'> {
  /** `refs/heads/main` by default. */
  readonly ref?: string;
  /** `push` by default. */
  readonly event?: string;
}

/** Copies an example into the checkout of a scene. */
export async function openDeployment(
  engine: Engine,
  name: string,
  options: SceneOptions,
): Promise<Deployment> {
  const scenario = { ...options.scenario, roles };
  const scene = await startScene(engine, { ...options, scenario, files: {} });
  const folder = scene.workspace;
  const artifacts = mkdtempSync(join(tmpdir(), 'ecr-ship-artifacts-'));
  cpSync(fileURLToPath(new URL(`../../examples/${name}`, import.meta.url)), folder, { recursive: true });
  const git = (...args: string[]) => execFileSync('git', args, { cwd: folder, encoding: 'utf8' });
  git('init', '--quiet', '--initial-branch=main');
  const commit = () => {
    const who = ['-c', 'user.name=a', '-c', 'user.email=a@example.org'];
    git('add', '.');
    git(...who, 'commit', '--quiet', '--allow-empty', '--message', 'change');
    return git('rev-parse', 'HEAD').trim();
  };
  commit();
  const read = (path: string) => readFileSync(join(folder, path), 'utf8');
  const write = (path: string, text: string) => writeFileSync(join(folder, path), text);
  return {
    scene,
    folder,
    read,
    write,
    edit(path, [from, to]) {
      const text = read(path);
      if (!text.includes(from)) throw new Error(`${path} has no ${from}`);
      write(
        path,
        text.replace(from, () => to),
      );
    },
    commit,
    run(file, job, { ref = 'refs/heads/main', event = 'push', contexts, more, programs }) {
      const sha = git('rev-parse', 'HEAD').trim();
      const env = { ...scene.ecr.oidcEnv(sub), ...eventEnv(event, ref, sha) };
      const github = { event_name: event, ref };
      return runJob({
        workflow: readWorkflow(join(folder, '.github/workflows', file)),
        job,
        scene,
        env,
        artifacts,
        contexts: { github, ...contexts },
        ...(more !== undefined && { more }),
        ...(programs !== undefined && { programs }),
      });
    },
    async close() {
      await scene.close();
      rmSync(artifacts, { recursive: true, force: true });
    },
  };
}

/** The runner's variables for the event; the job has no AWS key. */
function eventEnv(event: string, ref: string, sha: string) {
  return {
    AWS_ACCESS_KEY_ID: '',
    AWS_SECRET_ACCESS_KEY: '',
    GITHUB_EVENT_NAME: event,
    GITHUB_REF: ref,
    GITHUB_REF_NAME: ref.replace(/^refs\/(?:heads|tags)\//, ''),
    GITHUB_SHA: sha,
  };
}
