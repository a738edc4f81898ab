/** One platform's image, or an artifact in the same form. Source: OCI image specification; Docker image manifest v2.2. */
const imageManifestTypes = [
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
] as const;

const indexTypes = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
] as const;

/** The media types in which an image can be stored. */
export const manifestMediaTypes = [...imageManifestTypes, ...indexTypes] as const;

const imageConfigTypes = [
  'application/vnd.oci.image.config.v1+json',
  'application/vnd.docker.container.image.v1+json',
];

/**
 * Layers that every engine unpacks and that are stored in the registry.
 * Source: OCI image specification, layer.md; containerd, core/images/mediatypes.go.
 */
const layerTypes = [
  'application/vnd.oci.image.layer.v1.tar',
  'application/vnd.oci.image.layer.v1.tar+gzip',
  'application/vnd.oci.image.layer.v1.tar+zstd',
  'application/vnd.docker.image.rootfs.diff.tar',
  'application/vnd.docker.image.rootfs.diff.tar.gzip',
  'application/vnd.docker.image.rootfs.diff.tar.zstd',
];

export function isImageManifestType(type: string): boolean {
  return (imageManifestTypes as readonly string[]).includes(type);
}

export function isIndexType(type: string): boolean {
  return (indexTypes as readonly string[]).includes(type);
}

export function isImageConfigType(type: string): boolean {
  return imageConfigTypes.includes(type);
}

export function isLayerType(type: string): boolean {
  return layerTypes.includes(type);
}

/** Layers that may be fetched from anywhere. Source: containerd, core/images/mediatypes.go, IsNonDistributable. */
export function isForeignLayerType(type: string): boolean {
  return /^application\/vnd\.(?:oci\.image\.layer\.nondistributable|docker\.image\.rootfs\.foreign)\./.test(
    type,
  );
}

/**
 * Whether this is an attestation: BuildKit's, plain or in a signed envelope. No engine unpacks them.
 * Source: moby/buildkit, docs/attestations/attestation-storage.md; docker/attest
 * (`application/vnd.in-toto.spdx+dsse`); sigstore/cosign, ATTESTATION_SPEC.md.
 */
export function isAttestationType(type: string): boolean {
  return (
    /^application\/vnd\.in-toto(?:\.[a-z0-9-]+)?\+(?:json|dsse)$/.test(type) ||
    type === 'application/vnd.dsse.envelope.v1+json'
  );
}

/**
 * Whether some engine may unpack a blob of this type into a file system: the families of Docker and OCI image types,
 * EROFS, containerd's own, and everything with tar in its name.
 * Source: moby, daemon/internal/distribution/registry.go, supportedMediaTypes; containerd, core/images/mediatypes.go.
 */
export function mayBeUnpacked(type: string): boolean {
  const lower = type.toLowerCase();
  return (
    lower === '' ||
    /^application\/vnd\.(?:oci\.image|docker|erofs|containerd)(?:\.|$)/.test(lower) ||
    /\btar\b/.test(lower)
  );
}
