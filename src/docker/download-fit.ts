import { isDownloaded } from '../types/build-context.ts';
import { ShipError } from '../types/errors.ts';
import type { BuildInputs } from '../types/inputs.ts';
import type { Builder } from '../types/plan.ts';

/**
 * Throws `builder-unfit` if the Dockerfile would have to be downloaded without buildx: docker itself looks for a file
 * of that name. Source: docker/cli, cli/command/image/build.go; tried with 20.10.
 */
export function requireFitForDownload({ file }: BuildInputs, { tool, description }: Builder): void {
  if (tool === 'buildx' || file === undefined || !isDownloaded(file)) return;
  throw new ShipError({
    code: 'builder-unfit',
    what: `Input file is an address, and ${description} does not download a Dockerfile.`,
    next: 'Add docker/setup-buildx-action before this step, or download the Dockerfile in a step before and give its path.',
  });
}
