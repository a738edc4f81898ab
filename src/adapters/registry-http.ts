import { text } from 'node:stream/consumers';
import { HttpClient, type HttpClientResponse } from '@actions/http-client';
import type { PutOutcome } from '../ports.ts';
import type { Credentials } from '../types/credentials.ts';
import { parseDigest, type Digest } from '../types/digest.ts';
import { ShipError } from '../types/errors.ts';
import { deniedError, parseDenial } from '../types/iam.ts';
import { registryHost, type Repository, type StoredManifest } from '../types/image.ts';
import type { Tag } from '../types/names.ts';
import { clause, messageOf } from '../types/text.ts';

/** What is asked of the registry's HTTP interface (OCI distribution specification). */
export interface RegistryHttp {
  useCredentials(credentials: Credentials): void;
  putManifest(repository: Repository, tag: Tag, manifest: StoredManifest): Promise<PutOutcome>;
  readBlob(repository: Repository, digest: Digest): Promise<string | undefined>;
}

/** Waits between tries of a request that met throttling or a passing fault. */
const retryDelaysMs = [300, 900, 2700, 8100];

/** A config blob is a few kilobytes; what is larger is not one. */
const largestBlob = 4 * 1024 * 1024;

/**
 * Talks to a repository's registry, whose host is that of its URI, over connections that are kept. Goes through the job's proxy (HTTPS_PROXY, NO_PROXY).
 * Credentials are sent with every request, as ECR wants it; they are dropped when a blob redirects to another host.
 */
export function registryHttp(): RegistryHttp {
  let credentials: Credentials | undefined;
  const http = new HttpClient('ecr-ship', undefined, {
    keepAlive: true,
    allowRetries: false,
    socketTimeout: 60_000,
  });
  /** What was read once: a blob never changes. The config of an image that is used again is looked at twice. */
  const blobs = new Map<string, string>();

  async function request(
    repository: Repository,
    path: string,
    send: (url: string, authorization: string) => Promise<HttpClientResponse>,
  ): Promise<{ status: number; body: string; digest: Digest | undefined }> {
    if (credentials === undefined) throw new Error('the registry was asked before the run had logged in');
    const authorization = `Basic ${credentials.basic}`;
    const host = registryHost(repository);
    const url = `${new URL(credentials.endpoint).protocol}//${host}/v2/${repository.name}${path}`;
    for (const delayMs of [...retryDelaysMs, undefined]) {
      try {
        const response = await send(url, authorization);
        const status = response.message.statusCode ?? 0;
        // Not the client's own reader: that one waits for ever where the connection breaks in the middle.
        const body = await text(response.message);
        if (delayMs === undefined || !(status === 429 || status >= 500)) {
          return { status, body, digest: parseDigest(headerOf(response, 'docker-content-digest')) };
        }
      } catch (error) {
        if (delayMs === undefined) throw unreachable(host, error);
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
      const { status, body, digest } = await request(repository, `/manifests/${tag}`, (url, authorization) =>
        http.request('PUT', url, manifest.body, { authorization, 'content-type': manifest.mediaType }),
      );
      if (status >= 200 && status < 300) return { kind: 'set', digest: digest ?? manifest.digest };
      const error = firstError(body);
      if (isImmutable(error)) return { kind: 'immutable', detail: error.message };
      throw refused(`set the tag ${tag}`, status, error, repository, 'ecr:PutImage');
    },

    async readBlob(repository, digest) {
      const known = blobs.get(digest);
      if (known !== undefined) return known;
      const { status, body } = await request(repository, `/blobs/${digest}`, (url, authorization) =>
        http.get(url, { authorization }),
      );
      if (status === 200 && body.length <= largestBlob) {
        blobs.set(digest, body);
        return body;
      }
      const error = firstError(body);
      if (status === 401 || (status === 403 && parseDenial(error.message) === undefined)) {
        throw refused('read an image config', status, error, repository, 'ecr:GetDownloadUrlForLayer');
      }
      return undefined;
    },
  };
}

interface RegistryError {
  readonly code: string;
  readonly message: string;
}

/**
 * Two generations of ECR's words for the same refusal (the code is TAG_INVALID in both), and the names of the API's
 * exceptions. None of them tells whether the tag names this very image: whoever gets this answer compares digests.
 * Source: collected answers of ECR, 2019 to 2026; see docs/facts.md.
 */
function isImmutable({ message }: RegistryError): boolean {
  return (
    /cannot be overwritten because the (?:repository|tag) is immutable/.test(message) ||
    /\bImage(?:Tag)?AlreadyExistsException\b/.test(message)
  );
}

/** Source: OCI distribution specification, "Error codes". */
function firstError(body: string): RegistryError {
  try {
    const { errors } = JSON.parse(body) as { errors?: { code?: string; message?: string }[] };
    return { code: errors?.[0]?.code ?? '', message: errors?.[0]?.message ?? body };
  } catch {
    return { code: '', message: body };
  }
}

function refused(
  doing: string,
  status: number,
  error: RegistryError,
  repository: Repository,
  action: string,
): ShipError {
  const denial = parseDenial(error.message);
  if (denial !== undefined)
    return deniedError(denial.action, denial.principal, denial.resource ?? repository.arn, error.message);
  return new ShipError({
    code: 'registry-failed',
    what: `The registry did not let this run ${doing} (HTTP ${String(status)}: ${clause(error.message)}).`,
    next:
      status === 403 ? `Grant ${action} on the repository to the role of this job.` : 'Run the job again.',
  });
}

function unreachable(host: string, cause: unknown): ShipError {
  return new ShipError({
    code: 'registry-unreachable',
    what: `The registry ${host} cannot be reached (${clause(messageOf(cause))}).`,
    next: 'Check the network and proxy settings of the runner.',
    cause,
  });
}

function headerOf(response: HttpClientResponse, name: string): string {
  const value = response.message.headers[name];
  return typeof value === 'string' ? value : '';
}
