import type { Clock, Log, Registry } from '../ports.ts';
import type { Baseline, BaselineImage } from '../types/baseline.ts';
import { ShipError } from '../types/errors.ts';
import type { Repository } from '../types/image.ts';
import type { Plan, PlannedName } from '../types/plan.ts';
import type { ScanSettings } from '../types/scan.ts';
import { clause } from '../types/text.ts';
import { scanImage } from './scan.ts';
import { verifyImage } from './verify.ts';

interface Tools {
  readonly clock: Clock;
  readonly log: Log;
  readonly registry: Registry;
}

/** The baseline was scanned when it was shipped; what is still missing is not waited for as long as a new image's scan. */
const mostPatienceMs = 120_000;

/**
 * The image that the first moving name of the run names now, before this run sets any. From here on it is known by
 * its digest, so that a name that moves meanwhile changes nothing.
 */
export async function findBaseline(
  repository: Repository,
  names: readonly PlannedName[],
  registry: Registry,
): Promise<BaselineImage | undefined> {
  const moving = names.filter(({ kind }) => kind === 'moving').map(({ tag }) => tag);
  if (moving.length === 0) return undefined;
  const images = await registry.describeImages(
    repository.name,
    moving.map((tag) => ({ tag })),
  );
  for (const tag of moving) {
    const holder = images.find(({ tags }) => tags.includes(tag));
    if (holder !== undefined) return { tag, digest: holder.digest };
  }
  return undefined;
}

/**
 * All findings of the baseline. Never throws because they cannot be read in full: then everything counts as new,
 * which the result says.
 */
export async function readBaseline(
  plan: Plan,
  repository: Repository,
  image: BaselineImage | undefined,
  settings: ScanSettings,
  tools: Tools,
): Promise<Baseline> {
  if (image === undefined) return { kind: 'absent' };
  tools.log.info(`Comparing with ${image.tag}, which names ${image.digest} now.`);
  const scanTimeoutMs = Math.min(plan.inputs.scanTimeoutMs, mostPatienceMs);
  try {
    const found = await verifyImage(repository, image.digest, plan, tools);
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
