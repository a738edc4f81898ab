import { AwsError, repositoryNotFound } from './errors.ts';
import { isIndex, manifestSize, requiredBlobs, sha256, type ManifestContent } from './manifests.ts';
import { matches } from './iam.ts';
import type { ImageState, RepositoryState } from './state.ts';
import type { Registry } from './registry.ts';

/** A manifest that somebody wants to store, by the API or by HTTP. */
export interface ImagePut {
  readonly body: string;
  readonly mediaType: string | undefined;
  readonly tag: string | undefined;
  /** The digest that the caller says it has. */
  readonly digest: string | undefined;
  /** PutImage refuses a put that changes nothing; HTTP accepts it. */
  readonly refuseUnchanged: boolean;
}

/** The repository by that name. Throws RepositoryNotFoundException. */
export function repositoryOf(registry: Registry, name: string): RepositoryState {
  const repository = registry.state.repositories[name];
  if (repository === undefined) throw repositoryNotFound(name, registry.accountId);
  return repository;
}

/** Whether a tag that exists may name another image. Source: ECR user guide, "Image tag mutability", exclusion filters. */
export function mayMove(repository: RepositoryState, tag: string): boolean {
  const excepted = repository.exclusionFilters.some((filter) => matches(tag, filter.replaceAll('?', '')));
  return repository.imageTagMutability.startsWith('IMMUTABLE') ? excepted : !excepted;
}

/**
 * Stores a manifest, by ECR's rules: blobs and children first, digests computed here, immutable tags kept.
 * Throws AwsErrors in the words of PutImage.
 */
export function putImage(registry: Registry, name: string, put: ImagePut): ImageState {
  const repository = repositoryOf(registry, name);
  const content = parseManifest(put.body);
  const mediaType = put.mediaType ?? content.mediaType ?? '';
  const digest = sha256(put.body);
  if (put.digest !== undefined && put.digest !== digest) {
    throw new AwsError(
      'ImageDigestDoesNotMatchException',
      `The specified image digest '${put.digest}' does not match the digest that Amazon ECR calculated for the image: '${digest}'`,
    );
  }
  requireContent(registry, repository, content, mediaType);
  const known = repository.images[digest];
  if (put.tag !== undefined) {
    const holder = repository.tags[put.tag];
    if (holder === digest && put.refuseUnchanged) throw unchanged(put.tag, digest, name, registry.accountId);
    if (holder !== undefined && !mayMove(repository, put.tag)) {
      throw new AwsError(
        'ImageTagAlreadyExistsException',
        `The image tag '${put.tag}' already exists in the '${name}' repository and cannot be overwritten because the tag is immutable.`,
      );
    }
  } else if (known !== undefined && put.refuseUnchanged)
    throw unchanged(undefined, digest, name, registry.accountId);

  const image: ImageState = known ?? { digest, mediaType, body: put.body, pushedAt: registry.clock.now() };
  repository.images[digest] = image;
  if (put.tag !== undefined) repository.tags[put.tag] = digest;
  if (known === undefined) registry.scans.afterPush(repository, image, content);
  registry.save();
  return image;
}

function parseManifest(body: string): ManifestContent {
  try {
    return JSON.parse(body) as ManifestContent;
  } catch {
    throw new AwsError(
      'InvalidParameterException',
      "Invalid parameter at 'ImageManifest' failed to satisfy constraint: 'Invalid JSON syntax'",
    );
  }
}

function requireContent(
  registry: Registry,
  repository: RepositoryState,
  content: ManifestContent,
  mediaType: string,
): void {
  const missing = requiredBlobs(content).filter((digest) => repository.blobs[digest] !== true);
  if (missing.length > 0) {
    throw new AwsError(
      'LayersNotFoundException',
      `Layers with digests '[${missing.join(', ')}]' required for pushing image into repository with name '${repository.name}' in the registry with id '${registry.accountId}' do not exist`,
    );
  }
  if (!isIndex(mediaType) && content.manifests === undefined) return;
  const absent = (content.manifests ?? [])
    .map((child) => child.digest)
    .filter((digest) => repository.images[digest] === undefined);
  if (absent.length > 0) {
    throw new AwsError(
      'ReferencedImagesNotFoundException',
      `Images with digests '[${absent.join(', ')}]' required for pushing image into repository with name '${repository.name}' in the registry with id '${registry.accountId}' do not exist`,
    );
  }
}

function unchanged(tag: string | undefined, digest: string, name: string, registryId: string): AwsError {
  const tagText = tag === undefined ? "'null'" : `'${tag}'`;
  return new AwsError(
    'ImageAlreadyExistsException',
    `Image with digest '${digest}' and tag ${tagText} already exists in the repository with name '${name}' in registry with id '${registryId}'`,
  );
}

/** Compressed bytes: of an index the size of its largest manifest. Source: ECR API reference, ImageDetail. */
export function imageSize(repository: RepositoryState, image: ImageState): number {
  const content = JSON.parse(image.body) as ManifestContent;
  if (content.manifests === undefined) return manifestSize(content);
  const sizes = content.manifests.map((child) => {
    const stored = repository.images[child.digest];
    return stored === undefined ? 0 : manifestSize(JSON.parse(stored.body) as ManifestContent);
  });
  return Math.max(0, ...sizes);
}

export function tagsOf(repository: RepositoryState, digest: string): string[] {
  return Object.entries(repository.tags)
    .filter(([, named]) => named === digest)
    .map(([tag]) => tag)
    .sort();
}

/** Why an image cannot be deleted: an index needs it. Undefined where it can. */
export function referencedBy(repository: RepositoryState, digest: string): string[] {
  return Object.values(repository.images)
    .filter(
      (image) =>
        (JSON.parse(image.body) as ManifestContent).manifests?.some((child) => child.digest === digest) ===
        true,
    )
    .map((image) => image.digest);
}

export function deleteImage(repository: RepositoryState, digest: string): void {
  Reflect.deleteProperty(repository.images, digest);
  for (const tag of tagsOf(repository, digest)) Reflect.deleteProperty(repository.tags, tag);
}
