import { shortDigest, type Digest } from '../../types/digest.ts';
import type { AssignedScan, ForeignScan } from '../../types/foreign-scan.ts';
import type { PlatformImage, VerifiedImage } from '../../types/image.ts';
import { usualPlatform } from '../../types/names.ts';
import { Refusal } from '../../types/refusal.ts';

type Image = Pick<VerifiedImage, 'digest' | 'platforms'>;

/**
 * The part of the image that a file is about: one platform's manifest, of which an index may have several for one platform. A file that names its image by a digest must mean this one: by the
 * digest of the index or of a platform's manifest, or by that of its config, which engines call the image's id.
 * Throws Refusal if it means another image, or does not say which platform it means.
 */
export function assign(scan: ForeignScan, image: Image): AssignedScan {
  const named = image.platforms.filter((platform) => isNamed(scan, platform));
  if (scan.subjects.length > 0 && named.length === 0 && !scan.subjects.includes(image.digest))
    throw new Refusal(
      `it is about another image: it names ${listed(scan.subjects)}, and this one is ${shortDigest(image.digest)}`,
    );
  const [first, ...others] = distinct(
    scan.platform === undefined ? candidates(named, image) : given(scan, named, image),
  );
  if (first === undefined || others.length > 0)
    throw new Refusal(`it does not say which platform it is about, and the image has ${platformsOf(image)}`);
  return { ...scan, platform: first.platform, digest: first.digest };
}

/** Whether a file names its image by digest, so that it cannot be about another one. */
export function isProven({ subjects }: Pick<ForeignScan, 'subjects'>): boolean {
  return subjects.length > 0;
}

function isNamed({ subjects }: ForeignScan, { digest, contents }: PlatformImage): boolean {
  return subjects.includes(digest) || (contents !== undefined && subjects.includes(contents.config));
}

function candidates(named: readonly PlatformImage[], { platforms }: Image): readonly PlatformImage[] {
  return named.length > 0 ? named : platforms;
}

function given(
  { platform, subjects }: ForeignScan,
  named: readonly PlatformImage[],
  image: Image,
): readonly PlatformImage[] {
  const found = image.platforms.filter((one) => usualPlatform(one.platform) === platform);
  if (found.length === 0)
    throw new Refusal(`it is given for ${platform ?? ''}, and the image has ${platformsOf(image)}`);
  const meant = named.length === 0 ? found : found.filter((one) => named.includes(one));
  if (meant.length === 0)
    throw new Refusal(
      `it is given for ${platform ?? ''}, and names ${listed(subjects)}, which is ${named.map((one) => one.platform).join(' and ')}`,
    );
  if (distinct(meant).length > 1)
    throw new Refusal(
      `it is given for ${platform ?? ''}, of which the image has ${String(found.length)}: the one that it is about has to be named by its digest`,
    );
  return meant;
}

/** The same manifest may be listed for two platforms, which one file is about then. */
function distinct(platforms: readonly PlatformImage[]): readonly PlatformImage[] {
  return platforms.filter((one, at) => platforms.findIndex(({ digest }) => digest === one.digest) === at);
}

function platformsOf({ platforms }: Image): string {
  return platforms.map(({ platform }) => platform).join(', ');
}

function listed(digests: readonly Digest[]): string {
  const most = 3;
  const more = digests.length - most;
  return `${digests.slice(0, most).map(shortDigest).join(', ')}${more > 0 ? ` and ${String(more)} more` : ''}`;
}
