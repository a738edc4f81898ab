import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ociIndex, ociManifest, sha256 } from './stand.ts';

/** An index of two platforms as an OCI image layout. */
export interface Layout {
  readonly index: string;
  /** Every manifest and blob by digest. */
  readonly blobs: ReadonlyMap<string, Buffer>;
}

/** Writes a layout with one small layer per platform into a folder. Source: OCI image specification, "Image Layout". */
export function writeLayout(
  folder: string,
  platforms: readonly (readonly [os: string, cpu: string])[],
): Layout {
  const blobs = new Map<string, Buffer>();
  const add = (mediaType: string, bytes: Buffer) => {
    const digest = sha256(bytes);
    blobs.set(digest, bytes);
    return { mediaType, digest, size: bytes.length };
  };
  const json = (mediaType: string, value: object) => add(mediaType, Buffer.from(JSON.stringify(value)));

  const manifests = platforms.map(([os, architecture]) => {
    const tar = tarOf('hello.txt', `hello ${architecture}\n`);
    const layer = add('application/vnd.oci.image.layer.v1.tar+gzip', gzipSync(tar));
    const config = json('application/vnd.oci.image.config.v1+json', {
      os,
      architecture,
      config: {},
      rootfs: { type: 'layers', diff_ids: [sha256(tar)] },
    });
    const manifest = json(ociManifest, {
      schemaVersion: 2,
      mediaType: ociManifest,
      config,
      layers: [layer],
    });
    return { ...manifest, platform: { os, architecture } };
  });
  const index = json(ociIndex, { schemaVersion: 2, mediaType: ociIndex, manifests });

  mkdirSync(join(folder, 'blobs', 'sha256'), { recursive: true });
  for (const [digest, bytes] of blobs)
    writeFileSync(join(folder, 'blobs', 'sha256', digest.slice('sha256:'.length)), bytes);
  writeFileSync(join(folder, 'oci-layout'), '{"imageLayoutVersion":"1.0.0"}');
  const top = { ...index, annotations: { 'org.opencontainers.image.ref.name': 'all' } };
  writeFileSync(join(folder, 'index.json'), JSON.stringify({ schemaVersion: 2, manifests: [top] }));
  return { index: index.digest, blobs };
}

/** A tar file of one file. Source: POSIX ustar. */
function tarOf(name: string, content: string): Buffer {
  const header = Buffer.alloc(512);
  header.write(name, 0);
  header.write('0000644\0', 100);
  header.write('0000000\0', 108);
  header.write('0000000\0', 116);
  header.write(`${content.length.toString(8).padStart(11, '0')}\0`, 124);
  header.write('00000000000\0', 136);
  header.write('        ', 148);
  header.write('0', 156);
  header.write('ustar\x0000', 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  const body = Buffer.alloc(Math.ceil(content.length / 512) * 512);
  body.write(content);
  return Buffer.concat([header, body, Buffer.alloc(1024)]);
}
