import type { DockerOptions, DockerResult, Ports } from '../ports.ts';
import { orAborted } from '../types/abort.ts';
import type { Digest } from '../types/digest.ts';
import { dockerfilePath, isDockerfileElsewhere, isRemote, readContext } from '../types/build-context.ts';
import { latch } from '../types/latch.ts';
import { parsePlatform, type Platform, type Tag } from '../types/names.ts';
import type { Builder, Plan } from '../types/plan.ts';
import { olderForm } from './attestation-form.ts';
import { failedCheck, tellBuildWarnings } from './build-warnings.ts';
import { buildCommand, type BuildGoal } from './command.ts';
import { wrappedCommand } from './display.ts';
import { dockerFailed } from './docker-failure.ts';
import { localName } from './image-names.ts';
import { secondBuild } from './lost-layers.ts';
import { buildPatience } from './patience.ts';
import { configFromBuild, outputOf } from './printed.ts';
import type { OtherForm } from './retried-push.ts';

type BuildTools = Pick<Ports, 'docker' | 'log'>;

/** Variables for docker, such as those that log it in, in addition to the user's. */
type Variables = Readonly<Record<string, string>>;

/** An image that was built into the engine and is not in a registry yet. */
export interface LocalBuild {
  /** Its name in the engine. */
  readonly name: string;
  readonly candidateTag: Tag;
  readonly platform: Platform | undefined;
  /** The config that will be pushed with it, if the builder printed it. */
  readonly config: Digest | undefined;
  /** Builds it again from the cache, in a form that more registries accept. */
  readonly olderForm: OtherForm | undefined;
}

/**
 * Builds the image into this machine's engine, with the engine's own builder. This needs no registry, and can start
 * before one is known: the name exists only on this machine. Throws `build-failed`.
 */
export function buildLocally(plan: Plan, builder: Builder, way: Way, tools: BuildTools): Promise<LocalBuild> {
  return buildInto({ name: localName(plan.candidateTag), ...way }, plan, builder, tools);
}

/** How a build runs beside other work. */
interface Way extends Pick<DockerOptions, 'shownFrom' | 'signal' | 'onStarted'> {
  /** Variables that log docker in to the registries of base images, in addition to the user's. */
  readonly env?: Variables;
}

async function buildInto(
  { name, ...way }: Way & { readonly name: string },
  plan: Plan,
  builder: Builder,
  tools: BuildTools,
): Promise<LocalBuild> {
  const result = await build(plan, builder, { kind: 'engine', name, ...way }, tools);
  const config = configFromBuild(outputOf(result));
  const again = olderForm(plan, () => rebuild(plan, builder, { name, env: way.env ?? {} }, tools));
  return {
    name,
    candidateTag: plan.candidateTag,
    platform: platformOf(plan, builder),
    config,
    olderForm: again,
  };
}

/** Builds an image again with its attestations in the older form. Throws `build-failed`. */
async function rebuild(
  plan: Plan,
  builder: Builder,
  { name, env }: { readonly name: string; readonly env: Variables },
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
 * Lets a builder that pushes by itself also load the image into the engine, so that it can be started. Throws
 * `build-failed`.
 */
export function loadForTest(
  plan: Plan,
  builder: Builder,
  { env }: { readonly env: Variables },
  tools: BuildTools,
): Promise<LocalBuild> {
  return buildInto({ name: localName(plan.candidateTag), env }, onePlatform(plan), builder, tools);
}

/**
 * Reduces a plan to what an engine can load: one platform, without attestations. It exports no cache either, which
 * the build that pushes does.
 */
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
 * Builds the image without pushing it. Throws `build-failed`.
 * @param env variables that log docker in to the registries of base images
 */
export async function buildOnly(
  plan: Plan,
  builder: Builder,
  env: Variables,
  tools: BuildTools,
): Promise<void> {
  await build(plan, builder, { kind: plan.inputs.build.call === 'check' ? 'check' : 'local', env }, tools);
}

/** Runs a build that pushes nothing, and so needs no registry. */
async function build(
  plan: Plan,
  builder: Builder,
  { env = {}, shownFrom, signal, onStarted, ...goal }: Exclude<BuildGoal, { readonly kind: 'push' }> & Way,
  { docker, log }: BuildTools,
): Promise<DockerResult> {
  const args = buildCommand(plan, builder, goal);
  const engine = builder.push === 'by-tag';
  const variables = { ...env, ...cloneFolder(plan, builder) };
  const { opened, open } = latch();
  const limits = { show: true, patience: buildPatience, engine, ...(signal !== undefined && { signal }) };
  const running = docker.run(args, {
    env: variables,
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
    const second = result.exitCode === 0 ? undefined : secondBuild(args, outputOf(result));
    if (second !== undefined) {
      log.info(second.why);
      result = await docker.run(second.args, { env: variables, ...limits });
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

/**
 * Makes the classic builder, which clones on this machine, clone into the secret folder: if only a folder of the
 * clone is built, it leaves the rest behind. Source: moby, builder/remotecontext/git/gitutils.go.
 */
function cloneFolder({ inputs, secretFolder }: Plan, { tool }: Builder): Variables {
  const isCloned = tool === 'docker-build' && readContext(inputs.build.context).kind === 'git';
  return isCloned ? { TMPDIR: secretFolder } : {};
}

/** Whether the same image is built again to be pushed, and its warnings will be printed then. */
function isBuiltAgain({ inputs }: Plan, { push }: Builder, goal: BuildGoal): boolean {
  return goal.kind === 'engine' && push === 'by-digest' && inputs.push;
}

/** Waits until a build may be shown. If it is aborted before that, waits until the build has ended. */
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

/** The Dockerfile's path for annotations; undefined if it is not a file of the workspace. */
export function dockerfileOf({ inputs }: Plan): string | undefined {
  const { context, file } = inputs.build;
  // Without the input `file`, it is in the folder that is built.
  const path = file ?? `${context}/Dockerfile`;
  const isOutside = path.startsWith('/') || path.split(/[\\/]/).includes('..');
  const isElsewhere = isRemote(context) || isOutside || isDockerfileElsewhere(inputs.build);
  return isElsewhere ? undefined : dockerfilePath(inputs.build);
}

/** The platform of the image; undefined if that is not certain. */
export function platformOf({ inputs, defaultPlatform }: Plan, builder: Builder): Platform | undefined {
  const [asked] = inputs.build.platforms;
  return asked ?? (defaultPlatform === undefined ? builder.nativePlatform : parsePlatform(defaultPlatform));
}
