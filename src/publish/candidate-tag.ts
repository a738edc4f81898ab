import type { Log, OpenRepository } from '../ports.ts';
import { ShipError } from '../types/errors.ts';
import type { Candidate, VerifiedImage } from '../types/image.ts';
import { candidatePrefix, type Plan } from '../types/plan.ts';
import type { ScanSettings } from '../types/scan.ts';

/**
 * Whether the candidate gets its tag for the scan; nothing else decides it. A builder that cannot push by digest has set
 * it already. Basic scanning needs none, as it can be asked for by digest. Enhanced scanning cannot be asked, and it is
 * not certain that it discovers an image that no tag names (awslabs/soci-snapshotter#1845, against hashintel/hash#8596),
 * so there the candidate carries one; also where the kind of scanning is not known, because a tag too many costs two
 * calls and a scan that never begins costs the release. An image that has a name needs none.
 */
export function needsTagForScan(
  candidate: Candidate,
  { tags }: VerifiedImage,
  { scanner, frequency }: ScanSettings,
): boolean {
  if (candidate.tag !== undefined || scanner === 'basic') return false;
  if (scanner === 'enhanced' && frequency === 'manual') return false;
  // The candidate tag of another run that builds the same image goes when that run ends, and may take the image along.
  return tags.every((tag) => tag.startsWith(candidatePrefix));
}

/** Gives an image that has no tag the candidate's, so that a scanner that goes by tags sees it. */
export async function tagForScan(
  { candidateTag }: Plan,
  repository: OpenRepository,
  { digest, manifest }: VerifiedImage,
  log: Log,
): Promise<void> {
  const put = await repository.tags.set(candidateTag, manifest);
  if (put.kind === 'immutable') {
    // A request that was sent twice finds the tag that it has set itself.
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
