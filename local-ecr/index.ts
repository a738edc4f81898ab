import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRepository } from './api-repositories.ts';
import { commonSecret } from './authentication.ts';
import { archiveImage } from './archive.ts';
import { openDataFolder, type DataFolder } from './data-folder.ts';
import { startFaults, type Fault, type Faults } from './faults.ts';
import type { PolicyDocument } from './iam.ts';
import { repositoryOf } from './images.ts';
import { startLayerServer } from './layer-server.ts';
import { contentOf } from './manifests.ts';
import { startOidc, type Oidc } from './oidc.ts';
import { applyScenario, applyToFurther, openFurther, openPublic, openRegistry } from './open-registries.ts';
import type { LocalEcrOptions } from './options.ts';
import { startPrincipals, type Principals } from './principals.ts';
import type { Role } from './sessions.ts';
import { startRegistries, type FurtherRegistry, type Registries } from './registries.ts';
import { localPublic, type LocalPublic } from './public/index.ts';
import type { PublicRegistry } from './public/names.ts';
import { createPublicServer } from './public/server.ts';
import type { Registry } from './registry.ts';
import type { ResourcePolicy } from './resource-policy.ts';
import type { Scenario } from './scenario.ts';
import { seed, seedImage, type Seed } from './seed.ts';
import type { RequestRecord } from './request-record.ts';
import { createEcrServer, type ServerContext } from './server.ts';

export type { Fault } from './faults.ts';
export type { PolicyDocument } from './iam.ts';
export type { Role } from './sessions.ts';
export type { ResourcePolicy } from './resource-policy.ts';
export { emptyScenario, type Scenario } from './scenario.ts';
export { parseScenario } from './scenario-parser.ts';
export type { LocalPublic } from './public/index.ts';
export type { Seed } from './seed.ts';
export type { LocalEcrOptions } from './options.ts';
export type { RequestRecord } from './request-record.ts';

/** One of a server's registries; the main one by default. */
export interface Place {
  readonly accountId: string;
  readonly region: string;
}
/** The access key of requests that need no particular caller. */
const localAccessKey = 'LOCALECR';

/** An Amazon ECR on loopback, and the controls for tests. */
export interface LocalEcr {
  readonly url: string;
  /** Host and port, as they precede a repository's name. */
  readonly host: string;
  readonly accountId: string;
  readonly region: string;
  /** The same account's registry in ECR Public, on its own port. */
  readonly public: LocalPublic;
  /** The variables that point any AWS client here. */
  readonly env: Readonly<Record<string, string>>;
  readonly requests: readonly RequestRecord[];
  createRepository(
    name: string,
    settings?: { imageTagMutability?: string; exclusionFilters?: readonly string[] },
    place?: Place,
  ): void;
  setRepositoryPolicy(name: string, policy: ResourcePolicy | undefined, place?: Place): void;
  /** Its policies as text, if it has any. */
  policies(name: string): { readonly lifecycle: string | undefined; readonly policy: string | undefined };
  /** From now on allows only what the policy says: to one access key or role, or to all without a policy of their own. */
  setPolicy(policy: PolicyDocument | undefined, of?: string): void;
  addRole(role: Role): void;
  /** The variables of a job that may request OIDC tokens with the given `sub`. */
  oidcEnv(subject?: string): Readonly<Record<string, string>>;
  /** The password of a login to a registry, as GetAuthorizationToken gives it. */
  password(place?: Place): string;
  /** An OIDC token, as such a job would get it. */
  idToken(subject: string, audience: string): string;
  /** Host and port of a registry, as they precede its repositories' names. */
  hostOf(place: Place): string;
  addFault(fault: Fault): void;
  clearFaults(): void;
  /** Applies a scenario to all existing registries. */
  setScenario(scenario: Scenario): void;
  expireTokens(): void;
  /** A repository's tags, and the digests to which they point. */
  tags(repository: string, place?: Place): Readonly<Record<string, string>>;
  /** Sets any number of tags on existing images. */
  setTags(repository: string, tags: Readonly<Record<string, string>>): void;
  /** The digests in a repository. */
  digests(repository: string, place?: Place): readonly string[];
  /** The labels of a single-platform image, from its config. */
  labels(repository: string, digest: string): Readonly<Record<string, string>>;
  /** Stores a manifest as if somebody had pushed it, without its blobs. */
  seedImage(
    repository: string,
    tag: string,
    content: string,
    labels?: Readonly<Record<string, string>>,
  ): string;
  /** Stores manifests and blobs unchecked, even what ECR refuses. Returns the digest of the last manifest. */
  seed(repository: string, content: Seed, tag?: string, place?: Place): string;
  /** Archives an image, given by digest or tag, with everything that an index lists. */
  archive(repository: string, reference: string, place?: Place): void;
  close(): Promise<void>;
}

