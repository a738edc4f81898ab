import type { Clock, Log, RepositoryPorts } from '../ports.ts';
import type { PlatformImage, VerifiedImage } from '../types/image.ts';
import type { CompleteScan, PlatformScan, ScanReport, ScanSettings } from '../types/scan.ts';
import { incomplete } from './follow.ts';
import { watchScan } from './watch.ts';

/** What to scan, where, and how long to wait for it. */
interface ScanOrder {
  readonly repository: Pick<RepositoryPorts, 'scanner' | 'now'>;
  readonly image: Pick<VerifiedImage, 'platforms'>;
  readonly settings: ScanSettings;
  readonly timeoutMs: number;
}

/**
 * Scans every platform of an image and reads all findings. An index itself has no findings, its platforms do. A scan
 * without an answer is a result. Throws only what stops the run, such as a missing permission.
 */
export async function scanImage(
  { repository, image, settings, timeoutMs }: ScanOrder,
  tools: { readonly clock: Clock; readonly log: Log },
): Promise<ScanReport> {
  const { scanner, now } = repository;
  if (scanner === undefined) return { kind: 'incomplete', platforms: image.platforms.map(withoutScanner) };
  const deadline = tools.clock.now() + timeoutMs;
  const inTurn = oneAfterAnother();
  let calledOff = false;
  const isCalledOff = () => calledOff;
  const watch = async (platform: PlatformImage) => {
    const job = { scanner, now, platform, settings, deadline, timeoutMs, inTurn, isCalledOff };
    try {
      return await watchScan(job, tools);
    } catch (error) {
      calledOff = true;
      throw error;
    }
  };
  const watching = image.platforms.map(watch);
  // Nothing continues in the background after this: the others see that they are called off.
  await Promise.allSettled(watching);
  const platforms = await Promise.all(watching);
  const complete = platforms.filter((platform): platform is CompleteScan => platform.outcome === 'complete');
  return complete.length === platforms.length
    ? { kind: 'complete', platforms: complete }
    : { kind: 'incomplete', platforms };
}

function withoutScanner(platform: PlatformImage): PlatformScan {
  return incomplete(platform, 'unsupported', 'this registry has no scanner');
}

/** Runs pieces of work one after another, in the order in which they come. */
function oneAfterAnother(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
}
