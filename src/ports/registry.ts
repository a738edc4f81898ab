import type { Credentials } from '../types/credentials.ts';
import type { Digest } from '../types/digest.ts';
import type { Repository, StoredManifest } from '../types/image.ts';
import type { RepositoryName, Tag } from '../types/names.ts';
import type { Posture } from '../types/posture.ts';
import type { Replica, ReplicaStatus } from '../types/replica.ts';
import type { RepositorySettings } from '../types/repository-settings.ts';
import type { ScanAnswer, ScanSettings, ScanStart } from '../types/scan.ts';

/** What DescribeImages says about one image. */
export interface ImageFacts {
  readonly digest: Digest;
  readonly tags: readonly string[];
  readonly mediaType: string | undefined;
  /** Milliseconds since 1970. */
  readonly pushedAt: number;
  /** Set if it cannot be pulled: it is archived, or being restored. */
  readonly archive?: 'archived' | 'activating';
}

/** What a list of all images says about one. */
export interface ListedImage {
  readonly tags: readonly string[];
  /** The image to which it is attached, if it is a signature, an attestation or the like. */
  readonly subject: Digest | undefined;
}

/** The result of one manifest PUT. */
export type PutOutcome =
  | { readonly kind: 'set'; readonly digest: Digest }
  /** The tag exists and may not move. Compare digests to know whether that matters. */
  | { readonly kind: 'immutable'; readonly detail: string };

/** One account's registry in one region. Every error is a ShipError. */
export interface Registry {
  /** Gets a login for docker, and for all further requests to the registry's HTTP interface. */
  login(): Promise<Credentials>;
  /** The ARN of the caller; undefined if it cannot be learnt, which never fails a run. */
  callerArn(): Promise<string | undefined>;
  /** The host of the caller's own registry, if a login does not give it. */
  readonly ownHost?: () => Promise<string>;
  /** Binds a handle to one repository. Its calls can start at once, while the registry still describes the repository. */
  open(name: RepositoryName): Opening;
}

/** What can be asked of a repository as soon as its name is known. */
export interface RepositoryPorts {
  readonly manifests: Manifests;
  readonly blobs: Blobs;
  readonly images: Images;
  readonly tags: Tags;
  /** Absent if the registry has no scanner. */
  readonly scanner?: Scanner;
  /** Absent if repositories cannot be created. */
  readonly creation?: Creation;
  /** Absent if the registry has no such settings. */
  readonly posture?: PostureReader;
  /** Absent if the registry has no archive. */
  readonly archive?: Archive;
  /** Absent if the registry does not replicate. */
  readonly replication?: Replication;
  /** Absent if the registry does not list referrers. */
  readonly referrers?: Referrers;
  /** Opens connections to the registry before they are needed. Never throws; absent if that gains nothing. */
  connectAhead?(count: number): void;
  /**
   * Opens a registry on this machine's loopback that passes everything on to this repository's registry, over connections that
   * are kept, so that an engine can push through it. Undefined if the engine cannot reach it. Never throws.
   * @param machine the host name of the engine's machine
   */
  openFront?(machine: string): Promise<LoopbackFront | undefined>;
  /** The registry's time in milliseconds since 1970, from its last answer: a runner's clock may be off by hours. */
  now(): number;
}

/** A registry on this machine's loopback that passes everything on to another one. */
export interface LoopbackFront {
  /** Its address and port: the host in an image's name. */
  readonly host: string;
  /** The login it asks for, which nobody else on this machine knows: `user:password` in base64, as docker stores it. */
  readonly basic: string;
  /** Whether anyone has used that login. */
  isUsed(): boolean;
  /** Why the registry refused a request or could not be reached since the last call; docker shows only a status. */
  takeFault(): string | undefined;
  close(): void;
}

/** A handle on a repository that the registry has not described yet. */
export interface Opening extends RepositoryPorts {
  /** Asks the registry for the description, once. Throws `repository-not-found` and what every call throws. */
  opened(): Promise<OpenRepository>;
}

/** Creates repositories. */
export interface Creation {
  /** Creates it with its policies and tags. An existing repository is left as it is. */
  create(settings: RepositorySettings): Promise<'created' | 'there'>;
}

/** Reads how a repository is configured, as far as this role may see it. */
interface PostureReader {
  read(): Promise<Posture>;
}

