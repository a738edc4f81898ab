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

/** Secret: a login to a registry that a person has given. */
export interface RegistryLogin {
  /** The registry's host, and its port where it is not the usual one. */
  readonly host: string;
  readonly username: string;
  readonly password: string;
}

/** Secret: a login as docker's configuration has it. */
export interface DockerLogin {
  readonly host: string;
  /** User name and password as HTTP Basic authentication writes them. */
  readonly basic: string;
}

/** A login that a person has given, as docker's configuration has it. */
export function asDockerLogin({ host, username, password }: RegistryLogin): DockerLogin {
  const bytes = new TextEncoder().encode(`${username}:${password}`);
  return { host, basic: btoa(String.fromCharCode(...bytes)) };
}
