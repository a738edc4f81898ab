import { createHash } from 'node:crypto';
import type * as Sdk from '@aws-sdk/client-ecr';
import { manifestMediaTypes } from '../publish/manifest.ts';
import type { ImageFacts, ImageId, Registry, RegistryTarget } from '../ports.ts';
import type { Credentials } from '../types/credentials.ts';
import { parseDigest, type Digest } from '../types/digest.ts';
import { ShipError } from '../types/errors.ts';
import type { Repository, StoredManifest } from '../types/image.ts';
import { parseAccountId, type RepositoryName, type Tag } from '../types/names.ts';
import type { ScanAnswer, ScanPage, ScanSettings, ScanStart } from '../types/scan.ts';
import { translateAwsError } from './aws-errors.ts';
import { fromBasic, fromEnhanced } from './ecr-findings.ts';
import { proxyAwareAgents } from './proxy.ts';
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
    describeRepository: async (name) => describeRepository(await client(), name),
    readScanSettings: async (name) => readScanSettings(await client(), name),
    readManifests: async (name, digests) => readManifests(await client(), name, digests),
    describeImages: async (name, ids) => describeImages(await client(), name, ids),
    startScan: async (name, digest) => startScan(await client(), name, digest),
    readScan: async (name, digest, nextToken) => readScan(await client(), name, digest, nextToken),
    removeTag: async (name, tag) => removeTag(await client(), name, tag),
    readBlob: (repository, digest) => http.readBlob(repository, digest),
    putManifest: (repository, tag, manifest) => http.putManifest(repository, tag, manifest),
  };
}

/** The loaded SDK, and one way to call it that translates every error. */
interface Client {
  readonly sdk: typeof Sdk;
  readonly target: RegistryTarget;
  /** Sends a command; `once` switches the SDK's retries off. */
  send<Output>(
    action: string,
    repository: RepositoryName | undefined,
    call: (client: Sdk.ECRClient) => Promise<Output>,
    options?: { readonly once: boolean },
  ): Promise<Output>;
}

async function loadClient(target: RegistryTarget): Promise<Client> {
  const sdk = await import('@aws-sdk/client-ecr');
  const requestHandler = proxyAwareAgents();
  const patient = new sdk.ECRClient({ region: target.region, requestHandler, maxAttempts: 5 });
  // The SDK counts LimitExceededException as throttling and sends it again; for StartImageScan it is an answer.
  const once = new sdk.ECRClient({ region: target.region, requestHandler, maxAttempts: 1 });
  return {
    sdk,
    target,
    async send(action, repository, call, options) {
      try {
        return await call(options?.once === true ? once : patient);
      } catch (error) {
        if (isAnswer(sdk, error)) throw error;
        throw translateAwsError(error, {
          action: `ecr:${action}`,
          region: target.region,
          registryId: target.registryId,
          ...(repository !== undefined && { repository }),
        });
      }
    },
  };
}

/** Exceptions that tell the caller something rather than stop the run. */
function isAnswer(sdk: typeof Sdk, error: unknown): boolean {
  return (
    error instanceof sdk.ScanNotFoundException ||
    error instanceof sdk.ImageNotFoundException ||
    error instanceof sdk.LimitExceededException ||
    error instanceof sdk.UnsupportedImageTypeException ||
    error instanceof sdk.ImageArchivedException ||
    error instanceof sdk.ValidationException
  );
}

async function authorize({ sdk, send }: Client): Promise<Credentials> {
  const answer = await send('GetAuthorizationToken', undefined, (client) =>
    client.send(new sdk.GetAuthorizationTokenCommand({})),
  );
  const [data] = answer.authorizationData ?? [];
  const decoded = Buffer.from(data?.authorizationToken ?? '', 'base64').toString('utf8');
  const colon = decoded.indexOf(':');
  if (data?.proxyEndpoint === undefined || colon < 0)
    throw badAnswer('GetAuthorizationToken', 'no token for a registry');
  return {
    host: new URL(data.proxyEndpoint).host,
    endpoint: data.proxyEndpoint,
    username: decoded.slice(0, colon),
    password: decoded.slice(colon + 1),
    expiresAt: data.expiresAt?.getTime() ?? 0,
  };
}

