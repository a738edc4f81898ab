import { largestConfig, largestErrorAnswer, largestKeptConfig, mostKeptConfigs } from '../../types/bounds.ts';
import { createHash } from 'node:crypto';
import type { BlobReference, PutOutcome } from '../../ports.ts';
import type { Credentials } from '../../types/credentials.ts';
import { parseDigest, type Digest } from '../../types/digest.ts';
import type { ShipError } from '../../types/errors.ts';
import { parseDenial } from '../../types/iam.ts';
import type { Repository, StoredManifest } from '../../types/image.ts';
import type { Tag } from '../../types/names.ts';
import { askHttp, type HttpAnswer } from '../http/http-answer.ts';
import { getFollowing } from '../http/redirects.ts';
import { registryAsker, type HttpMeans, type Question } from './registry-asker.ts';
import { badRegistry, firstError, isImmutable, refused } from './registry-errors.ts';

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

/** Asks a repository's registry: small blobs are read once, and what it refuses is an error of its own. */
export function registryHttp(means: HttpMeans): RegistryHttp {
  const ask = registryAsker(means);
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
      if (status < 400) throw badRegistry(`HTTP ${String(status)} is no answer to ${puttingOf(reference)}`);
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
    throw badRegistry(`the blob ${digest} is no text in UTF-8`);
  }
}

function headerOf(headers: HttpAnswer['headers'], name: string): string {
  const value = headers[name];
  return typeof value === 'string' ? value : '';
}
