import type { Blobs, Creation, Manifests, Opening, RepositoryPorts, Tags } from '../../ports.ts';
import type { Repository } from '../../types/image.ts';
import type { RegistryTime } from '../http/registry-time.ts';
import { registryBlobs } from '../registry/registry-blobs.ts';
import type { RegistryHttp } from '../registry/registry-http.ts';
import { once, timeOf } from '../registry/registry-lines.ts';
import { writeManifest } from '../registry/registry-manifests.ts';

/** The connections for a repository: to the API, for which the SDK has to load, and to the registry's HTTP interface. */
export interface Lines<Client> {
  readonly client: () => Promise<Client>;
  readonly http: RegistryHttp;
  readonly now: () => number;
  readonly signal: AbortSignal;
}

/** A client that is still loading. A failure is thrown at its first use. */
export function onItsWay<Client extends { readonly time: RegistryTime }>(
  loading: Promise<Client>,
): Pick<Lines<Client>, 'client' | 'now'> {
  loading.catch(() => undefined);
  return { client: () => loading, now: timeOf(loading) };
}

/** What both kinds of ECR do in the same way, over the registry's HTTP interface. */
interface CommonPorts {
  /** The registry's description of the repository, which is requested once. */
  readonly described: () => Promise<Repository>;
  readonly ports: Pick<RepositoryPorts, 'now' | 'connectAhead' | 'openFront'> & { readonly blobs: Blobs };
  readonly manifests: Pick<Manifests, 'readBlob' | 'readAhead' | 'write'>;
  readonly setTag: Tags['set'];
  /** @param create creates the repository, which is then described anew */
  readonly creation: (create: Creation['create']) => Creation;
}

/**
 * The ports of a repository that use its registry's HTTP interface.
 * @param describe requests the registry's description of it
 */
export function commonPorts(
  describe: () => Promise<Repository>,
  { http, now, signal }: Omit<Lines<unknown>, 'client'>,
): CommonPorts {
  const { ask: described, forget } = once(describe);
  return {
    described,
    ports: {
      now,
      connectAhead(count) {
        described()
          .then((repository) => {
            http.connectAhead(repository, count);
          })
          .catch(() => undefined);
      },
      openFront: (machine) =>
        described()
          .then((repository) => http.openFront(machine, repository))
          .catch(() => undefined),
      blobs: registryBlobs(http, described, signal),
    },
    manifests: {
      readAhead(digest) {
        described()
          .then((repository) => {
            http.configs.readAhead(repository, digest);
          })
          .catch(() => undefined);
      },
      readBlob: async (blob) => http.configs.read(await described(), blob),
      write: async (manifest) => writeManifest(http, await described(), manifest),
    },
    setTag: async (tag, manifest) => http.putManifest(await described(), tag, manifest),
    creation: (create) => ({
      async create(settings) {
        const outcome = await create(settings);
        forget();
        return outcome;
      },
    }),
  };
}

/** A handle on a repository that is described on request. */
export function openingOf(ports: RepositoryPorts, described: () => Promise<Repository>): Opening {
  return { ...ports, opened: async () => ({ ...(await described()), ...ports }) };
}
