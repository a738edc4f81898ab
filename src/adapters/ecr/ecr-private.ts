import type { Opening, Registry, Scanner } from '../../ports.ts';
import type { RegistryPlace, Repository } from '../../types/image.ts';
import type { RepositoryName } from '../../types/names.ts';
import { callerArn } from '../aws/caller.ts';
import { authorize, describeRepository } from './ecr-access.ts';
import { restoreImage } from './ecr-archive.ts';
import { loadClient, type Client, type Ways } from './ecr-client.ts';
import {
  countReferrers,
  describeImages,
  listImages,
  listTags,
  readManifests,
  readTagged,
  removeTag,
} from './ecr-images.ts';
import { readPosture } from './ecr-posture.ts';
import { readReplicas, readReplication } from './ecr-replication.ts';
import { readScanSettings } from './ecr-scan-settings.ts';
import { readScan, startScan } from './ecr-scans.ts';
import { connections, type SayAccount } from '../registry/registry-lines.ts';
import { registryHttp } from '../registry/registry-http.ts';
import { commonPorts, onItsWay, openingOf, type Lines } from './repository-ports.ts';

/**
 * A private registry through the AWS SDK and the registry's HTTP interface. The SDK is the largest part of the
 * bundle: it begins to load here, while docker builds, and never loads in runs that need no registry. Each registry
 * is connected to once, however often it is asked for.
 * @param signal the end of the run, after which no more calls are made
 * @param ways the roles that can be assumed, and the agents for requests; by default no roles and new agents
 */
export function ecrPrivate(signal: AbortSignal, ways: Ways = {}): (target: RegistryPlace) => Registry {
  return connections((target, sayAccount) => connectTo(target, { signal, sayAccount, ways }));
}

interface Around {
  readonly signal: AbortSignal;
  readonly sayAccount: SayAccount;
  readonly ways: Ways;
}

function connectTo(target: RegistryPlace, { signal, sayAccount, ways }: Around): Registry {
  const { client, now } = onItsWay(loadClient(target, signal, ways));
  const http = registryHttp({ login: async () => authorize(await client()), now, signal });
  const lines = { client, http, now, signal, sayAccount };
  return {
    login: () => http.login(),
    callerArn: async () => {
      const { sdk, session } = await client();
      if (session !== undefined) return session.arn();
      return callerArn(new sdk.ECRClient({ region: target.region }).config, target.region);
    },
    open: (name) => openRepository(name, lines),
  };
}

interface OwnLines extends Lines<Client> {
  readonly sayAccount: SayAccount;
}

function openRepository(name: RepositoryName, { client, sayAccount, ...line }: OwnLines): Opening {
  const { described, ports, manifests, setTag, creation } = commonPorts(async () => {
    const repository = await describeRepository(await client(), name);
    sayAccount(repository.registryId);
    return repository;
  }, line);
  return openingOf(
    {
      ...ports,
      manifests: { ...manifests, read: async (digests) => readManifests(await client(), name, digests) },
      images: {
        describe: async (ids) => describeImages(await client(), name, ids),
        async *list() {
          yield* listImages(await client(), name);
        },
      },
      referrers: { count: async (digest) => countReferrers(await client(), name, digest) },
      tags: {
        read: async (tags) => readTagged(await client(), name, tags),
        list: async () => listTags(await client(), name),
        set: setTag,
        remove: async (tag) => removeTag(await client(), name, tag),
      },
      scanner: scannerOf(name, client, described),
      creation: creation(async (settings) => {
        const { createRepository } = await import('./ecr-create.ts');
        return createRepository(await client(), name, settings);
      }),
      posture: { read: async () => readPosture(await client(), name) },
      archive: { restore: async (digest) => restoreImage(await client(), name, digest) },
      replication: {
        replicas: async () => readReplicas(await client(), await described()),
        status: async (digest) => readReplication(await client(), { name }, digest),
      },
    },
    described,
  );
}

function scannerOf(
  name: RepositoryName,
  client: () => Promise<Client>,
  described: () => Promise<Repository>,
): Scanner {
  return {
    settings: async () => readScanSettings(await client(), name),
    start: async (digest, withinMs) =>
      startScan(await client(), { repository: await described(), digest }, withinMs),
    read: async (digest, page) => readScan(await client(), { repository: await described(), digest }, page),
  };
}