async function describeRepository({ sdk, send, target }: Client, name: RepositoryName): Promise<Repository> {
  const answer = await send('DescribeRepositories', name, (client) =>
    client.send(new sdk.DescribeRepositoriesCommand({ ...registryOf(target), repositoryNames: [name] })),
  );
  const [found] = answer.repositories ?? [];
  const registryId = parseAccountId(found?.registryId ?? '');
  if (found?.repositoryUri === undefined || found.repositoryArn === undefined || registryId === undefined) {
    throw badAnswer('DescribeRepositories', 'a repository without URI, ARN or account');
  }
  return {
    name,
    uri: found.repositoryUri,
    arn: found.repositoryArn,
    registryId,
    mutability: {
      default: found.imageTagMutability?.startsWith('IMMUTABLE') === true ? 'immutable' : 'mutable',
      exceptFilters: (found.imageTagMutabilityExclusionFilters ?? []).map((filter) => filter.filter ?? ''),
    },
  };
}

async function readScanSettings({ sdk, send, target }: Client, name: RepositoryName): Promise<ScanSettings> {
  try {
    const [registry, repository] = await Promise.all([
      send('GetRegistryScanningConfiguration', undefined, (client) =>
        client.send(new sdk.GetRegistryScanningConfigurationCommand({})),
      ),
      send('BatchGetRepositoryScanningConfiguration', name, (client) =>
        client.send(new sdk.BatchGetRepositoryScanningConfigurationCommand({ repositoryNames: [name] })),
      ),
    ]);
    // Neither call takes a registry id: they speak of the caller's own registry.
    if (target.registryId !== undefined && target.registryId !== registry.registryId) {
      return learnFromAnswers(
        `The scanning configuration of account ${target.registryId} can only be read from within it`,
      );
    }
    const frequency = repository.scanningConfigurations?.[0]?.scanFrequency;
    return {
      scanner: registry.scanningConfiguration?.scanType === 'ENHANCED' ? 'enhanced' : 'basic',
      startsByItself: frequency === undefined ? 'unknown' : frequency !== 'MANUAL',
    };
  } catch (error) {
    if (!(error instanceof ShipError) || error.code !== 'access-denied') throw error;
    return learnFromAnswers(`The scanning configuration cannot be read: ${error.what.replace(/\.$/, '')}`);
  }
}

function learnFromAnswers(why: string): ScanSettings {
  return {
    scanner: 'unknown',
    startsByItself: 'unknown',
    notice: `${why}; the scan is judged by what the registry answers.`,
  };
}

async function readManifests(
  { sdk, send, target }: Client,
  name: RepositoryName,
  digests: readonly Digest[],
): Promise<StoredManifest[]> {
  const found: StoredManifest[] = [];
  // BatchGetImage takes 1 to 100 identifiers.
  for (let start = 0; start < digests.length; start += 100) {
    const answer = await send('BatchGetImage', name, (client) =>
      client.send(
        new sdk.BatchGetImageCommand({
          ...registryOf(target),
          repositoryName: name,
          imageIds: digests.slice(start, start + 100).map((imageDigest) => ({ imageDigest })),
          acceptedMediaTypes: [...manifestMediaTypes],
        }),
      ),
    );
    for (const image of answer.images ?? []) found.push(storedManifest(image));
  }
  return found;
}

/** Trusts no answer: the digest is computed from the bytes. */
function storedManifest(image: Sdk.Image): StoredManifest {
  const body = image.imageManifest ?? '';
  const digest = parseDigest(`sha256:${createHash('sha256').update(body).digest('hex')}`);
  if (digest === undefined || digest !== image.imageId?.imageDigest) {
    throw badAnswer(
      'BatchGetImage',
      `a manifest whose bytes are not those of ${image.imageId?.imageDigest ?? 'its digest'}`,
    );
  }
  return { digest, mediaType: image.imageManifestMediaType ?? mediaTypeOf(body), body };
}

function mediaTypeOf(body: string): string {
  const { mediaType } = JSON.parse(body) as { mediaType?: string };
  return mediaType ?? manifestMediaTypes[0];
}

async function describeImages(
  { sdk, send, target }: Client,
  name: RepositoryName,
  ids: readonly ImageId[],
): Promise<ImageFacts[]> {
  try {
    const answer = await send('DescribeImages', name, (client) =>
      client.send(
        new sdk.DescribeImagesCommand({
          ...registryOf(target),
          repositoryName: name,
          imageIds: ids.map((id) => ('digest' in id ? { imageDigest: id.digest } : { imageTag: id.tag })),
        }),
      ),
    );
    return (answer.imageDetails ?? []).map(imageFacts);
  } catch (error) {
    // One absent image makes the whole call fail, and the answer does not always say which.
    if (!(error instanceof sdk.ImageNotFoundException)) throw error;
    if (ids.length === 1) return [];
    const each = await Promise.all(ids.map((id) => describeImages({ sdk, send, target }, name, [id])));
    return each.flat();
  }
}

