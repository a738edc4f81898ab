import { createHash } from 'node:crypto';
import type {
  ChangedPaths,
  Docker,
  DockerConfig,
  EngineApi,
  DockerResult,
  GitHubApi,
  Job,
  ListedImage,
  Log,
  Ports,
  Registry,
  ReportFiles,
  RepositoryPorts,
  Scanner,
  World,
} from '../../src/ports.ts';
import { search } from '../../src/adapters/machine/search.ts';
import { recordOf } from '../../src/plan/build-record.ts';
import { parseInputs } from '../../src/inputs/inputs.ts';
import { sourceOf } from '../../src/plan/source.ts';
import { mayMove } from '../../src/publish/mutability.ts';
import { formatRecord, recordLabel, revisionLabel, type BuildRecord } from '../../src/types/build-record.ts';
import { parseDigest, type Digest } from '../../src/types/digest.ts';
import { ShipError } from '../../src/types/errors.ts';
import type { Repository, StoredManifest, TagMutability } from '../../src/types/image.ts';
import type { UnwrittenFile, WantedFile } from '../../src/types/files.ts';
import { inputDefaults } from '../../src/inputs/table.ts';
import type { Inputs, RawInputs } from '../../src/types/inputs.ts';
import { parseAccountId, parseRegion, parseRepositoryName } from '../../src/types/names.ts';
import type { RunFacts } from '../../src/types/plan.ts';
import type { Report } from '../../src/types/report.ts';
import { ship as shipFor } from '../../src/ship.ts';
import type { Finding, ScanAnswer, ScanSettings, ScanStart } from '../../src/types/scan.ts';
import type { CheckoutHead, TreeState } from '../../src/types/checkout.ts';
import type { DatedCommit, RunnerEvent } from '../../src/types/source.ts';
import { scanPage } from './scan-page.ts';
import { requireOwnTitles } from './group-titles.ts';

/** A world without processes, network or time, which records what the story did, in order. */
export interface MemoryWorld {
  readonly ports: Ports;
  /** The same, as a run gets it. */
  readonly world: World;
  /** Every effect, in order: `state docker-config`, `docker push`, `put v1`, `remove candidate-...`. */
  readonly journal: string[];
  readonly log: string[];
  /** The image to which each of the registry's tags points now. */
  readonly tags: Map<string, string>;
  readonly state: Map<string, string>;
  /** The files that were written, by path. */
  readonly written: Map<string, string>;
  /** Aborts when the job is cancelled. */
  readonly cancelled: AbortSignal;
}

const cancellation = new ShipError({
  code: 'cancelled',
  what: 'The run was cancelled (SIGINT).',
  next: 'Run it again.',
});

