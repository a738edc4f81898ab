import { join } from 'node:path';
import { createRepository } from '../api-repositories.ts';
import { openBlobs } from '../blobs.ts';
import { startFindingLists } from '../finding-lists.ts';
import { repositoryOf } from '../images.ts';
import type { LayerServer } from '../layer-server.ts';
import { startLists } from '../lists.ts';
import type { Registry } from '../registry.ts';
import { emptyScenario } from '../scenario.ts';
import { seedImage } from '../seed.ts';
import { loadState, saveState } from '../state.ts';
import { startTokens } from '../tokens.ts';
import { catalogDataIn, type ScenarioPublicRepository } from './catalog.ts';
import { pathOf, publicRegion, type PublicRegistry } from './names.ts';

/** ECR Public on loopback, for tests. Repositories are given by name, without the alias. */
export interface LocalPublic {
  readonly url: string;
  /** Host and port, as they precede `alias/name`. */
  readonly host: string;
  readonly alias: string;
  createRepository(name: string): void;
  tags(repository: string): Readonly<Record<string, string>>;
  digests(repository: string): readonly string[];
  /** The exact bytes of a manifest. */
  manifest(repository: string, digest: string): string | undefined;
  seedImage(
    repository: string,
    tag: string,
    content: string,
    labels?: Readonly<Record<string, string>>,
  ): string;
  expireTokens(): void;
}

/** Shares clock and account with the private registry. */
export interface PublicOptions {
  readonly folder: string;
  readonly clock: { now(): number };
  readonly accountId: string;
  readonly aliases: readonly string[];
  readonly tokenLifetimeMs: number;
  readonly layers: LayerServer;
}

/** Opens an account's public registry, with its own images and settings. */
export function openPublicRegistry(options: PublicOptions): PublicRegistry {
  const { clock, accountId, aliases, tokenLifetimeMs } = options;
  const folder = join(options.folder, 'public');
  const blobs = openBlobs(folder);
  const state = loadState(folder);
  const lists = startLists();
  const registry: Registry = {
    accountId,
    region: publicRegion,
    clock,
    state,
    blobs,
    tokens: startTokens(clock, tokenLifetimeMs, state.signingKey),
    downloads: options.layers.downloadsOf(`public/${accountId}`, { blobs, clock, key: state.signingKey }),
    scenario: emptyScenario,
    lists,
    findingsOf: startFindingLists(),
    save: () => {
      lists.forget();
      saveState(folder, state);
    },
  };
  registry.save();
  return { registry, aliases };
}

/** Creates missing repositories; existing ones stay as they are. */
export function addPublicRepositories(
  publicRegistry: PublicRegistry,
  repositories: readonly ScenarioPublicRepository[],
): void {
  const { registry } = publicRegistry;
  for (const { name, catalogData } of repositories) {
    const path = pathOf(publicRegistry, name);
    if (registry.state.repositories[path] !== undefined) continue;
    const repository = createRepository(registry, path);
    if (catalogData !== undefined) repository.catalogData = catalogDataIn(catalogData);
  }
  registry.save();
}

/** The controls for tests, without HTTP. */
export function localPublic(publicRegistry: PublicRegistry, host: string): LocalPublic {
  const { registry, aliases } = publicRegistry;
  const of = (name: string) => repositoryOf(registry, pathOf(publicRegistry, name));
  return {
    url: `http://${host}`,
    host,
    alias: aliases[0] ?? '',
    createRepository: (name) => void createRepository(registry, pathOf(publicRegistry, name)),
    tags: (name) => of(name).tags.toJSON(),
    digests: (name) => Object.keys(of(name).images),
    manifest: (name, digest) => of(name).images[digest]?.body,
    seedImage: (name, tag, content, labels = {}) =>
      seedImage(registry, pathOf(publicRegistry, name), { tag, content, labels }),
    expireTokens: () => registry.tokens.expireAll(),
  };
}
