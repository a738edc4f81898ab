import type { Registry } from '../ports.ts';
import type { Credentials } from '../types/credentials.ts';
import type { RegistryTarget } from '../types/image.ts';
import { callerArn } from './caller.ts';
import { authorize, describeRepository } from './ecr-access.ts';
import { loadClient } from './ecr-client.ts';
import { describeImages, listTags, readManifests, readTagged, removeTag } from './ecr-images.ts';
import { readScanSettings } from './ecr-scan-settings.ts';
import { readScan, startScan } from './ecr-scans.ts';
import { registryHttp } from './registry-http.ts';

/**
 * A private registry through the AWS SDK and the registry's HTTP interface.
 * The SDK is the largest part of the bundle: loading begins here, so that it goes on while docker is being asked
 * about itself, and never where no registry is needed.
 */
export function ecrPrivate(target: RegistryTarget): Registry {
  const loading = loadClient(target);
  // Whoever uses the client first meets the failure, if there is one.
  loading.catch(() => undefined);
  const client = () => loading;
  const http = registryHttp();

  return {
    async authorize(): Promise<Credentials> {
      const credentials = await authorize(await client());
      http.useCredentials(credentials);
      return credentials;
    },
    callerArn: async () => callerArn(await client()),
    describeRepository: async (name) => describeRepository(await client(), name),
    readScanSettings: async (name) => readScanSettings(await client(), name),
    readManifests: async (name, digests) => readManifests(await client(), name, digests),
    readTagged: async (name, tags) => readTagged(await client(), name, tags),
    listTags: async (name) => listTags(await client(), name),
    describeImages: async (name, ids) => describeImages(await client(), name, ids),
    startScan: async (repository, digest) => startScan(await client(), { repository, digest }),
    readScan: async (repository, digest, page) => readScan(await client(), { repository, digest }, page),
    removeTag: async (name, tag) => removeTag(await client(), name, tag),
    readBlob: (repository, blob) => http.readBlob(repository, blob),
    putManifest: (repository, tag, manifest) => http.putManifest(repository, tag, manifest),
  };
}