/** Starts a server. Throws an Error if its folder, its scenario or its ports cannot be used; then nothing is left. */
export async function startLocalEcr(options: LocalEcrOptions = {}): Promise<LocalEcr> {
  const data = await openDataFolder(options.dataDir);
  try {
    return await startIn(data, options);
  } catch (error) {
    await data.leave();
    throw error;
  }
}

async function startIn(data: DataFolder, options: LocalEcrOptions): Promise<LocalEcr> {
  const folder = data.path;
  const clock = options.clock ?? { now: () => Date.now() };
  const requests: RequestRecord[] = [];
  const onRequest = (record: RequestRecord) => {
    requests.push(record);
    options.onRequest?.(record);
  };
  const faults = startFaults();
  const latency = latencyOf(options);
  const layers = startLayerServer({ faults, latencyMs: latency.requestMs, onRequest });
  const registry = openRegistry(folder, { clock, layers }, options);
  const further = openFurther(folder, { main: registry, layers }, options);
  const registries = startRegistries(registry, further);
  const principals = startPrincipals(registry.accountId, clock, options.verifySignatures);
  for (const role of options.scenario?.roles ?? []) principals.addRole(role);
  const oidc = startOidc(clock);
  const publicRegistry = openPublic(folder, { main: registry, layers }, options);
  const context: ServerContext = {
    registries,
    principals,
    oidc,
    faults,
    latency,
    onRequest,
  };
  const servers = ['127.0.0.1', ...further.map(({ address }) => address)].map((address) => ({
    address,
    server: createEcrServer(context),
  }));
  const publicServer = createPublicServer({ publicRegistry, principals, faults, onRequest });
  const close = async () => {
    await Promise.all([...servers.map(({ server }) => stop(server)), stop(publicServer), layers.close()]);
    await data.leave();
  };
  const listening = layers
    .listen()
    .then(() => listenAll(servers, options.port, [publicServer, options.publicPort]));
  const [host, publicHost] = await listening.catch(async (error: unknown) => {
    await close();
    throw error;
  });
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
    ...controls({ registry, further, publicRegistry, at, principals, faults }),
    ...placesAndRoles({ registries, further, at, principals, oidc, url }),
    close,
  };
}

interface Controls {
  readonly registry: Registry;
  readonly further: readonly FurtherRegistry[];
  readonly publicRegistry: PublicRegistry;
  readonly at: (place?: Place) => Registry;
  readonly principals: Principals;
  readonly faults: Faults;
}

/** Finds the registry of a place; the main one if there is none. */
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

/** What tests can do to a server besides making requests. */
function controls({ registry, further, publicRegistry, at, principals, faults }: Controls) {
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
      applyToFurther(further, scenario);
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

/**
 * Starts the registries' servers on one port, and the public one on its own. Returns the host and port of the main
 * registry and of the public one.
 */
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

/** Starts a server, by default on a free port. Returns the port. */
async function listen(server: Server, address: string, port = 0): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, address, resolve);
  });
  return (server.address() as AddressInfo).port;
}

function latencyOf({ latencyMs = 0, connectionLatencyMs = 0 }: LocalEcrOptions) {
  return { requestMs: latencyMs, connectionMs: connectionLatencyMs };
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
    AWS_SECRET_ACCESS_KEY: commonSecret,
    AWS_EC2_METADATA_DISABLED: 'true',
  };
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
