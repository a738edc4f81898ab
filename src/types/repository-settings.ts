/** How a repository is made that is not there yet. Of one that is there nothing is changed. */
export interface RepositorySettings {
  readonly mutability: 'mutable' | 'immutable';
  /** Tags that behave the other way round; `*` stands for any run of characters. */
  readonly exclusionFilters: readonly string[];
  readonly encryption: { readonly type: 'AES256' | 'KMS' | 'KMS_DSSE'; readonly key?: string } | undefined;
  /** JSON, as ECR takes it. */
  readonly lifecyclePolicy: string | undefined;
  /** JSON, as ECR takes it. */
  readonly policy: string | undefined;
  /** Tags of the repository as a resource of AWS. */
  readonly tags: readonly { readonly key: string; readonly value: string }[];
}

/** What a repository is made like where nothing is said: as ECR makes it. */
export const plainSettings: RepositorySettings = {
  mutability: 'mutable',
  exclusionFilters: [],
  encryption: undefined,
  lifecyclePolicy: undefined,
  policy: undefined,
  tags: [],
};

/**
 * The lifecycle policy for two words: so many tagged images are kept, and untagged ones so many days.
 * Source: ECR user guide, "Lifecycle policy properties"; a pattern is needed for tagged images, and `*` is all of them.
 */
export function lifecyclePolicyFor(
  keep: number | undefined,
  untaggedDays: number | undefined,
): string | undefined {
  const untagged = untaggedDays !== undefined && {
    description: `untagged images are removed after ${String(untaggedDays)} days`,
    selection: {
      tagStatus: 'untagged',
      countType: 'sinceImagePushed',
      countUnit: 'days',
      countNumber: untaggedDays,
    },
  };
  const tagged = keep !== undefined && {
    description: `the newest ${String(keep)} tagged images are kept`,
    selection: {
      tagStatus: 'tagged',
      tagPatternList: ['*'],
      countType: 'imageCountMoreThan',
      countNumber: keep,
    },
  };
  const rules = [untagged, tagged].filter((rule) => rule !== false);
  if (rules.length === 0) return undefined;
  return JSON.stringify({
    rules: rules.map((rule, index) => ({ rulePriority: index + 1, ...rule, action: { type: 'expire' } })),
  });
}
