import type { Digest } from './digest.ts';
import type { AccountId, Platform, Region, RepositoryName, Tag } from './names.ts';
import type { Encryption } from './posture.ts';
import type { RoleRequest } from './role.ts';

/** Amazon ECR's two kinds of registry: one per account and region, and an account's in the ECR Public Gallery. */
export type RegistryType = 'private' | 'public';

/** Whose registry it is, and which region to ask. */
export interface RegistryPlace {
  /** For ECR Public always `publicRegion`. */
  readonly region: Region;
  /** Undefined means the caller's own account. */
  readonly registryId: AccountId | undefined;
  /** The role to assume first; without one the job's credentials are used as they are. */
  readonly role?: RoleRequest;
}

/** Which registry to talk to. */
export interface RegistryTarget extends RegistryPlace {
  readonly type: RegistryType;
}

/** A repository, as the registry itself describes it. */
export interface Repository {
  /** As it follows the host; a public one begins with the registry's alias. */
  readonly name: RepositoryName;
  /** Host and name, from the API's answer. */
  readonly uri: string;
  readonly arn: string;
  readonly type: RegistryType;
  readonly registryId: AccountId;
  readonly region: Region;
  /** Whether a tag, once set, can move to another image. */
  readonly mutability: TagMutability;
  /** Absent if the registry does not say. */
  readonly encryption?: Encryption;
}

/** The host of a repository's registry, and its port unless it is the default. */
export function registryHost({ uri }: Pick<Repository, 'uri'>): string {
  return uri.slice(0, uri.indexOf('/'));
}

/** ECR's four settings in one shape. Filters are wildcards: `*` stands for any characters. */
export interface TagMutability {
  readonly default: 'mutable' | 'immutable';
  /** Tags that match one of these behave the other way round. */
  readonly exceptFilters: readonly string[];
}

/** The image to verify, scan and tag: what the builder says it pushed, or the image that is reused. */
export interface Candidate {
  readonly digest: Digest;
  /** Its tag until the end, if the builder could not push by digest. */
  readonly tag: Tag | undefined;
  /** Its platform if the config may not be read; undefined if that is unknown. */
  readonly platform: Platform | undefined;
  /** The input from names it: no other input says anything of it, and nothing is built. */
  readonly isGiven?: boolean;
}

/** A manifest exactly as the registry holds it. */
export interface StoredManifest {
  readonly digest: Digest;
  readonly mediaType: string;
  /** Its exact bytes, as text. */
  readonly body: string;
}

/** One platform of an image: what such a machine pulls, and what is scanned. */
export interface PlatformImage {
  readonly platform: Platform;
  readonly digest: Digest;
  /** Compressed bytes of config and layers; each blob counts once. */
  readonly size: number;
  /** Undefined if it was not read. */
  readonly contents?: ImageContents;
}

/** What one platform's manifest and config say about it. */
export interface ImageContents {
  readonly config: Digest;
  /** As an engine stacks them, lowest first. */
  readonly layers: readonly Layer[];
}

/** One layer of an image. */
export interface Layer {
  readonly digest: Digest;
  readonly mediaType: string;
  /** Compressed bytes. */
  readonly size: number;
  /** The instruction that made it, as the builder writes it; undefined if the config does not say. Foreign text. */
  readonly instruction: string | undefined;
}

/**
 * How attestations are stored: as a manifest with an image's config, or, by BuildKit 0.32 and newer, as an OCI
 * artifact that names the image as its `subject`.
 * Source: moby/buildkit, docs/attestations/attestation-storage.md.
 */
export type AttestationForm = 'image' | 'artifact';

/** Statements about one of the images in an index; engines do not pull them. */
export interface Attestation {
  readonly about: Digest;
  readonly form: AttestationForm;
}

/** An image that has been read back from the registry. */
export interface VerifiedImage {
  readonly digest: Digest;
  readonly manifest: StoredManifest;
  readonly kind: 'manifest' | 'index';
  /** Compressed bytes of all platforms; each blob counts once. */
  readonly size: number;
  readonly platforms: readonly PlatformImage[];
  readonly attestations: readonly Attestation[];
  /**
   * The tags that already point to it: a candidate has at most its own, an image that was there before may have others.
   */
  readonly tags: readonly string[];
  /** Milliseconds since 1970. */
  readonly pushedAt: number;
}

/** An image's size: compressed bytes in all, and each platform's layers; no platforms unless they are known for all. */
export type ImageExtent = Pick<VerifiedImage, 'size' | 'platforms'>;

/** What happened to one tag. */
export interface TagResult {
  readonly tag: Tag;
  readonly kind: 'fixed' | 'moving';
  /**
   * `kept-back`: a higher version has the tag. `overtaken`: another run, whose image is later, set it at the same
   * moment. `unknown`: it is unknown whether it was set, because the registry answered neither then nor later.
   */
  readonly outcome: 'set' | 'unchanged' | 'kept-back' | 'overtaken' | 'failed' | 'unknown' | 'not-tried';
  readonly detail?: string;
}
