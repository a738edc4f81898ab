import type { Registry } from '../ports.ts';
import type { Phase } from '../run.ts';
import { registryHost } from '../types/image.ts';
import type { LoginInputs } from '../types/inputs.ts';
import { info } from '../types/message.ts';
import type { Credentials } from '../types/credentials.ts';
import { requireAccount, roleMessages } from './account.ts';
import { installLogin, loginScope, takeLogin } from './docker-login.ts';

interface Order {
  readonly inputs: LoginInputs;
  readonly registry: Registry;
}

/** The result of a job that only logs in. */
interface LoggedIn {
  readonly host: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

/**
 * Logs the job's docker in to a registry, and nothing else. The outputs are those of aws-actions/amazon-ecr-login,
 * for tools that log in by themselves; the password is masked.
 * Source: aws-actions/amazon-ecr-login, index.js (`docker_username_<host>` with each other character as `_`).
 */
export const loggingIn: Phase<Order, LoggedIn> = {
  name: 'login',
  async run({ inputs, registry }, run) {
    await requireAccount(registry, inputs.allowedAccountIds);
    const [credentials, repository] = await Promise.all([
      takeLogin(registry, run),
      inputs.repository === undefined ? undefined : registry.open(inputs.repository).opened(),
    ]);
    const host = repository === undefined ? await hostOf(registry, credentials) : registryHost(repository);
    await installLogin([{ host, basic: credentials.basic }], inputs.login, run);
    const suffix = host.replace(/[^0-9a-z]/gi, '_');
    run.ports.job.setSecretOutput(`docker_username_${suffix}`, credentials.username);
    run.ports.job.setSecretOutput(`docker_password_${suffix}`, credentials.password);
    return run.keep('login', { host, expiresAt: credentials.expiresAt });
  },
  tell: ({ host, expiresAt }, { inputs }) => [
    ...roleMessages(inputs.target),
    info(`Logged in to ${host} until ${new Date(expiresAt).toISOString()} (${loginScope(inputs.login)}).`),
  ],
};

/** The host for the login: the caller's own registry. */
async function hostOf({ ownHost }: Registry, { endpoint }: Credentials): Promise<string> {
  if (endpoint !== undefined) return new URL(endpoint).host;
  if (ownHost === undefined) throw new Error('neither the login nor the registry says a host');
  return ownHost();
}
