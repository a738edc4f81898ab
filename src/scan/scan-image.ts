import type { Clock, Log, RepositoryPorts } from '../ports.ts';
import type { PlatformImage, VerifiedImage } from '../types/image.ts';
import type { CompleteScan, PlatformScan, ScanReport, ScanSettings } from '../types/scan.ts';
import { incomplete } from './follow.ts';
import { watchScan } from './watch.ts';

/** What is scanned, where, and for how long that may be waited for. */
export interface ScanOrder {
  readonly repository: Pick<RepositoryPorts, 'scanner' | 'now'>;
  readonly image: Pick<VerifiedImage, 'platforms'>;
  readonly settings: ScanSettings;
  readonly timeoutMs: number;
}

/**
 * Scans every platform of an image and reads all findings. An index has no findings itself: its platforms have.
 * A scan that gives no answer is a result. Throws only what stops the run, such as a permission that is missing.
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
  // Nothing goes on in the background once this has ended: the others see that it is called off.
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

/** Runs one piece of work after another, in the order in which they come. */
function oneAfterAnother(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
}
