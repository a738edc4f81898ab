import type { Log } from '../ports.ts';
import { verifyImage } from '../publish/verify.ts';
import type { Run } from '../run.ts';
import type { BaselineImage } from '../types/baseline.ts';
import type { ImageExtent, VerifiedImage } from '../types/image.ts';
import type { Plan } from '../types/plan.ts';
import type { Target } from './opening.ts';

/** Reads the image with which a size is compared. Throws what `verifyImage` throws. */
export function readBaselineImage(
  { digest }: BaselineImage,
  { repository }: Pick<Target, 'repository'>,
  tools: Run['ports'],
): Promise<VerifiedImage> {
  return verifyImage(repository, { digest, tag: undefined, platform: undefined }, tools);
}

/**
 * Begins to read its size while the image is built, if `max-growth` may prevent the push. Undefined if that fails: it
 * is tried again, and reported, once the image is in the registry.
 */
export async function beginBaselineSize(
  { plan, target }: { readonly plan: Plan; readonly target: Target },
  run: Run,
): Promise<ImageExtent | undefined> {
  // Most images were already read for the decision.
  const seen = run.found('before');
  if (seen !== undefined) return seen;
  const baseline = run.found('baseline');
  if (plan.inputs.maxGrowth === undefined || baseline === undefined || baseline.isArchived === true)
    return undefined;
  const { ports } = run;
  try {
    return run.keep('before', await readBaselineImage(baseline, target, { ...ports, log: quiet(ports.log) }));
  } catch {
    return undefined;
  }
}

/** Logs only debug lines, because a warning would interrupt the build's output. */
function quiet(log: Log): Log {
  return { ...log, info: log.debug, notice: log.debug, warning: log.debug };
}
