import { restoreByPush, statusOf } from './archive.ts';
import { AwsError, invalidParameter } from './errors.ts';
import { referrersOf, repositoryOf } from './images.ts';
import { parseManifest, requiredBlobs, sha256, type ManifestContent } from './manifests.ts';
import { mayMove } from './mutability.ts';
import type { Registry } from './registry.ts';
import { usualQuotas } from './scenario.ts';
import { beginReplication } from './replication.ts';
import { scanAfterPut } from './scans.ts';
import type { ImageState, RepositoryState } from './state.ts';

/** A manifest to be stored, by the API or by HTTP. */
export interface ImagePut {
  readonly body: string;
  readonly mediaType: string | undefined;
  readonly tag: string | undefined;
  /** The digest that the caller claims. */
  readonly digest: string | undefined;
  /** PutImage refuses a put that changes nothing; HTTP accepts it. */
  readonly refuseUnchanged: boolean;
}

/**
 * Stores a manifest by ECR's rules: blobs and children first, digests computed here, immutable tags kept. Throws
 * AwsErrors in PutImage's wording.
 */
export function putImage(registry: Registry, name: string, put: ImagePut): ImageState {
  const repository = repositoryOf(registry, name);
  const { content, mediaType } = parseManifest(put.body, put.mediaType);
  if (content.subject !== undefined && registry.scenario.subjects === 'refused')
    throw invalidParameter('ImageManifest', 'Invalid JSON syntax');
  const digest = sha256(put.body);
  if (put.digest !== undefined && put.digest !== digest) {
    throw new AwsError(
      'ImageDigestDoesNotMatchException',
      `The specified image digest '${put.digest}' does not match the digest that Amazon ECR calculated for the image: '${digest}'`,
    );
  }
  requireContent(registry, repository, content);
  requireTag(registry, repository, put, digest);
  const known = repository.images[digest];
  requireRoom(registry, repository, { digest, tag: put.tag, content });
  const image: ImageState = known ?? { digest, mediaType, body: put.body, pushedAt: registry.clock.now() };
  repository.images[digest] = image;
  const isNew = known === undefined || statusOf(registry, known) !== 'ACTIVE';
  restoreByPush(registry, image);
  if (put.tag !== undefined) repository.tags.set(put.tag, digest);
  scanAfterPut(registry, repository, image, isNew);
  beginReplication(registry, repository, image);
  registry.save();
  return image;
}

function requireContent(registry: Registry, repository: RepositoryState, content: ManifestContent): void {
  const refuse = (type: string, what: string, digests: readonly string[]) => {
    if (digests.length === 0) return;
    throw new AwsError(
      type,
      `${what} with digests '[${digests.join(', ')}]' required for pushing image into repository with name '${repository.name}' in the registry with id '${registry.accountId}' do not exist`,
    );
  };
  const layers = requiredBlobs(content).filter((digest) => repository.blobs[digest] !== true);
  refuse('LayersNotFoundException', 'Layers', layers);
  const children = (content.manifests ?? [])
    .map(({ digest }) => digest)
    .filter((digest) => repository.images[digest] === undefined);
  refuse('ReferencedImagesNotFoundException', 'Images', children);
}

/**
 * Whether the image may get the tag. If it already has it, PutImage says that nothing changed, and HTTP refuses an
 * immutable one.
 */
function requireTag(registry: Registry, repository: RepositoryState, put: ImagePut, digest: string): void {
  const { tag } = put;
  if (tag !== undefined && !/^[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}$/.test(tag)) {
    throw invalidParameter('imageTag', "must satisfy regular expression '[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}'");
  }
  const holder = tag === undefined ? undefined : repository.tags.digestOf(tag);
  const isUnchanged = tag === undefined ? repository.images[digest] !== undefined : holder === digest;
  if (isUnchanged && put.refuseUnchanged) {
    throw new AwsError(
      'ImageAlreadyExistsException',
      `Image with digest '${digest}' and tag '${tag ?? 'null'}' already exists in the repository with name '${repository.name}' in registry with id '${registry.accountId}'`,
    );
  }
  if (tag !== undefined && holder !== undefined && !mayMove(repository, tag)) {
    throw new AwsError(
      'ImageTagAlreadyExistsException',
      `The image tag '${tag}' already exists in the '${repository.name}' repository and cannot be overwritten because the tag is immutable.`,
    );
  }
}

interface Arrival {
  readonly digest: string;
  readonly tag: string | undefined;
  readonly content: ManifestContent;
}

/** What is counted is documented; the wording follows that of the one quota error that people have shown. */
function requireRoom(
  registry: Registry,
  repository: RepositoryState,
  { digest, tag, content }: Arrival,
): void {
  const quotas = { ...usualQuotas, ...registry.scenario.quotas };
  const isNew = repository.images[digest] === undefined;
  const where = `repository with name '${repository.name}'`;
  const full = (what: string, of: string, count: number, most: number) => {
    if (count < most) return;
    throw new AwsError(
      'LimitExceededException',
      `The ${what} in registry with id '${registry.accountId}' already has the maximum allowed number of ${of} which is '${String(most)}'`,
    );
  };
  if (isNew) full(where, 'images', Object.keys(repository.images).length, quotas.imagesPerRepository);
  if (tag !== undefined && repository.tags.digestOf(tag) !== digest)
    full(
      `image with digest '${digest}' in the ${where}`,
      'tags',
      repository.tags.of(digest).length,
      quotas.tagsPerImage,
    );
  const subject = content.subject?.digest;
  if (isNew && subject !== undefined)
    requireRoomBeside(referrersOf(repository, subject).length, quotas.referrersPerSubject);
}

/** The beginning of the message is from a real registry. Source: onyx-dot-app/onyx#13996. */
function requireRoomBeside(count: number, most: number): void {
  if (count >= most)
    throw new AwsError(
      'LimitExceededException',
      `The subject of your artifact has the maximum number of artifacts (${String(most)}) that refer to it`,
    );
}
