import { ShipError } from './errors.ts';
import { clause } from './text.ts';

interface Quota {
  readonly says: RegExp;
  readonly what: string;
  readonly next: string;
}

/**
 * The quotas of ECR that a run can meet, by what the API and the registry say; the registry answers some of them with a 403.
 * Source: ECR user guide, "Amazon ECR service quotas"; ECR API reference, LimitExceededException.
 */
const quotas: readonly Quota[] = [
  {
    says: /maximum (?:allowed )?number of images|images per repository/i,
    what: 'The repository has as many images as it may have',
    next: 'Give it a lifecycle policy that removes old ones (repository-settings of a new repository: lifecycle), delete some, or ask for a larger quota "Images per repository".',
  },
  {
    says: /maximum (?:allowed )?number of (?:image )?tags|tags per image/i,
    what: 'The image has as many tags as it may have, which are 1,000',
    next: 'Remove tags that nobody needs: aws ecr batch-delete-image; this quota cannot be raised.',
  },
  {
    // The second is what people were shown: onyx-dot-app/onyx#13996.
    says: /maximum (?:allowed )?number of (?:referrers|artifacts)|referrers per/i,
    what: 'The image has as many signatures, attestations and other referrers as it may have, which are 100',
    next: 'Remove old ones, or sign the image less often: a run that finds an image again need not sign it anew.',
  },
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

/** The error for a quota that is used up; undefined for everything else that a registry may say. */
export function quotaReached(said: string, cause: unknown): ShipError | undefined {
  const quota = quotas.find(({ says }) => says.test(said));
  if (quota === undefined) return undefined;
  return new ShipError({
    code: 'quota-reached',
    what: `${quota.what}: ${clause(said)}.`,
    next: quota.next,
    cause,
  });
}
