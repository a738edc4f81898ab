import { candidateTime } from '../undo/sweep.ts';
import type { Run } from '../run.ts';
import { asShipError } from '../types/errors.ts';
import { parseTag } from '../types/names.ts';
import type { Collected } from './collecting.ts';
import type { Verified } from './scanning.ts';

/** How long to wait: the image has its tags, and nobody who waits for it should wait longer for this. In milliseconds. */
const retiringMs = 10_000;

/**
 * Removes the candidate tags that jobs with `mode: build` left on an image that now has its tags. Never throws and
 * never takes long: what is left, a run on the next day removes. If an index lists the image, ECR refuses to remove
 * its last tag, and it stays. Source: ECR API reference, BatchDeleteImage, ImageReferencedByManifestList.
 */
export async function retireCandidateTags(verified: Verified, collected: Collected, run: Run): Promise<void> {
  const isTagged = run.found('tags')?.some(({ outcome }) => outcome === 'set' || outcome === 'unchanged');
  if (isTagged !== true) return;
  const { log } = run.ports;
  const retiring = retire(verified, collected, run).catch((thrown: unknown) => {
    const { code, what } = asShipError(thrown);
    // It is normal that an index keeps an image's last tag; a missing permission is worth a notice.
    log[code === 'access-denied' ? 'notice' : 'debug'](`Candidate tags of earlier jobs stay: ${what}`);
  });
  await Promise.race([retiring, run.ports.clock.sleep(retiringMs)]);
}

async function retire({ target, image }: Verified, { parts }: Collected, run: Run): Promise<void> {
  const { images, tags } = target.repository;
  const listed = parts.length === 0 ? [] : await images.describe(parts.map(({ digest }) => ({ digest })));
  const left = [...image.tags, ...listed.flatMap((one) => one.tags)].filter(
    (tag) => candidateTime(tag) !== undefined && tag !== run.found('candidate')?.tag,
  );
  for (const text of left) {
    const tag = parseTag(text);
    if (tag !== undefined) await tags.remove(tag);
  }
}
