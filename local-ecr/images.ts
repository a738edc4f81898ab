import { repositoryNotFound } from './errors.ts';
import { contentOf, manifestSize, type ManifestContent } from './manifests.ts';
import type { Registry } from './registry.ts';
import type { ImageState, RepositoryState } from './state.ts';

/** The repository with this name. Throws RepositoryNotFoundException. */
export function repositoryOf(registry: Registry, name: string): RepositoryState {
  const repository = registry.state.repositories[name];
  if (repository === undefined) throw repositoryNotFound(name, registry.accountId);
  return repository;
}

/** Compressed bytes; for an index, the size of its largest manifest. Source: ECR API reference, ImageDetail. */
export function imageSize(repository: RepositoryState, image: ImageState): number {
  const content = contentOf(image);
  if (content.manifests === undefined) return manifestSize(content);
  const sizes = content.manifests.map((child) => {
    const stored = repository.images[child.digest];
    return stored === undefined ? 0 : manifestSize(contentOf(stored));
  });
  return Math.max(0, ...sizes);
}

/** The indexes that list an image, which prevent its deletion. */
export function referencedBy(repository: RepositoryState, digest: string): string[] {
  return Object.values(repository.images)
    .filter((image) => contentOf(image).manifests?.some((child) => child.digest === digest) === true)
    .map((image) => image.digest);
}

/** The manifests that name another one as their subject: signatures, attestations, bills of material. */
export function referrersOf(
  repository: RepositoryState,
  subject: string,
): { readonly image: ImageState; readonly content: ManifestContent }[] {
  return Object.values(repository.images)
    .map((image) => ({ image, content: contentOf(image) }))
    .filter(({ content }) => content.subject?.digest === subject);
}

export function deleteImage(repository: RepositoryState, digest: string): void {
  Reflect.deleteProperty(repository.images, digest);
  for (const tag of repository.tags.of(digest)) repository.tags.remove(tag);
}
