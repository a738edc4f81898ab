import type * as Sdk from '@aws-sdk/client-ecr';
import { ShipError } from '../types/errors.ts';
import type { RegistryTarget } from '../types/image.ts';
import type { RepositoryName } from '../types/names.ts';
import { badAnswer, hasExpired, translateAwsError, type CallFacts } from './aws-errors.ts';
import { boundAnswers } from './bounded-answers.ts';
import { within } from './deadline.ts';
import { proxyAwareAgents } from './proxy.ts';
import { registryTime, type RegistryTime } from './registry-time.ts';
import type { RoleSession, SessionTools } from './role.ts';

/** The loaded SDK, and one way to call it that translates every error. */
export interface Client {
  readonly sdk: typeof Sdk;
  readonly target: RegistryTarget;
  readonly time: RegistryTime;
  /** The role that it works in; undefined with the job's own credentials. */
  readonly session: RoleSession | undefined;
  readonly send: Send;
}

/** Sends a command with the options it is given, which carry the end of its time. */
export type Send = <Output>(
  action: string,
  repository: RepositoryName | undefined,
  call: (client: Sdk.ECRClient, options: { readonly abortSignal: AbortSignal }) => Promise<Output>,
  bounds?: Bounds,
) => Promise<Output>;

interface Bounds {
  /** Switches the SDK's retries off. */
  readonly once?: boolean;
  /** How long the call may take with all its tries, in milliseconds. */
  readonly withinMs?: number;
}

/** A connection or an answer that never comes: the SDK tries again. In milliseconds. */
const patience = {
  connectionTimeout: 10_000,
  requestTimeout: 15_000,
  throwOnRequestTimeout: true,
  socketTimeout: 15_000,
};

/** A call with all its tries; what has no answer by then will not have one. In milliseconds. */
const callMs = 45_000;

/**
 * Loads the SDK and makes its clients.
 * @param signal the end of the run: whatever is asked then is given up, and nothing is asked any more
 * @param mask is told every secret of a role that is taken on
 */
export async function loadClient(
  target: RegistryTarget,
  signal: AbortSignal,
  mask: (secret: string) => void = () => undefined,
): Promise<Client> {
  const sdk = await import('@aws-sdk/client-ecr');
  const session = await sessionOf(target, { signal, mask, sdk });
  const time = registryTime();
  const requestHandler = { ...proxyAwareAgents(), ...patience };
  const makeClients = () => {
    const common = { region: target.region, requestHandler, ...credentialsOf(session) };
    const patient = new sdk.ECRClient({ ...common, maxAttempts: 5 });
    // The SDK counts LimitExceededException as throttling and sends it again; for StartImageScan it is an answer.
    const once = new sdk.ECRClient({ ...common, maxAttempts: 1 });
    for (const client of [patient, once]) boundAnswers(client, time);
    return { patient, once };
  };
  let clients = makeClients();

  const send: Send = async (action, repository, call, { once = false, withinMs = callMs } = {}) => {
    signal.throwIfAborted();
    const late = () => tooLate(facts, withinMs);
    const attempt = (abortSignal: AbortSignal) =>
      call(once ? clients.once : clients.patient, { abortSignal });
    const facts = {
      action: `ecr:${action}`,
      region: target.region,
      registryId: target.registryId,
      repository,
    };
    try {
      return await within({ signals: [signal], ms: Math.max(1, withinMs), late }, (end) =>
        attempt(end).catch((error: unknown) => {
          // A chain of providers keeps what it was given; a new one asks again, where there is somebody to ask.
          if (hasExpired(error)) {
            session?.forget();
            clients = makeClients();
          } else if (!(error instanceof SyntaxError)) throw error;
          return attempt(end);
        }),
      );
    } catch (error) {
      signal.throwIfAborted();
      if (isAnswer(sdk, error)) throw error;
      throw error instanceof SyntaxError
        ? badAnswer(action, 'something that is no JSON')
        : translateAwsError(error, facts);
    }
  };
  return { sdk, target, time, session, send };
}

/** What takes roles on is loaded only where there is one to take on. */
async function sessionOf(target: RegistryTarget, tools: SessionTools): Promise<RoleSession | undefined> {
  if (target.role === undefined) return undefined;
  const { roleSession } = await import('./role.ts');
  return roleSession(target, target.role, tools);
}

/** What a client of the SDK is given; nothing, so that it looks for credentials itself, without a role. */
export function credentialsOf(session: RoleSession | undefined): Partial<Pick<RoleSession, 'credentials'>> {
  return session === undefined ? {} : { credentials: session.credentials };
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

function tooLate({ action, region }: CallFacts, withinMs: number): ShipError {
  return new ShipError({
    code: 'registry-unreachable',
    what: `The API of Amazon ECR in ${region} gave no answer to ${action} within ${String(Math.round(withinMs / 1000))} s.`,
    next: 'Check the network and proxy settings of the runner; if they are right, run the job again.',
  });
}
