import type { Log, Registry } from '../ports.ts';
import type { RepositoryName, Tag } from '../types/names.ts';

/**
 * Removes the candidate's tag. ECR removes an image together with its last tag, so an image that got no name goes
 * with it, which is what this tells.
 * Source: ECR API reference, BatchDeleteImage.
 */
export async function removeCandidateTag(
  repository: RepositoryName,
  tag: Tag,
  hasNames: boolean,
  { registry, log }: { readonly registry: Registry; readonly log: Log },
): Promise<'image-removed' | 'tag-removed' | 'absent'> {
  // Only where the image got no name of its own is it a question whether this tag is its last one.
  const [image] = hasNames ? [undefined] : await registry.describeImages(repository, [{ tag }]);
  if (!hasNames && image === undefined) return 'absent';
  await registry.removeTag(repository, tag);
  const wasLast = image?.tags.length === 1;
  log.info(
    wasLast
      ? `Removed the candidate ${image.digest} from ${repository}: it got no name, and ${tag} was its only tag.`
      : `Removed the candidate's tag ${tag}.`,
  );
  return wasLast ? 'image-removed' : 'tag-removed';
}
