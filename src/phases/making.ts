import { buildLocally, loadForTest, type LocalBuild } from '../docker/build-image.ts';
import { localName } from '../docker/image-names.ts';
import { buildAndPush } from '../docker/push-image.ts';
import type { Phase, Run } from '../run.ts';
import type { Candidate, ImageExtent } from '../types/image.ts';
import type { Builder, Plan } from '../types/plan.ts';
import { explainPull } from './base-image-logins.ts';
import { withPlannedCache } from './cached.ts';
import { putSecrets } from './build-secrets.ts';
import type { BuildJob, EarlyBuild } from './early-build.ts';
import { fitBuilder } from './fit-builder.ts';
import type { Target } from './opening.ts';
import { openFrontFor, pushCandidate } from './pushing.ts';
import { isSizeToKnow, noteSizes, requireSizes } from './size-at-hand.ts';
import { smokeTesting } from './smoke-testing.ts';

interface Making extends BuildJob {
  readonly target: Target;
  readonly early: EarlyBuild;
  /** The size to compare with, which is still being read. Never fails. */
  readonly before: Promise<ImageExtent | undefined>;
}

/** Builds the image and pushes it, under no tag that anybody would pull. */
export const making: Phase<Making, Candidate> = {
  name: 'build',
  async run({ plan: asked, probe, target, early, before }, run) {
    const builder = await fitBuilder(asked, probe, run);
    const plan = await withPlannedCache(asked, target.repository, run);
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
    const front = openFrontFor({ plan, builder, target }, run);
    const local = (await early.finish(builder)) ?? (await pulled(buildLate(plan, builder, env, run)));
    const noting = noteSizes(local, builder, run);
    // The push waits for it only if it decides whether there is one.
    if (isSizeToKnow(plan))
      await requireSizes({ plan, built: local, sizes: await noting, before: await before }, run);
    if (plan.smokeTests.length > 0) await run.do(smokeTesting, { plan, built: local });
    const pushed = pushCandidate(local, { plan, target, front: await front }, run);
    const [candidate] = await Promise.all([pushed, noting]);
    return run.keep('candidate', candidate);
  },
};

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
