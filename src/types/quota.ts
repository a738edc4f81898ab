import { ShipError } from './errors.ts';
import { clause } from './text.ts';

/** One of ECR's quotas: how to recognise that it is used up, and what helps. */
interface Quota {
  readonly says: RegExp;
  readonly what: string;
  readonly next: string;
}

/** A quota whose limit is known, unless the account has a higher one. */
interface KnownQuota extends Quota {
  readonly most: number;
}

/**
 * The quotas whose usage a run can see.
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
    // The second form is from a real error: onyx-dot-app/onyx#13996.
    says: /maximum (?:allowed )?number of (?:referrers|artifacts)|referrers per/i,
    what: 'The image has as many signatures, attestations and other referrers as it may have, which are 100',
    next: 'Remove old ones, or sign the image less often: a run that finds an image again need not sign it anew.',
  },
} as const satisfies Readonly<Record<string, KnownQuota>>;

/**
 * The quotas of ECR that a run can hit, recognised by the message of the API or the registry; the registry answers
 * some of them with a 403.
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

/** Whether a quota is nearly used up, which deserves a warning. */
export function isNear(count: number, { most }: { readonly most: number }): boolean {
  return count >= most * 0.9;
}

/** The error for a quota that is used up; undefined for any other message. */
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
