import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { parseDigest, type Digest } from '../../src/types/digest.ts';

export const ociManifest = 'application/vnd.oci.image.manifest.v1+json';
export const ociIndex = 'application/vnd.oci.image.index.v1+json';
export const ociConfig = 'application/vnd.oci.image.config.v1+json';
export const ociLayer = 'application/vnd.oci.image.layer.v1.tar+gzip';
export const dockerManifest = 'application/vnd.docker.distribution.manifest.v2+json';
export const dockerList = 'application/vnd.docker.distribution.manifest.list.v2+json';
export const dockerConfig = 'application/vnd.docker.container.image.v1+json';
export const dockerLayer = 'application/vnd.docker.image.rootfs.diff.tar.gzip';
export const inToto = 'application/vnd.in-toto+json';
export const emptyType = 'application/vnd.oci.empty.v1+json';

export function sha256(bytes: string | Buffer): Digest {
  const digest = parseDigest(`sha256:${createHash('sha256').update(bytes).digest('hex')}`);
  if (digest === undefined) throw new Error('sha256 gave no digest');
  return digest;
}

/** A manifest as a registry stores it. */
export interface Stored {
  readonly digest: Digest;
  readonly mediaType: string;
  readonly body: string;
}

/** An image or another thing that a registry may hold: the manifest with the tag, those it lists, and every blob. */
export interface Pushed {
  readonly top: Stored;
  readonly manifests: readonly Stored[];
  readonly blobs: readonly Buffer[];
}

export function stored(mediaType: string, content: object | string): Stored {
  const body = typeof content === 'string' ? content : JSON.stringify(content);
  return { digest: sha256(body), mediaType, body };
}

export function describeBlob(mediaType: string, bytes: Buffer) {
  return { mediaType, digest: sha256(bytes), size: bytes.length };
}

export function entryOf({ digest, mediaType, body }: Stored, more: object = {}) {
  return { mediaType, digest, size: Buffer.byteLength(body), ...more };
}

export const linuxAmd64 = { platform: { os: 'linux', architecture: 'amd64' } };
export const linuxArm64 = { platform: { os: 'linux', architecture: 'arm64' } };
export const unknownPlatform = { platform: { os: 'unknown', architecture: 'unknown' } };

/** BuildKit's annotations on the entry of an attestation. Source: moby/buildkit, attestation-storage.md. */
export function attestationOf(digest: string) {
  return {
    ...unknownPlatform,
    annotations: {
      'vnd.docker.reference.type': 'attestation-manifest',
      'vnd.docker.reference.digest': digest,
    },
  };
}

export interface ImageOptions {
  readonly os?: string;
  readonly architecture?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly docker?: boolean;
  /** Members of the manifest, in addition to the usual ones or instead of them. */
  readonly more?: object;
  /** Members of the config, in addition to the usual ones or instead of them. */
  readonly config?: object;
  /** Members of the only layer's descriptor, in addition to the usual ones or instead of them. */
  readonly layer?: object;
  /** Members of the config's descriptor, in addition to the usual ones or instead of them. */
  readonly configDescriptor?: object;
}

/** An image that any engine runs, with one file, who.txt, that says which image it is. */
export function imageOf(who: string, options: ImageOptions = {}): Pushed {
  const { os = 'linux', architecture = 'amd64', labels = {}, docker = false } = options;
  const tar = tarOf('who.txt', `${who}\n`);
  const layer = gzipSync(tar);
  const config = Buffer.from(
    JSON.stringify({
      os,
      architecture,
      config: { Cmd: ['/none'], Labels: labels },
      rootfs: { type: 'layers', diff_ids: [sha256(tar)] },
      ...options.config,
    }),
  );
  const mediaType = docker ? dockerManifest : ociManifest;
  const top = stored(mediaType, {
    schemaVersion: 2,
    mediaType,
    config: { ...describeBlob(docker ? dockerConfig : ociConfig, config), ...options.configDescriptor },
    layers: [{ ...describeBlob(docker ? dockerLayer : ociLayer, layer), ...options.layer }],
    ...options.more,
  });
  return { top, manifests: [], blobs: [config, layer] };
}

