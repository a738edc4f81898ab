import { createHash } from 'node:crypto';
import type { BlobReference } from '../../ports.ts';
import { largestConfig, largestErrorAnswer, largestKeptConfig, mostKeptConfigs } from '../../types/bounds.ts';
import type { Digest } from '../../types/digest.ts';
import type { ShipError } from '../../types/errors.ts';
import { parseDenial } from '../../types/iam.ts';
import type { Repository } from '../../types/image.ts';
import { getFollowing } from '../http/redirects.ts';
import { badRegistry, firstError, refused } from './registry-errors.ts';
import type { Question, RegistryAsker } from './registry-asker.ts';

/** Reads small blobs of a registry: the configs of images. */
export interface ConfigReader {
  /** The text of a blob, whose digest and length are checked; undefined if this role may not read blobs. */
  read(repository: Repository, blob: BlobReference): Promise<string | undefined>;
  /** Requests a blob that is most likely there already, once, so that nobody has to wait for it later. Never fails. */
  readAhead(repository: Repository, digest: Digest): void;
}

/** Nobody waits longer for an early request than for one that is made when it is needed. In milliseconds. */
const aheadPatience = { answerMs: 3_000, totalMs: 3_000 };

export function configReader(about: RegistryAsker['about']): ConfigReader {
  const kept = keepBlobs();
  const ahead = new Map<Digest, Promise<Buffer | undefined>>();
  return {
    readAhead(repository, digest) {
      const asking = about(repository, { ...gettingBlob(digest), patience: aheadPatience }).then(
        ({ status, body }) => (status === 200 && hashOf(body) === digest ? body : undefined),
        () => undefined,
      );
      ahead.set(digest, asking);
    },

    async read(repository, blob) {
      const { digest, size } = blob;
      const known = kept.get(digest);
      if (known !== undefined) return known;
      if (size > largestConfig)
        throw badRegistry(
          `the blob ${digest} is to have ${String(size)} bytes, and a config of more than ${String(largestConfig)} is not read`,
        );
      const early = await ahead.get(digest);
      if (early !== undefined) return kept.keep(digest, textOfBlob(early, blob));
      const { status, body } = await about(repository, gettingBlob(digest, size));
      if (status === 200) return kept.keep(digest, textOfBlob(body, blob));
      const error = firstError(body);
      if (status === 403 && parseDenial(error.message) !== undefined) return undefined;
      const action = 'GetDownloadUrlForLayer';
      throw refused('read an image config', { status, error, action }, repository);
    },
  };
}

/** @param size undefined if the manifest that gives it is not there yet */
function gettingBlob(digest: Digest, size?: number): Question {
  const bytes = (status: number) => (status === 200 ? (size ?? largestConfig) : largestErrorAnswer);
  return {
    path: `/blobs/${digest}`,
    what: `the blob ${digest}`,
    async send({ url, authorization, client, ...line }) {
      const get = { url, headers: {}, authorization, leaves: true, bounds: { bytes, ...line } };
      const answer = await getFollowing(get, client);
      // Half a blob is treated like no answer, and requested again; other bytes are an error.
      const isHalf = answer.status === 200 && size !== undefined && answer.body.length < size;
      if (isHalf) throw otherLength(digest, answer.body, size);
      return answer;
    },
  };
}

/** Keeps what was read, because a blob never changes, and the config of a reused image is needed twice. */
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

function hashOf(body: Buffer): string {
  return `sha256:${createHash('sha256').update(body).digest('hex')}`;
}

/** The text of exactly the requested bytes. Throws `registry-failed`. */
function textOfBlob(body: Buffer, { digest, size }: BlobReference): string {
  if (body.length !== size) throw otherLength(digest, body, size);
  const hash = hashOf(body);
  if (hash !== digest) throw badRegistry(`what it gave for the blob ${digest} is ${hash}`);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    throw badRegistry(`the blob ${digest} is not UTF-8 text`);
  }
}
