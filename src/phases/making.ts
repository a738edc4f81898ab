import {
  buildAndPush,
  buildLocally,
  buildOnly,
  loadForTest,
  localName,
  pushBuilt,
  registryName,
  type LocalBuild,
} from '../docker/candidate.ts';
import { tagsAtOnce } from '../publish/tag-image.ts';
import { needsNoLogin } from '../plan/base-images.ts';
import type { EcrImage } from '../plan/ecr-images.ts';
import { requireTags } from '../plan/plan.ts';
import { requireFit } from '../docker/fit.ts';
import { builderLines, builderWarnings, previewOf } from '../report/plan-lines.ts';
import type { Phase, Run } from '../run.ts';
import { asDockerLogin, type RegistryLogin } from '../types/credentials.ts';
import { asShipError, ShipError } from '../types/errors.ts';
import type { Candidate, ImageExtent } from '../types/image.ts';
import type { BuildInputs } from '../types/inputs.ts';
import { engineImages } from '../docker/engine-images.ts';
import { latch } from '../types/latch.ts';
import { info, notice, warning } from '../types/message.ts';
import type { Builder, Plan } from '../types/plan.ts';
import { baseImagesOf, ecrImagesToPull, explainPull, loginsForBaseImages } from './base-images.ts';
import { installLogin } from './docker-login.ts';
import { withCachePreview, withPlannedCache } from './cached.ts';
import type { Target } from './opening.ts';
import { isSizeToKnow, noteSizes, requireSizes } from './size-at-hand.ts';
import { smokeTesting } from './smoke-testing.ts';
import { expectCandidateTag } from './scanning.ts';

/** What is built, with what. */
interface Job {
  readonly plan: Plan;
  readonly probing: Promise<Builder>;
  /** Logins to further registries, for base images. */
  readonly logins?: readonly RegistryLogin[];
}

/** Says how the image would be built on this machine. Throws `no-tags` and `builder-unfit` where a build would. */
export const previewing: Phase<Job, void> = {
  name: 'build',
  async run({ plan: asked, probing }, run) {
    const builder = await probing.catch(asShipError);
    const plan = withCachePreview(asked);
    if (!(builder instanceof ShipError)) {
      run.keep('builder', builder);
      run.keep('preview', previewOf(plan, builder));
    }
    run.tell([
      ...builderLines(plan, builder).map(info),
      ...builderWarnings(plan, builder, variableOf(run)).map(warning),
    ]);
    requireTags(plan);
    // Without an engine nobody knows with what it will be built.
    if (!(builder instanceof ShipError)) requireFit(plan, builder, variableOf(run));
  },
};

/** Builds and pushes nothing. */
export const building: Phase<Job, void> = {
  name: 'build',
  async run({ plan, probing, logins = [] }, run) {
    const builder = await fitBuilder(plan, probing, run);
    await putSecrets(plan, run);
    const { env, ecrImages } = await logInForBaseImages(plan, logins, run);
    // The engine's own builder gives the image to the engine for nothing; another one only where it is to be started.
    const isLoaded = builder.push === 'by-tag' || plan.smokeTests.length > 0;
    const isUnloaded = plan.inputs.build.call === 'check' || !isLoaded;
    const building = isUnloaded
      ? buildOnly(plan, builder, env, run.ports).then(() => undefined)
      : loadFor(plan, builder, env, run);
    const built = await building.catch((error: unknown) => {
      throw explainPull(error, ecrImages);
    });
    if (built !== undefined && plan.smokeTests.length > 0) await run.do(smokeTesting, { plan, built });
  },
};

/** The logins of a build that is not published, for this step alone: further registries, and base images that are in ECR. */
async function logInForBaseImages(
  { inputs }: Plan,
  logins: readonly RegistryLogin[],
  run: Run,
): Promise<{ readonly env: Target['dockerEnv']; readonly ecrImages: readonly EcrImage[] }> {
  const target = inputs.mode === 'ship' ? inputs.puller : undefined;
  const ecrImages = await ecrImagesToPull(inputs.build, target, run);
  const found = target === undefined ? [] : await loginsForBaseImages(ecrImages, { target }, run);
  const all = [...found, ...logins.map(asDockerLogin)];
  const env = all.length === 0 ? {} : (await installLogin(all, 'step', run)).dockerEnv;
  return { env, ecrImages };
}

/** Builds the image into the engine, where later steps of the job find it by its id. */
async function loadFor(
  plan: Plan,
  builder: Builder,
  env: Target['dockerEnv'],
  run: Run,
): Promise<LocalBuild> {
  run.undo.plan({ kind: 'local-image', name: localName(plan.candidateTag), isForJob: true });
  const built =
    builder.push === 'by-tag'
      ? await buildLocally(plan, builder, { env }, run.ports)
      : await loadForTest(plan, builder, { env }, run.ports);
  const id = await engineImages(run.ports).idOf(built.name);
  if (id !== undefined) run.keep('imageId', id);
  const sizes = await noteSizes(built, builder, run);
  // What another builder loads into the engine is packed otherwise than what it would push.
  const known = builder.push === 'by-tag' ? sizes : { ...sizes, compressed: undefined };
  await requireSizes({ plan, built, sizes: known }, run);
  return built;
}

/** A build that goes on beside what the registry is asked, and shows nothing before that is told. */
export interface EarlyBuild {
  /** Settles when it runs or does not begin at all, and where that takes long: from then on nothing should wait for it. */
  readonly begun: Promise<void>;
  /** Shows it, and waits for it; undefined where it has not begun, for it may need the login. */
  finish(): Promise<LocalBuild | undefined>;
  /** Ends it: there is nothing to build. */
  drop(): Promise<void>;
}

