import { grownTooMuch, tooLarge } from '../checks/size.ts';
import type { Phase, Run } from '../run.ts';
import { asShipError, ShipError } from '../types/errors.ts';
import type { BaselineImage } from '../types/baseline.ts';
import { archivedBaseline } from './baseline.ts';
import { readBaselineImage } from './baseline-size.ts';
import { largestLayers } from '../report/layers.ts';
import { formatBytes, signedBytes } from '../report/format.ts';
import { shorten } from '../report/findings.ts';
import type { ImageExtent, VerifiedImage } from '../types/image.ts';
import { info } from '../types/message.ts';
import { clause } from '../types/text.ts';
import type { Target } from './opening.ts';
import type { Verified } from './scanning.ts';
import { fateOfTags } from './tags-had.ts';

interface Order {
  readonly verified: Verified;
  /** Where the baseline lies. */
  readonly home: Pick<Target, 'repository'>;
  readonly baseline: BaselineImage | undefined;
  /** Whether to report the difference even if no limit needs it. */
  readonly isToTell: boolean;
}

/** Checks the size of what was pushed against the limits, before anything waits for a scan. Throws `too-large`. */
export const sizing: Phase<Order, number | undefined> = {
  name: 'size',
  async run(order, run) {
    const { image, plan } = order.verified;
    const { maxSize, maxGrowth } = plan.inputs;
    const before = await extentOfBaseline(order, run);
    const change = before === undefined ? keepSizeChange(image, run) : image.size - before.size;
    if (before !== undefined) run.keep('before', before);
    if (change !== undefined) run.keep('sizeChange', change);
    const large = tooLarge(image, maxSize);
    const grown = before === undefined ? undefined : grownTooMuch(image.size, before.size, maxGrowth);
    const why = [large, grown].filter((clause) => clause !== undefined);
    if (why.length > 0)
      throw new ShipError({
        code: 'too-large',
        what: `The image is too large: ${why.join('; ')}.`,
        next: `${fateOfTags(run)} ${largestText(image)}${smaller}`,
      });
    return change;
  },
  tell: (change) =>
    change === undefined ? [] : [info(`Compressed size: ${signedBytes(change)} against the baseline.`)],
};

/** Records by how much an image is larger than the baseline, if that one's size was read anyway. */
export function keepSizeChange(image: VerifiedImage, run: Run): number | undefined {
  const before = run.found('before');
  if (before === undefined || run.found('baseline')?.digest === image.digest) return undefined;
  return run.keep('sizeChange', image.size - before.size);
}

/** The baseline's size, if it is needed: as read for the decision, or else as the registry gives it now. */
async function extentOfBaseline(
  { verified: { plan }, home, baseline, isToTell }: Order,
  run: Run,
): Promise<ImageExtent | undefined> {
  const { maxGrowth } = plan.inputs;
  if (baseline === undefined || (maxGrowth === undefined && !isToTell)) return undefined;
  const level = maxGrowth === undefined ? 'debug' : 'warning';
  if (baseline.isArchived === true) {
    run.ports.log[level](`The size of the baseline ${baseline.tag} is not known: ${archivedBaseline}.`);
    return undefined;
  }
  const seen = run.found('before');
  // The comment also tells about layers.
  if (seen !== undefined && (seen.platforms.length > 0 || !isToTell)) return seen;
  return readBaselineImage(baseline, home, run.ports).catch((error: unknown) => {
    run.ports.log[level](`The size of the baseline is not known: ${asShipError(error).what}`);
    return undefined;
  });
}

/** What to do about it, as a sentence. */
export const smaller =
  'Leave out what it does not need at run time (a stage of its own for the build, .dockerignore, a smaller base image), or raise the limit.';

/** The largest layers, as a sentence with a trailing space; empty if they are not known. */
function largestText(image: VerifiedImage): string {
  const layers = largestLayers({ image }, 3).map(
    ({ size, instruction, digest }) =>
      `${formatBytes(size)} of ${instruction === undefined ? digest : clause(shorten(instruction))}`,
  );
  return layers.length === 0 ? '' : `Its largest layers are ${layers.join('; ')}. `;
}
