import { createHash } from 'node:crypto';
import { HttpClient } from '@actions/http-client';
import type { BlobReference, PutOutcome } from '../ports.ts';
import type { Credentials } from '../types/credentials.ts';
import { parseDigest } from '../types/digest.ts';
import { parseDenial } from '../types/iam.ts';
import { registryHost, type Repository, type StoredManifest } from '../types/image.ts';
import type { Tag } from '../types/names.ts';
import { Refusal } from '../types/refusal.ts';
import { askHttp, TooLong, type HttpAnswer } from './http-answer.ts';
import { getFollowing, isConfidential } from './redirects.ts';
import { badRegistry, firstError, isImmutable, refused, unreachable } from './registry-errors.ts';

/** What is asked of the registry's HTTP interface (OCI distribution specification). */
export interface RegistryHttp {
  useCredentials(credentials: Credentials): void;
  putManifest(repository: Repository, tag: Tag, manifest: StoredManifest): Promise<PutOutcome>;
  readBlob(repository: Repository, blob: BlobReference): Promise<string | undefined>;
}

/** How long one answer may take, its body included, and a question with all its tries; in milliseconds. */
export interface Patience {
  readonly answerMs: number;
  readonly totalMs: number;
}

/** Far beyond what ECR takes for a manifest or a config; three answers that take longer are a fault that stays. */
const usualPatience: Patience = { answerMs: 20_000, totalMs: 60_000 };

/** Waits between tries of a request that met throttling or a passing fault. */
const retryDelaysMs = [300, 900, 2700, 8100];

/** A config is a few kilobytes, a few hundred with BuildKit's inline cache; what is larger than this is not one. */
const largestBlob = 4 * 1024 * 1024;

/** An answer that is no blob is an error of a few lines, or nothing. */
const largestOther = 64 * 1024;

/** What is remembered of blobs stays small, however many configs a hostile index has. */
const largestKept = 64 * 1024;
const mostKept = 64;

/**
 * Talks to a repository's registry, whose host is that of its URI, over connections that are kept. Goes through the job's
 * proxy (HTTPS_PROXY, NO_PROXY). Credentials are sent with every request, as ECR wants it, and nowhere but to the
 * registry's own scheme, host and port; only the GET of a blob follows redirects.
 */
export function registryHttp(patience: Patience = usualPatience): RegistryHttp {
  let credentials: Credentials | undefined;
  const client = new HttpClient('ecr-ship', undefined, { keepAlive: true });
  /** What was read once: a blob never changes. The config of an image that is used again is looked at twice. */
  const blobs = new Map<string, string>();

  function address(repository: Repository, path: string): { url: URL; authorization: string } {
    if (credentials === undefined) throw new Error('the registry was asked before the run had logged in');
    const { protocol } = new URL(credentials.endpoint);
    const url = new URL(`${protocol}//${registryHost(repository)}/v2/${repository.name}${path}`);
    if (!isConfidential(url)) throw badRegistry(`${url.host} speaks no TLS, so the login is not sent there`);
    return { url, authorization: `Basic ${credentials.basic}` };
  }

  /** Asks until there is an answer that is no passing fault. Throws `registry-unreachable` and `registry-failed`. */
  async function insist(
    what: string,
    host: string,
    ask: (ms: number) => Promise<HttpAnswer>,
  ): Promise<HttpAnswer> {
    const deadline = Date.now() + patience.totalMs;
    for (const delayMs of [...retryDelaysMs, 0]) {
      const left = Math.max(1, deadline - Date.now());
      const isLast = delayMs === 0 || left <= delayMs + patience.answerMs;
      try {
        const answer = await ask(Math.min(patience.answerMs, left));
        if (isLast || !(answer.status === 429 || answer.status >= 500)) return answer;
      } catch (error) {
        if (error instanceof Refusal || error instanceof TooLong)
          throw badRegistry(`${what}: ${error.message}`);
        if (isLast) throw unreachable(host, error);
      }
      await new Promise((resolve) => setTimeout(resolve, delayMs));
    }
    throw new Error('unreachable code: the last try returns or throws');
  }

  return {
    useCredentials(given) {
      credentials = given;
    },

    async putManifest(repository, tag, manifest) {
      const { url, authorization } = address(repository, `/manifests/${tag}`);
      const headers = { authorization, 'content-type': manifest.mediaType };
      const question = { method: 'PUT', headers, body: manifest.body } as const;
      const {
        status,
        body,
        headers: said,
      } = await insist(`the answer about the tag ${tag}`, url.host, (ms) =>
        askHttp(url, question, { bytes: () => largestOther, ms }, client),
      );
      if (status >= 200 && status < 300) {
        const digest = parseDigest(headerOf(said, 'docker-content-digest'));
        return { kind: 'set', digest: digest ?? manifest.digest };
      }
      const error = firstError(body);
      if (isImmutable(error)) return { kind: 'immutable', detail: error.message };
      throw refused({ doing: `set the tag ${tag}`, action: 'ecr:PutImage', status, error }, repository);
    },

    async readBlob(repository, { digest, size }) {
      const known = blobs.get(digest);
      if (known !== undefined) return known;
      if (size > largestBlob)
        throw badRegistry(
          `the blob ${digest} is to have ${String(size)} bytes, and a config of more than ${String(largestBlob)} is not read`,
        );
      const { url, authorization } = address(repository, `/blobs/${digest}`);
      const bytes = (status: number) => (status === 200 ? size : largestOther);
      const answer = await insist(`the blob ${digest}`, url.host, (ms) =>
        getFollowing({ url, headers: {}, authorization, leaves: true, bounds: { bytes, ms } }, client),
      );
      if (answer.status === 200) {
        const text = textOfBlob(answer.body, { digest, size });
        if (size <= largestKept && blobs.size < mostKept) blobs.set(digest, text);
        return text;
      }
      const error = firstError(answer.body);
      if (answer.status === 403 && parseDenial(error.message) !== undefined) return undefined;
      throw refused(
        { doing: 'read an image config', action: 'ecr:GetDownloadUrlForLayer', status: answer.status, error },
        repository,
      );
    },
  };
}

/** The bytes that were asked for and no others, as text. Throws `registry-failed`. */
function textOfBlob(body: Buffer, { digest, size }: BlobReference): string {
  const hash = `sha256:${createHash('sha256').update(body).digest('hex')}`;
  if (body.length !== size)
    throw badRegistry(
      `the blob ${digest} has ${String(body.length)} bytes, and its manifest says ${String(size)}`,
    );
  if (hash !== digest) throw badRegistry(`what it gave for the blob ${digest} is ${hash}`);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    throw badRegistry(`the blob ${digest} is no text in UTF-8`);
  }
}

function headerOf(headers: HttpAnswer['headers'], name: string): string {
  const value = headers[name];
  return typeof value === 'string' ? value : '';
}
