import { mostIndexEntries } from '../types/bounds.ts';
import { parseDigest, type Digest } from '../types/digest.ts';
import type { AttestationForm, StoredManifest } from '../types/image.ts';
import { membersOf, readJson, shownJson, textOf, type Json, type Members } from '../types/json.ts';
import {
  isAttestationType,
  isForeignLayerType,
  isImageConfigType,
  isImageManifestType,
  isIndexType,
  isLayerType,
  mayBeUnpacked,
} from '../types/media-types.ts';
import { quoted, Refusal } from '../types/refusal.ts';
import { isEmptyJson, readDescriptor, textsOf, type Descriptor } from './descriptor.ts';

/** What an engine runs: a config, and the layers that it unpacks; an empty image has none. */
export interface ImageManifest {
  readonly kind: 'image';
  readonly config: Descriptor;
  readonly layers: readonly Descriptor[];
}

/** One entry of an index. */
export interface IndexEntry extends Descriptor {
  /** Undefined means any platform, as engines read it. */
  readonly platform: EntryPlatform | undefined;
  /** The entry that an attestation is about. Source: moby/buildkit, docs/attestations/attestation-storage.md. */
  readonly refersTo: Digest | undefined;
}

interface EntryPlatform {
  readonly os: string;
  readonly architecture: string;
  readonly variant: string;
}

/** In-toto statements and nothing else. */
interface AttestationManifest {
  readonly kind: 'attestation';
  readonly form: AttestationForm;
  /** The image that it names as its subject, if it names one. */
  readonly subject: Digest | undefined;
}

/**
 * - `image`: what engines run.
 * - `attestation`: in-toto statements and nothing else.
 * - `artifact`: something whose config and layers no engine runs, such as a signature or an index of AWS SOCI.
 * - `index`: images of several platforms.
 */
export type ParsedManifest =
  | ImageManifest
  | AttestationManifest
  | { readonly kind: 'artifact' }
  | { readonly kind: 'index'; readonly entries: readonly IndexEntry[] };

/**
 * What engines read at the top level of a manifest or an index; `fsLayers` belongs to schema 1.
 * Source: OCI image specification; moby, daemon/internal/distribution/manifest.go; containerd, core/images/image.go.
 */
const topNames = [
  'schemaVersion',
  'mediaType',
  'artifactType',
  'config',
  'layers',
  'manifests',
  'subject',
  'annotations',
  'fsLayers',
];

/**
 * Parses a manifest so strictly that no other program can read it differently. Its media type alone decides its
 * kind. Throws Refusal with what was found if it is not a container image, or if part of it cannot be judged:
 * whatever was left out here would be neither counted nor scanned.
 */
export function parseManifest({
  body,
  mediaType,
}: Pick<StoredManifest, 'body' | 'mediaType'>): ParsedManifest {
  const top = membersOf(readJson(body), topNames, 'the manifest');
  const own = textOf(top, 'mediaType', 'the manifest');
  if (own !== undefined && own !== mediaType)
    throw new Refusal(`it calls itself ${quoted(own)} and is stored as ${quoted(mediaType)}`);
  if (!isIndexType(mediaType) && !isImageManifestType(mediaType))
    throw new Refusal(`its media type is ${quoted(mediaType)}, which is not that of a container image`);
  if (top.get('schemaVersion') !== 2)
    throw new Refusal(`its schemaVersion is ${shownJson(top.get('schemaVersion'))}, and not 2`);
  return isIndexType(mediaType) ? parseIndex(top) : parseImage(top);
}

/**
 * The media type of a body for which the registry gives none: its own `mediaType`, or else the OCI type that fits
 * its members, as docker decides. Undefined if that cannot be told.
 * Source: moby, daemon/internal/distribution/manifest.go, detectManifestBlobMediaType.
 */
