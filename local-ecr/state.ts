import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from './folders.ts';
import { anyObject, check, list, object, text } from './shapes.ts';
import { tagMap, type TagMap } from './tag-map.ts';

/** One destination of an image. Whether the copy is complete depends on the time. */
export interface Replica {
  readonly startedAt: number;
  readonly isDone: boolean;
}

/** One image or index in a repository. */
export interface ImageState {
  readonly digest: string;
  readonly mediaType: string;
  /** The manifest's exact bytes, as text. */
  readonly body: string;
  pushedAt: number;
  /** When it was last archived, and when it is back, if a restore was requested. */
  archive?: { readonly at?: number; readonly activeFrom?: number };
  /** Its replicas, by `region/account`. */
  replicas?: Readonly<Record<string, Replica>>;
  /** When the last scan of each kind began: one scanner's results are not visible while the other is active. */
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
  /** What the gallery shows about a public repository. */
  catalogData?: Readonly<Record<string, unknown>>;
  /** AWS resource tags of the repository, unrelated to its images' tags. */
  readonly resourceTags: Record<string, string>;
  readonly images: Record<string, ImageState>;
  /** When images that are being restored will be back, as far as they were not yet when this was written. */
  restores?: readonly number[];
  readonly tags: TagMap;
  readonly blobs: Record<string, true>;
}

/** A rule of the registry's scanning configuration. */
export interface ScanningRule {
  readonly scanFrequency: string;
  readonly repositoryFilters: readonly { readonly filter: string; readonly filterType: string }[];
}

/** Settings for new repositories whose names begin with a prefix; `ROOT` matches every name. */
export interface CreationTemplate {
  readonly prefix: string;
  readonly appliedFor: readonly string[];
  readonly imageTagMutability: string;
  readonly lifecyclePolicy?: string;
  readonly repositoryPolicy?: string;
}

/** Where images are replicated to, from all repositories or from those with certain prefixes. */
export interface ReplicationRule {
  readonly destinations: readonly { readonly region: string; readonly registryId: string }[];
  readonly repositoryFilters?: readonly { readonly filter: string; readonly filterType: string }[];
}

export interface RegistryState {
  replicationRules?: readonly ReplicationRule[];
  templates?: Readonly<Record<string, CreationTemplate>>;
  /** The registry's own policy; stored, but not enforced. */
  policy?: string;
  readonly repositories: Record<string, RepositoryState>;
  scanType: string;
  scanRules: readonly ScanningRule[];
  readonly accountSettings: Record<string, string>;
  /** Signs tokens and download addresses; saved, so that they survive a restart. */
  readonly signingKey: string;
}

/** The state, as parsed from JSON. */
interface SavedState extends Omit<RegistryState, 'repositories'> {
  readonly repositories: Record<
    string,
    Omit<RepositoryState, 'tags'> & { readonly tags: Record<string, string> }
  >;
}

/** A record without a prototype: `constructor` is a valid repository and a valid tag. */
export function dictionary<T>(entries: Readonly<Record<string, T>> = {}): Record<string, T> {
  return Object.assign(Object.create(null) as Record<string, T>, entries);
}

/** Loads a registry from a folder, or begins a new one. */
export function loadState(folder: string): RegistryState {
  const file = join(folder, 'registry.json');
  if (existsSync(file)) return readSaved(file);
  return stateOf({
    repositories: {},
    scanType: 'BASIC',
    scanRules: [],
    accountSettings: { BLOB_MOUNTING: 'DISABLED', BASIC_SCAN_TYPE_VERSION: 'AWS_NATIVE' },
    signingKey: randomBytes(32).toString('base64'),
  });
}

/** Reads a saved state. Throws an Error that names the file if it was not written by local-ecr, or is damaged. */
function readSaved(file: string): RegistryState {
  try {
    const saved: unknown = JSON.parse(readFileSync(file, 'utf8'));
    const problem = check(savedShape, saved);
    if (problem !== undefined) throw new Error(problem);
    return stateOf(saved as SavedState);
  } catch (error) {
    throw new Error(
      `${file} is not as local-ecr has written it: ${error instanceof Error ? error.message : String(error)}. ` +
        'Remove its folder to begin anew, or name another one',
      { cause: error },
    );
  }
}

const savedShape = object({
  required: {
    repositories: anyObject(),
    scanType: text(1),
    scanRules: list(anyObject()),
    accountSettings: anyObject(),
    signingKey: text(1),
  },
  optional: { replicationRules: list(anyObject()), templates: anyObject(), policy: text() },
});

function stateOf(saved: SavedState): RegistryState {
  const repositories = Object.values(saved.repositories).map((repository) => ({
    ...repository,
    resourceTags: dictionary(repository.resourceTags),
    images: dictionary(repository.images),
    tags: tagMap(repository.tags),
    blobs: dictionary(repository.blobs),
  }));
  return {
    ...saved,
    accountSettings: dictionary(saved.accountSettings),
    repositories: dictionary(
      Object.fromEntries(repositories.map((repository) => [repository.name, repository])),
    ),
  };
}

/** Saves the state completely or not at all. */
export function saveState(folder: string, state: RegistryState): void {
  makeFolder(folder);
  const file = join(folder, 'registry.json');
  writeFileSync(`${file}.new`, JSON.stringify(state), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
