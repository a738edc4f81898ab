import { largestConfig, largestErrorAnswer, largestKeptConfig, mostKeptConfigs } from '../../types/bounds.ts';
import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { HttpClient } from '@actions/http-client';
import type { BlobReference, PutOutcome } from '../../ports.ts';
import type { Credentials } from '../../types/credentials.ts';
import { parseDigest, type Digest } from '../../types/digest.ts';
import { ShipError } from '../../types/errors.ts';
import { parseDenial } from '../../types/iam.ts';
import { registryHost, type Repository, type StoredManifest } from '../../types/image.ts';
import type { Tag } from '../../types/names.ts';
import { Refusal } from '../../types/refusal.ts';
import { timedCall } from '../runner/debug.ts';
import { connectionsAhead } from './connections-ahead.ts';
import { askHttp, TooLong, type HttpAnswer } from '../http/http-answer.ts';
import { getFollowing, isConfidential, protocolOf } from '../http/redirects.ts';
import {
  badRegistry,
  firstError,
  isImmutable,
  refused,
  saysExpired,
  unreachable,
} from './registry-errors.ts';

/** What is asked of the registry's HTTP interface (OCI distribution specification). */
export interface RegistryHttp {
  /** A login, which is used from then on. */
  login(): Promise<Credentials>;
  /** Under a tag, or under its digest alone. */
  putManifest(repository: Repository, reference: Tag | Digest, manifest: StoredManifest): Promise<PutOutcome>;
  readBlob(repository: Repository, blob: BlobReference): Promise<string | undefined>;
  /** Opens so many connections to a repository's registry, so that nobody has to wait for them later. */
  connectAhead(repository: Repository, count: number): void;
  /** Asks something else of a repository. */
  about<Answer extends HttpAnswer>(repository: Repository, question: Question<Answer>): Promise<Answer>;
}

/** What it works with. */
export interface HttpMeans {
  /** Gives a new login. */
  readonly login: () => Promise<Credentials>;
  /** How a login is sent: ECR Public takes it as a bearer token. Source: docs/contributing/facts.md. */
  readonly scheme?: 'Basic' | 'Bearer';
  /** The registry's time, in which it says until when a login holds; milliseconds since 1970. */
  readonly now: () => number;
  /** The end of the run, after which nothing is asked any more. */
  readonly signal: AbortSignal;
  readonly patience?: Patience;
}

/** What was to be sent could not be had, after all tries of its own: asking here again does not help. */
export class SourceFailed extends Error {
  readonly failure: unknown;

  constructor(failure: unknown) {
    super('there is nothing to send');
    this.failure = failure;
  }
}

/** How long one answer may take, its body included, and a question with all its tries; in milliseconds. */
export interface Patience {
  readonly answerMs: number;
  readonly totalMs: number;
}

/** Far beyond what ECR takes for a manifest or a config; three answers that take longer are a fault that stays. */
const usualPatience: Patience = { answerMs: 15_000, totalMs: 40_000 };

/** Waits between tries of a request that met throttling or a passing fault. */
const retryDelaysMs = [300, 900, 2700, 8100];

/** A login that is over so soon is renewed before it is used. In milliseconds. */
const leastLoginMs = 60_000;

/**
 * Talks to a repository's registry, whose host is that of its URI, over connections that are kept. Goes through the job's
 * proxy (HTTPS_PROXY, NO_PROXY). Credentials are sent with every request, as ECR wants it, and nowhere but to the
 * registry's own scheme, host and port; only the GET of a blob follows redirects. A login that has expired is renewed
 * once.
 */
