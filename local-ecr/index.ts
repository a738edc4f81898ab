import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRepository } from './api-repositories.ts';
import { archiveImage } from './archive.ts';
import { openBlobs } from './blobs.ts';
import { startDownloads } from './downloads.ts';
import { startFaults, type Fault, type Faults } from './faults.ts';
import type { PolicyDocument } from './iam.ts';
import { repositoryOf } from './images.ts';
import { startFindingLists } from './finding-lists.ts';
import { startLists } from './lists.ts';
import { contentOf } from './manifests.ts';
import { startOidc, type Oidc } from './oidc.ts';
import { startPrincipals, type Principals } from './principals.ts';
import type { Role } from './sessions.ts';
import { startRegistries, type FurtherRegistry, type Registries } from './registries.ts';
import { addPublicRepositories, localPublic, openPublicRegistry, type LocalPublic } from './public/index.ts';
import type { PublicRegistry } from './public/names.ts';
import { createPublicServer } from './public/server.ts';
import type { Registry } from './registry.ts';
import type { ResourcePolicy } from './resource-policy.ts';
import { emptyScenario, type Scenario } from './scenario.ts';
import { seed, seedImage, type Seed } from './seed.ts';
import { createEcrServer, type RequestRecord, type ServerContext } from './server.ts';
import { loadState, saveState } from './state.ts';
import { startTokens } from './tokens.ts';

export type { Fault } from './faults.ts';
export type { PolicyDocument } from './iam.ts';
export type { Role } from './sessions.ts';
export type { ResourcePolicy } from './resource-policy.ts';
export { emptyScenario, type Scenario } from './scenario.ts';
export { parseScenario } from './scenario-parser.ts';
export type { LocalPublic } from './public/index.ts';
export type { Seed } from './seed.ts';
export type { RequestRecord } from './server.ts';

/** One of the registries of a server; the main one where it is not given. */
export interface Place {
  readonly accountId: string;
  readonly region: string;
}
/** Whose requests are those of nobody in particular. */
const localAccessKey = 'LOCALECR';

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
    place?: Place,
  ): void;
  setRepositoryPolicy(name: string, policy: ResourcePolicy | undefined, place?: Place): void;
  /** The texts of its policies, where it has them. */
  policies(name: string): { readonly lifecycle: string | undefined; readonly policy: string | undefined };
  /** From now on only what the policy allows: for one access key or role, or for all that have no policy of their own. */
  setPolicy(policy: PolicyDocument | undefined, of?: string): void;
  addRole(role: Role): void;
  /** The variables of a job that may have OIDC tokens, whose `sub` is the one given. */
  oidcEnv(subject?: string): Readonly<Record<string, string>>;
  /** The password of a login to a registry, as GetAuthorizationToken gives it. */
  password(place?: Place): string;
  /** An OIDC token as such a job gets it. */
  idToken(subject: string, audience: string): string;
  /** Host and port of a registry, as they stand in front of its repositories' names. */
  hostOf(place: Place): string;
  addFault(fault: Fault): void;
  clearFaults(): void;
  setScenario(scenario: Scenario): void;
  expireTokens(): void;
  /** What the tags of a repository name. */
  tags(repository: string, place?: Place): Readonly<Record<string, string>>;
  /** Sets tags, as many as one likes, to images that are there. */
  setTags(repository: string, tags: Readonly<Record<string, string>>): void;
  /** The digests that a repository holds. */
  digests(repository: string, place?: Place): readonly string[];
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
  seed(repository: string, content: Seed, tag?: string, place?: Place): string;
  /** Archives an image, or what a tag names, with what an index lists. */
  archive(repository: string, reference: string, place?: Place): void;
  close(): Promise<void>;
}

