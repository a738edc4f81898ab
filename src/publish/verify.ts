import type { Clock, ImageFacts, Log, Registry } from '../ports.ts';
import type { Digest } from '../types/digest.ts';
import { ShipError } from '../types/errors.ts';
import type { Candidate, PlatformImage, PublishedImage, Repository, StoredManifest } from '../types/image.ts';
import type { Platform } from '../types/names.ts';
import { retryWhileAbsent } from './patience.ts';
import {
  compressedSize,
  parseManifest,
  platformOfConfig,
  type IndexEntry,
  type ParsedManifest,
} from './manifest.ts';

interface Tools {
  readonly clock: Clock;
  readonly log: Log;
  readonly registry: Registry;
}

/**
 * Reads an image back through the registry's API: what the builder said it pushed is what the registry holds.
 * Throws `verify-failed`.
 */
export async function verifyImage(
  repository: Repository,
  { digest, platform }: Candidate,
  tools: Tools,
): Promise<PublishedImage> {
  const [manifest, facts] = await Promise.all([
    readOne(repository, digest, tools),
    describeOne(repository, digest, tools),
  ]);
  if (facts.mediaType !== undefined && facts.mediaType !== manifest.mediaType) {
    throw verifyFailed(
      `DescribeImages gives ${digest} the media type ${facts.mediaType}, BatchGetImage gives it ${manifest.mediaType}`,
    );
  }
  const parsed = parseOrThrow(manifest);
  const platforms =
    parsed.kind === 'index'
      ? await readPlatforms(repository, parsed.entries, tools)
      : [await describePlatform(repository, { digest, manifest: parsed }, platform, tools)];
  return {
    digest,
    manifest,
    kind: parsed.kind,
    size: compressedSize(platforms.map((platform) => platform.parsed)),
    platforms: platforms.map(({ image }) => image),
    tags: facts.tags,
    pushedAt: facts.pushedAt,
  };
}

interface PlatformManifest {
  readonly image: PlatformImage;
  readonly parsed: ParsedManifest;
}

async function readPlatforms(
  repository: Repository,
  entries: readonly IndexEntry[],
  { registry }: Tools,
): Promise<PlatformManifest[]> {
  const images = entries.filter((entry) => entry.isImage);
  if (images.length === 0) throw verifyFailed('the index lists no image, only attestations');
  const manifests = await registry.readManifests(
    repository.name,
    images.map((entry) => entry.digest),
  );
  return images.map((entry) => {
    const stored = manifests.find((manifest) => manifest.digest === entry.digest);
    if (stored === undefined)
      throw verifyFailed(`the index lists ${entry.digest}, which the repository does not hold`);
    if (entry.platform === undefined)
      throw verifyFailed(`the index does not say for which platform ${entry.digest} is`);
    const parsed = parseOrThrow(stored);
    return {
      parsed,
      image: { platform: entry.platform, digest: entry.digest, size: compressedSize([parsed]) },
    };
  });
}

/** A manifest does not say for which platform it is; its config does. */
async function describePlatform(
  repository: Repository,
  { digest, manifest }: { digest: Digest; manifest: Extract<ParsedManifest, { kind: 'manifest' }> },
  expected: Platform | undefined,
  { registry, log }: Tools,
): Promise<PlatformManifest> {
  const config = await registry.readBlob(repository, manifest.config.digest);
  const platform = (config === undefined ? undefined : platformOfConfig(config)) ?? expected;
  if (platform === undefined) {
    throw verifyFailed(
      'the image config, which says for which platform the image is, cannot be read; ' +
        'grant ecr:GetDownloadUrlForLayer on the repository, or give the input platforms',
    );
  }
  if (config === undefined)
    log.debug(`The image config cannot be read; the platform is taken to be ${platform}.`);
  return { parsed: manifest, image: { platform, digest, size: compressedSize([manifest]) } };
}

async function readOne(repository: Repository, digest: Digest, tools: Tools): Promise<StoredManifest> {
  const found = await retryWhileAbsent(`the manifest ${digest}`, tools, () =>
    tools.registry.readManifests(repository.name, [digest]),
  );
  return found ?? absent(digest);
}

async function describeOne(repository: Repository, digest: Digest, tools: Tools): Promise<ImageFacts> {
  const found = await retryWhileAbsent(`the image ${digest}`, tools, () =>
    tools.registry.describeImages(repository.name, [{ digest }]),
  );
  return found ?? absent(digest);
}

function absent(digest: Digest): never {
  throw verifyFailed(`${digest} was pushed, but the repository does not hold it`);
}

function parseOrThrow(manifest: StoredManifest): ParsedManifest {
  const parsed = parseManifest(manifest);
  if (parsed === undefined)
    throw verifyFailed(`${manifest.digest} (${manifest.mediaType}) is not a container image`);
  return parsed;
}

function verifyFailed(what: string): ShipError {
  return new ShipError({
    code: 'verify-failed',
    what: `The image in the registry could not be verified: ${what}.`,
    next: 'No name was set. Run the job again; if it fails again, look at what else pushes to this repository.',
  });
}
