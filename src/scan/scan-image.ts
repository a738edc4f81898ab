import type { PlatformImage, PublishedImage, Repository } from '../types/image.ts';
import type { CompleteScan, ScanReport, ScanSettings } from '../types/scan.ts';
import type { ScanTools } from './follow.ts';
import { watchScan } from './watch.ts';

/**
 * Scans every platform of an image and reads all findings. An index has no findings itself: its platforms have.
 * A scan that gives no answer is a result. Throws only what stops the run, such as a permission that is missing.
 */
export async function scanImage(
  repository: Repository,
  image: PublishedImage,
  settings: ScanSettings,
  wishes: { readonly scan: 'auto' | 'off'; readonly scanTimeoutMs: number },
  tools: ScanTools,
): Promise<ScanReport> {
  if (wishes.scan === 'off') return { kind: 'off', why: 'the input scan is off' };
  const timeoutMs = wishes.scanTimeoutMs;
  const deadline = tools.clock.now() + timeoutMs;
  const inTurn = oneAfterAnother();
  let calledOff = false;
  const isCalledOff = () => calledOff;
  const watch = async (platform: PlatformImage) => {
    const job = { repository, platform, settings, deadline, timeoutMs, inTurn, isCalledOff };
    try {
      return await watchScan(job, tools);
    } catch (error) {
      calledOff = true;
      throw error;
    }
  };
  const platforms = await tools.log.group('Scan', async () => {
    const watching = image.platforms.map(watch);
    // Nothing goes on in the background once this has ended: the others see that it is called off.
    await Promise.allSettled(watching);
    return Promise.all(watching);
  });
  const complete = platforms.filter((platform): platform is CompleteScan => platform.outcome === 'complete');
  return complete.length === platforms.length
    ? { kind: 'complete', platforms: complete }
    : { kind: 'incomplete', platforms };
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
