import type { Registry } from '../ports.ts';
import type { Run } from '../run.ts';
import {
  asDockerLogin,
  type Credentials,
  type DockerLogin,
  type RegistryLogin,
} from '../types/credentials.ts';
import type { LoginScope } from '../types/inputs.ts';
import { notice, type Message } from '../types/message.ts';

/** Logs in, and masks the secrets of the login. */
export async function takeLogin(registry: Registry, { ports }: Pick<Run, 'ports'>): Promise<Credentials> {
  const credentials = await registry.login();
  ports.job.mask(credentials.password);
  ports.job.mask(credentials.basic);
  return credentials;
}

/** The user's own logins, except to hosts where the step logs in itself: with those it could not push. */
export function besideOurs(
  ours: readonly DockerLogin[],
  given: readonly RegistryLogin[],
): { readonly further: readonly DockerLogin[]; readonly messages: readonly Message[] } {
  const hosts = new Set(ours.map(({ host }) => host));
  return {
    further: given.filter(({ host }) => !hosts.has(host)).map(asDockerLogin),
    messages: given
      .filter(({ host }) => hosts.has(host))
      .map(({ host }) =>
        notice(
          `The login to ${host} in the input registry-logins is not used: this step logs in there itself.`,
        ),
      ),
  };
}

/**
 * Writes logins into a private docker configuration, and, if asked, the first of them into the user's own. What has
 * to be undone is in the journal first.
 */
export async function installLogin(
  logins: readonly DockerLogin[],
  login: LoginScope,
  { ports, undo }: Pick<Run, 'ports' | 'undo'>,
): Promise<{ readonly path: string; readonly dockerEnv: Readonly<Record<string, string>> }> {
  const { dockerConfig, job } = ports;
  const path = dockerConfig.choosePath();
  const isForJob = login !== 'step';
  undo.plan({ kind: 'folder', path, isForJob });
  const dockerEnv = await dockerConfig.install(path, logins);
  if (isForJob) {
    const before = Object.keys(dockerEnv).map((name) => [name, job.variable(name) ?? '']);
    undo.plan({ kind: 'job-variables', before: Object.fromEntries(before) as Record<string, string> });
    for (const [name, value] of Object.entries(dockerEnv)) job.exportVariable(name, value);
  }
  const [own] = logins;
  if (login === 'shared' && own !== undefined) {
    const kept = `${path}-before.json`;
    undo.plan({ kind: 'shared-login', path: kept });
    await dockerConfig.share(kept, own);
  }
  return { path, dockerEnv };
}

/** Describes who can use a login. */
export function loginScope(login: LoginScope): string {
  switch (login) {
    case 'step':
      return 'for this step alone';
    case 'job':
      return 'for this step and the later steps of the job';
    case 'shared':
      return "for this step and the later steps of the job, in the person's own docker configuration too";
  }
}
