/** Secret: what docker and the registry's HTTP interface need to get in. */
export interface Credentials {
  /** Host and, where it is not the default one, port. */
  readonly host: string;
  /** Scheme and host, as the API gave it. */
  readonly endpoint: string;
  readonly username: string;
  readonly password: string;
  /** User name and password as HTTP Basic authentication and docker's configuration write them. */
  readonly basic: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}
