import type { Manifests, Ports } from '../ports.ts';
import type { Candidate, Repository } from '../types/image.ts';
import type { Builder, Plan } from '../types/plan.ts';
import { olderForm } from './attestation-form.ts';
import { dockerfileOf, platformOf, type LocalBuild } from './build-image.ts';
import { tellBuildWarnings } from './build-warnings.ts';
import { buildCommand } from './command.ts';
import { wrappedCommand } from './display.ts';
import { engineImages } from './engine-images.ts';
import { registryName } from './image-names.ts';
import { buildPatience, pushPatience } from './patience.ts';
import { digestFromMetadata, digestFromPush, outputOf } from './printed.ts';
import { whenLayersAreThere } from './push-progress.ts';
import { pushRetried, type PushTools } from './retried-push.ts';

type CandidateTools = Pick<Ports, 'docker' | 'log' | 'clock'> & Pick<PushTools, 'renewLogin'>;

/** Where a candidate is pushed to, with the variables that log docker in there. */
export interface PushTarget {
  readonly repository: Repository & { readonly manifests?: Pick<Manifests, 'readAhead'> };
  readonly env: Readonly<Record<string, string>>;
}

/**
 * Pushes what was built into the engine, under the run's candidate tag. A fault that passes is tried again, without
 * building. Throws `push-failed` or `access-denied`.
 */
export async function pushBuilt(
  { name: local, candidateTag, platform, config, olderForm: older }: LocalBuild,
  { repository, env }: PushTarget,
  tools: CandidateTools,
): Promise<Candidate> {
  const name = registryName(repository, candidateTag);
  const { stdout } = await tools.log.group('Push', async () => {
    const rename = async () => {
      if (local !== name) await engineImages(tools).tag(local, name);
    };
    await rename();
    const args = ['push', name];
    tools.log.info(wrappedCommand(args));
    const onShown = whenLayersAreThere(() => {
      if (config !== undefined) repository.manifests?.readAhead?.(config);
    });
    const options = {
      env,
      show: true,
      patience: pushPatience,
      engine: true,
      onlyNews: true,
      onShown,
    } as const;
    const otherForm = older && { ...older, take: () => older.take().then(rename) };
    const run = () => tools.docker.run(args, options);
    return pushRetried({ step: 'push', repository, run, otherForm }, tools);
  });
  return { digest: digestFromPush(stdout), tag: candidateTag, platform };
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
