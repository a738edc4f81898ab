import type { DockerOptions, Ports } from '../ports.ts';
import type { Candidate } from '../types/image.ts';
import type { Builder, Plan } from '../types/plan.ts';
import { olderForm } from './attestation-form.ts';
import { dockerfileOf, platformOf, type LocalBuild } from './build-image.ts';
import { tellBuildWarnings } from './build-warnings.ts';
import { buildCommand } from './command.ts';
import { wrappedCommand } from './display.ts';
import { engineImages } from './engine-images.ts';
import { buildPatience, pushPatience } from './patience.ts';
import { digestFromMetadata, digestFromPush, outputOf } from './printed.ts';
import { whenLayersAreThere } from './push-progress.ts';
import { pushWays, type PushTarget } from './push-ways.ts';
import { pushRetried, type PushTools } from './retried-push.ts';

type CandidateTools = Pick<Ports, 'docker' | 'log' | 'clock'> & Pick<PushTools, 'renewLogin'>;

interface PushingTools extends CandidateTools {
  /** Called with each name that the engine is about to give the image. */
  readonly onNamed: (name: string) => void;
}

/**
 * Pushes what was built into the engine under the run's candidate tag: through the front if there is one that the engine
 * reaches, else straight to the registry. Passing faults are retried without building again.
 * Throws `push-failed` or `access-denied`.
 */
export async function pushBuilt(
  local: LocalBuild,
  target: PushTarget,
  tools: PushingTools,
): Promise<Candidate> {
  const { candidateTag, platform, olderForm: older } = local;
  const { repository } = target;
  const { stdout } = await tools.log.group('Push', async () => {
    const ways = pushWays(candidateTag, target);
    const take = async () => {
      tools.onNamed(ways.now().name);
      await rename();
      tools.log.info(wrappedCommand(['push', ways.now().name]));
    };
    const rename = async () => {
      if (local.name !== ways.now().name) await engineImages(tools).tag(local.name, ways.now().name);
    };
    const push = async () => {
      const { name, env } = ways.now();
      return ways.told(await tools.docker.run(['push', name], { ...pushOptions(local, repository), env }));
    };
    const run = async () => {
      const result = await push();
      if (result.exitCode === 0 || !ways.giveUp()) return result;
      tools.log.info('The engine does not reach this step there, so it pushes to the registry itself.');
      await take();
      return push();
    };
    await take();
    const otherForm = older && { ...older, take: () => older.take().then(rename) };
    return pushRetried({ step: 'push', repository, run, otherForm }, tools);
  });
  return { digest: digestFromPush(stdout), tag: candidateTag, platform };
}

/** The config is read ahead as soon as the registry has all layers. */
function pushOptions(
  { config }: LocalBuild,
  { manifests }: PushTarget['repository'],
): Omit<DockerOptions, 'env'> {
  const onShown = whenLayersAreThere(() => {
    if (config !== undefined) manifests?.readAhead?.(config);
  });
  return { show: true, patience: pushPatience, engine: true, onlyNews: true, onShown };
}

/**
 * Builds the image with a builder that pushes it by digest while it builds. A fault of the push that passes is tried
 * again, with all that was built in the builder's cache. Throws `build-failed`, `push-failed` or `access-denied`.
 */
export async function buildAndPush(
  plan: Plan,
  builder: Builder,
  { repository, env }: PushTarget,
  tools: CandidateTools,
): Promise<Candidate> {
  return tools.docker.withOutputFile(async (metadataFile, readMetadata) => {
    const goal = { kind: 'push', uri: repository.uri, metadataFile } as const;
    let args = buildCommand(plan, builder, goal);
    const otherForm = olderForm(plan, () => {
      args = buildCommand(plan, builder, { ...goal, attestations: 'image' });
      tools.log.info(wrappedCommand(args));
      return Promise.resolve();
    });
    await tools.log.group('Build and push', async () => {
      tools.log.info(wrappedCommand(args));
      const options = { env, show: true, patience: buildPatience };
      const run = () => tools.docker.run(args, options);
      const dockerfile = dockerfileOf(plan);
      const result = await pushRetried({ step: 'build', repository, dockerfile, run, otherForm }, tools);
      tellBuildWarnings(outputOf(result), dockerfile, tools.log);
    });
    const digest = digestFromMetadata(await readMetadata());
    return { digest, tag: undefined, platform: platformOf(plan, builder) };
  });
}
