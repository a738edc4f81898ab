import type { ECRClientConfig } from '@aws-sdk/client-ecr';
import { ShipError } from '../../types/errors.ts';
import type { RegistryPlace } from '../../types/image.ts';
import type { RepositoryName } from '../../types/names.ts';
import { wellFormed } from './answer-shapes.ts';
import { badAnswer, type CallFacts, type ServiceName } from './aws-errors.ts';
import { awsTranslator, type ListRepositories } from './aws-translator.ts';
import { boundAnswers, type Bounded } from './bounded-answers.ts';
import { hasExpired, noCredentials } from './credential-errors.ts';
import { within } from '../machine/deadline.ts';
import { timedCall } from '../runner/debug.ts';
import { listenToProviders } from './provider-words.ts';
import { proxyAwareAgents, type Agents } from '../http/proxy.ts';
import type { RegistryTime } from '../http/registry-time.ts';
import type { RoleSession } from './role.ts';
import { credentialsOf } from './session.ts';

/** Sends a command with the given options, which carry its deadline. Every error is translated. */
export type Send<Client> = <Output>(
  action: string,
  repository: RepositoryName | undefined,
  call: (client: Client, options: { readonly abortSignal: AbortSignal }) => Promise<Output>,
  bounds?: Bounds,
) => Promise<Output>;

interface Bounds {
  /** Switches off the SDK's retries. */
  readonly once?: boolean;
  /** How long the call may take with all its retries, in milliseconds. */
  readonly withinMs?: number;
}

/** What every client of a service is made with. */
type ClientSettings = Required<
  Pick<ECRClientConfig, 'region' | 'requestHandler' | 'maxAttempts' | 'logger'>
> &
  Partial<Pick<RoleSession, 'credentials'>>;

/** An AWS service with registries. */
interface Service<Client> {
  /** The prefix of its IAM actions. */
  readonly prefix: ServiceName;
  readonly place: RegistryPlace;
  readonly make: (settings: ClientSettings) => Client;
  /** The agents for its requests, if they have open connections; by default new ones. */
  readonly agents?: Agents;
  /** Whether an exception is an answer to the caller of an action and not a failure of the run. */
  readonly isAnswer: (error: unknown, action: string) => boolean;
  /** Returns one page of the registry's repositories, for a hint; absent if that would not help. */
  readonly list?: (
    client: Client,
    nextToken: string | undefined,
    options: { readonly abortSignal: AbortSignal },
  ) => ReturnType<ListRepositories>;
  /** The role in which it is called; undefined means the job's own credentials. */
  readonly session?: RoleSession | undefined;
}

/** A client whose credentials can be requested separately from a call. */
interface Signing {
  readonly config: { readonly credentials: () => Promise<unknown> };
}

/** After this time without a connection or an answer the SDK retries. In milliseconds. */
const patience = {
  connectionTimeout: 10_000,
  requestTimeout: 15_000,
  throwOnRequestTimeout: true,
  socketTimeout: 15_000,
};

/** A hint must not delay an error. In milliseconds. */
const nearMs = 10_000;

/** The deadline of a call with all its retries: what is not answered by then never is. In milliseconds. */
const callMs = 45_000;

/**
 * Makes a service's clients, and returns the one way to call it.
 * @param time takes the registry's time from every answer
 * @param signal the end of the run: pending calls are then given up, and no more are made
 */
export function awsCalls<Client extends Bounded & Signing>(
  { prefix, place, make, agents = proxyAwareAgents(), isAnswer, list, session }: Service<Client>,
  time: RegistryTime,
  signal: AbortSignal,
): Send<Client> {
  const providers = listenToProviders();
  const requestHandler = { ...agents, ...patience };
  const makeClients = () => {
    const common = {
      region: place.region,
      requestHandler,
      logger: providers.logger,
      ...credentialsOf(session),
    };
    const patient = make({ ...common, maxAttempts: 5 });
    // The SDK treats LimitExceededException as throttling and retries it; for StartImageScan it is an answer.
    const once = make({ ...common, maxAttempts: 1 });
    for (const client of [patient, once]) boundAnswers(client, time);
    return { patient, once };
  };
  let clients = makeClients();
  const listing = { signals: [signal], ms: nearMs, late: () => new Error('it takes too long') };
  const translator = awsTranslator(
    list && ((nextToken) => within(listing, (abortSignal) => list(clients.once, nextToken, { abortSignal }))),
  );

  return async (action, repository, call, { once = false, withinMs = callMs } = {}) => {
    signal.throwIfAborted();
    const late = () => tooLate(facts, withinMs);
    const attempt = async (abortSignal: AbortSignal) => {
      const client = once ? clients.once : clients.patient;
      // Requested separately, so that a failure here is known not to be ECR's. The client keeps the credentials.
      await client.config.credentials().catch((error: unknown) => {
        throw noCredentials(error, providers.take());
      });
      return wellFormed(await call(client, { abortSignal }), action, prefix);
    };
    const { region, registryId } = place;
    const facts = { action: `${prefix}:${action}`, region, registryId, repository, role: session?.role };
    try {
      const calling = within({ signals: [signal], ms: Math.max(1, withinMs), late }, (end) =>
        attempt(end).catch((error: unknown) => {
          // A chain of providers keeps its credentials; a new one requests them again, if they have a source.
          if (hasExpired(error)) {
            session?.forget();
            clients = makeClients();
          } else if (!(error instanceof SyntaxError)) throw error;
          return attempt(end);
        }),
      );
      return await logged(facts, () => translator.follow(calling, facts));
    } catch (error) {
      signal.throwIfAborted();
      if (isAnswer(error, action)) throw error;
      throw error instanceof SyntaxError
        ? badAnswer(action, 'something that is not JSON', prefix)
        : await translator.translate(error, facts);
    }
  };
}

/** Logs a call of the API as a debug line. */
function logged<T>({ action, region, repository }: CallFacts, work: () => Promise<T>): Promise<T> {
  const of = repository === undefined ? '' : ` of ${repository}`;
  return timedCall(() => `${action} in ${region}${of}`, work);
}

/** The request member that names another account's registry. */
export function registryOf({ registryId }: RegistryPlace): { registryId?: string } {
  return registryId === undefined ? {} : { registryId };
}

function tooLate({ action, region }: CallFacts, withinMs: number): ShipError {
  return new ShipError({
    code: 'registry-unreachable',
    what: `The API of Amazon ECR in ${region} gave no answer to ${action} within ${String(Math.round(withinMs / 1000))} s.`,
    next: 'Check the network and proxy settings of the runner; if they are right, run the job again.',
  });
}
