import { ShipError } from '../types/errors.ts';
import { parsePlatform, type Platform } from '../types/names.ts';
import { clause } from '../types/text.ts';
import type { Builder } from '../types/plan.ts';

/** The answers to `docker info` and `docker buildx inspect`. */
export interface EngineProbe {
  readonly info: { readonly exitCode: number; readonly stdout: string; readonly stderr: string };
  readonly inspect: { readonly exitCode: number; readonly stdout: string; readonly stderr: string };
}

/** The part of `docker info --format '{{json .}}'` that decides how to build. Source: docker/cli, command/system/info.go. */
interface EngineInfo {
  readonly ServerVersion?: string;
  readonly ServerErrors?: readonly string[];
  readonly OSType?: string;
  readonly Architecture?: string;
  readonly Driver?: string;
  readonly Name?: string;
  readonly SecurityOptions?: readonly string[] | null;
  readonly DriverStatus?: readonly (readonly [string, string])[] | null;
  readonly ClientInfo?: {
    readonly Plugins?:
      readonly { readonly Name?: string; readonly Version?: string; readonly Err?: string }[] | null;
  };
}

/** The same facts from the engine's own interface and buildx's files. */
interface SocketProbe {
  /** The answer to `GET /info`. */
  readonly info: string;
  readonly buildx: {
    readonly driver: string;
    /** Undefined if it has not been asked yet: it is then assumed to do what buildx has done for years. */
    readonly version: string | undefined;
  };
}

/**
 * Chooses how to build and push from what the engine itself answers. Undefined if docker and buildx have to be asked:
 * the engine says nothing useful, or buildx may not build with it by itself.
 */
export function chooseFromSocket({ info: text, buildx }: SocketProbe): Builder | undefined {
  const info = parseInfo(text);
  if ((info.ServerVersion ?? '') === '') return undefined;
  if (buildx.driver === '' && !buildsByItself(info)) return undefined;
  return buildxBuilder(info, buildx.version, buildx.driver || 'docker');
}

/**
 * buildx tests whether an engine has BuildKit. Engines for Linux have it since 18.09; those for Windows do not, nor
 * does Podman, whose version numbers are lower. Source: docker/buildx, driver/docker/factory.go.
 */
function buildsByItself({ OSType, ServerVersion = '' }: EngineInfo): boolean {
  return OSType === 'linux' && Number(/^v?(\d+)\./.exec(ServerVersion)?.[1] ?? 0) >= 18;
}

/**
 * Chooses how to build and push from what the engine and the builder report.
 * Throws `engine-unreachable` if no engine answers and the builder needs one, `builder-unfit` if the builder that the
 * job chose does not exist, `builder-unreachable` if buildx reports that no part of it can be used.
 */
export function chooseBuilder(probe: EngineProbe): Builder {
  const missing = /\bno builder "([^"]*)" found/.exec(probe.inspect.stderr)?.[1];
  if (probe.inspect.exitCode !== 0 && missing !== undefined) throw noBuilder(missing);
  const broken = brokenBuilder(probe.inspect);
  if (broken !== undefined) throw broken;
  const info = parseInfo(probe.info.stdout);
  const buildx = info.ClientInfo?.Plugins?.find(
    (plugin) => plugin.Name === 'buildx' && (plugin.Err ?? '') === '',
  );
  const driver = buildx === undefined ? undefined : driverOf(probe.inspect);
  const engineAnswers = (info.ServerVersion ?? '') !== '';
  if (!engineAnswers && (driver === undefined || driver === 'docker')) throw engineUnreachable(probe, info);
  if (buildx === undefined) return classicBuilder(info);
  return buildxBuilder(info, buildx.Version ?? '', driver ?? 'docker');
}

function classicBuilder(info: EngineInfo): Builder {
  return {
    tool: 'docker-build',
    push: 'by-tag',
    multiPlatform: false,
    provenanceFlag: false,
    attestations: false,
    cacheExport: false,
    checks: false,
    gitQuery: false,
    annotations: false,
    graphDriver: !usesContainerdStore(info),
    machine: machineOf(info),
    nativePlatform: platformOf(info),
    description: `docker build on Docker ${info.ServerVersion ?? ''} (no buildx)`,
    notice:
      'docker buildx is not installed, so docker build is used: one platform only, and the candidate carries a ' +
      'temporary tag until the image has passed.',
  };
}

