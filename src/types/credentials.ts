/** Secret: the login for docker and the registry's HTTP interface. It opens every registry that the role may use. */
export interface Credentials {
  /**
   * Scheme and host of the caller's own registry, as the API gave it; another account's repository has another host.
   * Undefined for ECR Public, whose API gives none: there the host is in a repository's own URI.
   */
  readonly endpoint: string | undefined;
  readonly username: string;
  readonly password: string;
  /** User name and password, encoded as for HTTP Basic authentication and docker's configuration. */
  readonly basic: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

/** Secret: a login to a registry, as the user gave it. */
export interface RegistryLogin {
  /** The registry's host, and its port unless it is the default. */
  readonly host: string;
  readonly username: string;
  readonly password: string;
}

/** Secret: a login as docker's configuration has it. */
export interface DockerLogin {
  readonly host: string;
  /** User name and password, encoded as for HTTP Basic authentication. */
  readonly basic: string;
}

/** Converts a login to the form of docker's configuration. */
export function asDockerLogin({ host, username, password }: RegistryLogin): DockerLogin {
  const bytes = new TextEncoder().encode(`${username}:${password}`);
  return { host, basic: btoa(String.fromCharCode(...bytes)) };
}