export interface WorldOptions {
  /** `docker`: buildx on the engine; `container`: a builder that can push by digest; `none`: no buildx. */
  readonly buildx?: 'docker' | 'container' | 'none';
  /** `down`: no engine answers. */
  readonly engine?: 'down';
  readonly mutability?: TagMutability;
  /** Further images of the repository, in pages, only to be counted. */
  readonly crowd?: readonly (readonly ListedImage[])[];
  /** How much is attached to an image, if the registry is asked. */
  readonly attached?: number | Error;
  /** The images to which the registry's tags point before the run; this world then holds them. */
  readonly tags?: Readonly<Record<string, MemoryImage>>;
  /** Set by another run, once: the journal's word, or `after put latest` → the tags that it sets at that moment. */
  readonly meanwhile?: Readonly<Record<string, Readonly<Record<string, MemoryImage>>>>;
  /** The commit at the workspace's root; absent if there is no checkout. */
  readonly checkout?: DatedCommit;
  /** What is at the workspace's root, if it is not a commit. */
  readonly head?: CheckoutHead;
  /** How the build context differs from that commit. */
  readonly tree?: TreeState;
  readonly api?: Partial<GitHubApi>;
  /** The checkout's history; empty by default. */
  readonly history?: {
    readonly descends?: (newer: string, older: string) => 'yes' | 'no' | 'unknown';
    readonly changed?: (since: string, until: string, globs: readonly string[]) => ChangedPaths;
  };
  readonly settings?: ScanSettings;
  readonly findings?: readonly Finding[];
  /** How many polls answer IN_PROGRESS first. */
  readonly scanPolls?: number;
  /** The answer to each poll, instead of the two above. */
  readonly answer?: (poll: number, now: number) => ScanAnswer;
  /** The answer to StartImageScan. */
  readonly start?: ScanStart;
  /** Effects that fail: the journal's word → the error. */
  readonly failures?: Readonly<Record<string, Error>>;
  /** The unpacked bytes of the built image, if the engine itself can be asked and says them. */
  readonly unpackedSize?: number;
  /** The compressed bytes of the image according to the engine, whose store is then containerd's. */
  readonly packedSize?: number;
  /** docker's answer to `build` or `push`, if it fails. */
  readonly dockerFails?: Readonly<Record<string, DockerResult>>;
  /** Files of the checkout, by path. */
  readonly files?: Readonly<Record<string, string>>;
  /** The findings of an image that existed before, if they differ; a text is the status of a scan without findings. */
  readonly live?: readonly Finding[] | string;
  /** Labels of the built image that its Dockerfile has changed, with a builder of its own. */
  readonly relabelled?: Readonly<Record<string, string>>;
  /** Report files that cannot be written, which shows before the run begins: path → why. */
  readonly unwritable?: Readonly<Record<string, string>>;
  /** Report files that cannot be written when the run is over: path → the attempt's number → why. */
  readonly breaks?: Readonly<Record<string, (attempt: number) => string | undefined>>;
  /** The job is cancelled during this effect, by the journal's word; the effect itself succeeds. */
  readonly cancelledAt?: string;
  /** The registry holds something else than the builder reports. */
  readonly builderReports?: string;
}

/** Runs the story in a world of memory; no two groups of its log may have the same title. */
export async function ship(raw: RawInputs, facts: RunFacts, world: MemoryWorld): Promise<Report> {
  const before = world.log.length;
  const report = await shipFor(raw, { facts, world: world.world, cancelled: world.cancelled });
  requireOwnTitles(world.log.slice(before).flatMap((line) => /^\[(.+)\]$/.exec(line)?.[1] ?? []));
  return report;
}

/** An image that the registry holds. */
export interface MemoryImage {
  readonly manifest: StoredManifest;
  readonly config: string;
  /** Milliseconds since 1970. */
  readonly pushedAt: number;
}

/** A push of 0123… to a ref of team/app, as the runner reports it. */
export function pushTo(ref: string, sha = '0123456789abcdef0123456789abcdef01234567'): RunnerEvent {
  return {
    name: 'push',
    ref,
    sha,
    repository: 'team/app',
    serverUrl: 'https://github.com',
    payload: {
      ref,
      repository: {
        name: 'app',
        html_url: 'https://github.com/team/app',
        description: 'An app',
        default_branch: 'main',
        license: { spdx_id: 'MIT' },
      },
    },
  };
}

export const run: RunFacts = {
  event: pushTo('refs/heads/main'),
  runLabel: '4711-1',
  runUrl: undefined,
  region: 'eu-west-1',
  sourceDateEpoch: undefined,
};

export function inputs(given: Partial<RawInputs> = {}): RawInputs {
  const blank = Object.fromEntries(Object.keys(inputDefaults).map((name) => [name, '']));
  return { ...blank, repository: 'team/app', ...given } as RawInputs;
}

function imageInputs(raw: RawInputs): Inputs {
  const parsed = parseInputs(raw, run.region);
  if (parsed.mode === 'login') throw new Error('a login makes no image');
  return parsed;
}

/** What the run above makes its image from, with these inputs; another commit if one is given. */
export async function recordFor(
  given: Partial<RawInputs> = {},
  of: Partial<BuildRecord['parts']> = {},
): Promise<BuildRecord> {
  const head = { kind: 'none', inner: undefined } as const;
  const place = { context: '.', head, tree: undefined, pullRequestCommit: 'merge' } as const;
  const source = sourceOf(run.event, place);
  const facts = { source, tree: { kind: 'clean' }, variable: () => undefined } as const;
  const record = await recordOf(imageInputs(inputs(given)), facts);
  if (record === undefined) throw new Error('the run does not know what it makes');
  return { ...record, parts: { ...record.parts, ...of } };
}

