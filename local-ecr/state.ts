import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tagMap, type TagMap } from './tag-map.ts';

/** One destination of an image. Whether it is there by now is a matter of time. */
export interface Replica {
  readonly startedAt: number;
  readonly isDone: boolean;
}

/** One image or index that a repository holds. */
export interface ImageState {
  readonly digest: string;
  readonly mediaType: string;
  /** The manifest's very bytes, as text. */
  readonly body: string;
  pushedAt: number;
  /** When it was archived last, and from when on it is back, if somebody restores it. */
  archive?: { readonly at?: number; readonly activeFrom?: number };
  /** What is replicated of it, by `region/account`. */
  replicas?: Readonly<Record<string, Replica>>;
  /** When the last scan of each kind began: the results of one scanner are not seen while the other is switched on. */
  scans?: Partial<Record<string, { readonly startedAt: number }>>;
}

export interface RepositoryState {
  readonly name: string;
  readonly createdAt: number;
  imageTagMutability: string;
  exclusionFilters: string[];
  scanOnPush: boolean;
  encryption?: { readonly encryptionType: string; readonly kmsKey: string };
  lifecyclePolicy?: string;
  policy?: string;
  /** What the gallery shows of a public repository. */
  catalogData?: Readonly<Record<string, unknown>>;
  /** Tags of the repository as a resource of AWS, which have nothing to do with its images' tags. */
  readonly resourceTags: Record<string, string>;
  readonly images: Record<string, ImageState>;
  /** When images that were archived are back, as far as they were not when it was written. */
  restores?: readonly number[];
  readonly tags: TagMap;
  readonly blobs: Record<string, true>;
}

/** A rule of the registry's scanning configuration. */
export interface ScanningRule {
  readonly scanFrequency: string;
  readonly repositoryFilters: readonly { readonly filter: string; readonly filterType: string }[];
}

/** What repositories are made like whose names begin with a prefix; `ROOT` is every name. */
export interface CreationTemplate {
  readonly prefix: string;
  readonly appliedFor: readonly string[];
  readonly imageTagMutability: string;
  readonly lifecyclePolicy?: string;
  readonly repositoryPolicy?: string;
}

/** Where images are copied to by themselves, of all repositories or of those whose names begin so. */
export interface ReplicationRule {
  readonly destinations: readonly { readonly region: string; readonly registryId: string }[];
  readonly repositoryFilters?: readonly { readonly filter: string; readonly filterType: string }[];
}

export interface RegistryState {
  replicationRules?: readonly ReplicationRule[];
  templates?: Readonly<Record<string, CreationTemplate>>;
  /** The registry's own policy; kept, and not acted upon. */
  policy?: string;
  readonly repositories: Record<string, RepositoryState>;
  scanType: string;
  scanRules: readonly ScanningRule[];
  readonly accountSettings: Record<string, string>;
  /** Signs tokens and download addresses, so that they outlive a restart. */
  readonly signingKey: string;
}

/** The state as JSON brings it back. */
interface SavedState extends Omit<RegistryState, 'repositories'> {
  readonly repositories: Record<
    string,
    Omit<RepositoryState, 'tags'> & { readonly tags: Record<string, string> }
  >;
}

/** A record that holds only what is put into it: `constructor` is a legal repository and a legal tag. */
export function dictionary<T>(entries: Readonly<Record<string, T>> = {}): Record<string, T> {
  return Object.assign(Object.create(null) as Record<string, T>, entries);
}

/** Reads a registry from a folder, or begins a new one. */
export function loadState(folder: string): RegistryState {
  const file = join(folder, 'registry.json');
  const state: SavedState = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as SavedState)
    : {
        repositories: {},
        scanType: 'BASIC',
        scanRules: [],
        accountSettings: { BLOB_MOUNTING: 'DISABLED', BASIC_SCAN_TYPE_VERSION: 'AWS_NATIVE' },
        signingKey: randomBytes(32).toString('base64'),
      };
  const repositories = Object.values(state.repositories).map((repository) => ({
    ...repository,
    resourceTags: dictionary(repository.resourceTags),
    images: dictionary(repository.images),
    tags: tagMap(repository.tags),
    blobs: dictionary(repository.blobs),
  }));
  return {
    ...state,
    accountSettings: dictionary(state.accountSettings),
    repositories: dictionary(
      Object.fromEntries(repositories.map((repository) => [repository.name, repository])),
    ),
  };
}

/** Writes it as a whole or not at all. */
export function saveState(folder: string, state: RegistryState): void {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'registry.json');
  writeFileSync(`${file}.new`, JSON.stringify(state), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