export function registryHttp(means: HttpMeans): RegistryHttp {
  const ask = askerOf(means);
  const keptBlobs = keepBlobs();
  return {
    login: () => ask.renew(),
    about: (repository, question) => ask.about(repository, question),
    connectAhead: (repository, count) => {
      ask.connectAhead(repository, count);
    },

    async putManifest(repository, reference, manifest) {
      const { status, body, headers } = await ask.about(repository, puttingManifest(reference, manifest));
      if (status === 201) {
        const digest = parseDigest(headerOf(headers, 'docker-content-digest'));
        return { kind: 'set', digest: digest ?? manifest.digest };
      }
      // Something in between that answers for everybody, such as a page to log in at.
      if (status < 400)
        throw badRegistry(`HTTP ${String(status)} is not an answer to ${puttingOf(reference)}`);
      const error = firstError(body);
      if (isImmutable(error)) return { kind: 'immutable', detail: error.message };
      throw refused(doingOf(reference), { status, error, action: 'PutImage' }, repository);
    },

    async readBlob(repository, blob) {
      const { digest, size } = blob;
      const known = keptBlobs.get(digest);
      if (known !== undefined) return known;
      if (size > largestConfig)
        throw badRegistry(
          `the blob ${digest} is to have ${String(size)} bytes, and a config of more than ${String(largestConfig)} is not read`,
        );
      const { status, body } = await ask.about(repository, gettingBlob(blob));
      if (status === 200) return keptBlobs.keep(digest, textOfBlob(body, blob));
      const error = firstError(body);
      if (status === 403 && parseDenial(error.message) !== undefined) return undefined;
      const action = 'GetDownloadUrlForLayer';
      throw refused('read an image config', { status, error, action }, repository);
    },
  };
}

interface Asker {
  /** Asks with the login that is there, and once more with a new one where that has expired. */
  about<Answer extends HttpAnswer>(repository: Repository, question: Question<Answer>): Promise<Answer>;
  renew(): Promise<Credentials>;
  connectAhead(repository: Repository, count: number): void;
}

function askerOf({ login, scheme = 'Basic', now, signal, patience = usualPatience }: HttpMeans): Asker {
  const client = new HttpClient('ecr-ship', undefined, { keepAlive: true });
  const ahead = connectionsAhead(client);
  const holder = keepLogin(login, now);
  return {
    renew: holder.renew,
    connectAhead(repository, count) {
      ahead.open(addressOf(repository, '/', undefined), count);
    },
    async about(repository, { path, what, send, patience: own = patience }) {
      const attempt = async ({ basic, endpoint }: Credentials) => {
        const url = addressOf(repository, path, endpoint);
        const authorization = `${scheme} ${basic}`;
        const asked = (ms: number) =>
          timedCall(
            () => `${url.host}${url.pathname}: ${what}`,
            () => send({ url, authorization, ms, signal, client }),
            ({ status }) => `HTTP ${String(status)}`,
          );
        return insist({ what, host: url.host, signal, patience: own }, asked);
      };
      const answer = await attempt(await holder.current());
      return mayHaveExpired(answer) ? attempt(await holder.renew()) : answer;
    },
  };
}

/** ECR answers 401 or 403 to a login whose time is over, and says so. Source: see docs/contributing/facts.md, "Expired logins". */
function mayHaveExpired({ status, body }: HttpAnswer): boolean {
  return status === 401 || (status === 403 && saysExpired(firstError(body)));
}

/** What was to be done, after "did not let this run". */
function doingOf(reference: Tag | Digest): string {
  return parseDigest(reference) === undefined
    ? `set the tag ${reference}`
    : `store the manifest ${reference}`;
}

function puttingOf(reference: Tag | Digest): string {
  return doingOf(reference)
    .replace(/^set/, 'setting')
    .replace(/^store/, 'storing');
}

function puttingManifest(reference: Tag | Digest, { mediaType, body }: StoredManifest): Question {
  return {
    path: `/manifests/${reference}`,
    what: `the answer about ${parseDigest(reference) === undefined ? 'the tag' : 'the manifest'} ${reference}`,
    send: ({ url, authorization, client, ...line }) => {
      const headers = { authorization, 'content-type': mediaType };
      return askHttp(
        url,
        { method: 'PUT', headers, body },
        { bytes: () => largestErrorAnswer, ...line },
        client,
      );
    },
  };
}

function gettingBlob({ digest, size }: BlobReference): Question {
  const bytes = (status: number) => (status === 200 ? size : largestErrorAnswer);
  return {
    path: `/blobs/${digest}`,
    what: `the blob ${digest}`,
    async send({ url, authorization, client, ...line }) {
      const get = { url, headers: {}, authorization, leaves: true, bounds: { bytes, ...line } };
      const answer = await getFollowing(get, client);
      // Half a blob is asked for again like no answer at all; other bytes are a lie.
      if (answer.status === 200 && answer.body.length < size) throw otherLength(digest, answer.body, size);
      return answer;
    },
  };
}

