import type { Registry } from '../ports.ts';
import { formatRecord, noRecord, recordLabel } from '../types/build-record.ts';
import { ShipError } from '../types/errors.ts';
import type { PublishedImage, Repository } from '../types/image.ts';
import type { Plan } from '../types/plan.ts';
import { readHolders } from './holders.ts';

/**
 * Holds the labels of an image that was just built against those that this run gave it. The builder sets them over
 * whatever the Dockerfile says, but a Dockerfile may bring a builder of its own (`# syntax=`), and what it made would be
 * used again under another image's name. Where this role may not read the image's config nothing can be said.
 * Throws `verify-failed`.
 */
export async function requireOwnRecord(
  { record }: Plan,
  repository: Repository,
  { digest, manifest }: PublishedImage,
  registry: Registry,
): Promise<void> {
  const holder = (await readHolders(repository, [manifest], registry)).get(digest);
  if (holder === undefined || !holder.isReadable) return;
  const given = record === undefined ? noRecord : formatRecord(record);
  const found = holder.record === undefined ? noRecord : formatRecord(holder.record);
  if (found === given) return;
  throw new ShipError({
    code: 'verify-failed',
    what: `The image ${digest} does not carry the label ${recordLabel} that this run gave it.`,
    next: 'No name was set. Look for a # syntax= line in the Dockerfile whose builder leaves labels out, or changes them.',
  });
}
