import type { Log, OpenRepository } from '../ports.ts';
import { formatRecord, recordLabel } from '../types/build-record.ts';
import { ShipError } from '../types/errors.ts';
import type { VerifiedImage } from '../types/image.ts';
import type { Plan } from '../types/plan.ts';
import { readHolders } from '../publish/holders.ts';

/**
 * Holds the record that an image which was just built carries against the one that this run gave it. The builder sets
 * it over whatever the Dockerfile says, but a Dockerfile may bring a builder of its own (`# syntax=`): one that leaves the
 * label out makes an image that is never used again, which is said; one that writes another record makes an image that
 * would be used in another one's place. Where this role may not read the image's config nothing can be said.
 * Throws `verify-failed`.
 */
export async function checkOwnRecord(
  { record }: Plan,
  repository: OpenRepository,
  { digest, manifest }: VerifiedImage,
  log: Log,
): Promise<void> {
  const holder = (await readHolders([manifest], repository.manifests)).get(digest);
  if (holder === undefined || !holder.isReadable) return;
  if (holder.record === undefined) {
    if (record !== undefined)
      log.warning(`The builder left out the label ${recordLabel}, so no later run can reuse the image.`);
    return;
  }
  if (record !== undefined && formatRecord(record) === formatRecord(holder.record)) return;
  throw new ShipError({
    code: 'verify-failed',
    what: `The image ${digest} carries another ${recordLabel} than this run gave it.`,
    next: 'No tag was set. Look for a # syntax= line in the Dockerfile whose builder changes labels.',
  });
}