/** Storage for images that nobody can pull until they are restored. */
export interface Archive {
  /** Requests that an image be restored, which takes minutes. Throws `image-archived` if that is refused. */
  restore(digest: Digest): Promise<void>;
}

/** What ECR copies to other registries by itself. */
export interface Replication {
  /** Where the repository's images are copied to; undefined if that cannot be learnt. */
  replicas(): Promise<readonly Replica[] | undefined>;
  /** How far each registry's copy of an image is; registries where none has begun are left out. */
  status(digest: Digest): Promise<readonly ReplicaStatus[]>;
}

/** What is attached to images. */
interface Referrers {
  /** Counts the referrers of an image, up to the most that an image may have. */
  count(digest: Digest): Promise<number>;
}

/** A handle on a repository, with the registry's description of it. */
export interface OpenRepository extends Repository, RepositoryPorts {}

export interface Manifests {
  /** The manifests that exist, by digest; missing ones are left out. */
  read(digests: readonly Digest[]): Promise<readonly StoredManifest[]>;
  /**
   * The text of a small blob, such as an image's config, checked for digest and length; undefined if this role may
   * not read blobs.
   */
  readBlob(blob: BlobReference): Promise<string | undefined>;
  /**
   * Fetches a blob that most likely exists by now, so that `readBlob` has it later. Never throws; absent if that
   * gains nothing.
   */
  readAhead?(digest: Digest): void;
  /** Stores exactly this manifest under its digest, without a tag. What it refers to must already be there. */
  write(manifest: StoredManifest): Promise<void>;
}

/** The large parts of images, which are never parsed here. */
export interface Blobs {
  has(blob: BlobReference): Promise<boolean>;
  /** Streams a blob's bytes; the stream fails if they do not match the digest. */
  open(blob: BlobReference): Promise<AsyncIterable<Uint8Array>>;
  /**
   * Brings a blob here: mounts it from another repository of this registry if the registry allows that, else
   * uploads it. Retries after a temporary fault, and then opens the bytes again.
   */
  bring(blob: BlobReference, source: BlobSource): Promise<'mounted' | 'uploaded'>;
}

/** Where a blob is, and how to get its bytes. */
export interface BlobSource {
  /** A repository of the same registry that has it; undefined if it is in another registry. */
  readonly mountFrom: RepositoryName | undefined;
  readonly open: () => Promise<AsyncIterable<Uint8Array>>;
}

export interface Images {
  /** The images that exist; missing ones are left out. */
  describe(ids: readonly ImageId[]): Promise<readonly ImageFacts[]>;
  /**
   * Every image of the repository, including untagged and archived ones, in pages of up to a thousand, fetched on demand.
   */
  list(): AsyncIterable<readonly ListedImage[]>;
}

export interface Tags {
  /** The manifests that tags point to now; tags that do not exist are left out. */
  read(tags: readonly Tag[]): Promise<ReadonlyMap<Tag, StoredManifest>>;
  /** Every tag of the repository, including those of archived images. */
  list(): Promise<readonly string[]>;
  /** Puts exactly this manifest under a tag. */
  set(tag: Tag, manifest: StoredManifest): Promise<PutOutcome>;
  /** Removes a tag. Removing an image's last tag removes the image too. */
  remove(tag: Tag): Promise<'removed' | 'absent'>;
}

export interface Scanner {
  settings(): Promise<ScanSettings>;
  /** @param withinMs how long the answer may take; `not-now` if it takes longer */
  start(digest: Digest, withinMs: number): Promise<ScanStart>;
  /** One page of a manifest's scan, with its status; `busy` if there is no answer by the deadline. */
  read(digest: Digest, page: PageRequest): Promise<ScanAnswer>;
}

/** A blob as a manifest refers to it: its digest, and its size in bytes. */
export interface BlobReference {
  readonly digest: Digest;
  readonly size: number;
}

/** Which page of findings: the first one if there is no token. ECR allows 1 to 1000 findings per page. */
export interface PageRequest {
  readonly size: number;
  readonly token?: string;
  /** How long the answer may take, in milliseconds. */
  readonly withinMs?: number;
}

export type ImageId = { readonly digest: Digest } | { readonly tag: Tag };