function imageFacts(detail: Sdk.ImageDetail): ImageFacts {
  const digest = parseDigest(detail.imageDigest ?? '');
  if (digest === undefined) throw badAnswer('DescribeImages', 'an image without a digest');
  return {
    digest,
    tags: detail.imageTags ?? [],
    mediaType: detail.imageManifestMediaType,
    pushedAt: detail.imagePushedAt?.getTime() ?? 0,
  };
}

async function startScan(
  { sdk, send, target }: Client,
  name: RepositoryName,
  digest: Digest,
): Promise<ScanStart> {
  try {
    await send(
      'StartImageScan',
      name,
      (client) =>
        client.send(
          new sdk.StartImageScanCommand({
            ...registryOf(target),
            repositoryName: name,
            imageId: { imageDigest: digest },
          }),
        ),
      { once: true },
    );
    return { kind: 'started' };
  } catch (error) {
    if (error instanceof sdk.LimitExceededException) return { kind: 'already-scanned' };
    if (error instanceof sdk.ImageNotFoundException)
      return { kind: 'refused', reason: 'unavailable', detail: error.message };
    if (error instanceof sdk.UnsupportedImageTypeException) {
      return { kind: 'refused', reason: 'unsupported', detail: error.message };
    }
    if (error instanceof sdk.ImageArchivedException)
      return { kind: 'refused', reason: 'archived', detail: error.message };
    if (error instanceof sdk.ValidationException) {
      // What enhanced scanning answers, as observed by several tools; AWS documents no text.
      return /feature is disabled/i.test(error.message)
        ? { kind: 'starts-by-itself' }
        : { kind: 'refused', reason: 'unavailable', detail: error.message };
    }
    throw error;
  }
}

async function readScan(
  { sdk, send, target }: Client,
  name: RepositoryName,
  digest: Digest,
  nextToken: string | undefined,
): Promise<ScanAnswer> {
  try {
    const answer = await send('DescribeImageScanFindings', name, (client) =>
      client.send(
        new sdk.DescribeImageScanFindingsCommand({
          ...registryOf(target),
          repositoryName: name,
          imageId: { imageDigest: digest },
          maxResults: 1000,
          ...(nextToken !== undefined && { nextToken }),
        }),
      ),
    );
    return { kind: 'status', page: scanPage(answer) };
  } catch (error) {
    // Both are answered for a while just after a push.
    if (error instanceof sdk.ScanNotFoundException || error instanceof sdk.ImageNotFoundException) {
      return { kind: 'no-scan', detail: error.message };
    }
    throw error;
  }
}

function scanPage(answer: Sdk.DescribeImageScanFindingsResponse): ScanPage {
  const found = answer.imageScanFindings;
  const enhanced = found?.enhancedFindings;
  const counts: Readonly<Record<string, number>> = found?.findingSeverityCounts ?? {};
  const completedAt = found?.imageScanCompletedAt?.getTime();
  const detail = answer.imageScanStatus?.description;
  return {
    scanner: enhanced !== undefined && enhanced.length > 0 ? 'enhanced' : 'basic',
    status: answer.imageScanStatus?.status ?? 'none',
    ...(detail !== undefined && { detail }),
    ...(completedAt !== undefined && { completedAt }),
    announced: Object.values(counts).reduce((total, count) => total + count, 0),
    findings: [...(found?.findings ?? []).map(fromBasic), ...(enhanced ?? []).flatMap(fromEnhanced)],
    ...(answer.nextToken !== undefined && { nextToken: answer.nextToken }),
  };
}

async function removeTag(
  { sdk, send, target }: Client,
  name: RepositoryName,
  tag: Tag,
): Promise<'removed' | 'absent'> {
  const answer = await send('BatchDeleteImage', name, (client) =>
    client.send(
      new sdk.BatchDeleteImageCommand({
        ...registryOf(target),
        repositoryName: name,
        imageIds: [{ imageTag: tag }],
      }),
    ),
  );
  const [failure] = answer.failures ?? [];
  if (failure === undefined) return 'removed';
  if (failure.failureCode === 'ImageNotFound') return 'absent';
  throw badAnswer(
    'BatchDeleteImage',
    `${failure.failureCode ?? 'a failure'}: ${failure.failureReason ?? ''}`,
  );
}

function registryOf(target: RegistryTarget): { registryId?: string } {
  return target.registryId === undefined ? {} : { registryId: target.registryId };
}

function badAnswer(action: string, what: string): ShipError {
  return new ShipError({
    code: 'registry-failed',
    what: `ecr:${action} answered with ${what}.`,
    next: 'Look for a proxy between the runner and AWS; if there is none, run the job again.',
  });
}
