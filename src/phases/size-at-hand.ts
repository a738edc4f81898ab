import { exactBytes, grownTooMuch } from '../checks/size.ts';
import type { LocalBuild } from '../docker/build-image.ts';
import { instructionsOf } from '../image/instructions.ts';
import { engineImages } from '../docker/engine-images.ts';
import type { CompressedSize, EngineSizes } from '../docker/engine-sizes.ts';
import { shorten } from '../report/findings.ts';
import { formatBytes } from '../report/format.ts';
import type { Run } from '../run.ts';
import { ShipError } from '../types/errors.ts';
import type { ImageExtent } from '../types/image.ts';
import { notice } from '../types/message.ts';
import type { Builder, Plan } from '../types/plan.ts';
import { clause } from '../types/text.ts';
import { requireUnpackedSize } from './fitting.ts';
import { smaller } from './sizing.ts';

/** Records what the engine says about the size of what it has built. */
export async function noteSizes(
  { name }: LocalBuild,
  { graphDriver }: Builder,
  run: Run,
): Promise<EngineSizes> {
  const sizes = await engineImages(run.ports).sizesOf(name, graphDriver);
  if (sizes.unpacked !== undefined) run.keep('unpackedSize', sizes.unpacked);
  return sizes;
}

/** Whether a size may prevent the push. */
export function isSizeToKnow({ inputs }: Plan): boolean {
  return inputs.runtime !== 'any' || inputs.maxSize !== undefined || inputs.maxGrowth !== undefined;
}

/** A build whose size is checked before anything leaves this machine. */
interface AtHand {
  readonly plan: Plan;
  readonly built: LocalBuild;
  readonly sizes: EngineSizes;
  /** What it is compared with; undefined if there is nothing, or it is not known yet. */
  readonly before?: ImageExtent | undefined;
}

/**
 * Checks the known sizes against the limits before anything leaves this machine; what is not known yet is checked in
 * the registry, before the tags. Throws `runtime-unfit` and `too-large`.
 */
export async function requireSizes({ plan, built, sizes, before }: AtHand, run: Run): Promise<void> {
  requireUnpackedSize(plan, run);
  const { maxSize, push } = plan.inputs;
  const { compressed, unpacked } = sizes;
  const why = compressed === undefined ? [] : excessOf({ plan, built, before }, compressed, run);
  if (why.length > 0)
    throw new ShipError({
      code: 'too-large',
      what: `The image is too large: ${why.join('; ')}.`,
      next: `Nothing was pushed. ${await largestText(built, run)}${smaller}`,
    });
  if (
    maxSize !== undefined &&
    !push &&
    compressed === undefined &&
    (unpacked === undefined || unpacked > maxSize)
  )
    run.tell([notice(unknown)]);
}

/** Says as clauses what is too large. Records the difference to the baseline if the size is exact. */
function excessOf(
  { plan, built, before }: Omit<AtHand, 'sizes'>,
  { bytes, isExact }: CompressedSize,
  run: Run,
): readonly string[] {
  const { maxSize, maxGrowth, build } = plan.inputs;
  const least = isExact ? '' : 'at least ';
  // With several platforms the engine gives the size of its own one, whichever came first in the input. Tried with
  // Docker 26.1.
  const whose = build.platforms.length > 1 ? 'one of its platforms' : (built.platform ?? 'it');
  if (before !== undefined && isExact) run.keep('sizeChange', bytes - before.size);
  const large =
    maxSize === undefined || bytes <= maxSize
      ? undefined
      : `${whose} has ${least}${exactBytes(bytes)} compressed, and max-size allows ${exactBytes(maxSize)}`;
  const grown = before === undefined ? undefined : grownTooMuch(bytes, before.size, maxGrowth, least);
  return [large, grown].filter((clause) => clause !== undefined);
}

const unknown =
  'Whether the image is larger than max-size is not known without a push: this engine keeps images unpacked (docs/reference/runtimes.md).';

/** The largest layers in the engine's history; a sentence with a trailing space. */
async function largestText({ name }: LocalBuild, run: Run): Promise<string> {
  const history = await engineImages(run.ports).historyOf(name);
  const instructions = instructionsOf(history.map(({ instruction }) => instruction));
  const layers = history
    .map(({ size }, at) => ({ size, instruction: instructions[at] ?? '' }))
    .sort((a, b) => b.size - a.size)
    .slice(0, 3);
  if (layers.length === 0) return '';
  const each = layers.map(
    ({ size, instruction }) =>
      `${formatBytes(size)} of ${instruction === '' ? 'a base image' : clause(shorten(instruction))}`,
  );
  return `Its largest layers are, unpacked, ${each.join('; ')}. `;
}
