import type { DockerOptions, DockerResult, Ports } from '../ports.ts';
import { orAborted } from '../types/abort.ts';
import type { Candidate, Repository } from '../types/image.ts';
import { dockerfilePath, isRemote } from '../types/build-context.ts';
import { latch } from '../types/latch.ts';
import { parsePlatform, type Platform, type Tag } from '../types/names.ts';
import type { Builder, Plan } from '../types/plan.ts';
import { olderForm } from './attestation-form.ts';
import { failedCheck, tellBuildWarnings } from './build-warnings.ts';
import { buildCommand, type BuildGoal } from './command.ts';
import { wrappedCommand } from './display.ts';
import { engineImages } from './engine-images.ts';
import { buildPatience, pushPatience } from './patience.ts';
import { digestFromMetadata, digestFromPush, dockerFailed } from './result.ts';
import { pushRetried, type OtherForm, type PushTools } from './retried-push.ts';

type BuildTools = Pick<Ports, 'docker' | 'log'>;
type CandidateTools = BuildTools & Pick<Ports, 'clock'> & Pick<PushTools, 'renewLogin'>;

/** Where a candidate is pushed to, with the variables that log docker in there. */
export interface PushTarget {
  readonly repository: Repository;
  readonly env: Readonly<Record<string, string>>;
}

/** An image that was built into the engine and is in no registry yet. */
export interface LocalBuild {
  /** What the engine knows it by. */
  readonly name: string;
  readonly candidateTag: Tag;
  readonly platform: Platform | undefined;
  /** Builds it anew from the cache in a form that more registries take. */
  readonly olderForm: OtherForm | undefined;
}

/**
 * Builds the image into the engine of this machine, with the engine's own builder. No registry is needed, so that this
 * can be done before one is known: the name is of this machine alone. Throws `build-failed`.
 */
export function buildLocally(plan: Plan, builder: Builder, way: Way, tools: BuildTools): Promise<LocalBuild> {
  return buildInto({ name: localName(plan.candidateTag), ...way }, plan, builder, tools);
}

/** How a build is run beside other things. */
interface Way extends Pick<DockerOptions, 'shownFrom' | 'signal' | 'onStarted'> {
  /** Variables that log docker in where base images come from, besides what the person has set up. */
  readonly env?: PushTarget['env'];
}

/** A name that nobody can pull or push by accident: no host is ever called so. Source: RFC 2606, `.invalid`. */
export function localName(tag: Tag): string {
  return `ecr-ship.invalid/candidate:${tag}`;
}

export function registryName(repository: Repository, tag: Tag): string {
  return `${repository.uri}:${tag}`;
}

async function buildInto(
  { name, ...way }: Way & { readonly name: string },
  plan: Plan,
  builder: Builder,
  tools: BuildTools,
): Promise<LocalBuild> {
  await build(plan, builder, { kind: 'engine', name, ...way }, tools);
  const again = olderForm(plan, () => rebuild(plan, builder, { name, env: way.env ?? {} }, tools));
  return { name, candidateTag: plan.candidateTag, platform: platformOf(plan, builder), olderForm: again };
}

/** Gives an image that was just built its attestations in the older form. Throws `build-failed`. */
async function rebuild(
  plan: Plan,
  builder: Builder,
  { name, env }: { readonly name: string; readonly env: PushTarget['env'] },
  { docker, log }: BuildTools,
): Promise<void> {
  const args = buildCommand(plan, builder, { kind: 'engine', name, attestations: 'image' });
  log.info(wrappedCommand(args));
  const options = { env, show: true, patience: buildPatience, engine: true };
  const result = await docker.run(args, options);
  if (result.exitCode === 0) return;
  const failed = { exitCode: result.exitCode, output: outputOf(result), dockerfile: dockerfileOf(plan) };
  throw dockerFailed({ step: 'build', repository: undefined, ...failed });
}

/**
 * Pushes what was built into the engine, under the run's candidate tag. A fault that passes is tried again, without
 * building. Throws `push-failed` or `access-denied`.
 */