export function mediaTypeOf(body: string): string | undefined {
  try {
    const top = membersOf(readJson(body), topNames, 'the manifest');
    const own = textOf(top, 'mediaType', 'the manifest');
    if (own !== undefined) return own;
    const isManifest = top.has('config') || top.has('layers');
    if (top.has('fsLayers') || isManifest === top.has('manifests')) return undefined;
    return `application/vnd.oci.image.${isManifest ? 'manifest' : 'index'}.v1+json`;
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

function refuseMembers(top: Members, what: string, names: readonly string[]): void {
  const found = names.filter((name) => top.has(name));
  if (found.length > 0) throw new Refusal(`it is ${what} and has ${found.join(' and ')} as well`);
}

function parseIndex(top: Members): ParsedManifest {
  refuseMembers(top, 'an index', ['config', 'layers', 'fsLayers']);
  const manifests = top.get('manifests');
  if (!Array.isArray(manifests)) throw new Refusal('it is an index without a list of manifests');
  if (manifests.length > mostIndexEntries)
    throw new Refusal(
      `it lists ${String(manifests.length)} entries; ${String(mostIndexEntries)} is the most that is judged`,
    );
  return { kind: 'index', entries: (manifests as readonly Json[]).map(parseEntry) };
}

function parseEntry(value: Json, at: number): IndexEntry {
  const what = `entry ${String(at + 1)} of the index`;
  const { members, ...descriptor } = readDescriptor(value, what);
  const { mediaType } = descriptor;
  if (isIndexType(mediaType)) throw new Refusal(`${what} is an index itself; only one level is judged`);
  if (!isImageManifestType(mediaType))
    throw new Refusal(`${what} is of the media type ${quoted(mediaType)}, which is not that of an image`);
  const annotations = textsOf(members.get('annotations'), `the annotations of ${what}`);
  return {
    ...descriptor,
    platform: parseEntryPlatform(members.get('platform'), what),
    refersTo: parseDigest(annotations.get('vnd.docker.reference.digest') ?? ''),
  };
}

/** An empty platform counts as none, as in docker. Source: OCI image specification, image-index.md. */
function parseEntryPlatform(value: Json | undefined, what: string): EntryPlatform | undefined {
  if (value === undefined || value === null) return undefined;
  const names = ['architecture', 'os', 'os.version', 'os.features', 'variant', 'features'];
  const platform = membersOf(value, names, `the platform of ${what}`);
  const [os = '', architecture = '', variant = ''] = ['os', 'architecture', 'variant'].map((name) =>
    textOf(platform, name, `the platform of ${what}`),
  );
  return platform.size === 0 ? undefined : { os, architecture, variant };
}

function parseImage(top: Members): ParsedManifest {
  refuseMembers(top, 'a manifest', ['manifests', 'fsLayers']);
  const list = top.get('layers');
  // BuildKit writes null where an image has no layers.
  if (!Array.isArray(list) && list !== null) throw new Refusal('it is a manifest without a list of layers');
  const { mediaType, digest, size } = readDescriptor(top.get('config'), 'its config');
  const config = { mediaType, digest, size };
  const layers = ((list ?? []) as readonly Json[]).map((value, at): Descriptor => {
    const layer = readDescriptor(value, `layer ${String(at + 1)}`);
    return { mediaType: layer.mediaType, digest: layer.digest, size: layer.size };
  });
  if (isAttestation(config, layers))
    return {
      kind: 'attestation',
      form: isEmptyJson(config) ? 'artifact' : 'image',
      subject: top.has('subject') ? readDescriptor(top.get('subject'), 'its subject').digest : undefined,
    };
  if (isArtifact(config, layers)) return { kind: 'artifact' };
  refuseUnjudged(config, layers);
  return { kind: 'image', config, layers };
}

/** Recognises both of BuildKit's forms: with an image's config, and with an empty one. */
function isAttestation(config: Descriptor, layers: readonly Descriptor[]): boolean {
  return (
    layers.length > 0 &&
    layers.every((layer) => isAttestationType(layer.mediaType)) &&
    (isImageConfigType(config.mediaType) || isEmptyJson(config))
  );
}

/**
 * A config that is `{}` by its digest names no file system, so no engine runs it whatever its layers are; and no
 * layer is of a type that an engine may unpack. `artifactType` does not count: engines ignore it.
 */
function isArtifact(config: Descriptor, layers: readonly Descriptor[]): boolean {
  return (
    isEmptyJson(config) &&
    !isImageConfigType(config.mediaType) &&
    !layers.some((layer) => mayBeUnpacked(layer.mediaType))
  );
}

function refuseUnjudged(config: Descriptor, layers: readonly Descriptor[]): void {
  if (!isImageConfigType(config.mediaType))
    throw new Refusal(
      `its config is of the media type ${quoted(config.mediaType)}, which is neither an image's nor that of an artifact nobody runs`,
    );
  layers.forEach(({ mediaType }, at) => {
    const layer = `layer ${String(at + 1)}`;
    if (isForeignLayerType(mediaType))
      throw new Refusal(
        `${layer} is foreign, of the media type ${quoted(mediaType)}: engines may fetch it from elsewhere`,
      );
    if (!isLayerType(mediaType))
      throw new Refusal(
        `${layer} is of the media type ${quoted(mediaType)}, which is not that of a layer that scanners know`,
      );
  });
}

/** Total compressed bytes of some images; a blob that they share counts once. */
export function compressedSize(images: readonly ImageManifest[]): number {
  const blobs = new Map<Digest, number>();
  for (const { config, layers } of images)
    for (const blob of [config, ...layers]) blobs.set(blob.digest, blob.size);
  return [...blobs.values()].reduce((total, size) => total + size, 0);
}
