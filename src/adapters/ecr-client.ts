import type * as Sdk from '@aws-sdk/client-ecr';
import { ShipError } from '../types/errors.ts';
import type { RegistryTarget } from '../types/image.ts';
import type { RepositoryName } from '../types/names.ts';
import { translateAwsError } from './aws-errors.ts';
import { boundAnswers } from './bounded-answers.ts';
import { proxyAwareAgents } from './proxy.ts';

/** The loaded SDK, and one way to call it that translates every error. */
export interface Client {
  readonly sdk: typeof Sdk;
  readonly target: RegistryTarget;
  /** Sends a command; `once` switches the SDK's retries off. */
  readonly send: <Output>(
    action: string,
    repository: RepositoryName | undefined,
    call: (client: Sdk.ECRClient) => Promise<Output>,
    options?: { readonly once: boolean },
  ) => Promise<Output>;
}

/** A connection or an answer that never comes must not outlast every other deadline; the SDK tries again. In milliseconds. */
const patience = {
  connectionTimeout: 10_000,
  requestTimeout: 30_000,
  throwOnRequestTimeout: true,
  socketTimeout: 30_000,
};

export async function loadClient(target: RegistryTarget): Promise<Client> {
  const sdk = await import('@aws-sdk/client-ecr');
  const requestHandler = { ...proxyAwareAgents(), ...patience };
  const patient = new sdk.ECRClient({ region: target.region, requestHandler, maxAttempts: 5 });
  // The SDK counts LimitExceededException as throttling and sends it again; for StartImageScan it is an answer.
  const once = new sdk.ECRClient({ region: target.region, requestHandler, maxAttempts: 1 });
  for (const client of [patient, once]) boundAnswers(client);
  return {
    sdk,
    target,
    async send(action, repository, call, options) {
      try {
        return await call(options?.once === true ? once : patient);
      } catch (error) {
        if (isAnswer(sdk, error)) throw error;
        throw translateAwsError(error, {
          action: `ecr:${action}`,
          region: target.region,
          registryId: target.registryId,
          ...(repository !== undefined && { repository }),
        });
      }
    },
  };
}

/** Exceptions that tell the caller something rather than stop the run. */
function isAnswer(sdk: typeof Sdk, error: unknown): boolean {
  return (
    error instanceof sdk.ScanNotFoundException ||
    error instanceof sdk.ImageNotFoundException ||
    error instanceof sdk.LimitExceededException ||
    error instanceof sdk.UnsupportedImageTypeException ||
    error instanceof sdk.ImageArchivedException ||
    error instanceof sdk.ValidationException
  );
}

export function registryOf(target: RegistryTarget): { registryId?: string } {
  return target.registryId === undefined ? {} : { registryId: target.registryId };
}

export function badAnswer(action: string, what: string): ShipError {
  return new ShipError({
    code: 'registry-failed',
    what: `ecr:${action} answered with ${what}.`,
    next: 'Look for a proxy between the runner and AWS; if there is none, run the job again.',
  });
}
