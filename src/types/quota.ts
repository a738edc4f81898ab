import { ShipError } from './errors.ts';
import { clause } from './text.ts';

/** One quota of ECR: how it is known when it is used up, and what helps. */
export interface Quota {
  readonly says: RegExp;
  readonly what: string;
  readonly next: string;
}

/** A quota of which it is known how far it goes, unless the account has more. */
interface KnownQuota extends Quota {
  readonly most: number;
}

/**
 * The quotas of which a run sees how much is used.
 * Source: ECR user guide and ECR Public user guide, "Service quotas"; for referrers onyx-dot-app/onyx#13996.
 */
export const quotas = {
  images: {
    most: 100_000,
    says: /maximum (?:allowed )?number of images|images per repository/i,
    what: 'The repository has as many images as it may have',
    next: 'Give it a lifecycle policy that removes old ones (repository-settings of a new repository: lifecycle), delete some, or ask for a larger quota "Images per repository".',
  },
  tags: {
    most: 1000,
    says: /maximum (?:allowed )?number of (?:image )?tags|tags per image/i,
    what: 'The image has as many tags as it may have, which are 1,000',
    next: 'Remove tags that nobody needs: aws ecr batch-delete-image; this quota cannot be raised.',
  },
  referrers: {
    most: 100,
    // The second is what people were shown: onyx-dot-app/onyx#13996.
    says: /maximum (?:allowed )?number of (?:referrers|artifacts)|referrers per/i,
    what: 'The image has as many signatures, attestations and other referrers as it may have, which are 100',
    next: 'Remove old ones, or sign the image less often: a run that finds an image again need not sign it anew.',
  },
} as const satisfies Readonly<Record<string, KnownQuota>>;

/**
 * The quotas of ECR that a run can meet, by what the API and the registry say; the registry answers some of them with a 403.
 * Source: ECR user guide, "Amazon ECR service quotas"; ECR API reference, LimitExceededException.
 */
const allQuotas: readonly Quota[] = [
  ...Object.values(quotas),
  {
    says: /maximum (?:allowed )?number of repositories|repositories per region/i,
    what: 'The registry has as many repositories as it may have',
    next: 'Delete repositories that nobody needs, or ask for a larger quota "Registered repositories".',
  },
  {
    says: /exceeded a service limit|service limit for your account/i,
    what: 'A quota of Amazon ECR is used up; which one it does not say',
    next: 'Look at the quotas of Amazon ECR for this account and region, images per repository first.',
  },
];

/** From here on a quota is near, and worth a word before it is used up. */
export function isNear(count: number, { most }: { readonly most: number }): boolean {
  return count >= most * 0.9;
}

/** The error for a quota that is used up; undefined for everything else that a registry may say. */
export function quotaReached(said: string, cause: unknown): ShipError | undefined {
  const quota = allQuotas.find(({ says }) => says.test(said));
  if (quota === undefined) return undefined;
  return new ShipError({
    code: 'quota-reached',
    what: `${quota.what}: ${clause(said)}.`,
    next: quota.next,
    cause,
  });
}
