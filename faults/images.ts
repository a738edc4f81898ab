import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Seed } from '../local-ecr/index.ts';

const sha256 = (bytes: string | Buffer) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

/** An image of one platform with one small layer, complete enough for a registry to be copied from. */
export function smallImage(
  content: string,
  architecture = 'amd64',
  labels: Readonly<Record<string, string>> = {},
): Seed {
  const layer = gzipSync(Buffer.alloc(1024, content));
  const config = JSON.stringify({
    architecture,
    os: 'linux',
    config: { Labels: { content, ...labels } },
    rootfs: { type: 'layers', diff_ids: [sha256(Buffer.alloc(1024, content))] },
  });
  const part = (mediaType: string, bytes: string | Buffer) => ({
    mediaType: `application/vnd.oci.image.${mediaType}`,
    digest: sha256(bytes),
    size: Buffer.byteLength(bytes),
  });
  const mediaType = 'application/vnd.oci.image.manifest.v1+json';
  const body = JSON.stringify({
    schemaVersion: 2,
    mediaType,
    config: part('config.v1+json', config),
    layers: [part('layer.v1.tar+gzip', layer)],
  });
  return { manifests: [{ mediaType, body }], blobs: [config, layer] };
}
