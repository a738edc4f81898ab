import { candidateTime } from '../undo/sweep.ts';
import type { Run } from '../run.ts';
import { asShipError } from '../types/errors.ts';
import { parseTag } from '../types/names.ts';
import type { Collected } from './collecting.ts';
import type { Verified } from './scanning.ts';

/** The image has its tags: whoever waits for it need not wait for more than this. In milliseconds. */
const retiringMs = 10_000;

/**
 * Takes away the candidate tags that jobs with `mode: build` left on what has its tags now. Never fails, and never takes long:
 * what is left is removed by a run of the next day. ECR refuses to remove the last tag of an image that an index lists, which then
 * keeps it. Source: ECR API reference, BatchDeleteImage, ImageReferencedByManifestList.
 */
export async function retireCandidateTags(verified: Verified, collected: Collected, run: Run): Promise<void> {
  const isTagged = run.found('names')?.some(({ outcome }) => outcome === 'set' || outcome === 'unchanged');
  if (isTagged !== true) return;
  const { log } = run.ports;
  const retiring = retire(verified, collected, run).catch((thrown: unknown) => {
    const { code, what } = asShipError(thrown);
    // That an index keeps an image's last tag is as it should be; a missing permission is for a person to know.
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
