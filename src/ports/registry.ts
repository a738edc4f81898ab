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
  /** Where it cannot be pulled: in the archive, or on its way back. */
  readonly archive?: 'archived' | 'activating';
}

/** What a list of all images says of one. */
export interface ListedImage {
  readonly tags: readonly string[];
  /** The image that it is about, where it is a signature, an attestation or something else that is attached to one. */
  readonly subject: Digest | undefined;
}

/** What became of one manifest PUT. */
export type PutOutcome =
  | { readonly kind: 'set'; readonly digest: Digest }
  /** The tag exists and may not move. Compare digests to know whether that matters. */
  | { readonly kind: 'immutable'; readonly detail: string };

/** One account's registry in one region, behind one set of errors (ShipError). */
export interface Registry {
  /** A login for docker and for what is asked of the registry's HTTP interface from now on. */
  login(): Promise<Credentials>;
  /** The ARN of the caller; undefined where it cannot be learnt, which is never a reason to fail. */
  callerArn(): Promise<string | undefined>;
  /** The host of the caller's own registry, where a login does not say it. */
  readonly ownHost?: () => Promise<string>;
  /** Binds a handle to one repository. Asking begins at once, beside what the registry says of the repository itself. */
  open(name: RepositoryName): Opening;
}

/** What can be asked of one repository as soon as its name is known. */
export interface RepositoryPorts {
  readonly manifests: Manifests;
  readonly blobs: Blobs;
  readonly images: Images;
  readonly tags: Tags;
  /** Absent where the registry has no scanner. */
  readonly scanner?: Scanner;
  /** Absent where repositories cannot be made. */
  readonly creation?: Creation;
  /** Absent where there is nothing to read. */
  readonly posture?: PostureReader;
  /** Absent where nothing is archived. */
  readonly archive?: Archive;
  /** Absent where nothing is replicated. */
  readonly replication?: Replication;
  /** Absent where the registry does not list them. */
  readonly referrers?: Referrers;
  /** Opens so many connections to the registry before they are needed. Never fails; absent where that gains nothing. */
  connectAhead?(count: number): void;
  /**
   * Opens a door on this machine through which an engine pushes to this repository's registry, over connections that are kept.
   * Undefined where the engine cannot come in: it runs on another machine. Never fails.
   * @param machine the name of the engine's machine
   */
  openFront?(machine: string): Promise<LoopbackFront | undefined>;
  /** The registry's own time in milliseconds since 1970, by its last answer: a runner's clock may be off by hours. */
  now(): number;
}

/** A registry on this machine's loopback that sends everything on to another one. */
export interface LoopbackFront {
  /** Its address and port, which is what the name of an image begins with. */
  readonly host: string;
  /** The login that it asks for, and that nobody else on this machine knows: `user:password` in base64, as docker keeps it. */
  readonly basic: string;
  /** Whether anybody with that login has come in. */
  isUsed(): boolean;
  /** Why the registry has refused something or cannot be reached, since this was asked last; docker shows no more than a status. */
  takeFault(): string | undefined;
  close(): void;
}

/** A handle whose repository has yet to say what it is. */
export interface Opening extends RepositoryPorts {
  /** Asks the registry what it is, once. Throws `repository-not-found` and what every call throws. */
  opened(): Promise<OpenRepository>;
}

/** Makes a repository. */
export interface Creation {
  /** Makes it with its policies and tags, unless it is there already: then nothing of it is changed. */
  create(settings: RepositorySettings): Promise<'created' | 'there'>;
}

/** Reads how a repository is kept, as far as this role may see it. */
export interface PostureReader {
  read(): Promise<Posture>;
}

/** Where images are kept that nobody can pull until they are back. */
export interface Archive {
  /** Asks for one back, which takes minutes. Throws `image-archived` where that is refused. */
  restore(digest: Digest): Promise<void>;
}

