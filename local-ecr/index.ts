import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRepository } from './api-repositories.ts';
import { openBlobs } from './blobs.ts';
import { startDownloads } from './downloads.ts';
import { startFaults, type Fault } from './faults.ts';
import type { PolicyDocument } from './iam.ts';
import { repositoryOf } from './images.ts';
import { startFindingLists } from './finding-lists.ts';
import { startLists } from './lists.ts';
import { contentOf } from './manifests.ts';
import { startPrincipals } from './principals.ts';
import { addPublicRepositories, localPublic, openPublicRegistry, type LocalPublic } from './public/index.ts';
import type { PublicRegistry } from './public/names.ts';
import { createPublicServer } from './public/server.ts';
import type { Registry } from './registry.ts';
import { emptyScenario, type Scenario } from './scenario.ts';
import { seed, seedImage, type Seed } from './seed.ts';
import { createEcrServer, type RequestRecord } from './server.ts';
import { loadState, saveState } from './state.ts';
import { startTokens } from './tokens.ts';

export type { Fault } from './faults.ts';
export type { PolicyDocument } from './iam.ts';
export { emptyScenario, type Scenario } from './scenario.ts';
export { parseScenario } from './scenario-parser.ts';
export type { LocalPublic } from './public/index.ts';
export type { Seed } from './seed.ts';
export type { RequestRecord } from './server.ts';

/** As at AWS. */
const usualTokenLifetimeMs = 12 * 3600_000;

export interface LocalEcrOptions {
  /** A free port by default. */
  readonly port?: number;
  /** The port of ECR Public; a free one by default. */
  readonly publicPort?: number;
  /** The aliases of the account's public registry; `local` by default. */
  readonly publicAliases?: readonly string[];
  readonly accountId?: string;
  readonly region?: string;
  /** Where images and settings are kept; a temporary folder, removed at the end, by default. */
  readonly dataDir?: string;
  readonly scenario?: Scenario;
  readonly clock?: { now(): number };
  /** 12 hours by default, as at AWS. */
  readonly tokenLifetimeMs?: number;
  /** What every request waits, and what the first one of a connection waits besides; nothing by default. */
  readonly latencyMs?: number;
  readonly connectionLatencyMs?: number;
  readonly onRequest?: (record: RequestRecord) => void;
}

/** An Amazon ECR on loopback, and the strings that tests pull. */
export interface LocalEcr {
  readonly url: string;
  /** Host and port, as they stand in front of a repository's name. */
  readonly host: string;
  readonly accountId: string;
  readonly region: string;
  /** The same account's registry in ECR Public, on a port of its own. */
  readonly public: LocalPublic;
  /** Points any AWS client here. */
  readonly env: Readonly<Record<string, string>>;
  readonly requests: readonly RequestRecord[];
  createRepository(
    name: string,
    settings?: { imageTagMutability?: string; exclusionFilters?: readonly string[] },
  ): void;
  /** From now on only what the policy allows: for one access key, or for all that have no policy of their own. */
  setPolicy(policy: PolicyDocument | undefined, accessKeyId?: string): void;
  addFault(fault: Fault): void;
  clearFaults(): void;
  setScenario(scenario: Scenario): void;
  expireTokens(): void;
  /** What the tags of a repository name. */
  tags(repository: string): Readonly<Record<string, string>>;
  /** The digests that a repository holds. */
  digests(repository: string): readonly string[];
  /** The labels of an image of one platform, from its config. */
  labels(repository: string, digest: string): Readonly<Record<string, string>>;
  /** Stores a manifest as if somebody had pushed it, blobs left out of account. */
  seedImage(
    repository: string,
    tag: string,
    content: string,
    labels?: Readonly<Record<string, string>>,
  ): string;
  /** Stores manifests and blobs exactly as they are, also what ECR refuses; gives the digest of the last manifest. */
  seed(repository: string, content: Seed, tag?: string): string;
  close(): Promise<void>;
}

export async function startLocalEcr(options: LocalEcrOptions = {}): Promise<LocalEcr> {
  const folder = options.dataDir ?? mkdtempSync(join(tmpdir(), 'local-ecr-'));
  const clock = options.clock ?? { now: () => Date.now() };
  const registry = openRegistry(folder, clock, options);
  const principals = startPrincipals(registry.accountId);
  const faults = startFaults();
  const requests: RequestRecord[] = [];

  const publicRegistry = openPublic(folder, registry, options);
  const onRequest = (record: RequestRecord) => {
    requests.push(record);
    options.onRequest?.(record);
  };

  const server = createEcrServer({
    registry,
    principals,
    faults,
    latency: latencyOf(options),
    onRequest,
  });
  const publicServer = createPublicServer({ publicRegistry, principals, faults, onRequest });
  const removeFolder = () => {
    if (options.dataDir === undefined) rmSync(folder, { recursive: true, force: true });
  };
  const [host, publicHost] = await listenBoth(
    [server, options.port],
    [publicServer, options.publicPort],
  ).catch((error: unknown) => {
    removeFolder();
    throw error;
  });
  const url = `http://${host}`;

  return {
    url,
    host,
    accountId: registry.accountId,
    region: registry.region,
    requests,
    public: localPublic(publicRegistry, publicHost),
    env: clientEnv(url, `http://${publicHost}`, registry.region),
    createRepository: (name, settings) => void createRepository(registry, name, settings),
    setPolicy: (policy, accessKeyId) => principals.setPolicy(policy, accessKeyId),
    addFault: (fault) => faults.add(fault),
    clearFaults: () => faults.clear(),
    setScenario: (scenario) => applyScenario(registry, scenario, publicRegistry),
    expireTokens: () => registry.tokens.expireAll(),
    tags: (name) => repositoryOf(registry, name).tags.toJSON(),
    digests: (name) => Object.keys(repositoryOf(registry, name).images),
    labels: (name, digest) => labelsOf(registry, name, digest),
    seedImage: (name, tag, content, labels = {}) => seedImage(registry, name, { tag, content, labels }),
    seed: (name, content, tag) => seed(registry, name, content, tag),
    async close() {
      await Promise.all([stop(server), stop(publicServer)]);
      removeFolder();
    },
  };
}

