import type { Log } from '../ports.ts';
import { verifyImage } from '../publish/verify.ts';
import type { Run } from '../run.ts';
import type { BaselineImage } from '../types/baseline.ts';
import type { ImageExtent, VerifiedImage } from '../types/image.ts';
import type { Plan } from '../types/plan.ts';
import type { Target } from './opening.ts';

/** Reads the image that a size is held against. Throws what `verifyImage` throws. */
export function readBaselineImage(
  { digest }: BaselineImage,
  { repository }: Pick<Target, 'repository'>,
  tools: Run['ports'],
): Promise<VerifiedImage> {
  return verifyImage(repository, { digest, tag: undefined, platform: undefined }, tools);
}

/**
 * Begins to read it beside the build, where `max-growth` may decide whether the image is pushed at all. Gives nothing where it
 * cannot be read: it is tried again when the image is in the registry, and told then.
 */
export async function beginBaselineSize(
  { plan, target }: { readonly plan: Plan; readonly target: Target },
  run: Run,
): Promise<ImageExtent | undefined> {
  // Of most images it was read for the decision.
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

/** The build prints meanwhile, and a warning would stand in the middle of its lines. */
function quiet(log: Log): Log {
  return { ...log, info: log.debug, notice: log.debug, warning: log.debug };
}