/** What ECR copies to other registries by itself. */
export interface Replication {
  /** Where the images of the repository are to be, too; undefined where that cannot be learnt. */
  replicas(): Promise<readonly Replica[] | undefined>;
  /** How far an image is, registry by registry, as far as it has begun. */
  status(digest: Digest): Promise<readonly ReplicaStatus[]>;
}

/** What is attached to images. */
export interface Referrers {
  /** How many there are, up to the most that an image may have. */
  count(digest: Digest): Promise<number>;
}

/** A handle bound to one repository, with what the registry says of it. */
export interface OpenRepository extends Repository, RepositoryPorts {}

export interface Manifests {
  /** The manifests that are there, by digest; absent ones are left out. */
  read(digests: readonly Digest[]): Promise<readonly StoredManifest[]>;
  /**
   * A small blob such as an image's config, as text, whose bytes have this digest and this length; undefined where this
   * role may not read blobs.
   */
  readBlob(blob: BlobReference): Promise<string | undefined>;
  /** Asks for one that is most likely there by now, so that `readBlob` has it later. Never fails; absent where that gains nothing. */
  readAhead?(digest: Digest): void;
  /** Stores the exact manifest under its digest, without a tag; what it refers to has to be there. */
  write(manifest: StoredManifest): Promise<void>;
}

/** The large parts of images, which nobody here looks into. */
export interface Blobs {
  has(blob: BlobReference): Promise<boolean>;
  /** The bytes of a blob, as they come; they end with an error where they are others than its digest says. */
  open(blob: BlobReference): Promise<AsyncIterable<Uint8Array>>;
  /**
   * Brings a blob here: taken over from another repository of this registry where the registry does that, else
   * uploaded. Tried again after a passing fault, for which its bytes are opened anew.
   */
  bring(blob: BlobReference, source: BlobSource): Promise<'mounted' | 'uploaded'>;
}

/** Where a blob is, and how its bytes are had. */
export interface BlobSource {
  /** A repository of the same registry that has it; undefined where the registry is another one. */
  readonly mountFrom: RepositoryName | undefined;
  readonly open: () => Promise<AsyncIterable<Uint8Array>>;
}

export interface Images {
  /** The images that are there; absent ones are left out. */
  describe(ids: readonly ImageId[]): Promise<readonly ImageFacts[]>;
  /** Every image of the repository, those without a tag and archived ones too: a thousand at once, each when it is wanted. */
  list(): AsyncIterable<readonly ListedImage[]>;
}

export interface Tags {
  /** The manifests that tags point to now; tags that nobody has are left out. */
  read(tags: readonly Tag[]): Promise<ReadonlyMap<Tag, StoredManifest>>;
  /** Every tag of the repository, those of archived images too. */
  list(): Promise<readonly string[]>;
  /** Writes the exact manifest again under a tag. */
  set(tag: Tag, manifest: StoredManifest): Promise<PutOutcome>;
  /** Removes a tag; removing an image's last tag removes the image, which is said. */
  remove(tag: Tag): Promise<'removed' | 'absent'>;
}

export interface Scanner {
  settings(): Promise<ScanSettings>;
  /** @param withinMs how long the answer may take; `not-now` where it takes longer */
  start(digest: Digest, withinMs: number): Promise<ScanStart>;
  /** One page of a manifest's scan, its status included; `busy` where there is no answer by the deadline. */
  read(digest: Digest, page: PageRequest): Promise<ScanAnswer>;
}

/** A blob as a manifest refers to it: what it has to be, and how many bytes it has. */
export interface BlobReference {
  readonly digest: Digest;
  readonly size: number;
}

/** Which page of findings: the first one without a token. ECR gives 1 to 1000 at once. */
export interface PageRequest {
  readonly size: number;
  readonly token?: string;
  /** How long its answer may take, in milliseconds. */
  readonly withinMs?: number;
}

export type ImageId = { readonly digest: Digest } | { readonly tag: Tag };