const uri = '123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/app';
const startOfTime = Date.parse('2026-01-02T03:04:05Z');

/** An image that says from which commit it was made; it says nothing if none is given. */
export function imageFrom(
  revision: string | undefined,
  {
    content = 'layer',
    pushedAt = startOfTime - 3600_000,
    record,
    architecture = 'amd64',
  }: { content?: string; pushedAt?: number; record?: BuildRecord | undefined; architecture?: string } = {},
): MemoryImage {
  const labels = {
    ...(revision !== undefined && { [revisionLabel]: revision }),
    ...(record !== undefined && { [recordLabel]: formatRecord(record) }),
  };
  const config = configWith(labels, content, architecture);
  const body = JSON.stringify({
    schemaVersion: 2,
    config: {
      mediaType: 'application/vnd.oci.image.config.v1+json',
      digest: digestOf(config),
      size: config.length,
    },
    layers: [
      { mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip', digest: digestOf(content), size: 1000 },
    ],
  });
  const mediaType = 'application/vnd.oci.image.manifest.v1+json';
  return { manifest: { digest: digestOf(body), mediaType, body }, config, pushedAt };
}

/** The image that the builder of this world builds. */
export const built = imageFrom(undefined, { content: 'built', pushedAt: startOfTime });
const { manifest } = built;

/** The digest of the image that the builder of this world builds. */
export const builtDigest = manifest.digest;
export function digestOf(text: string): Digest {
  const digest = parseDigest(`sha256:${createHash('sha256').update(text).digest('hex')}`);
  if (digest === undefined) throw new Error('sha256 gave no digest');
  return digest;
}

/** What the world remembers, and what its parts share. */
interface Memory {
  readonly options: WorldOptions;
  readonly journal: string[];
  readonly log: string[];
  readonly images: Map<string, MemoryImage>;
  readonly tags: Map<string, string>;
  readonly state: Map<string, string>;
  readonly written: Map<string, string>;
  readonly mutability: TagMutability;
  readonly cancelled: AbortController;
  now: number;
  polls: number;
  labels: Readonly<Record<string, string>>;
  /** Records an effect, lets another run act at that moment, and fails if the test says so. */
  effect(word: string): void;
  anotherRun(moment: string): void;
}

export function memoryWorld(options: WorldOptions = {}): MemoryWorld {
  const m = remember(options);
  const ports = portsOf(m);
  const world: World = ({ signal }) => {
    const { log: tell, job, clock, ...others } = ports;
    const sleep = tiedTo(signal, clock.sleep);
    return { ...tiedTo(signal, others), log: tell, job, clock: { ...clock, sleep } };
  };
  const { journal, log, tags, state, written, cancelled } = m;
  return { ports, world, journal, log, tags, state, written, cancelled: cancelled.signal };
}

function remember(options: WorldOptions): Memory {
  const left = new Map(Object.entries(options.meanwhile ?? {}));
  const setTags = (given: Readonly<Record<string, MemoryImage>>) => {
    for (const [tag, image] of Object.entries(given)) {
      m.images.set(image.manifest.digest, image);
      m.tags.set(tag, image.manifest.digest);
    }
  };
  const m: Memory = {
    options,
    journal: [],
    log: [],
    images: new Map(),
    tags: new Map(),
    state: new Map(),
    written: new Map(),
    mutability: options.mutability ?? { default: 'mutable', exceptFilters: [] },
    cancelled: new AbortController(),
    now: startOfTime,
    polls: 0,
    labels: {},
    anotherRun(moment) {
      setTags(left.get(moment) ?? {});
      left.delete(moment);
    },
    effect(word) {
      m.journal.push(word);
      if (word === options.cancelledAt) m.cancelled.abort(cancellation);
      m.anotherRun(word);
      const failure = options.failures?.[word];
      if (failure !== undefined) throw failure;
    },
  };
  setTags(options.tags ?? {});
  return m;
}

function portsOf(m: Memory): Ports {
  const registry = registryOf(m);
  return {
    clock: {
      now: () => m.now,
      sleep: (ms) => {
        m.now += ms;
        return Promise.resolve();
      },
    },
    log: logOf(m),
    job: jobOf(m),
    docker: dockerOf(m),
    ...checkoutOf(m),
    github: githubOf(m),
    dockerConfig: dockerConfigOf(m),
    processes: { end: () => Promise.resolve('gone') },
    probe: () => Promise.resolve({ kind: 'none', why: 'there is no server' }),
    search,
    files: filesOf(m),
    connect: () => {
      m.journal.push('connect');
      return Promise.resolve(registry);
    },
    approach: () => undefined,
  };
}

function dockerOf(m: Memory): Docker {
  const { options, effect, images, tags } = m;
  return {
    ...(options.unpackedSize !== undefined && { engine: engineSaying({ Size: options.unpackedSize }) }),
    ...(options.packedSize !== undefined && { engine: engineSaying(packed(options.packedSize)) }),
    run(args) {
      if (options.engine === 'down')
        return done({ exitCode: 1, stderr: 'Cannot connect to the Docker daemon' });
      if (args[0] === 'info') return done({ stdout: dockerInfo(options) });
      if (args[1] === 'inspect') return done(buildxInspect(options.buildx ?? 'docker'));
      const word = `docker ${args.slice(0, args[0] === 'buildx' || args[0] === 'image' ? 2 : 1).join(' ')}`;
      effect(word);
      if (word.endsWith('build')) m.labels = labelsIn(args);
      const failed = options.dockerFails?.[word];
      if (failed !== undefined) return done(failed);
      if (
        args.some((argument) => argument === '--push' || argument.includes('push=true')) ||
        args[0] === 'push'
      ) {
        images.set(manifest.digest, built);
        const name = args.find((argument) => argument.startsWith(`${uri}:`));
        if (name !== undefined) tags.set(name.slice(uri.length + 1), manifest.digest);
      }
      return done({ stdout: `x: digest: ${options.builderReports ?? manifest.digest} size: 1` });
    },
    withOutputFile: (use) =>
      use('metadata.json', () =>
        Promise.resolve(
          JSON.stringify({ 'containerimage.digest': options.builderReports ?? manifest.digest }),
        ),
      ),
  };
}

/** An engine that describes an image, and does nothing else. */
function engineSaying(image: object): EngineApi {
  return {
    request: (_, path) =>
      Promise.resolve(
        path.includes('/json') ? { status: 200, body: JSON.stringify(image) } : { status: 500, body: '' },
      ),
  };
}

function registryOf(m: Memory): Registry {
  const { effect } = m;
  const handle: RepositoryPorts = {
    now: () => m.now,
    ...imagesOf(m),
    tags: tagsOf(m),
    scanner: scannerOf(m),
    referrers: {
      count(digest) {
        effect(`count referrers of ${digest}`);
        const { attached = 0 } = m.options;
        return attached instanceof Error ? Promise.reject(attached) : Promise.resolve(attached);
      },
    },
  };
  return {
    login: () => {
      effect('authorize');
      return Promise.resolve({
        // The caller's own registry, which is not the repository's.
        endpoint: 'https://999999999999.dkr.ecr.eu-west-1.amazonaws.com',
        username: 'AWS',
        password: 'secret',
        basic: 'QVdTOnNlY3JldA==',
        expiresAt: m.now + 12 * 3600_000,
      });
    },
    callerArn: () => {
      effect('ask who');
      return Promise.resolve('arn:aws:sts::123456789012:assumed-role/ship/run');
    },
    open: () => ({
      ...handle,
      opened: () => {
        effect('describe repository');
        return Promise.resolve({ ...repository(m.mutability), ...handle });
      },
    }),
  };
}

function imagesOf(m: Memory): Pick<RepositoryPorts, 'manifests' | 'images' | 'blobs'> {
  const { options, images, tags, effect } = m;
  return {
    blobs: {
      has: () => Promise.resolve(false),
      open: () => Promise.reject(new Error('a blob was opened, which no test asks for')),
      bring: ({ digest }) => {
        effect(`bring ${digest}`);
        return Promise.resolve('uploaded');
      },
    },
    manifests: {
      read: (digests) => Promise.resolve(digests.flatMap((digest) => images.get(digest)?.manifest ?? [])),
      readBlob: ({ digest }) => {
        const found = [...images.values()].find(({ config }) => digestOf(config) === digest);
        // The built image has the command's labels, or what its Dockerfile made of them.
        const made = found === built ? { ...m.labels, ...options.relabelled } : undefined;
        return Promise.resolve(made === undefined ? found?.config : configWith(made, 'built'));
      },
      write: (manifest) => {
        effect(`write ${manifest.digest}`);
        images.set(manifest.digest, { manifest, config: '', pushedAt: m.now });
        return Promise.resolve();
      },
    },
    images: {
      describe: (ids) => {
        const digests = ids.map((id) => ('digest' in id ? id.digest : tags.get(id.tag)));
        const there = [...new Set(digests)].filter((digest) => digest !== undefined);
        return Promise.resolve(
          there
            .filter((digest) => images.has(digest) || [...tags.values()].includes(digest))
            .map((digest) => ({
              digest: digestFrom(digest),
              tags: [...tags].filter(([, named]) => named === digest).map(([tag]) => tag),
              mediaType: images.get(digest)?.manifest.mediaType ?? manifest.mediaType,
              pushedAt: images.get(digest)?.pushedAt ?? m.now,
            })),
        );
      },
      async *list() {
        effect('sweep');
        yield await Promise.resolve([...tags.keys()].map((tag) => ({ tags: [tag], subject: undefined })));
        yield* options.crowd ?? [];
      },
    },
  };
}

function tagsOf(m: Memory): RepositoryPorts['tags'] {
  const { effect, images, tags, mutability, anotherRun } = m;
  return {
    read: (wanted) => {
      effect('read tagged');
      const found = wanted.flatMap((tag) => {
        const image = images.get(tags.get(tag) ?? '');
        return image === undefined ? [] : [[tag, image.manifest] as const];
      });
      return Promise.resolve(new Map(found));
    },
    list: () => {
      effect('list tags');
      return Promise.resolve([...tags.keys()]);
    },
    set: (tag, image) => {
      const { digest } = image;
      effect(`put ${tag}`);
      if (!images.has(digest)) images.set(digest, { manifest: image, config: '', pushedAt: m.now });
      const isTaken = tags.has(tag) && !mayMove(tag, mutability);
      if (isTaken) return Promise.resolve({ kind: 'immutable', detail: 'the tag is immutable' });
      tags.set(tag, digest);
      anotherRun(`after put ${tag}`);
      return Promise.resolve({ kind: 'set', digest });
    },
    remove: (tag) => {
      effect(`remove ${tag}`);
      return Promise.resolve(tags.delete(tag) ? 'removed' : 'absent');
    },
  };
}

function scannerOf(m: Memory): Scanner {
  const { options, effect } = m;
  return {
    settings: () => Promise.resolve(options.settings ?? { scanner: 'basic', frequency: 'on-push' }),
    start: () => {
      effect('start scan');
      return Promise.resolve(options.start ?? { kind: 'started' });
    },
    read: (digest) => {
      const { live } = options;
      if (live !== undefined && digest !== builtDigest) {
        effect('read live scan');
        const status = typeof live === 'string' ? live : 'COMPLETE';
        const findings = typeof live === 'string' ? [] : live;
        return Promise.resolve({ kind: 'status', page: scanPage(status, { findings, completedAt: m.now }) });
      }
      effect('read scan');
      m.polls += 1;
      if (options.answer !== undefined) return Promise.resolve(options.answer(m.polls, m.now));
      const running = m.polls <= (options.scanPolls ?? 1);
      return Promise.resolve({
        kind: 'status',
        page: running
          ? scanPage('IN_PROGRESS')
          : scanPage('COMPLETE', { findings: options.findings ?? [], completedAt: m.now }),
      });
    },
  };
}

function logOf(m: Memory): Log {
  const { log } = m;
  return {
    info: (text) => {
      log.push(text);
    },
    debug: (text) => {
      log.push(`debug: ${text}`);
    },
    notice: (text) => {
      log.push(`notice: ${text}`);
    },
    warning: (text) => {
      log.push(`warning: ${text}`);
    },
    group: async (title, work) => {
      log.push(`[${title}]`);
      return work();
    },
  };
}

function jobOf(m: Memory): Job {
  const { journal, state } = m;
  return {
    mask: (secret) => journal.push(`mask ${secret}`),
    saveState: (key, value) => {
      const kinds = (JSON.parse(value) as { readonly kind: string }[]).map(({ kind }) => kind);
      journal.push(`${key}: ${kinds.join(', ')}`);
      state.set(key, value);
    },
    exportVariable: (name) => journal.push(`export ${name}`),
    setSecretOutput: (name) => journal.push(`secret output ${name}`),
    variable: () => undefined,
    shortId: () => 'abcd1234',
  };
}

function checkoutOf({ options }: Memory): Pick<Ports, 'checkout' | 'history'> {
  return {
    checkout: {
      head: () => {
        const sha = options.checkout?.sha;
        const found =
          sha === undefined
            ? ({ kind: 'none', inner: undefined } as const)
            : ({ kind: 'commit', sha, inner: undefined } as const);
        return Promise.resolve(options.head ?? found);
      },
      // A workspace has what a build needs; addresses exist only if a test sets them.
      exists: (path) =>
        Promise.resolve(
          !/[:@]|^github\.com\/|\.dockerignore$/.test(path) || options.files?.[path] !== undefined,
        ),
      isFolder: (path) => Promise.resolve(!/Dockerfile|\.\w+$/.test(path) || /^[./]+$/.test(path)),
      committedAt: () => Promise.resolve(options.checkout?.at),
      treeState: () => Promise.resolve(options.tree ?? { kind: 'clean' }),
      readText: (path) => Promise.resolve(options.files?.[path]),
      readLeft: (path) => Promise.resolve(options.files?.[path]),
    },
    history: {
      descends: (newer, older) =>
        Promise.resolve(options.history?.descends?.(newer, older) ?? (newer === older ? 'yes' : 'unknown')),
      changed: (since, until, globs) =>
        Promise.resolve(
          options.history?.changed?.(since, until, globs) ?? {
            kind: 'unknown',
            why: 'the checkout is shallow',
          },
        ),
    },
  };
}

function githubOf(m: Memory): GitHubApi {
  const { options, effect } = m;
  return {
    compare: (base, head) => {
      effect('ask GitHub to compare');
      return options.api?.compare?.(base, head) ?? Promise.resolve(undefined);
    },
    repository: () => {
      effect('ask GitHub about the repository');
      return options.api?.repository?.() ?? Promise.resolve(undefined);
    },
    keepComment: (comment) => {
      effect('keep the comment');
      return options.api?.keepComment?.(comment) ?? Promise.resolve({ kind: 'created' });
    },
    committedAt: (sha) => {
      effect('ask GitHub about the commit');
      return options.api?.committedAt?.(sha) ?? Promise.resolve(undefined);
    },
  };
}

function dockerConfigOf(m: Memory): DockerConfig {
  const { effect } = m;
  return {
    choosePath: () => '/temp/docker',
    install: () => {
      effect('install docker config');
      return Promise.resolve({ DOCKER_CONFIG: '/temp/docker', BUILDX_CONFIG: '/home/.docker/buildx' });
    },
    putSecrets: (_, secrets) => {
      effect(`put secrets ${secrets.map(({ name }) => name).join(', ')}`);
      return Promise.resolve();
    },
    renew: () => {
      effect('renew docker config');
      return Promise.resolve();
    },
    share: () => {
      effect('share docker login');
      return Promise.resolve();
    },
    unshare: () => {
      effect('unshare docker login');
      return Promise.resolve();
    },
    remove: () => {
      effect('remove docker config');
      return Promise.resolve();
    },
  };
}

function filesOf(m: Memory): ReportFiles {
  const { options, journal, written } = m;
  const attempts = new Map<string, number>();
  return {
    check: (wanted) => {
      if (wanted.length > 0) journal.push(`check ${wanted.map(({ path }) => path).join(' ')}`);
      return Promise.resolve(wanted.flatMap((file) => unwritten(file, options.unwritable?.[file.path])));
    },
    write: (file) => {
      journal.push(`write ${file.path}`);
      const attempt = (attempts.get(file.path) ?? 0) + 1;
      attempts.set(file.path, attempt);
      const [failed] = unwritten(file, options.breaks?.[file.path]?.(attempt));
      if (failed === undefined) written.set(file.path, file.text(written.get(file.path)));
      return Promise.resolve(failed);
    },
  };
}

/** The same, but nothing is done any more once the run is over, whoever still tries. */
function tiedTo<T>(signal: AbortSignal, value: T): T {
  const tie = (one: unknown): unknown => {
    if (typeof one === 'function')
      return (...given: unknown[]) => {
        signal.throwIfAborted();
        const result: unknown = (one as (...args: unknown[]) => unknown)(...given);
        return result instanceof Promise ? result.then(tie) : tie(result);
      };
    if (typeof one !== 'object' || one === null || Object.getPrototypeOf(one) !== Object.prototype)
      return one;
    return Object.fromEntries(Object.entries(one).map(([key, member]) => [key, tie(member)]));
  };
  return tie(value) as T;
}

function unwritten({ input, path }: WantedFile, why: string | undefined): UnwrittenFile[] {
  return why === undefined ? [] : [{ input, path, why }];
}

function configWith(
  labels: Readonly<Record<string, string>>,
  content: string,
  architecture = 'amd64',
): string {
  const history = [{ comment: content }];
  return JSON.stringify({ os: 'linux', architecture, config: { Labels: labels }, history });
}

/** The labels in a command's `--label` arguments. */
function labelsIn(args: readonly string[]): Readonly<Record<string, string>> {
  const given = args.filter((_, index) => args[index - 1] === '--label');
  return Object.fromEntries(
    given.map((label) => [label.slice(0, label.indexOf('=')), label.slice(label.indexOf('=') + 1)]),
  );
}

function done(result: Partial<DockerResult>): Promise<DockerResult> {
  return Promise.resolve({ exitCode: 0, stdout: '', stderr: '', ...result });
}

/** The description of an image by an engine with containerd's store; its manifest has 500 bytes. */
function packed(size: number): object {
  const manifest = {
    Kind: 'image',
    Available: true,
    Descriptor: { size: 500 },
    Size: { Content: size + 500 },
  };
  return { Manifests: [manifest] };
}

function dockerInfo({ buildx = 'docker', packedSize }: WorldOptions): string {
  const plugins = buildx === 'none' ? [] : [{ Name: 'buildx', Version: '0.13.1+ds1' }];
  return JSON.stringify({
    ServerVersion: '26.1.5',
    ...(packedSize === undefined
      ? { Driver: 'overlay2' }
      : { Driver: 'overlayfs', DriverStatus: [['driver-type', 'io.containerd.snapshotter.v1']] }),
    OSType: 'linux',
    Architecture: 'x86_64',
    ClientInfo: { Plugins: plugins },
  });
}

function buildxInspect(buildx: 'docker' | 'container' | 'none'): Partial<DockerResult> {
  if (buildx === 'none') return { exitCode: 1, stderr: "docker: 'buildx' is not a docker command." };
  return { stdout: `Name:   x\nDriver: ${buildx === 'docker' ? 'docker' : 'docker-container'}\n` };
}

function repository(mutability: TagMutability): Repository {
  const name = parseRepositoryName('team/app');
  const registryId = parseAccountId('123456789012');
  const region = parseRegion('eu-west-1');
  if (name === undefined || registryId === undefined || region === undefined)
    throw new Error('not a repository');
  return {
    name,
    uri,
    type: 'private',
    arn: 'arn:aws:ecr:eu-west-1:123456789012:repository/team/app',
    registryId,
    region,
    mutability,
  };
}

function digestFrom(text: string): Digest {
  const digest = parseDigest(text);
  if (digest === undefined) throw new Error(`not a digest: ${text}`);
  return digest;
}