export async function startLocalEcr(options: LocalEcrOptions = {}): Promise<LocalEcr> {
  const folder = options.dataDir ?? mkdtempSync(join(tmpdir(), 'local-ecr-'));
  const clock = options.clock ?? { now: () => Date.now() };
  const registry = openRegistry(folder, clock, options);
  const further = openFurther(folder, registry, options);
  const registries = startRegistries(registry, further);
  const principals = startPrincipals(registry.accountId, clock);
  for (const role of options.scenario?.roles ?? []) principals.addRole(role);
  const oidc = startOidc(clock);
  const faults = startFaults();
  const requests: RequestRecord[] = [];

  const publicRegistry = openPublic(folder, registry, options);
  const onRequest = (record: RequestRecord) => {
    requests.push(record);
    options.onRequest?.(record);
  };
  const context: ServerContext = {
    registries,
    principals,
    oidc,
    faults,
    latency: latencyOf(options),
    onRequest,
  };
  const servers = ['127.0.0.1', ...further.map(({ address }) => address)].map((address) => ({
    address,
    server: createEcrServer(context),
  }));
  const publicServer = createPublicServer({ publicRegistry, principals, faults, onRequest });
  const removeFolder = () => {
    if (options.dataDir === undefined) rmSync(folder, { recursive: true, force: true });
  };
  const [host, publicHost] = await listenAll(servers, options.port, [publicServer, options.publicPort]).catch(
    async (error: unknown) => {
      await Promise.all([...servers.map(({ server }) => stop(server)), stop(publicServer)]);
      removeFolder();
      throw error;
    },
  );
  const url = `http://${host}`;

  const at = registryAt(registries);

  return {
    url,
    host,
    accountId: registry.accountId,
    region: registry.region,
    requests,
    public: localPublic(publicRegistry, publicHost),
    env: clientEnv(url, `http://${publicHost}`, registry.region),
    ...controls({ registry, publicRegistry, at, principals, faults }),
    ...placesAndRoles({ registries, further, at, principals, oidc, url }),
    async close() {
      await Promise.all([...servers.map(({ server }) => stop(server)), stop(publicServer)]);
      removeFolder();
    },
  };
}

interface Controls {
  readonly registry: Registry;
  readonly publicRegistry: PublicRegistry;
  readonly at: (place?: Place) => Registry;
  readonly principals: Principals;
  readonly faults: Faults;
}

/** The registry of a place; the main one where there is none. */
function registryAt({ main, of }: Registries): (place?: Place) => Registry {
  return (place) => (place === undefined ? main : (of(place.accountId, place.region) ?? main));
}

interface Places {
  readonly registries: Registries;
  readonly further: readonly FurtherRegistry[];
  readonly at: (place?: Place) => Registry;
  readonly principals: Principals;
  readonly oidc: Oidc;
  readonly url: string;
}

/** Where registries are, and who gets in. */
function placesAndRoles({ registries, further, at, principals, oidc, url }: Places) {
  const host = url.replace('http://', '');
  return {
    hostOf: (place) => registries.hostOf(at(place), host),
    password: (place) => at(place).tokens.issue(localAccessKey).password,
    oidcEnv: (subject) => oidc.env(url, subject),
    idToken: (subject, audience) => oidc.issue(subject, audience),
    addRole: (role) => principals.addRole(role),
    expireTokens: () =>
      [registries.main, ...further.map((one) => one.registry)].forEach((one) => one.tokens.expireAll()),
  } satisfies Partial<LocalEcr>;
}

