import type { Log, OpenRepository } from '../ports.ts';
import { formatRecord, recordLabel } from '../types/build-record.ts';
import { ShipError } from '../types/errors.ts';
import type { VerifiedImage } from '../types/image.ts';
import type { Plan } from '../types/plan.ts';
import { readHolders } from '../publish/holders.ts';

/**
 * Compares the record in an image's label with the one that this run gave it. The builder sets the label over
 * whatever the Dockerfile says, but a Dockerfile may bring its own builder (`# syntax=`). If that leaves the label
 * out, the image is never reused, and a message says so; if it writes another record, the image would be reused in
 * place of another one. If this role may not read the image's config, nothing is checked. Throws `verify-failed`.
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
