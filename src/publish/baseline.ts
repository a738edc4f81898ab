import type { Clock, Log, Registry } from '../ports.ts';
import type { Baseline, BaselineImage } from '../types/baseline.ts';
import type { NameDecision } from '../types/decision.ts';
import type { Digest } from '../types/digest.ts';
import { ShipError } from '../types/errors.ts';
import type { Repository } from '../types/image.ts';
import type { Inputs } from '../types/inputs.ts';
import type { Tag } from '../types/names.ts';
import type { ScanSettings } from '../types/scan.ts';
import { clause } from '../types/text.ts';
import { scanImage } from '../scan/scan-image.ts';
import { verifyImage } from './verify.ts';

interface Tools {
  readonly clock: Clock;
  readonly log: Log;
  readonly registry: Registry;
}

/** The baseline was scanned when it was shipped; what is still missing is not waited for as long as a new image's scan. */
const mostPatienceMs = 120_000;

/**
 * The image that the tag given names, or else the one that the first moving name of the run named at login, before
 * this run sets any. A name that a higher
 * version keeps back comes last: what it names is no predecessor. From here on the image is known by its digest, so
 * that a name that moves meanwhile changes nothing.
 */
export function findBaseline(
  names: readonly NameDecision[],
  given: Tag | undefined,
  tagged: ReadonlyMap<Tag, { readonly digest: Digest }>,
): BaselineImage | undefined {
  if (given !== undefined) {
    const image = tagged.get(given);
    return image && { tag: given, digest: image.digest };
  }
  const moving = names.filter(({ name }) => name.kind === 'moving');
  const keptBack = moving.filter(({ state }) => state === 'kept-back');
  for (const { name, holder } of [...moving.filter(({ state }) => state !== 'kept-back'), ...keptBack])
    if (holder !== undefined) return { tag: name.tag, digest: holder };
  return undefined;
}

/**
 * All findings of the baseline. Never throws because they cannot be read in full: then everything counts as new,
 * which the result says.
 */
export async function readBaseline(
  image: BaselineImage | undefined,
  repository: Repository,
  settings: ScanSettings,
  inputs: Pick<Inputs, 'scanTimeoutMs' | 'build'>,
  tools: Tools,
): Promise<Baseline> {
  if (image === undefined) return { kind: 'absent' };
  tools.log.info(`Comparing with ${image.tag}, which named ${image.digest} at login.`);
  const scanTimeoutMs = Math.min(inputs.scanTimeoutMs, mostPatienceMs);
  const candidate = { digest: image.digest, tag: undefined, platform: inputs.build.platforms[0] };
  try {
    const found = await verifyImage(repository, candidate, tools);
    const scan = await scanImage(repository, found, settings, { scan: 'auto', scanTimeoutMs }, tools);
    if (scan.kind === 'complete') return { kind: 'read', image, platforms: scan.platforms };
    const gaps = (scan.kind === 'off' ? [] : scan.platforms).flatMap((platform) =>
      platform.outcome === 'incomplete' ? [`${platform.platform}: ${platform.detail}`] : [],
    );
    return { kind: 'unreadable', image, why: gaps.join('; ') };
  } catch (error) {
    if (!(error instanceof ShipError)) throw error;
    return { kind: 'unreadable', image, why: clause(error.what) };
  }
}