export async function pushBuilt(
  { name: local, candidateTag, platform, olderForm: older }: LocalBuild,
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
    const options = { env, show: true, patience: pushPatience, engine: true };
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

/** Has a builder that pushes by itself give the image to the engine too, so that it can be started. Throws `build-failed`. */
export function loadForTest(
  plan: Plan,
  builder: Builder,
  { env }: Pick<PushTarget, 'env'>,
  tools: BuildTools,
): Promise<LocalBuild> {
  return buildInto({ name: localName(plan.candidateTag), env }, onePlatform(plan), builder, tools);
}

/** What an engine can load: one platform, with no attestation; its cache is left where it is by the build that pushes. */
function onePlatform(plan: Plan): Plan {
  const { build } = plan.inputs;
  const { platforms } = build;
  const [first] = platforms;
  const options = { ...build.options, cacheTo: [], provenance: undefined, sbom: undefined, attests: [] };
  const one = platforms.find((platform) => platform === plan.runnerPlatform) ?? first;
  return {
    ...plan,
    inputs: { ...plan.inputs, build: { ...build, options, platforms: one === undefined ? [] : [one] } },
  };
}

/**
 * Builds the image and pushes nothing. Throws `build-failed`.
 * @param env variables that log docker in where base images come from
 */
export async function buildOnly(
  plan: Plan,
  builder: Builder,
  env: PushTarget['env'],
  tools: BuildTools,
): Promise<void> {
  await build(plan, builder, { kind: plan.inputs.build.call === 'check' ? 'check' : 'local', env }, tools);
}

/** Runs a build that pushes nothing, and so knows no registry. */
async function build(
  plan: Plan,
  builder: Builder,
  { env = {}, shownFrom, signal, onStarted, ...goal }: Exclude<BuildGoal, { readonly kind: 'push' }> & Way,
  { docker, log }: BuildTools,
): Promise<DockerResult> {
  const args = buildCommand(plan, builder, goal);
  const engine = builder.push === 'by-tag';
  const { opened, open } = latch();
  const limits = { show: true, patience: buildPatience, engine, ...(signal !== undefined && { signal }) };
  const running = docker.run(args, {
    env,
    shownFrom: opened,
    ...limits,
    ...(onStarted !== undefined && { onStarted }),
  });
  running.catch(() => undefined);
  if (shownFrom !== undefined)
    await (signal === undefined ? shownFrom : untilShown(shownFrom, signal, running));
  return log.group('Build', async () => {
    log.info(wrappedCommand(args));
    open();
    let result = await running;
    if (lostLayer.test(outputOf(result))) {
      log.info('The image store of the engine lost a layer while it unpacked the image; building once more.');
      result = await docker.run(args, { env, ...limits });
    }
    const output = outputOf(result);
    const dockerfile = dockerfileOf(plan);
    const { exitCode } = result;
    if (exitCode === 0) {
      if (!isBuiltAgain(plan, builder, goal)) tellBuildWarnings(output, dockerfile, log);
      return result;
    }
    const found = goal.kind === 'check' ? failedCheck(output, dockerfile) : undefined;
    throw found ?? dockerFailed({ step: 'build', exitCode, output, dockerfile, repository: undefined });
  });
}

/** What is only loaded for its tests is built once more to be pushed, and then says the same. */
function isBuiltAgain({ inputs }: Plan, { push }: Builder, goal: BuildGoal): boolean {
  return goal.kind === 'engine' && push === 'by-digest' && inputs.push;
}

/** Waits for the moment from which a build may be shown; where it is ended before that, until it has ended. */
async function untilShown(
  moment: Promise<void>,
  signal: AbortSignal,
  running: Promise<DockerResult>,
): Promise<void> {
  try {
    await orAborted(moment, signal);
  } catch (error) {
    await running.catch(() => undefined);
    throw error;
  }
}

/**
 * A known fault of containerd's image store, which GitHub's runners have since 2026: what is unpacked while another image is
 * removed may miss a layer. The next build takes all of it from the cache.
 * Source: moby/buildkit#6521, containerd/containerd#10835.
 */
const lostLayer = /failed to prepare extraction snapshot .{1,200}parent snapshot \S{1,100} does not exist/;

function outputOf({ stdout, stderr }: DockerResult): string {
  return `${stdout}\n${stderr}`;
}

/** Where a line of the Dockerfile can be shown; undefined where it is no file of the workspace. */
function dockerfileOf({ inputs }: Plan): string | undefined {
  const { context, file = context } = inputs.build;
  const isOutside = file.startsWith('/') || file.split(/[\\/]/).includes('..');
  return isRemote(context) || isOutside ? undefined : dockerfilePath(inputs.build);
}

/** What the image is for; undefined where that is not certain. */
function platformOf({ inputs, defaultPlatform }: Plan, builder: Builder): Platform | undefined {
  const [asked] = inputs.build.platforms;
  return asked ?? (defaultPlatform === undefined ? builder.nativePlatform : parsePlatform(defaultPlatform));
}
