import { largestErrorAnswer } from '../../types/bounds.ts';
import type { LoopbackFront, PutOutcome } from '../../ports.ts';
import type { Credentials } from '../../types/credentials.ts';
import { parseDigest, type Digest } from '../../types/digest.ts';
import type { Repository, StoredManifest } from '../../types/image.ts';
import type { Tag } from '../../types/names.ts';
import { askHttp, type HttpAnswer } from '../http/http-answer.ts';
import { configReader, type ConfigReader } from './config-reader.ts';
import { openFront } from './loopback-front.ts';
import { registryAsker, type HttpMeans, type Question, type RegistryAsker } from './registry-asker.ts';
import { badRegistry, firstError, isImmutable, refused } from './registry-errors.ts';

/** Requests to the registry's HTTP interface (OCI distribution specification). */
export interface RegistryHttp {
  /** Takes a new login, which is used from then on. */
  login(): Promise<Credentials>;
  /** Stores a manifest under a tag, or only under its digest. */
  putManifest(repository: Repository, reference: Tag | Digest, manifest: StoredManifest): Promise<PutOutcome>;
  readonly configs: ConfigReader;
  /** Opens some connections to a repository's registry, so that nobody has to wait for them later. */
  connectAhead(repository: Repository, count: number): void;
  /** Opens a front for an engine on the machine with this host name; undefined if the engine cannot reach one. */
  openFront(machine: string, repository: Repository): Promise<LoopbackFront | undefined>;
  /** Asks any other question about a repository. */
  readonly about: RegistryAsker['about'];
}

/** Talks to a repository's registry; each refusal is its own error. */
export function registryHttp(means: HttpMeans): RegistryHttp {
  const ask = registryAsker(means);
  return {
    login: () => ask.renew(),
    configs: configReader(ask.about),
    about: ask.about,
    openFront: (machine, repository) => openFront(machine, { ask, repository, signal: means.signal }),
    connectAhead: (repository, count) => {
      ask.connectAhead(repository, count);
    },

    async putManifest(repository, reference, manifest) {
      const { status, body, headers } = await ask.about(repository, puttingManifest(reference, manifest));
      if (status === 201) {
        const digest = parseDigest(headerOf(headers, 'docker-content-digest'));
        return { kind: 'set', digest: digest ?? manifest.digest };
      }
      // Something in between that answers everybody, such as a login page.
      if (status < 400)
        throw badRegistry(`HTTP ${String(status)} is not an answer to ${puttingOf(reference)}`);
      const error = firstError(body);
      if (isImmutable(error)) return { kind: 'immutable', detail: error.message };
      throw refused(doingOf(reference), { status, error, action: 'PutImage' }, repository);
    },
  };
}

/** The words after "did not let this run". */
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

function headerOf(headers: HttpAnswer['headers'], name: string): string {
  const value = headers[name];
  return typeof value === 'string' ? value : '';
}