const emptyJson = Buffer.from('{}');

/** An attestation about an image, as BuildKit stores it: as a separate image, or since 0.32 as an OCI artifact. */
export function attestation(about: Stored, form: 'image' | 'artifact' = 'image', layerType = inToto): Pushed {
  const statement = Buffer.from(
    JSON.stringify({
      _type: 'https://in-toto.io/Statement/v1',
      subject: [{ name: '_', digest: { sha256: about.digest.slice('sha256:'.length) } }],
      predicateType: 'https://slsa.dev/provenance/v1',
      predicate: {},
    }),
  );
  const layer = {
    ...describeBlob(layerType, statement),
    annotations: { 'in-toto.io/predicate-type': 'https://slsa.dev/provenance/v1' },
  };
  const asImage = Buffer.from(
    JSON.stringify({
      architecture: 'unknown',
      os: 'unknown',
      config: {},
      rootfs: { type: 'layers', diff_ids: [layer.digest] },
    }),
  );
  const isArtifact = form === 'artifact';
  const top = stored(ociManifest, {
    schemaVersion: 2,
    mediaType: ociManifest,
    ...(isArtifact && { artifactType: 'application/vnd.docker.attestation.manifest.v1+json' }),
    config: isArtifact
      ? { ...describeBlob(emptyType, emptyJson), data: 'e30=' }
      : describeBlob(ociConfig, asImage),
    layers: [layer],
    ...(isArtifact && { subject: entryOf(about) }),
  });
  return { top, manifests: [], blobs: [isArtifact ? emptyJson : asImage, statement] };
}

/** Something that nobody runs, such as an index of AWS SOCI: its config is `{}`, and its layers are of other kinds. */
export function artifact(
  artifactType: string,
  { configType = artifactType, layerType = 'application/octet-stream', content = 'an index of files' } = {},
): Pushed {
  const layer = Buffer.from(content);
  const top = stored(ociManifest, {
    schemaVersion: 2,
    mediaType: ociManifest,
    artifactType,
    config: describeBlob(configType, emptyJson),
    layers: [describeBlob(layerType, layer)],
  });
  return { top, manifests: [], blobs: [emptyJson, layer] };
}

/** An index that lists `entries` in this order. */
export function indexOf(
  entries: readonly (readonly [listed: Pushed, more?: object])[],
  more: object = {},
  mediaType = ociIndex,
): Pushed {
  const manifests = entries.map(([{ top }, members]) => entryOf(top, members));
  return {
    top: stored(mediaType, { schemaVersion: 2, mediaType, manifests, ...more }),
    ...contentOf(entries.map(([listed]) => listed)),
  };
}

/** Everything of which the given images are made. */
export function contentOf(listed: readonly Pushed[]): Pick<Pushed, 'manifests' | 'blobs'> {
  return {
    manifests: listed.flatMap(({ top, manifests }) => [...manifests, top]),
    blobs: listed.flatMap(({ blobs }) => blobs),
  };
}

/** A tar file with one file. Source: POSIX ustar. */
export function tarOf(name: string, content: string): Buffer {
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

/** The files of a tar, by name. */
export function filesIn(tar: Buffer): Readonly<Record<string, string>> {
  const files: Record<string, string> = {};
  for (let at = 0; at + 512 <= tar.length && tar[at] !== 0;) {
    const name = tar
      .subarray(at, at + 100)
      .toString()
      .replace(/\0.*$/s, '');
    const size = Number.parseInt(tar.subarray(at + 124, at + 136).toString(), 8);
    files[name] = tar.subarray(at + 512, at + 512 + size).toString();
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return files;
}

/** The digest of the image whose who.txt says this. */
export function digestOf({ top, manifests, blobs }: Pushed, who: string): Digest {
  const layers = blobs.filter(
    (blob) => blob[0] === 0x1f && filesIn(gunzipSync(blob))['who.txt'] === `${who}\n`,
  );
  const image = [...manifests, top].find(
    ({ body }) => body.includes('"layers":[') && layers.some((layer) => body.includes(sha256(layer))),
  );
  if (image === undefined) throw new Error(`there is no image that says ${who}`);
  return image.digest;
}
