/** Where the builder gets a secret from. Its value is never in an argument, the state or a report. */
export type SecretSource =
  /** The input has the value itself, which is in a private file during the build. */
  | { readonly kind: 'value'; readonly id: string; readonly value: string }
  /** A variable of the job. */
  | { readonly kind: 'env'; readonly id: string; readonly variable: string }
  /** A file of the workspace. */
  | { readonly kind: 'file'; readonly id: string; readonly path: string };

/** A further build context: a folder, an address, `docker-image://…`, `oci-layout://…` or `target:…`. */
export interface NamedContext {
  readonly name: string;
  readonly value: string;
}

/**
 * What docker/build-push-action takes besides context, file, target, platforms, build arguments, labels and annotations,
 * with the same meaning: each is passed to docker unchanged. Source: docker/build-push-action, action.yml.
 */
export interface BuildOptions {
  readonly builder: string | undefined;
  readonly buildContexts: readonly NamedContext[];
  readonly secrets: readonly SecretSource[];
  readonly ssh: readonly string[];
  readonly cacheFrom: readonly string[];
  readonly cacheTo: readonly string[];
  readonly noCache: boolean;
  readonly noCacheFilters: readonly string[];
  readonly pull: boolean;
  readonly addHosts: readonly string[];
  readonly allow: readonly string[];
  readonly network: string | undefined;
  readonly shmSize: string | undefined;
  readonly ulimit: readonly string[];
  readonly cgroupParent: string | undefined;
  /** `true`, `false`, or parameters such as `mode=max`. Undefined means none, so that the image is a single manifest. */
  readonly provenance: string | undefined;
  readonly sbom: string | undefined;
  readonly attests: readonly string[];
}
