import { buildLocally, buildOnly, loadForTest, type LocalBuild } from '../docker/build-image.ts';
import { engineImages } from '../docker/engine-images.ts';
import { requireFit } from '../docker/fit.ts';
import { localName } from '../docker/image-names.ts';
import type { EcrImage } from '../plan/ecr-images.ts';
import { requireTags } from '../plan/plan.ts';
import { builderLines, builderWarnings, previewOf } from '../report/plan-lines.ts';
import type { Phase, Run } from '../run.ts';
import { asDockerLogin, type RegistryLogin } from '../types/credentials.ts';
import { asShipError, ShipError } from '../types/errors.ts';
import { info, warning } from '../types/message.ts';
import type { Builder, Plan } from '../types/plan.ts';
import { ecrImagesToPull, explainPull, loginsForBaseImages } from './base-image-logins.ts';
import { withCachePreview } from './cached.ts';
import { installLogin } from './docker-login.ts';
import { putSecrets } from './build-secrets.ts';
import type { BuildJob } from './early-build.ts';
import { fitBuilder } from './fit-builder.ts';
import type { Target } from './opening.ts';
import { noteSizes, requireSizes } from './size-at-hand.ts';
import { smokeTesting } from './smoke-testing.ts';

/** Shows how the image would be built on this machine. Throws `no-tags` and `builder-unfit` as a build would. */
export const previewing: Phase<BuildJob, void> = {
  name: 'build',
  async run({ plan: asked, probe }, run) {
    const builder = await probe.certain().catch(asShipError);
    const plan = withCachePreview(asked);
    if (!(builder instanceof ShipError)) {
      run.keep('builder', builder);
      run.keep('preview', previewOf(plan, builder));
    }
    run.tell([
      ...builderLines(plan, builder).map(info),
      ...builderWarnings(plan, builder, run.ports.job.variable).map(warning),
    ]);
    requireTags(plan);
    // Without an engine it is unknown with what the image will be built.
    if (!(builder instanceof ShipError)) requireFit(plan, builder, run.ports.job.variable);
  },
};

/** Builds without pushing. */
export const building: Phase<BuildJob, void> = {
  name: 'build',
  async run({ plan, probe, logins = [] }, run) {
    const builder = await fitBuilder(plan, probe, run);
    await putSecrets(plan, run);
    const { env, ecrImages } = await logInForBaseImages(plan, logins, run);
    // The engine's own builder loads the image into the engine at no cost; another one does so only if the image is
    // to be started.
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

/**
 * Logs in for a build that is not published, for this step only: to further registries, and to those of base images
 * in ECR.
 */
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
  // What another builder loads into the engine is compressed differently from what it would push.
  const known = builder.push === 'by-tag' ? sizes : { ...sizes, compressed: undefined };
  await requireSizes({ plan, built, sizes: known }, run);
  return built;
}
