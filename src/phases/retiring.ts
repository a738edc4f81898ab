import { candidateTime } from '../undo/sweep.ts';
import type { Run } from '../run.ts';
import { asShipError } from '../types/errors.ts';
import { parseTag } from '../types/names.ts';
import type { Collected } from './collecting.ts';
import type { Verified } from './scanning.ts';

/**
 * Takes away the candidate tags that jobs with `mode: build` left on what has its tags now. Never fails: ECR refuses to
 * remove the last tag of an image that an index lists, which then keeps it. Source: ECR API reference, BatchDeleteImage,
 * ImageReferencedByManifestList.
 */
export async function retireCandidateTags(
  { target, image }: Verified,
  { parts }: Collected,
  run: Run,
): Promise<void> {
  const { images, tags } = target.repository;
  const isTagged = run.found('names')?.some(({ outcome }) => outcome === 'set' || outcome === 'unchanged');
  if (isTagged !== true) return;
  try {
    const listed = parts.length === 0 ? [] : await images.describe(parts.map(({ digest }) => ({ digest })));
    const left = [...image.tags, ...listed.flatMap((one) => one.tags)].filter(
      (tag) => candidateTime(tag) !== undefined && tag !== run.found('candidate')?.tag,
    );
    for (const text of left) {
      const tag = parseTag(text);
      if (tag !== undefined) await tags.remove(tag);
    }
  } catch (error) {
    run.ports.log.debug(`Candidate tags of earlier jobs stay: ${asShipError(error).what}`);
  }
}