function buildxBuilder(info: EngineInfo, version: string | undefined, driver: string): Builder {
  const containerdStore = usesContainerdStore(info);
  // buildx refuses push-by-digest for the docker driver, whatever the engine's image store; see
  // docs/contributing/facts.md.
  const byDigest = driver !== 'docker';
  const store =
    driver === 'docker'
      ? containerdStore
        ? ', containerd image store'
        : `, ${info.Driver ?? ''} image store`
      : '';
  const engine = driver === 'docker' ? ` on Docker ${info.ServerVersion ?? ''}` : '';
  return {
    tool: 'buildx',
    push: byDigest ? 'by-digest' : 'by-tag',
    multiPlatform: byDigest || containerdStore,
    provenanceFlag: atLeast(version, 0, 10),
    // Source: docker/buildx, driver/docker/driver.go, Features: attestations and cache export need the containerd store.
    attestations: (byDigest || containerdStore) && atLeast(version, 0, 10),
    cacheExport: byDigest || containerdStore,
    // Source: docker/buildx, release 0.15.0, --call.
    checks: atLeast(version, 0, 15),
    // An older buildx leaves the query to BuildKit, which before 0.24 took it for a part of the address and built the
    // default branch.
    // Source: docker/buildx, release 0.29.0, moby.buildkit.frontend.gitquerystring.
    gitQuery: atLeast(version, 0, 29),
    // The engine's own builder drops annotations when it loads an image.
    annotations: byDigest && atLeast(version, 0, 12),
    graphDriver: driver === 'docker' && !containerdStore,
    machine: driver === 'docker' ? machineOf(info) : undefined,
    nativePlatform: driver === 'docker' ? platformOf(info) : undefined,
    description: `buildx${version === undefined ? '' : ` ${version.replace(/^v/, '')}`}, driver ${driver}${engine}${store}`,
    notice: undefined,
  };
}

/** The object in docker's output: docker, or a wrapper around it, may print lines of its own beside it. */
function parseInfo(stdout: string): EngineInfo {
  for (const text of [stdout, ...stdout.split('\n').reverse()]) {
    try {
      const parsed: unknown = JSON.parse(text);
      if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return parsed;
    } catch {
      // It is not on that line.
    }
  }
  return {};
}

/** The `Driver:` line of `docker buildx inspect`, which has no machine-readable form in older versions. */
function driverOf(inspect: EngineProbe['inspect']): string | undefined {
  return inspect.exitCode === 0 ? /^Driver:[ \t]*(\S+)/m.exec(inspect.stdout)?.[1] : undefined;
}

/** Source: moby, daemon/info.go: the containerd store names its snapshotter's plugin type in DriverStatus. */
function usesContainerdStore(info: EngineInfo): boolean {
  return (info.DriverStatus ?? []).some(
    ([key, value]) => key === 'driver-type' && value.startsWith('io.containerd.snapshotter'),
  );
}

/**
 * The engine's machine, if the engine can push to a port on its loopback. A rootless engine has its own network. An
 * engine with a graph driver remembers by the registry's host which layers it has pushed, and would send all of them
 * again to a new port. Sources: moby, distribution/push_v2.go and daemon/containerd/image_push.go; Docker
 * documentation, "Rootless mode".
 */
function machineOf(info: EngineInfo): string | undefined {
  const isRootless = (info.SecurityOptions ?? []).some((option) => option.startsWith('name=rootless'));
  const isNear = info.OSType === 'linux' && usesContainerdStore(info) && !isRootless;
  return isNear && (info.Name ?? '') !== '' ? info.Name : undefined;
}

/** The engine names machines as the kernel does (`x86_64`); platforms are named as in Go (`amd64`). */
function platformOf(info: EngineInfo): Platform | undefined {
  const names: Readonly<Record<string, string>> = {
    x86_64: 'amd64',
    aarch64: 'arm64',
    armv7l: 'arm/v7',
    i686: '386',
  };
  const machine = info.Architecture ?? '';
  return parsePlatform(`${info.OSType ?? ''}/${names[machine] ?? machine}`);
}

function atLeast(version: string | undefined, major: number, minor: number): boolean {
  const match = /^v?(\d+)\.(\d+)/.exec(version ?? '');
  if (match === null) return true;
  const [, a, b] = match.map(Number);
  return (a ?? 0) > major || ((a ?? 0) === major && (b ?? 0) >= minor);
}

function noBuilder(name: string): ShipError {
  return new ShipError({
    code: 'builder-unfit',
    what: `There is no builder ${JSON.stringify(clause(name))} on this runner, which the job has chosen.`,
    next: 'Correct BUILDX_BUILDER, or add docker/setup-buildx-action before this step, which makes a builder and chooses it.',
  });
}

/**
 * buildx exits with 0 even if a builder that was created cannot be used, and says why in its description. A builder of
 * several nodes works with those that are left, and one that is not running yet has a status. Source: docker/buildx,
 * commands/inspect.go.
 */
function brokenBuilder({ exitCode, stdout }: EngineProbe['inspect']): ShipError | undefined {
  const driver = driverOf({ exitCode, stdout, stderr: '' });
  const said = /^Error:[ \t]*(\S.*)$/m.exec(stdout)?.[1];
  if (driver === undefined || driver === 'docker' || said === undefined || /^Status:/m.test(stdout))
    return undefined;
  const name = /^Name:[ \t]*(\S.*)$/m.exec(stdout)?.[1] ?? '';
  return new ShipError({
    code: 'builder-unreachable',
    what: `buildx cannot use the builder ${JSON.stringify(clause(name))}, driver ${clause(driver)}: ${clause(said)}.`,
    next: 'Look at where docker buildx inspect says that it is, and at what it needs there: its address, certificates or kubeconfig.',
  });
}

function engineUnreachable(probe: EngineProbe, info: EngineInfo): ShipError {
  const said = (info.ServerErrors ?? []).join(' ') || probe.info.stderr.trim() || 'it said nothing';
  return new ShipError({
    code: 'engine-unreachable',
    what: `The Docker engine does not answer: ${clause(said)}.`,
    next: 'Start the engine on this runner, or point DOCKER_HOST at one; on a container job mount its socket.',
  });
}
