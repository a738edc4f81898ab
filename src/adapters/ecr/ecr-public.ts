import type { Opening, OpenRepository, Registry, RepositoryPorts } from '../../ports.ts';
import { eachAtOnce } from '../../publish/at-once.ts';
import type { RegistryPlace, Repository } from '../../types/image.ts';
import type { RepositoryName } from '../../types/names.ts';
import { callerArn } from '../aws/caller.ts';
import { authorizePublic, describePublicRepository, publicHost } from './ecr-public-access.ts';
import { loadPublicClient, type PublicClient } from './ecr-public-client.ts';
import {
  describePublicImages,
  listPublicImages,
  listPublicTags,
  removePublicTag,
} from './ecr-public-images.ts';
import { connections, once, timeOf } from '../registry/registry-lines.ts';
import { registryBlobs } from '../registry/registry-blobs.ts';
import type { Sessions } from '../aws/session.ts';
import { registryHttp, type RegistryHttp } from '../registry/registry-http.ts';
import { readManifest, writeManifest } from '../registry/registry-manifests.ts';

/** Where a repository is asked: the API, which the SDK loads for, and the registry's HTTP interface. */
interface Lines {
  readonly client: () => Promise<PublicClient>;
  readonly http: RegistryHttp;
  readonly now: () => number;
  readonly signal: AbortSignal;
}

/** ECR Public lets a caller pull ten times a second. Source: ECR Public user guide, "Service quotas". */
const readsAtOnce = 4;

/**
 * A registry of ECR Public through the AWS SDK and the registry's HTTP interface. It has no scanner, and its API gives no
 * manifests: these come from the registry, as whoever pulls gets them.
 * @param signal the end of the run, after which nothing is asked any more
 * @param sessions the roles that can be taken on; without them there is none
 */
export function ecrPublic(signal: AbortSignal, sessions?: Sessions): (place: RegistryPlace) => Registry {
  return connections((place) => connectTo(place, signal, sessions));
}

function connectTo(place: RegistryPlace, signal: AbortSignal, sessions?: Sessions): Registry {
  const loading = loadPublicClient(place, signal, sessions);
  // Whoever uses the client first meets the failure, if there is one.
  loading.catch(() => undefined);
  const client = () => loading;
  const now = timeOf(loading);
  const login = async () => authorizePublic(await client());
  const http = registryHttp({ login, scheme: 'Bearer', now, signal });
  const lines = { client, http, now, signal };
  return {
    login: () => http.login(),
    callerArn: async () => {
      const { sdk, session } = await client();
      if (session !== undefined) return session.arn();
      return callerArn(new sdk.ECRPUBLICClient({ region: place.region }).config, place.region);
    },
    ownHost: async () => publicHost(await client()),
    open: (name) => openRepository(name, lines),
  };
}

function openRepository(name: RepositoryName, { client, http, now, signal }: Lines): Opening {
  const { ask: described, forget } = once(async (): Promise<Repository> =>
    describePublicRepository(await client(), name),
  );
  const ports: RepositoryPorts = {
    now,
    connectAhead(count) {
      described()
        .then((repository) => {
          http.connectAhead(repository, count);
        })
        .catch(() => undefined);
    },
    manifests: {
      async read(digests) {
        const repository = await described();
        const found = await eachAtOnce(readsAtOnce, digests, (digest) =>
          readManifest(http, repository, digest),
        );
        return found.filter((manifest) => manifest !== undefined);
      },
      readBlob: async (blob) => http.readBlob(await described(), blob),
      write: async (manifest) => writeManifest(http, await described(), manifest),
    },
    blobs: registryBlobs(http, described, signal),
    images: {
      describe: async (ids) => describePublicImages(await client(), name, ids),
      async *list() {
        yield* listPublicImages(await client(), name);
      },
    },
    creation: {
      async create(settings) {
        const { createPublicRepository } = await import('./ecr-public-create.ts');
        const outcome = await createPublicRepository(await client(), name, settings);
        forget();
        return outcome;
      },
    },
    tags: {
      async read(tags) {
        const repository = await described();
        const found = await eachAtOnce(readsAtOnce, tags, async (tag) => {
          const manifest = await readManifest(http, repository, tag);
          return manifest === undefined ? [] : [[tag, manifest] as const];
        });
        return new Map(found.flat());
      },
      list: async () => listPublicTags(await client(), name),
      set: async (tag, manifest) => http.putManifest(await described(), tag, manifest),
      remove: async (tag) => removePublicTag(await client(), name, tag),
    },
  };
  return { ...ports, opened: async (): Promise<OpenRepository> => ({ ...(await described()), ...ports }) };
}
