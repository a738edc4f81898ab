import { grownTooMuch, tooLarge } from '../checks/size.ts';
import type { Phase } from '../run.ts';
import { asShipError, ShipError } from '../types/errors.ts';
import type { BaselineImage } from '../types/baseline.ts';
import { archivedBaseline } from './baseline.ts';
import { readBaselineImage } from './baseline-size.ts';
import { largestLayers } from '../report/layers.ts';
import { formatBytes } from '../report/format.ts';
import { shorten } from '../report/findings.ts';
import type { VerifiedImage } from '../types/image.ts';
import { info } from '../types/message.ts';
import { clause } from '../types/text.ts';
import type { Verified } from './scanning.ts';
import { fateOfTags } from './tags-had.ts';

interface Order {
  readonly verified: Verified;
  readonly baseline: BaselineImage | undefined;
  /** Whether the difference is told, also where no limit asks for it. */
  readonly isToTell: boolean;
}

/** Holds the size of what was pushed against the limits, before anything waits for a scan. Throws `too-large`. */
export const sizing: Phase<Order, number | undefined> = {
  name: 'size',
  async run({ verified, baseline, isToTell }, run) {
    const { image, plan, target } = verified;
    const { maxSize, maxGrowth } = plan.inputs;
    const isCompared = baseline !== undefined && (maxGrowth !== undefined || isToTell);
    if (isCompared && baseline.isArchived === true)
      run.ports.log[maxGrowth === undefined ? 'debug' : 'warning'](
        `The size of the baseline ${baseline.tag} is not known: ${archivedBaseline}.`,
      );
    const before =
      !isCompared || baseline.isArchived === true
        ? undefined
        : (run.found('before') ??
          (await readBaselineImage(baseline, target, run.ports).catch((error: unknown) => {
            const level = maxGrowth === undefined ? 'debug' : 'warning';
            run.ports.log[level](`The size of the baseline is not known: ${asShipError(error).what}`);
            return undefined;
          })));
    const change = before === undefined ? undefined : image.size - before.size;
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
    change === undefined
      ? []
      : [info(`Compressed size against the baseline: ${change > 0 ? '+' : ''}${String(change)} bytes.`)],
};

/** What to do about it, as a sentence. */
export const smaller =
  'Leave out what it does not need at run time (a stage of its own for the build, .dockerignore, a smaller base image), or raise the limit.';

/** What makes it large, as a sentence with a blank behind it; empty where nobody says. */
function largestText(image: VerifiedImage): string {
  const layers = largestLayers({ image }, 3).map(
    ({ size, instruction, digest }) =>
      `${formatBytes(size)} of ${instruction === undefined ? digest : clause(shorten(instruction))}`,
  );
  return layers.length === 0 ? '' : `Its largest layers are ${layers.join('; ')}. `;
}
