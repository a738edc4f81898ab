import { repositoryOf } from './images.ts';
import { sha256 } from './manifests.ts';
import { putImage } from './put-image.ts';
import type { Registry } from './registry.ts';
import { scanAfterPut } from './scans.ts';

/** Content to put into a registry unchecked: as left by somebody who found a way, or by the registry itself. */
export interface Seed {
  /** In any order, except that the tag points to the last one. */
  readonly manifests: readonly { readonly mediaType: string; readonly body: string }[];
  readonly blobs: readonly (string | Buffer)[];
}

/** Stores everything unchecked: for all we know, ECR may hold what it refuses at a PUT. */
export function seed(registry: Registry, name: string, { manifests, blobs }: Seed, tag?: string): string {
  const repository = repositoryOf(registry, name);
  for (const blob of blobs) repository.blobs[registry.blobs.put(blob)] = true;
  let digest = '';
  for (const manifest of manifests) {
    digest = sha256(manifest.body);
    const known = repository.images[digest];
    const image = known ?? { digest, ...manifest, pushedAt: registry.clock.now() };
    repository.images[digest] = image;
    scanAfterPut(registry, repository, image, known === undefined);
  }
  if (tag !== undefined) repository.tags.set(tag, digest);
  registry.save();
  return digest;
}

/** A small image without layers. */
export interface SmallImage {
  readonly tag: string;
  /** Makes it differ from others. */
  readonly content: string;
  readonly labels?: Readonly<Record<string, string>>;
}

/** Stores an image as if somebody had pushed it, and returns its digest. */
export function seedImage(
  registry: Registry,
  name: string,
  { tag, content, labels = {} }: SmallImage,
): string {
  const config = JSON.stringify({
    architecture: 'amd64',
    os: 'linux',
    config: { Labels: labels },
    rootfs: { type: 'layers', diff_ids: [] },
  });
  const digest = registry.blobs.put(config);
  repositoryOf(registry, name).blobs[digest] = true;
  const size = Buffer.byteLength(config);
  const body = JSON.stringify({
    schemaVersion: 2,
    mediaType: 'application/vnd.oci.image.manifest.v1+json',
    config: { mediaType: 'application/vnd.oci.image.config.v1+json', digest, size },
    layers: [],
    annotations: { content },
  });
  return putImage(registry, name, {
    body,
    mediaType: undefined,
    tag,
    digest: undefined,
    refuseUnchanged: false,
  }).digest;
}