/** Starts a server on loopback, on a free port by default; gives host and port. */
async function listen(server: Server, port = 0): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  return `127.0.0.1:${String((server.address() as AddressInfo).port)}`;
}

function latencyOf({ latencyMs = 0, connectionLatencyMs = 0 }: LocalEcrOptions) {
  return { requestMs: latencyMs, connectionMs: connectionLatencyMs };
}

/** The public registry of the same account. */
function openPublic(folder: string, registry: Registry, options: LocalEcrOptions): PublicRegistry {
  const publicRegistry = openPublicRegistry({
    folder,
    clock: registry.clock,
    accountId: registry.accountId,
    aliases: options.publicAliases ?? ['local'],
    tokenLifetimeMs: options.tokenLifetimeMs ?? usualTokenLifetimeMs,
  });
  addPublicRepositories(publicRegistry, options.scenario?.publicRepositories ?? []);
  return publicRegistry;
}

type Wanted = readonly [server: Server, port: number | undefined];

/** Starts both, or none. */
async function listenBoth(one: Wanted, other: Wanted): Promise<readonly [string, string]> {
  const host = await listen(...one);
  try {
    return [host, await listen(...other)];
  } catch (error) {
    await stop(one[0]);
    throw error;
  }
}

async function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>((resolve) => server.close(() => resolve()));
}

/** The variables that point any AWS client at a registry, and at nothing else. */
function clientEnv(url: string, publicUrl: string, region: string): Readonly<Record<string, string>> {
  return {
    AWS_ENDPOINT_URL_ECR: url,
    AWS_ENDPOINT_URL_ECR_PUBLIC: publicUrl,
    AWS_ENDPOINT_URL_STS: url,
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_ACCESS_KEY_ID: 'LOCALECR',
    AWS_SECRET_ACCESS_KEY: 'local-ecr',
    AWS_EC2_METADATA_DISABLED: 'true',
  };
}

function openRegistry(folder: string, clock: { now(): number }, options: LocalEcrOptions): Registry {
  const state = loadState(folder);
  const blobs = openBlobs(folder);
  const { signingKey } = state;
  const lists = startLists();
  const registry: Registry = {
    accountId: options.accountId ?? '123456789012',
    region: options.region ?? 'eu-west-1',
    clock,
    state,
    blobs,
    tokens: startTokens(clock, options.tokenLifetimeMs ?? usualTokenLifetimeMs, signingKey),
    downloads: startDownloads(blobs, clock, signingKey),
    scenario: emptyScenario,
    lists,
    findingsOf: startFindingLists(),
    save: () => {
      lists.forget();
      saveState(folder, state);
    },
  };
  if (options.scenario === undefined) registry.save();
  else applyScenario(registry, options.scenario);
  return registry;
}

/** Sets scanning and makes the repositories that are missing; what is there already stays. */
function applyScenario(registry: Registry, scenario: Scenario, publicRegistry?: PublicRegistry): void {
  if (publicRegistry !== undefined) addPublicRepositories(publicRegistry, scenario.publicRepositories ?? []);
  registry.scenario = scenario;
  registry.state.scanType = scenario.scanning.type;
  const { frequency, filters = ['*'] } = scenario.scanning;
  registry.state.scanRules =
    frequency === 'MANUAL'
      ? []
      : [
          {
            scanFrequency: frequency,
            repositoryFilters: filters.map((filter) => ({ filter, filterType: 'WILDCARD' })),
          },
        ];
  for (const repository of scenario.repositories) {
    if (registry.state.repositories[repository.name] === undefined)
      createRepository(registry, repository.name, repository);
  }
  registry.save();
}

function labelsOf(registry: Registry, name: string, digest: string): Readonly<Record<string, string>> {
  const image = repositoryOf(registry, name).images[digest];
  const config = image === undefined ? undefined : contentOf(image).config?.digest;
  if (config === undefined) throw new Error(`${digest} is no image of one platform in ${name}`);
  const parsed = JSON.parse(registry.blobs.readText(config)) as {
    config?: { Labels?: Readonly<Record<string, string>> | null };
  };
  return parsed.config?.Labels ?? {};
}