/** What tests do to a server besides asking it, as its registries have it. */
function controls({ registry, publicRegistry, at, principals, faults }: Controls) {
  return {
    createRepository: (name, settings, place) => void createRepository(at(place), name, settings),
    setRepositoryPolicy(name, policy, place) {
      const owner = at(place);
      const repository = repositoryOf(owner, name);
      if (policy === undefined) delete repository.policy;
      else repository.policy = JSON.stringify(policy);
      owner.save();
    },
    policies: (name) => {
      const { lifecyclePolicy: lifecycle, policy } = repositoryOf(registry, name);
      return { lifecycle, policy };
    },
    setPolicy: (policy, of) => principals.setPolicy(policy, of),
    addFault: (fault) => faults.add(fault),
    clearFaults: () => faults.clear(),
    setScenario(scenario) {
      applyScenario(registry, scenario, publicRegistry);
      for (const role of scenario.roles ?? []) principals.addRole(role);
    },
    tags: (name, place) => repositoryOf(at(place), name).tags.toJSON(),
    setTags(name, tags) {
      for (const [tag, digest] of Object.entries(tags)) repositoryOf(registry, name).tags.set(tag, digest);
      registry.save();
    },
    digests: (name, place) => Object.keys(repositoryOf(at(place), name).images),
    labels: (name, digest) => labelsOf(registry, name, digest),
    seedImage: (name, tag, content, labels = {}) => seedImage(registry, name, { tag, content, labels }),
    seed: (name, content, tag, place) => seed(at(place), name, content, tag),
    archive: (name, reference, place) => {
      archiveImage(at(place), name, reference);
    },
  } satisfies Partial<LocalEcr>;
}

interface Placed {
  readonly server: Server;
  readonly address: string;
}

/** Starts the registries' servers on one port, and the public one on its own; gives host and port of the first and of that. */
async function listenAll(
  servers: readonly Placed[],
  port: number | undefined,
  [publicServer, publicPort]: readonly [Server, number | undefined],
): Promise<readonly [string, string]> {
  let chosen = port;
  for (const { server, address } of servers) chosen = await listen(server, address, chosen);
  const other = await listen(publicServer, '127.0.0.1', publicPort);
  return [`127.0.0.1:${String(chosen)}`, `127.0.0.1:${String(other)}`];
}

/** Starts a server, on a free port by default; gives the port. */
async function listen(server: Server, address: string, port = 0): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, address, resolve);
  });
  return (server.address() as AddressInfo).port;
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
    AWS_ACCESS_KEY_ID: localAccessKey,
    AWS_SECRET_ACCESS_KEY: 'local-ecr',
    AWS_EC2_METADATA_DISABLED: 'true',
  };
}

/** The further registries of the scenario, in folders of their own, at the addresses after the first. */
function openFurther(folder: string, main: Registry, options: LocalEcrOptions): FurtherRegistry[] {
  return (options.scenario?.registries ?? []).map(({ account, region, repositories = [] }, index) => {
    const own = join(folder, 'registries', `${account}-${region}`);
    mkdirSync(own, { recursive: true });
    const scenario = { ...(options.scenario ?? emptyScenario), repositories, registries: [] };
    const place = { ...options, accountId: account, region, scenario };
    const registry = openRegistry(own, main.clock, place, tokenKey(main, region));
    return { address: `127.0.0.${String(index + 2)}`, registry: withTokensOf(registry, main) };
  });
}

/** A token opens all registries of its region, and none of another one. Source: ECR API reference, GetAuthorizationToken. */
function tokenKey(main: Registry, region: string): string {
  const { signingKey } = main.state;
  return region === main.region ? signingKey : `${signingKey} ${region}`;
}

function withTokensOf(registry: Registry, main: Registry): Registry {
  return registry.region === main.region ? { ...registry, tokens: main.tokens } : registry;
}

function openRegistry(
  folder: string,
  clock: { now(): number },
  options: LocalEcrOptions,
  tokensSignedWith?: string,
): Registry {
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
    tokens: startTokens(
      clock,
      options.tokenLifetimeMs ?? usualTokenLifetimeMs,
      tokensSignedWith ?? signingKey,
    ),
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
    if (registry.state.repositories[repository.name] !== undefined) continue;
    const made = createRepository(registry, repository.name, repository);
    const { policy, lifecyclePolicy } = repository;
    if (policy !== undefined) made.policy = JSON.stringify(policy);
    if (lifecyclePolicy !== undefined) made.lifecyclePolicy = JSON.stringify(lifecyclePolicy);
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
