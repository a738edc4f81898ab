import { createHash } from 'node:crypto';
import { invalidParameter } from './errors.ts';

const indexTypes = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
];

const imageTypes = [
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
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

/** The content of a stored manifest; empty if it was seeded and makes no sense. */
export function contentOf(image: { readonly body: string }): ManifestContent {
  try {
    const content = JSON.parse(image.body) as ManifestContent | null;
    return typeof content === 'object' && content !== null ? sensible(content) : {};
  } catch {
    return {};
  }
}

/** In a seeded manifest, lists may be of another type, or contain no objects. */
function sensible({ config, layers, manifests, ...rest }: ManifestContent): ManifestContent {
  return {
    ...rest,
    ...(isObject(config) && { config }),
    ...(Array.isArray(layers) && { layers: layers.filter(isObject) }),
    ...(Array.isArray(manifests) && { manifests: manifests.filter(isObject) }),
  };
}

function isObject(value: unknown): value is Descriptor {
  return typeof value === 'object' && value !== null;
}

/**
 * Parses a manifest and finds its media type, which either the manifest or whoever stores it must give. Source for
 * the texts: observed answers of ECR to manifests that it does not know.
 */
export function parseManifest(
  body: string,
  givenType: string | undefined,
): { readonly content: ManifestContent; readonly mediaType: string } {
  const refuse = (problem: string) => invalidParameter('ImageManifest', problem);
  let content: ManifestContent | null;
  try {
    content = JSON.parse(body) as ManifestContent | null;
  } catch {
    throw refuse('Invalid JSON syntax');
  }
  if (typeof content !== 'object' || content === null || Array.isArray(content))
    throw refuse('Invalid JSON syntax');
  const mediaType = content.mediaType ?? givenType;
  if (mediaType === undefined || ![...indexTypes, ...imageTypes].includes(mediaType))
    throw refuse(`Unsupported media type '${mediaType ?? 'null'}'`);
  if (givenType !== undefined && givenType !== mediaType)
    throw refuse(`The media type '${mediaType}' does not match the media type given, '${givenType}'`);
  const descriptors = isIndex(mediaType)
    ? content.manifests
    : [content.config, ...(content.layers ?? [undefined])];
  if (!Array.isArray(descriptors) || !descriptors.every(isDescriptor)) throw refuse('Invalid JSON syntax');
  if (content.subject !== undefined && !isDescriptor(content.subject)) throw refuse('Invalid JSON syntax');
  return { content, mediaType };
}

function isDescriptor(value: unknown): boolean {
  const { digest, size } = (value ?? {}) as Partial<Descriptor>;
  return typeof digest === 'string' && /^sha256:[0-9a-f]{64}$/.test(digest) && Number.isInteger(size);
}

export function isIndex(mediaType: string): boolean {
  return indexTypes.includes(mediaType);
}

/** Whether a manifest is a container image that a scanner would scan, and not a signature or an attestation. */
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
  return [content.config, ...(content.layers ?? [])].reduce(
    (total, blob) => total + (Number.isInteger(blob?.size) ? (blob?.size ?? 0) : 0),
    0,
  );
}

/** The blobs that must be in the repository before the manifest; layers stored elsewhere need not be. */
export function requiredBlobs(content: ManifestContent): string[] {
  return [content.config, ...(content.layers ?? [])]
    .filter((blob) => blob !== undefined && (blob.urls ?? []).length === 0)
    .map((blob) => (blob as Descriptor).digest);
}
