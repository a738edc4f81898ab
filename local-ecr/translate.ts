import type { ImageState } from './state.ts';

const oci = {
  manifest: 'application/vnd.oci.image.manifest.v1+json',
  config: 'application/vnd.oci.image.config.v1+json',
  layer: 'application/vnd.oci.image.layer.v1.tar+gzip',
};
const docker = {
  manifest: 'application/vnd.docker.distribution.manifest.v2+json',
  config: 'application/vnd.docker.container.image.v1+json',
  layer: 'application/vnd.docker.image.rootfs.diff.tar.gzip',
};

/**
 * The manifest of an image requested by tag: as stored if its type is accepted, or translated between Docker's schema
 * 2 and OCI if only the other type is. What cannot be translated is returned unchanged, which follows from "by digest
 * there is no translation". Source: ECR user guide, "Container image manifest format support".
 */
export function manifestFor(
  { body, mediaType }: ImageState,
  accepted: readonly string[] | undefined,
): Pick<ImageState, 'body' | 'mediaType'> {
  const stored = { body, mediaType };
  if (accepted === undefined || accepted.includes(mediaType)) return stored;
  const from = [oci, docker].find(({ manifest }) => manifest === mediaType);
  const to = from === oci ? docker : oci;
  if (from === undefined || !accepted.includes(to.manifest)) return stored;
  const types = new Map(Object.entries(from).map(([what, type]) => [type, to[what as keyof typeof to]]));
  const translated = JSON.stringify(
    { ...(JSON.parse(body) as object), mediaType: to.manifest },
    (key, value: unknown) => (key === 'mediaType' ? (types.get(String(value)) ?? value) : value),
  );
  return { body: translated, mediaType: to.manifest };
}