/** One question about a repository, and how to send it. */
export interface Question<Answer extends HttpAnswer = HttpAnswer> {
  readonly path: string;
  /** How messages call what is asked for. */
  readonly what: string;
  readonly send: (line: Line) => Promise<Answer>;
  /** Where it takes longer than a question usually does. */
  readonly patience?: Patience;
}

/** What a question is sent with. */
export interface Line {
  readonly url: URL;
  readonly authorization: string;
  readonly ms: number;
  readonly signal: AbortSignal;
  readonly client: HttpClient;
}

function addressOf(repository: Repository, path: string, endpoint: string | undefined): URL {
  const host = registryHost(repository);
  const protocol = endpoint === undefined ? protocolOf(host) : new URL(endpoint).protocol;
  const url = new URL(`${protocol}//${host}/v2/${repository.name}${path}`);
  if (!isConfidential(url)) throw badRegistry(`${url.host} speaks no TLS, so the login is not sent there`);
  return url;
}

/** The login in use: taken once for all who want one at the same time, and renewed before it is over. */
function keepLogin(
  login: () => Promise<Credentials>,
  now: () => number,
): {
  current(): Promise<Credentials>;
  renew(): Promise<Credentials>;
} {
  let held: Promise<Credentials> | undefined;
  const renew = () => {
    const taking = login();
    held = taking;
    taking.catch(() => {
      if (held === taking) held = undefined;
    });
    return taking;
  };
  return {
    async current() {
      const credentials = await (held ?? renew());
      return credentials.expiresAt - now() < leastLoginMs ? renew() : credentials;
    },
    renew,
  };
}

/** What was read once: a blob never changes. The config of an image that is used again is looked at twice. */
function keepBlobs(): {
  get(digest: string): string | undefined;
  keep(digest: string, text: string): string;
} {
  const blobs = new Map<string, string>();
  return {
    get: (digest) => blobs.get(digest),
    keep(digest, text) {
      if (text.length <= largestKeptConfig && blobs.size < mostKeptConfigs) blobs.set(digest, text);
      return text;
    },
  };
}

interface Insistence {
  readonly what: string;
  readonly host: string;
  readonly signal: AbortSignal;
  readonly patience: Patience;
}

/** Asks until there is an answer that is no passing fault. Throws `registry-unreachable` and `registry-failed`. */
async function insist<Answer extends HttpAnswer>(
  { what, host, signal, patience }: Insistence,
  ask: (ms: number) => Promise<Answer>,
): Promise<Answer> {
  const deadline = Date.now() + patience.totalMs;
  for (const delayMs of [...retryDelaysMs, 0]) {
    signal.throwIfAborted();
    const left = Math.max(1, deadline - Date.now());
    const isLast = delayMs === 0 || left <= delayMs + patience.answerMs;
    try {
      const answer = await ask(Math.min(patience.answerMs, left));
      // 408 is what a server gives to a connection that was opened ahead and then waited too long.
      if (isLast || !([408, 429].includes(answer.status) || answer.status >= 500)) return answer;
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof SourceFailed) throw error.failure;
      if (error instanceof Refusal || error instanceof TooLong)
        throw badRegistry(`${what}: ${error.message}`);
      if (isLast) throw error instanceof ShipError ? error : unreachable(host, error);
    }
    await sleep(delayMs, undefined, { signal }).catch(() => undefined);
  }
  throw new Error('unreachable code: the last try returns or throws');
}

function otherLength(digest: string, body: Buffer, size: number): ShipError {
  return badRegistry(
    `the blob ${digest} has ${String(body.length)} bytes, and its manifest says ${String(size)}`,
  );
}

/** The bytes that were asked for and no others, as text. Throws `registry-failed`. */
function textOfBlob(body: Buffer, { digest, size }: BlobReference): string {
  const hash = `sha256:${createHash('sha256').update(body).digest('hex')}`;
  if (body.length !== size) throw otherLength(digest, body, size);
  if (hash !== digest) throw badRegistry(`what it gave for the blob ${digest} is ${hash}`);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    throw badRegistry(`the blob ${digest} is not UTF-8 text`);
  }
}

function headerOf(headers: HttpAnswer['headers'], name: string): string {
  const value = headers[name];
  return typeof value === 'string' ? value : '';
}
