import { createHash } from 'node:crypto';

/** The media types of an index; everything else with config and layers is an image manifest. */
const indexTypes = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
];

interface Descriptor {
  readonly mediaType?: string;
  readonly digest: string;
  readonly size: number;
  readonly urls?: readonly string[];
}

export interface ManifestContent {
  readonly mediaType?: string;
  readonly artifactType?: string;
  readonly config?: Descriptor;
  readonly layers?: readonly Descriptor[];
  readonly manifests?: readonly Descriptor[];
  readonly subject?: Descriptor;
  readonly annotations?: Readonly<Record<string, string>>;
}

export function sha256(body: string | Buffer): string {
  return `sha256:${createHash('sha256').update(body).digest('hex')}`;
}

export function isIndex(mediaType: string): boolean {
  return indexTypes.includes(mediaType);
}

/** Whether a manifest is a container image that a scanner would look at, and not a signature or an attestation. */
export function isImage(mediaType: string, content: ManifestContent): boolean {
  const configs = [
    'application/vnd.oci.image.config.v1+json',
    'application/vnd.docker.container.image.v1+json',
  ];
  const layers = content.layers ?? [];
  return (
    !isIndex(mediaType) &&
    configs.includes(content.config?.mediaType ?? '') &&
    !layers.some((layer) => layer.mediaType === 'application/vnd.in-toto+json')
  );
}

/** Compressed bytes of one manifest: config and layers. */
export function manifestSize(content: ManifestContent): number {
  return [content.config, ...(content.layers ?? [])].reduce((total, blob) => total + (blob?.size ?? 0), 0);
}

/** The blobs that must be in the repository before the manifest; layers that live elsewhere are not. */
export function requiredBlobs(content: ManifestContent): string[] {
  return [content.config, ...(content.layers ?? [])]
    .filter((blob) => blob !== undefined && (blob.urls ?? []).length === 0)
    .map((blob) => (blob as Descriptor).digest);
}
