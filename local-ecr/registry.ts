import type { BlobStore } from './blobs.ts';
import type { Downloads } from './downloads.ts';
import type { ResultLists } from './finding-lists.ts';
import type { Lists } from './lists.ts';
import type { ScanResult, Scenario } from './scenario.ts';
import type { RegistryState } from './state.ts';
import type { Tokens } from './tokens.ts';

/** One account's registry in one region, on which every part of the server works. */
export interface Registry {
  readonly accountId: string;
  readonly region: string;
  readonly clock: { now(): number };
  readonly state: RegistryState;
  readonly blobs: BlobStore;
  readonly tokens: Tokens;
  readonly downloads: Downloads;
  readonly lists: Lists;
  /** What the scan of a result finds. */
  readonly findingsOf: (result: ScanResult) => ResultLists;
  scenario: Scenario;
  /** Must be called after every change. */
  save(): void;
}

export function repositoryArn(registry: Pick<Registry, 'accountId' | 'region'>, name: string): string {
  return `arn:aws:ecr:${registry.region}:${registry.accountId}:repository/${name}`;
}

/** The policy of the repository with this ARN, if it has one. */
export function policyAt(registry: Registry, arn: string): string | undefined {
  return registry.state.repositories[arn.slice(repositoryArn(registry, '').length)]?.policy;
}
