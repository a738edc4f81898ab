/** Secret: what docker and the registry's HTTP interface need to get in. It opens every registry that the role may use. */
export interface Credentials {
  /**
   * Scheme and host of the caller's own registry, as the API gave it; another account's repository has another host.
   * Undefined of ECR Public, whose API gives none: there a repository's own URI says the host.
   */
  readonly endpoint: string | undefined;
  readonly username: string;
  readonly password: string;
  /** User name and password as HTTP Basic authentication and docker's configuration write them. */
  readonly basic: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}
