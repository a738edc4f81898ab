import type { Clock, ImageFacts, Log, OpenRepository } from '../ports.ts';
import type { Digest } from '../types/digest.ts';
import { ShipError } from '../types/errors.ts';
import type { Candidate, PlatformImage, VerifiedImage, StoredManifest } from '../types/image.ts';
import { usualPlatform, type Platform } from '../types/names.ts';
import { Refusal } from '../types/refusal.ts';
import { eachAtOnce } from './at-once.ts';
import { configsAtOnce, readImageConfig, type ImageConfig } from '../image/config.ts';
import { contentsOf } from '../image/contents.ts';
import { readListedImages, type ListedImage } from '../image/index-entries.ts';
import { compressedSize, parseManifest, type ImageManifest, type IndexEntry } from '../image/manifest.ts';
import { retryWhileAbsent } from './patience.ts';

interface Tools {
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Reads an image back through the registry's API: the registry holds what the builder said it pushed, and everything
 * that an engine can get from it is among its platforms. Throws `verify-failed`.
 */
export async function verifyImage(
  repository: OpenRepository,
  candidate: Candidate,
  tools: Tools,
): Promise<VerifiedImage> {
  const { digest } = candidate;
  const [manifest, facts] = await Promise.all([
    readOne(repository, digest, tools),
    describeOne(repository, digest, tools),
  ]);
  if (facts.mediaType !== undefined && facts.mediaType !== manifest.mediaType) {
    throw verifyFailed(
      `DescribeImages gives ${digest} the media type ${facts.mediaType}, BatchGetImage gives it ${manifest.mediaType}`,
    );
  }
  try {
    const { kind, platforms, attestations } = await readPlatforms(repository, manifest, candidate, tools);
    return {
      digest,
      manifest,
      kind,
      size: compressedSize(platforms.map((platform) => platform.manifest)),
      platforms: platforms.map(({ image }) => image),
      attestations,
      tags: facts.tags,
      pushedAt: facts.pushedAt,
    };
  } catch (error) {
    throw error instanceof Refusal ? refused(manifest, error, candidate) : error;
  }
}

interface PlatformManifest {
  readonly image: PlatformImage;
  readonly manifest: ImageManifest;
}

interface Platforms {
  readonly kind: VerifiedImage['kind'];
  readonly platforms: readonly PlatformManifest[];
  readonly attestations: VerifiedImage['attestations'];
}

/** Throws Refusal, and `verify-failed` if something cannot be read. */
async function readPlatforms(
  repository: OpenRepository,
  stored: StoredManifest,
  candidate: Candidate,
  tools: Tools,
): Promise<Platforms> {
  const parsed = parseManifest(stored);
  switch (parsed.kind) {
    case 'image':
      return {
        kind: 'manifest',
        platforms: [
          await describeOnly(repository, { digest: stored.digest, manifest: parsed }, candidate, tools),
        ],
        attestations: [],
      };
    case 'index':
      return { kind: 'index', ...(await describeListed(repository, parsed.entries, tools)) };
    case 'attestation':
      throw new Refusal('it holds attestations, not an image');
    case 'artifact':
      throw new Refusal('it is an artifact that no engine runs, not an image');
  }
}

/** A manifest does not name its platform; its config does. */
async function describeOnly(
  repository: OpenRepository,
  image: { readonly digest: Digest; readonly manifest: ImageManifest },
  { platform: expected, isGiven = false }: Candidate,
  { log }: Tools,
): Promise<PlatformManifest> {
  const config = await readImageConfig(image.manifest.config, repository.manifests);
  const platform = config?.platform ?? expected;
  if (platform === undefined && config === undefined)
    throw verifyFailed(
      'the image config, which says for which platform the image is, cannot be read; ' +
        `grant ecr:GetDownloadUrlForLayer on the repository${isGiven ? '' : ', or give the input platforms'}`,
    );
  if (platform === undefined)
    throw verifyFailed(
      `the image config does not say for which platform it is; ${isGiven ? 'publish one that says it, or an index that does' : 'give the input platforms'}`,
    );
  if (config === undefined)
    log.notice(
      'The config of the image cannot be read without ecr:GetDownloadUrlForLayer on the repository: the platform is taken ' +
        `to be ${platform}, and from which commit the image was made is not known.`,
    );
  return onPlatform(platform, image, config);
}

async function describeListed(
  repository: OpenRepository,
  entries: readonly IndexEntry[],
  tools: Tools,
): Promise<Omit<Platforms, 'kind'>> {
  const { images, attestations } = await readListedImages(entries, repository.manifests);
  const platforms = await eachAtOnce(configsAtOnce, images, (one) => describeEntry(repository, one, tools));
  return { platforms, attestations };
}

/** Engines go by the platform in the index, or by that in the config if the index names none. */
async function describeEntry(
  repository: OpenRepository,
  { digest, manifest, platform: listed }: ListedImage,
  { log }: Tools,
): Promise<PlatformManifest> {
  const config = await readListedConfig(repository, manifest, listed, log);
  const own = config?.platform;
  const platform = listed ?? own;
  if (platform === undefined)
    throw new Refusal(
      `the index does not say for which platform ${digest} is, and its config does not say it or cannot be read`,
    );
  if (own !== undefined && machineOf(own) !== machineOf(platform)) {
    log.warning(
      `The index lists ${digest} for ${platform}, and its config says ${own}. Engines go by the index, so it is ` +
        `judged as ${platform}; it may not start there.`,
    );
  }
  return onPlatform(platform, { digest, manifest }, config);
}

/**
 * The index names the platform, so the run can go on even if the config is on a server that this machine cannot reach.
 */
async function readListedConfig(
  repository: OpenRepository,
  { config }: ImageManifest,
  listed: Platform | undefined,
  log: Log,
): Promise<ImageConfig | undefined> {
  try {
    return await readImageConfig(config, repository.manifests);
  } catch (error) {
    const isOutOfReach = error instanceof ShipError && error.code === 'registry-unreachable';
    if (!isOutOfReach || listed === undefined) throw error;
    log.debug(`The config ${config.digest} is not compared with the index: ${error.what}`);
    return undefined;
  }
}

function onPlatform(
  platform: Platform,
  { digest, manifest }: { readonly digest: Digest; readonly manifest: ImageManifest },
  config: ImageConfig | undefined,
): PlatformManifest {
  const contents = contentsOf(manifest, config);
  return { manifest, image: { platform, digest, size: compressedSize([manifest]), contents } };
}

/** Operating system and architecture, without the variant: a base image may have an older one, which runs as well. */
function machineOf(platform: Platform): string {
  return usualPlatform(platform).split('/').slice(0, 2).join('/');
}

async function readOne(repository: OpenRepository, digest: Digest, tools: Tools): Promise<StoredManifest> {
  const found = await retryWhileAbsent(`the manifest ${digest}`, tools, () =>
    repository.manifests.read([digest]),
  );
  return found ?? absent(digest);
}

async function describeOne(repository: OpenRepository, digest: Digest, tools: Tools): Promise<ImageFacts> {
  const found = await retryWhileAbsent(`the image ${digest}`, tools, () =>
    repository.images.describe([{ digest }]),
  );
  return found ?? absent(digest);
}

function absent(digest: Digest): never {
  throw verifyFailed(`${digest} was pushed, but the repository does not hold it`);
}

/** The registry is not as the run left it, or not as it should be: another try may help. */
function verifyFailed(what: string): ShipError {
  return new ShipError({
    code: 'verify-failed',
    what: `The image in the registry could not be verified: ${what}.`,
    next: 'No tag was set. Run the job again; if it fails again, look at what else pushes to this repository.',
  });
}

/** The image cannot be judged as a whole: trying again does not help. */
function refused(
  { digest, mediaType }: StoredManifest,
  { message }: Refusal,
  { isGiven = false }: Candidate,
): ShipError {
  return new ShipError({
    code: 'verify-failed',
    what: `The image ${digest} of ${mediaType === '' ? 'no media type' : `the media type ${mediaType}`} is refused: ${message}.`,
    next:
      'No tag was set: an image gets its tags only if all that an engine can get from it was judged (docs/explain/scanning.md). ' +
      `${isGiven ? 'Name an image in the input from, one that mode: build has made for example' : 'Build it again'}, and look at what else pushes to this repository.`,
  });
}