/** An engine and a builder that have to be asked through docker need a tenth of a second, and a build gains less. */
const longestStartMs = 60;

/**
 * Begins to build where no registry of this run is needed for that: with the engine's own builder, on base images that
 * cannot lie there. Never throws: whoever finishes it meets what went wrong.
 */
export function beginBuild({ plan, probing, logins = [] }: Job, run: Run): EarlyBuild {
  const dropped = new AbortController();
  const { opened: shownFrom, open: show } = latch();
  const { opened: begun, open: onStarted } = latch();
  const begin = async () => {
    const builder = await probing;
    requireFit(plan, builder, variableOf(run));
    const needsLogins = builder.push !== 'by-tag' || logins.length > 0;
    if (needsLogins || !(await isSelfContained(plan.inputs.build, run))) return undefined;
    dropped.signal.throwIfAborted();
    await putSecrets(plan, run);
    run.undo.plan({ kind: 'local-image', name: localName(plan.candidateTag) });
    const way = { shownFrom, signal: dropped.signal, onStarted };
    return buildLocally(plan, builder, way, run.ports);
  };
  const building = begin();
  building.catch(() => undefined).finally(onStarted);
  return {
    begun: Promise.race([begun, run.ports.clock.sleep(longestStartMs)]),
    finish() {
      show();
      return building;
    },
    async drop() {
      dropped.abort(new Error('there is nothing to build'));
      await building.catch(() => undefined);
    },
  };
}

/** Whether nothing that is built on can lie in a registry to which this run logs in. */
async function isSelfContained(build: BuildInputs, run: Run): Promise<boolean> {
  const { buildContexts, cacheFrom, cacheTo } = build.options;
  if (build.cache !== 'off' || [...buildContexts, ...cacheFrom, ...cacheTo].length > 0) return false;
  const bases = await baseImagesOf(build, run);
  return bases !== undefined && needsNoLogin(bases);
}

interface Making extends Job {
  readonly target: Target;
  readonly early: EarlyBuild;
  /** What its size is held against, on its way. Never fails. */
  readonly before: Promise<ImageExtent | undefined>;
}

/** Builds the image and pushes it, under no tag that a person would pull. */
export const making: Phase<Making, Candidate> = {
  name: 'build',
  async run({ plan: asked, probing, target, early, before }, run) {
    const builder = await fitBuilder(asked, probing, run);
    const plan = withPlannedCache(asked, target.repository);
    const { repository, dockerEnv: env, renewLogin } = target;
    const tools = { ...run.ports, renewLogin };
    const push = { repository, env };
    const pulled = <T>(built: Promise<T>) =>
      built.catch((error: unknown) => {
        throw explainPull(error, target.ecrImages);
      });
    if (builder.push === 'by-digest') {
      await putSecrets(plan, run);
      if (plan.smokeTests.length > 0) {
        run.undo.plan({ kind: 'local-image', name: localName(plan.candidateTag) });
        const built = await pulled(loadForTest(plan, builder, { env }, run.ports));
        await run.do(smokeTesting, { plan, built });
      }
      return run.keep('candidate', await pulled(buildAndPush(plan, builder, push, tools)));
    }
    const local = (await early.finish()) ?? (await pulled(buildLate(plan, builder, env, run)));
    const noting = noteSizes(local, builder, run);
    // The push waits for it only where that decides whether there is one.
    if (isSizeToKnow(plan))
      await requireSizes({ plan, built: local, sizes: await noting, before: await before }, run);
    if (plan.smokeTests.length > 0) await run.do(smokeTesting, { plan, built: local });
    repository.connectAhead?.(connectionsFor(plan));
    const undo = expectCandidateTag({ plan, target }, run);
    run.undo.plan({ kind: 'local-image', name: registryName(repository, plan.candidateTag) });
    const [candidate] = await Promise.all([pushBuilt(local, push, tools), noting]);
    run.undo.change(undo, { state: 'there' });
    return run.keep('candidate', candidate);
  },
};

/** A config to read, and then so many tags at once; the registry's answers need no more. */
function connectionsFor({ names }: Plan): number {
  return Math.min(tagsAtOnce, Math.max(1, names.filter(({ kind }) => kind === 'moving').length));
}

async function buildLate(
  plan: Plan,
  builder: Builder,
  env: Target['dockerEnv'],
  run: Run,
): Promise<LocalBuild> {
  await putSecrets(plan, run);
  run.undo.plan({ kind: 'local-image', name: localName(plan.candidateTag) });
  return buildLocally(plan, builder, { env }, run.ports);
}

/** The builder at hand, if it can do what the inputs ask for. Throws `builder-unfit`. */
async function fitBuilder(plan: Plan, probing: Promise<Builder>, run: Run): Promise<Builder> {
  const builder = run.keep('builder', await probing);
  requireFit(plan, builder, variableOf(run));
  run.tell([
    info(`Builder: ${builder.description}`),
    ...(builder.notice === undefined ? [] : [notice(builder.notice)]),
    ...builderWarnings(plan, builder, variableOf(run)).map(warning),
  ]);
  return builder;
}

function variableOf({ ports }: Run): (name: string) => string | undefined {
  return (name) => ports.job.variable(name);
}

/** Puts the values of secrets where the build finds them, by their position; the folder goes in the end, or in post. */
async function putSecrets({ inputs, secretFolder }: Plan, { ports, undo }: Run): Promise<void> {
  const { secrets } = inputs.build.options;
  const values = secrets.flatMap((secret, at) =>
    secret.kind === 'value' ? [{ name: String(at), text: secret.value }] : [],
  );
  if (values.length === 0) return;
  undo.plan({ kind: 'folder', path: secretFolder, isForJob: false });
  await ports.dockerConfig.putSecrets(secretFolder, values);
}
