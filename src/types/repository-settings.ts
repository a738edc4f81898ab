import type { RegistryType } from './image.ts';

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
  /** What the gallery shows of a public repository. */
  readonly catalog: CatalogData | undefined;
}

/** Source: ECR Public API reference, RepositoryCatalogDataInput. */
export interface CatalogData {
  readonly description?: string;
  /** Markdown. */
  readonly about?: string;
  /** Markdown. */
  readonly usage?: string;
  readonly architectures: readonly string[];
  readonly operatingSystems: readonly string[];
}

/**
 * The settings given that a registry does not have: ECR Public has neither immutable tags nor lifecycle policies nor keys of
 * one's own, and a private one no gallery.
 */
export function settingsWithout(settings: RepositorySettings, type: RegistryType): string[] {
  const { mutability, exclusionFilters, encryption, lifecyclePolicy, catalog } = settings;
  if (type === 'private') return catalog === undefined ? [] : ['catalog'];
  const given = {
    mutability: mutability === 'immutable',
    'exclusion-filters': exclusionFilters.length > 0,
    encryption: encryption !== undefined,
    lifecycle: lifecyclePolicy !== undefined,
  };
  return Object.entries(given).flatMap(([name, isGiven]) => (isGiven ? [name] : []));
}

/** What a repository is made like where nothing is said: as ECR makes it. */
export const plainSettings: RepositorySettings = {
  mutability: 'mutable',
  exclusionFilters: [],
  encryption: undefined,
  lifecyclePolicy: undefined,
  policy: undefined,
  tags: [],
  catalog: undefined,
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
