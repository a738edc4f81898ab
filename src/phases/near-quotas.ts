import type { Census } from '../publish/census.ts';
import { shortDigest, type Digest } from '../types/digest.ts';
import type { VerifiedImage } from '../types/image.ts';
import { warning, type Message } from '../types/message.ts';
import { isNear, quotas } from '../types/quota.ts';

/** What of an image can have something attached to it. */
type Subject = Pick<VerifiedImage, 'digest' | 'platforms'>;

/** What a person should know of quotas of ECR that are nearly used up, before the push or the signature that meets them. */
export function nearQuotas(image: Subject, counted: readonly Census[]): Message[] {
  return counted.flatMap((census) => [...nearImages(census), ...nearReferrers(image, census)]);
}

/** Whoever has more images than the quota is by default has a larger one, of which nothing is known. */
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

/** The image, and of an index what it lists: the attestations of a build are attached to its platforms. */
function subjectsOf({ digest, platforms }: Subject): { readonly digest: Digest; readonly words: string }[] {
  const listed = platforms.filter((one) => one.digest !== digest);
  return [
    { digest, words: 'the image' },
    ...listed.map((one) => ({ digest: one.digest, words: `${one.platform} (${shortDigest(one.digest)})` })),
  ];
}

/** 100,000: the way in which AWS writes its quotas. */
function inThousands(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
