import type { Ports } from '../ports.ts';
import type { Candidate, Repository } from '../types/image.ts';
import type { Builder, Plan } from '../types/plan.ts';
import { buildCommands, type BuildGoal } from './command.ts';
import { displayCommand } from './display.ts';
import { buildPatience, pushPatience } from './patience.ts';
import { digestFromMetadata, digestFromPush, dockerFailed } from './result.ts';

type Tools = Pick<Ports, 'docker' | 'log'>;

/**
 * Builds the image and pushes it without a name that a person would pull.
 * Whoever calls this has saved before what has to be removed afterwards.
 * Throws `build-failed` or `push-failed`.
 */
export async function buildCandidate(
  plan: Plan,
  builder: Builder,
  repository: Repository,
  env: Readonly<Record<string, string>>,
  { docker, log }: Tools,
): Promise<Candidate> {
  const byTag = builder.push === 'by-tag';
  const goal: BuildGoal = { kind: 'push', uri: repository.uri, candidateTag: plan.candidateTag };
  return docker.withOutputFile(async (metadataFile, readMetadata) => {
    const commands = buildCommands(plan, builder, goal, metadataFile);
    const title = byTag ? 'Build' : 'Build and push';
    await runDocker(
      { step: 'build', title, args: commands.build, env, engine: byTag, repository },
      { docker, log },
    );
    const pushed =
      commands.push === undefined
        ? undefined
        : await runDocker(
            { step: 'push', title: 'Push', args: commands.push, env, engine: true, repository },
            { docker, log },
          );
    const digest =
      pushed === undefined ? digestFromMetadata(await readMetadata()) : digestFromPush(pushed.stdout);
    const platform = plan.inputs.build.platforms[0] ?? builder.nativePlatform;
    return { digest, tag: byTag ? plan.candidateTag : undefined, platform };
  });
}

/** Builds the image and pushes nothing. Throws `build-failed`. */
export async function buildOnly(plan: Plan, builder: Builder, { docker, log }: Tools): Promise<void> {
  await docker.withOutputFile(async (metadataFile) => {
    const { build } = buildCommands(plan, builder, { kind: 'local' }, metadataFile);
    const engine = builder.push === 'by-tag';
    const job = {
      step: 'build',
      title: 'Build',
      args: build,
      env: {},
      engine,
      repository: undefined,
    } as const;
    await runDocker(job, { docker, log });
  });
}

interface DockerJob {
  readonly step: 'build' | 'push';
  readonly title: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Whether the engine of this runner does the work. */
  readonly engine: boolean;
  readonly repository: Repository | undefined;
}

async function runDocker(
  { step, title, args, env, engine, repository }: DockerJob,
  { docker, log }: Tools,
): Promise<{ stdout: string }> {
  const patience = step === 'push' ? pushPatience : buildPatience;
  return log.group(title, async () => {
    log.info(`$ ${displayCommand(args)}`);
    const result = await docker.run(args, { env, show: true, patience, engine });
    if (result.exitCode !== 0) {
      throw dockerFailed(step, result.exitCode, `${result.stdout}\n${result.stderr}`, repository);
    }
    return result;
  });
}
