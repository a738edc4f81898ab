import type { Log, OpenRepository } from '../ports.ts';
import { ShipError } from '../types/errors.ts';
import type { Candidate, VerifiedImage } from '../types/image.ts';
import { candidatePrefix, type Plan } from '../types/plan.ts';
import type { ScanSettings } from '../types/scan.ts';

/**
 * The only place that decides whether the candidate gets its tag for the scan. A builder that cannot push by digest
 * has already set it. Basic scanning can be asked for by digest and needs none. Enhanced scanning cannot be asked,
 * and may not discover an untagged image (awslabs/soci-snapshotter#1845, against hashintel/hash#8596), so there the
 * candidate gets one; also if the kind of scanning is unknown, because an unneeded tag costs two calls, and a scan
 * that never begins costs the release. An image that has a tag needs none.
 */
export function needsTagForScan(
  candidate: Candidate,
  { tags }: VerifiedImage,
  { scanner, frequency }: ScanSettings,
): boolean {
  if (candidate.tag !== undefined || scanner === 'basic') return false;
  if (scanner === 'enhanced' && frequency === 'manual') return false;
  // The candidate tag of another run that builds the same image is removed when that run ends, perhaps with the image.
  return tags.every((tag) => tag.startsWith(candidatePrefix));
}

/** Gives an untagged image the candidate's tag, for a scanner that looks only at tagged images. */
export async function tagForScan(
  { candidateTag }: Plan,
  repository: OpenRepository,
  { digest, manifest }: VerifiedImage,
  log: Log,
): Promise<void> {
  const put = await repository.tags.set(candidateTag, manifest);
  if (put.kind === 'immutable') {
    // A request that was sent twice finds the tag that it set itself.
    const [holder] = await repository.images.describe([{ tag: candidateTag }]);
    if (holder?.digest !== digest) {
      throw new ShipError({
        code: 'tag-taken',
        what: `The candidate's tag ${candidateTag} already points to ${holder?.digest ?? 'another image'}.`,
        next: 'Run the job again; every run has a candidate tag of its own.',
      });
    }
  }
  log.info(
    `The candidate is tagged ${candidateTag} while it is scanned: enhanced scanning may not see an image without a tag.`,
  );
}
