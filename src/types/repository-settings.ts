import type { RegistryType } from './image.ts';

/** How to create a missing repository. An existing one is left as it is. */
export interface RepositorySettings {
  readonly mutability: 'mutable' | 'immutable';
  /** Tags that behave the other way round; `*` stands for any characters. */
  readonly exclusionFilters: readonly string[];
  readonly encryption: { readonly type: 'AES256' | 'KMS' | 'KMS_DSSE'; readonly key?: string } | undefined;
  /** JSON, as ECR takes it. */
  readonly lifecyclePolicy: string | undefined;
  /** JSON, as ECR takes it. */
  readonly policy: string | undefined;
  /** AWS resource tags of the repository. */
  readonly tags: readonly { readonly key: string; readonly value: string }[];
  /** What the gallery shows about a public repository. */
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
 * The given settings that a kind of registry does not have: ECR Public has no immutable tags, lifecycle policies or
 * customer keys, and a private registry has no gallery.
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

/** ECR's defaults, for a repository without settings. */
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
 * The lifecycle policy for two numbers: how many tagged images to keep, and for how many days untagged ones.
 * Source: ECR user guide, "Lifecycle policy properties"; tagged images need a pattern, and `*` matches all.
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
