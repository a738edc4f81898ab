import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Seed } from '../local-ecr/index.ts';

const sha256 = (bytes: string | Buffer) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

/** An image that an engine can build on: its layer is an archive with one file. */
export function baseImage(content: string): Seed {
  return imageOf(archiveOf('base.txt', content), { content });
}

/** A tar with one file. Source: POSIX.1-2017, pax, "ustar Interchange Format". */
function archiveOf(name: string, text: string): Buffer {
  const bytes = Buffer.from(text);
  const header = Buffer.alloc(512);
  const field = (at: number, value: string) => header.write(value, at, 'latin1');
  field(0, name);
  field(
    100,
    '0000644\0' +
      '0000000\0' +
      '0000000\0' +
      `${bytes.length.toString(8).padStart(11, '0')}\0` +
      '00000000000\0',
  );
  field(148, '        ');
  field(156, '0');
  field(257, 'ustar\0' + '00');
  const sum = header.reduce((total, byte) => total + byte, 0);
  field(148, `${sum.toString(8).padStart(6, '0')}\0 `);
  const padding = Buffer.alloc((512 - (bytes.length % 512)) % 512);
  return Buffer.concat([header, bytes, padding, Buffer.alloc(1024)]);
}

/** A single-platform image with one small layer, complete enough for a registry to copy it. */
export function smallImage(
  content: string,
  architecture = 'amd64',
  labels: Readonly<Record<string, string>> = {},
): Seed {
  return imageOf(Buffer.alloc(1024, content), { content, ...labels }, architecture);
}

function imageOf(contents: Buffer, labels: Readonly<Record<string, string>>, architecture = 'amd64'): Seed {
  const layer = gzipSync(contents);
  const config = JSON.stringify({
    architecture,
    os: 'linux',
    config: { Labels: labels },
    rootfs: { type: 'layers', diff_ids: [sha256(contents)] },
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
