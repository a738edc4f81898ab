import { parseDigest, type Digest } from '../types/digest.ts';
import { parsePlatform, type Platform } from '../types/names.ts';
import type { StoredManifest } from '../types/image.ts';

/** A blob that a manifest names: where it is and how many compressed bytes it has. */
export interface Blob {
  readonly digest: Digest;
  readonly size: number;
}

/** One entry of an index. */
export interface IndexEntry {
  readonly digest: Digest;
  readonly platform: Platform | undefined;
  /** Attestations and signatures ride along in an index, but nobody runs them. */
  readonly isImage: boolean;
}

/** A manifest of one platform, or an index of several. */
export type ParsedManifest =
  | { readonly kind: 'manifest'; readonly config: Blob; readonly layers: readonly Blob[] }
  | { readonly kind: 'index'; readonly entries: readonly IndexEntry[] };

/** The media types in which an image can be stored. Source: OCI image specification; Docker image manifest v2.2. */
export const manifestMediaTypes = [
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
] as const;

/**
 * Reads a manifest; undefined where it is neither an image manifest nor an index, or where a part of it cannot be
 * read: what is left out here would be neither counted nor scanned.
 */
export function parseManifest(manifest: Pick<StoredManifest, 'body'>): ParsedManifest | undefined {
  const json = parseObject(manifest.body);
  if (Array.isArray(json?.['manifests'])) {
    const entries = parseAll(json['manifests'], parseEntry);
    return entries === undefined ? undefined : { kind: 'index', entries };
  }
  const config = parseBlob(json?.['config']);
  const layers = Array.isArray(json?.['layers']) ? parseAll(json['layers'], parseBlob) : undefined;
  return config === undefined || layers === undefined ? undefined : { kind: 'manifest', config, layers };
}

function parseAll<T>(values: readonly unknown[], parse: (value: unknown) => T | undefined): T[] | undefined {
  const parsed = values.map(parse).filter((value) => value !== undefined);
  return parsed.length === values.length ? parsed : undefined;
}

/** Compressed bytes of a set of manifests, each blob counted once. */
export function compressedSize(manifests: readonly ParsedManifest[]): number {
  const blobs = new Map<Digest, number>();
  for (const manifest of manifests) {
    if (manifest.kind === 'index') continue;
    for (const blob of [manifest.config, ...manifest.layers]) blobs.set(blob.digest, blob.size);
  }
  return [...blobs.values()].reduce((total, size) => total + size, 0);
}

/** What an image's own config is called, where an entry repeats it as its artifact type. */
const imageConfigTypes = [
  'application/vnd.oci.image.config.v1+json',
  'application/vnd.docker.container.image.v1+json',
];

/**
 * BuildKit marks an attestation with the platform `unknown/unknown` and an annotation. Other artifacts have a type; of an
 * image it may be that of its config, and such an entry is pulled and run like any other.
 * Source: moby/buildkit, docs/attestations/attestation-storage.md; OCI image specification, descriptor.md.
 */
function parseEntry(value: unknown): IndexEntry | undefined {
  const entry = asObject(value);
  const digest = parseDigest(text(entry?.['digest']));
  if (entry === undefined || digest === undefined) return undefined;
  const platform = asObject(entry['platform']);
  const os = text(platform?.['os']);
  const annotations = asObject(entry['annotations']);
  const isAttestation = annotations?.['vnd.docker.reference.type'] !== undefined || os === 'unknown';
  const type = text(entry['artifactType']);
  return {
    digest,
    platform: platformName(os, text(platform?.['architecture']), text(platform?.['variant'])),
    isImage: !isAttestation && (type === '' || imageConfigTypes.includes(type)),
  };
}

/** `os/arch[/variant]`; arm64's variant v8 is the only one there is, and nobody writes it. */
export function platformName(os: string, architecture: string, variant: string): Platform | undefined {
  const suffix = variant === '' || (architecture === 'arm64' && variant === 'v8') ? '' : `/${variant}`;
  return parsePlatform(`${os}/${architecture}${suffix}`);
}

/** Source: OCI image specification, config.md: `os`, `architecture`, `variant`. */
export function platformOfConfig(config: string): Platform | undefined {
  try {
    const { os, architecture, variant } = JSON.parse(config) as Record<string, unknown>;
    if (typeof os !== 'string' || typeof architecture !== 'string') return undefined;
    return platformName(os, architecture, typeof variant === 'string' ? variant : '');
  } catch {
    return undefined;
  }
}

function parseBlob(value: unknown): Blob | undefined {
  const blob = asObject(value);
  const digest = parseDigest(text(blob?.['digest']));
  const size = blob?.['size'];
  return digest === undefined || typeof size !== 'number' ? undefined : { digest, size };
}

function parseObject(json: string): Record<string, unknown> | undefined {
  try {
    return asObject(JSON.parse(json));
  } catch {
    return undefined;
  }
}

function asObject(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
