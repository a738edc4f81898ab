import { mostLevels, referencesOf } from '../image/references.ts';
import type { Clock, ImageFacts, ImageId, Log, OpenRepository } from '../ports.ts';
import type { Digest } from '../types/digest.ts';
import { ShipError } from '../types/errors.ts';
import type { StoredManifest } from '../types/image.ts';
import { Refusal } from '../types/refusal.ts';
import { startWaiting } from './waiting.ts';

interface Tools {
  readonly clock: Clock;
  readonly log: Log;
}

/** ECR restores "within 20 minutes". Source: ECR user guide, "Archiving an image in Amazon ECR". */
const mostMs = 30 * 60_000;

/**
 * Restores archived images and waits until they can be pulled, with everything that an index lists, because ECR
 * archives each image separately. Images that are not archived, or do not exist, are left alone.
 * Throws `image-archived` if one does not come back, or not in time.
 */
export async function restoreArchived(
  repository: OpenRepository,
  ids: readonly ImageId[],
  tools: Tools,
): Promise<void> {
  if (repository.archive === undefined) return;
  const deadline = tools.clock.now() + mostMs;
  let level = ids;
  for (let depth = 0; depth < mostLevels && level.length > 0; depth += 1) {
    const facts = await repository.images.describe(level);
    const away = facts.filter(({ archive }) => archive !== undefined);
    if (away.length > 0) await restoreAll(repository, away, { ...tools, deadline });
    const manifests = await repository.manifests.read(facts.map(({ digest }) => digest));
    level = [...new Set(manifests.flatMap(listedIn))].map((digest) => ({ digest }));
  }
}

/** Anything that is not a manifest is refused when it is judged. */
function listedIn(manifest: StoredManifest): Digest[] {
  try {
    return referencesOf(manifest).manifests.map(({ digest }) => digest);
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
}

async function restoreAll(
  repository: OpenRepository,
  away: readonly ImageFacts[],
  { clock, log, deadline }: Tools & { readonly deadline: number },
): Promise<void> {
  for (const image of away) await askBack(repository, image, log);
  const digests = away.map(({ digest }) => digest);
  const waiting = startWaiting({ clock, log });
  for (;;) {
    const left = await stillArchived(repository, digests);
    if (left.length === 0) break;
    if (clock.now() >= deadline) throw notInTime(left, repository);
    await waiting.pause(
      (minutes) =>
        `Waiting for ${left.join(', ')} from the archive for ${minutes} min; ECR takes up to 20 minutes.`,
    );
  }
  const seconds = String(Math.round(waiting.waitedMs() / 1000));
  log.info(`Restored from the archive after ${seconds} s: ${digests.join(', ')}.`);
}

async function stillArchived(repository: OpenRepository, digests: readonly Digest[]): Promise<Digest[]> {
  const facts = await repository.images.describe(digests.map((digest) => ({ digest })));
  return facts.flatMap(({ digest, archive }) => (archive === undefined ? [] : [digest]));
}

async function askBack(
  { archive: archives, images, name }: OpenRepository,
  { digest, archive }: ImageFacts,
  log: Log,
): Promise<void> {
  if (archive === 'activating') {
    log.info(`${digest} is on its way back from the archive of ${name}; waiting for it.`);
    return;
  }
  log.info(`${digest} is archived in ${name}; restoring it, which ECR does within 20 minutes.`);
  try {
    await archives?.restore(digest);
  } catch (error) {
    // Another run may have requested it at the same time.
    const [now] = await images.describe([{ digest }]);
    if (now?.archive === 'archived') throw error;
  }
}

function notInTime(digests: readonly Digest[], { name, region, registryId }: OpenRepository): ShipError {
  const [first] = digests;
  return new ShipError({
    code: 'image-archived',
    what: `In ${name} ${digests.join(' and ')} did not come back from the archive within ${String(mostMs / 60_000)} minutes.`,
    next:
      'The restore goes on without this run: run the job again as soon as the image is ACTIVE, which this shows: ' +
      `aws ecr describe-images --region ${region} --registry-id ${registryId} --repository-name ${name} --image-ids imageDigest=${first ?? ''}`,
  });
}
