import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** One image or index that a repository holds. */
export interface ImageState {
  readonly digest: string;
  readonly mediaType: string;
  /** The manifest's very bytes, as text. */
  readonly body: string;
  pushedAt: number;
  /** When the last scan began, and of which kind; undefined where there was none. */
  scan?: { readonly startedAt: number };
}

export interface RepositoryState {
  readonly name: string;
  readonly createdAt: number;
  imageTagMutability: string;
  exclusionFilters: string[];
  scanOnPush: boolean;
  lifecyclePolicy?: string;
  policy?: string;
  readonly images: Record<string, ImageState>;
  readonly tags: Record<string, string>;
  readonly blobs: Record<string, true>;
}

/** A rule of the registry's scanning configuration. */
export interface ScanningRule {
  readonly scanFrequency: string;
  readonly repositoryFilters: readonly { readonly filter: string; readonly filterType: string }[];
}

export interface RegistryState {
  readonly repositories: Record<string, RepositoryState>;
  scanType: string;
  scanRules: readonly ScanningRule[];
  readonly accountSettings: Record<string, string>;
}

/** Reads a registry from a folder, or begins a new one. */
export function loadState(folder: string): RegistryState {
  const file = join(folder, 'registry.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as RegistryState;
  return {
    repositories: {},
    scanType: 'BASIC',
    scanRules: [],
    accountSettings: { BLOB_MOUNTING: 'DISABLED' },
  };
}

/** Writes it as a whole or not at all. */
export function saveState(folder: string, state: RegistryState): void {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'registry.json');
  writeFileSync(`${file}.new`, JSON.stringify(state));
  renameSync(`${file}.new`, file);
}
