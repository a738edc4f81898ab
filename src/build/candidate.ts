import type { Ports } from '../ports.ts';
import type { Candidate, Repository } from '../types/image.ts';
import type { Plan } from '../types/plan.ts';
import { buildCommands, type BuildGoal } from './command.ts';
import { displayCommand } from './display.ts';
import { digestFromMetadata, digestFromPush, dockerFailed } from './result.ts';

type Tools = Pick<Ports, 'docker' | 'log' | 'job'>;

/** What a candidate's tag is removed by, also from the post step of a job that was cancelled. */
export interface CandidateState {
  readonly region: string;
  readonly registryId: string;
  readonly repository: string;
  readonly tag: string;
}

/**
 * Builds the image and pushes it without a name that a person would pull.
 * What has to be removed afterwards is in the job's state before anything is pushed.
 * Throws `build-failed` or `push-failed`.
 */
export async function buildCandidate(
  plan: Plan,
  repository: Repository,
  env: Readonly<Record<string, string>>,
  { docker, log, job }: Tools,
): Promise<Candidate> {
  const byTag = plan.builder.push === 'by-tag';
  if (byTag) {
    const state: CandidateState = {
      region: plan.inputs.region,
      registryId: repository.registryId,
      repository: repository.name,
      tag: plan.candidateTag,
    };
    job.saveState('candidate', JSON.stringify(state));
  }
  const goal: BuildGoal = { kind: 'push', uri: repository.uri, candidateTag: plan.candidateTag };
  return docker.withOutputFile(async (metadataFile, readMetadata) => {
    const commands = buildCommands(plan, goal, metadataFile);
    await runDocker(
      'build',
      commands.build,
      plan.builder.tool === 'buildx' ? 'Build and push' : 'Build',
      env,
      { docker, log },
    );
    const pushed =
      commands.push === undefined
        ? undefined
        : await runDocker('push', commands.push, 'Push', env, { docker, log });
    const digest =
      pushed === undefined ? digestFromMetadata(await readMetadata()) : digestFromPush(pushed.stdout);
    return { digest, tag: byTag ? plan.candidateTag : undefined };
  });
}

/** Builds the image and pushes nothing. Throws `build-failed`. */
export async function buildOnly(plan: Plan, { docker, log }: Pick<Tools, 'docker' | 'log'>): Promise<void> {
  await docker.withOutputFile(async (metadataFile) => {
    const { build } = buildCommands(plan, { kind: 'local' }, metadataFile);
    await runDocker('build', build, 'Build', {}, { docker, log });
  });
}

async function runDocker(
  step: 'build' | 'push',
  args: readonly string[],
  title: string,
  env: Readonly<Record<string, string>>,
  { docker, log }: Pick<Tools, 'docker' | 'log'>,
): Promise<{ stdout: string }> {
  return log.group(title, async () => {
    log.info(`$ ${displayCommand(args)}`);
    const result = await docker.run(args, { env, show: true });
    if (result.exitCode !== 0)
      throw dockerFailed(step, result.exitCode, `${result.stdout}\n${result.stderr}`);
    return result;
  });
}
