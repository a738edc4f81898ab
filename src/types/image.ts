import type { Digest } from './digest.ts';
import type { AccountId, Platform, Region, RepositoryName, Tag } from './names.ts';
import type { Encryption } from './posture.ts';
import type { RoleRequest } from './role.ts';

/** Amazon ECR's two kinds of registry: of an account and a region, and of an account in the ECR Public Gallery. */
export type RegistryType = 'private' | 'public';

/** Whose registry it is, and where it is asked. */
export interface RegistryPlace {
  /** Of ECR Public always `publicRegion`. */
  readonly region: Region;
  /** Undefined: the caller's own account. */
  readonly registryId: AccountId | undefined;
  /** The role that is taken on first; without one the credentials of the job are used as they are. */
  readonly role?: RoleRequest;
}

/** Which registry to talk to. */
export interface RegistryTarget extends RegistryPlace {
  readonly type: RegistryType;
}

/** Where images of this run live, as the registry itself says it. */
export interface Repository {
  /** As it stands behind the host: of a public one with the registry's alias before it. */
  readonly name: RepositoryName;
  /** Host and name, from the API's answer. */
  readonly uri: string;
  readonly arn: string;
  readonly type: RegistryType;
  readonly registryId: AccountId;
  readonly region: Region;
  /** Whether a given tag, once set, can be set again to another image. */
  readonly mutability: TagMutability;
  /** Absent where the registry does not say it. */
  readonly encryption?: Encryption;
}

/** The host of a repository's registry, and its port where it is not the usual one. */
export function registryHost({ uri }: Pick<Repository, 'uri'>): string {
  return uri.slice(0, uri.indexOf('/'));
}

/** ECR's four settings in one shape. Filters are wildcards: `*` stands for any run of characters. */
export interface TagMutability {
  readonly default: 'mutable' | 'immutable';
  /** Tags that match one of these behave the other way round. */
  readonly exceptFilters: readonly string[];
}

/** What is verified, scanned and named: what the builder says it pushed, or the image that is reused. */
export interface Candidate {
  readonly digest: Digest;
  /** The tag it carries until the end, where the builder could not push by digest. */
  readonly tag: Tag | undefined;
  /** What it is for where its config may not be read; undefined where nobody says. */
  readonly platform: Platform | undefined;
}

/** A manifest exactly as the registry holds it. */
export interface StoredManifest {
  readonly digest: Digest;
  readonly mediaType: string;
  /** The very bytes, as text. */
  readonly body: string;
}

/** One platform of an image: what is pulled on such a machine, and what is scanned. */
export interface PlatformImage {
  readonly platform: Platform;
  readonly digest: Digest;
  /** Compressed bytes: config and layers, each blob once. */
  readonly size: number;
  /** What it is made of; undefined where nobody has looked. */
  readonly contents?: ImageContents;
}

/** What one platform's manifest and config say of themselves. */
export interface ImageContents {
  readonly config: Digest;
  /** As an engine stacks them, the lowest first. */
  readonly layers: readonly Layer[];
}

/** One layer of an image. */
export interface Layer {
  readonly digest: Digest;
  readonly mediaType: string;
  /** Compressed bytes. */
  readonly size: number;
  /** The instruction that made it, as the builder writes it; undefined where the config does not say. Foreign text. */
  readonly instruction: string | undefined;
}

/**
 * How statements about an image are stored: as a manifest with a config as images have it, or, by BuildKit 0.32 and newer, as
 * an OCI artifact that names the image as its `subject`. Source: moby/buildkit, docs/attestations/attestation-storage.md.
 */
export type AttestationForm = 'image' | 'artifact';

/** Statements about one of the images that an index lists; no engine gets them. */
export interface Attestation {
  readonly about: Digest;
  readonly form: AttestationForm;
}

/** An image whose presence in the registry has been read back. */
export interface VerifiedImage {
  readonly digest: Digest;
  readonly manifest: StoredManifest;
  readonly kind: 'manifest' | 'index';
  /** Compressed bytes of all platforms, each blob once. */
  readonly size: number;
  readonly platforms: readonly PlatformImage[];
  readonly attestations: readonly Attestation[];
  /** The tags that name it already: of a candidate its own at most, of an image that was there before its names. */
  readonly tags: readonly string[];
  /** Milliseconds since 1970. */
  readonly pushedAt: number;
}

/** What an image takes: its compressed size, and the layers of each platform; no platform where none is known for all. */
export type ImageExtent = Pick<VerifiedImage, 'size' | 'platforms'>;

/** What happened to one name. */
export interface TagResult {
  readonly tag: Tag;
  readonly kind: 'fixed' | 'moving';
  /**
   * `kept-back`: a higher version has the name. `overtaken`: another run, whose image is later, set it at the same
   * moment. `unknown`: nobody knows whether it was set, for the registry answered neither then nor later.
   */
  readonly outcome: 'set' | 'unchanged' | 'kept-back' | 'overtaken' | 'failed' | 'unknown' | 'not-tried';
  readonly detail?: string;
}
