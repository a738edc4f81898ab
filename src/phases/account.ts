import type { Registry } from '../ports.ts';
import { ShipError } from '../types/errors.ts';
import type { RegistryTarget } from '../types/image.ts';
import { info, type Message } from '../types/message.ts';
import type { AccountId } from '../types/names.ts';
import { accountOfCaller } from '../types/role.ts';

/** Tells the log which role the run has assumed. */
export function roleMessages(target: RegistryTarget | undefined): Message[] {
  const role = target?.role;
  return role === undefined ? [] : [info(`Assumed ${role.arn} as ${role.sessionName}.`)];
}

/**
 * Makes sure that nothing is done with the credentials of the wrong account. Throws `wrong-account`.
 * @param allowed empty means any account
 */
export async function requireAccount(registry: Registry, allowed: readonly AccountId[]): Promise<void> {
  if (allowed.length === 0) return;
  const arn = await registry.callerArn();
  const account = accountOfCaller(arn ?? '');
  if (account !== undefined && allowed.includes(account)) return;
  throw new ShipError({
    code: 'wrong-account',
    what:
      account === undefined
        ? 'AWS STS does not say which account the credentials of this job belong to, and allowed-account-ids is set.'
        : `The credentials of this job (${arn ?? ''}) belong to the account ${account}; allowed-account-ids has ${allowed.join(', ')}.`,
    next: 'Correct role-to-assume, the credentials of the job, or the list.',
  });
}
