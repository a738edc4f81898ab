import type { Log, Registry } from '../ports.ts';
import type { RepositoryName, Tag } from '../types/names.ts';

/** How far the clocks of a runner and of ECR may be apart. */
const clockSkewMs = 5 * 60_000;

/** What is known of the candidate when its tag has to go. */
export interface CandidateEnd {
  readonly repository: RepositoryName;
  readonly tag: Tag;
  /** When the run began, in milliseconds since 1970. */
  readonly runStartedAt: number;
  /** Whether the image has names of its own now, so that this tag is not its last one. */
  readonly hasNames: boolean;
}

/**
 * Removes the candidate's tag. ECR removes an image together with its last tag, so an image that got no name goes
 * with it, which is what this tells. An image that was there before the run without any tag may be in use by its
 * digest: then the tag stays, with a warning.
 * Source: ECR API reference, BatchDeleteImage.
 */
export async function removeCandidateTag(
  { repository, tag, runStartedAt, hasNames }: CandidateEnd,
  { registry, log }: { readonly registry: Registry; readonly log: Log },
): Promise<'image-removed' | 'tag-removed' | 'kept' | 'absent'> {
  // Only where the image got no name of its own is it a question whether this tag is its last one.
  const [image] = hasNames ? [undefined] : await registry.describeImages(repository, [{ tag }]);
  if (!hasNames && image === undefined) return 'absent';
  const isLast = image?.tags.length === 1;
  if (image !== undefined && isLast && image.pushedAt < runStartedAt - clockSkewMs) {
    log.warning(
      `The candidate ${image.digest} was in ${repository} before this run, without a tag. Removing ${tag} would remove ` +
        'the image, which may be in use by its digest, so the tag stays. Delete it where the image is not needed.',
    );
    return 'kept';
  }
  await registry.removeTag(repository, tag);
  log.info(
    isLast
      ? `Removed the candidate ${image.digest} from ${repository}: it got no name, and ${tag} was its only tag.`
      : `Removed the candidate's tag ${tag}.`,
  );
  return isLast ? 'image-removed' : 'tag-removed';
}
