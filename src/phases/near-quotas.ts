import type { Census } from '../publish/census.ts';
import { shortDigest, type Digest } from '../types/digest.ts';
import type { VerifiedImage } from '../types/image.ts';
import { warning, type Message } from '../types/message.ts';
import { isNear, quotas } from '../types/quota.ts';

/** The parts of an image to which something can be attached. */
type Subject = Pick<VerifiedImage, 'digest' | 'platforms'>;

/** Warns about ECR's quotas that are nearly used up, before a push or a signature exceeds them. */
export function nearQuotas(image: Subject, counted: readonly Census[]): Message[] {
  return counted.flatMap((census) => [...nearImages(census), ...nearReferrers(image, census)]);
}

/** An account with more images than the default quota has a higher quota, which is not known here. */
function nearImages({ repository, images }: Census): Message[] {
  const { most, next } = quotas.images;
  const { count, isWhole } = images() ?? { count: 0, isWhole: true };
  if (!isNear(count, quotas.images) || count > most) return [];
  const least = isWhole ? '' : 'at least ';
  return [
    warning(
      `${repository.name} has ${least}${inThousands(count)} images, and ECR's default quota is ${inThousands(most)}, with which ` +
        `nothing more can be pushed. ${next}`,
    ),
  ];
}

function nearReferrers(image: Subject, { repository, referrersOf }: Census): Message[] {
  const { most, next } = quotas.referrers;
  return subjectsOf(image).flatMap(({ digest, words }) => {
    const count = referrersOf(digest);
    if (!isNear(count, quotas.referrers)) return [];
    const has = `${words} has ${String(count)} of the ${String(most)} signatures, attestations and other referrers`;
    return [warning(`In ${repository.name}, ${has} that ECR lets it have. ${next}`)];
  });
}

/** The image, and the images that an index lists, because a build's attestations are attached to its platforms. */
function subjectsOf({ digest, platforms }: Subject): { readonly digest: Digest; readonly words: string }[] {
  const listed = platforms.filter((one) => one.digest !== digest);
  return [
    { digest, words: 'the image' },
    ...listed.map((one) => ({ digest: one.digest, words: `${one.platform} (${shortDigest(one.digest)})` })),
  ];
}

/** Formats a number as AWS writes its quotas: 100,000. */
function inThousands(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
