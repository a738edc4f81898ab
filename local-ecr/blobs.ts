import { createHash, randomUUID } from 'node:crypto';
import {
  createReadStream,
  createWriteStream,
  existsSync,
  renameSync,
  rmSync,
  statSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import type { Readable } from 'node:stream';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { makeFolder } from './folders.ts';

/** An upload that has begun; its bytes so far are in a file. */
export interface Upload {
  readonly id: string;
  readonly repository: string;
  readonly path: string;
  size: number;
  /** How often bytes came by PATCH. */
  patches: number;
  /** The sizes of the parts that came through the API. */
  readonly parts: number[];
}

/** Blobs by digest, in a folder; shared by all repositories of a registry, as in ECR. */
export interface BlobStore {
  startUpload(repository: string): Upload;
  upload(id: string): Upload | undefined;
  append(upload: Upload, bytes: Readable): Promise<void>;
  /**
   * Turns an upload into a blob if it has the expected digest, and drops it otherwise. Returns which of these happened.
   */
  finish(upload: Upload, expected: string): Promise<boolean>;
  /** Stores a small blob and returns its digest. */
  put(bytes: string | Buffer): string;
  has(digest: string): boolean;
  size(digest: string): number;
  open(digest: string, range?: { readonly start: number; readonly end: number }): Readable;
  read(digest: string): Buffer;
  readText(digest: string): string;
}

export function openBlobs(folder: string): BlobStore {
  const uploads = new Map<string, Upload>();
  const blobFolder = join(folder, 'blobs');
  const uploadFolder = join(folder, 'uploads');
  makeFolder(blobFolder);
  // Uploads that an earlier server did not see end; nobody can continue them.
  rmSync(uploadFolder, { recursive: true, force: true });
  makeFolder(uploadFolder);
  const pathOf = (digest: string) => join(blobFolder, digest.replace(':', '-'));

  return {
    startUpload(repository) {
      const id = randomUUID();
      const upload: Upload = { id, repository, path: join(uploadFolder, id), size: 0, patches: 0, parts: [] };
      uploads.set(id, upload);
      return upload;
    },
    upload: (id) => uploads.get(id),
    put(bytes) {
      const digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
      writeFileSync(pathOf(digest), bytes);
      return digest;
    },
    async append(upload, bytes) {
      await pipeline(bytes, createWriteStream(upload.path, { flags: 'a' }));
      upload.size = existsSync(upload.path) ? statSync(upload.path).size : 0;
    },
    async finish(upload, expected) {
      if (!existsSync(upload.path)) await pipeline([], createWriteStream(upload.path));
      const hash = createHash('sha256');
      await pipeline(createReadStream(upload.path), hash);
      uploads.delete(upload.id);
      if (`sha256:${hash.digest('hex')}` !== expected) {
        rmSync(upload.path);
        return false;
      }
      renameSync(upload.path, pathOf(expected));
      return true;
    },
    has: (digest) => existsSync(pathOf(digest)),
    size: (digest) => statSync(pathOf(digest)).size,
    open: (digest, range) => createReadStream(pathOf(digest), range),
    read: (digest) => readFileSync(pathOf(digest)),
    readText: (digest) => readFileSync(pathOf(digest), 'utf8'),
  };
}
