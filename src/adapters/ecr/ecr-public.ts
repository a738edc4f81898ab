import type { Opening, Registry } from '../../ports.ts';
import { eachAtOnce } from '../../publish/at-once.ts';
import type { RegistryPlace } from '../../types/image.ts';
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
import { connections } from '../registry/registry-lines.ts';
import type { Sessions } from '../aws/session.ts';
import { registryHttp } from '../registry/registry-http.ts';
import { readManifest } from '../registry/registry-manifests.ts';
import { commonPorts, onItsWay, openingOf, type Lines } from './repository-ports.ts';

/** ECR Public allows ten pulls per second and caller. Source: ECR Public user guide, "Service quotas". */
const readsAtOnce = 4;

/**
 * A registry of ECR Public through the AWS SDK and the registry's HTTP interface. It has no scanner, and its API
 * returns no manifests: these come from the registry, as when somebody pulls.
 * @param signal the end of the run, after which no more calls are made
 * @param sessions the roles that can be assumed; by default none
 */
export function ecrPublic(signal: AbortSignal, sessions?: Sessions): (place: RegistryPlace) => Registry {
  return connections((place) => connectTo(place, signal, sessions));
}

function connectTo(place: RegistryPlace, signal: AbortSignal, sessions?: Sessions): Registry {
  const { client, now } = onItsWay(loadPublicClient(place, signal, sessions));
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

function openRepository(name: RepositoryName, { client, ...line }: Lines<PublicClient>): Opening {
  const { http } = line;
  const { described, ports, manifests, setTag, creation } = commonPorts(
    async () => describePublicRepository(await client(), name),
    line,
  );
  return openingOf(
    {
      ...ports,
      manifests: {
        ...manifests,
        async read(digests) {
          const repository = await described();
          const found = await eachAtOnce(readsAtOnce, digests, (digest) =>
            readManifest(http, repository, digest),
          );
          return found.filter((manifest) => manifest !== undefined);
        },
      },
      images: {
        describe: async (ids) => describePublicImages(await client(), name, ids),
        async *list() {
          yield* listPublicImages(await client(), name);
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
        set: setTag,
        remove: async (tag) => removePublicTag(await client(), name, tag),
      },
      creation: creation(async (settings) => {
        const { createPublicRepository } = await import('./ecr-public-create.ts');
        return createPublicRepository(await client(), name, settings);
      }),
    },
    described,
  );
}
