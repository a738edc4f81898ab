import type { ECRClientConfig } from '@aws-sdk/client-ecr';
import { ShipError } from '../../types/errors.ts';
import type { RegistryPlace } from '../../types/image.ts';
import type { RepositoryName } from '../../types/names.ts';
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

/** Sends a command with the options it is given, which carry the end of its time. Every error is translated. */
export type Send<Client> = <Output>(
  action: string,
  repository: RepositoryName | undefined,
  call: (client: Client, options: { readonly abortSignal: AbortSignal }) => Promise<Output>,
  bounds?: Bounds,
) => Promise<Output>;

interface Bounds {
  /** Switches the SDK's retries off. */
  readonly once?: boolean;
  /** How long the call may take with all its tries, in milliseconds. */
  readonly withinMs?: number;
}

/** What every client of a service is made with. */
export type ClientSettings = Required<
  Pick<ECRClientConfig, 'region' | 'requestHandler' | 'maxAttempts' | 'logger'>
> &
  Partial<Pick<RoleSession, 'credentials'>>;

/** A service of AWS with registries. */
export interface Service<Client> {
  /** What its IAM actions begin with. */
  readonly prefix: ServiceName;
  readonly place: RegistryPlace;
  readonly make: (settings: ClientSettings) => Client;
  /** What its requests go by, where connections of it are there already; by default it is new. */
  readonly agents?: Agents;
  /** Whether an exception tells the caller something rather than stops the run. */
  readonly isAnswer: (error: unknown) => boolean;
  /** Gives one page of the registry's repositories, for a hint; not there where that would be none. */
  readonly list?: (
    client: Client,
    nextToken: string | undefined,
    options: { readonly abortSignal: AbortSignal },
  ) => ReturnType<ListRepositories>;
  /** The role that it is called in; undefined with the job's own credentials. */
  readonly session?: RoleSession | undefined;
}

/** A client whose credentials can be asked for apart from a call. */
interface Signing {
  readonly config: { readonly credentials: () => Promise<unknown> };
}

/** A connection or an answer that never comes: the SDK tries again. In milliseconds. */
const patience = {
  connectionTimeout: 10_000,
  requestTimeout: 15_000,
  throwOnRequestTimeout: true,
  socketTimeout: 15_000,
};

/** A hint must not hold an error up. In milliseconds. */
const nearMs = 10_000;

/** A call with all its tries; what has no answer by then will not have one. In milliseconds. */
const callMs = 45_000;

/**
 * Makes a service's clients, and gives the one way to call it.
 * @param time takes the registry's time from every answer
 * @param signal the end of the run: whatever is asked then is given up, and nothing is asked any more
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
    // The SDK counts LimitExceededException as throttling and sends it again; for StartImageScan it is an answer.
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
      // Asked for apart, so that whatever fails there is known to be no failure of ECR. The client keeps what it gets.
      await client.config.credentials().catch((error: unknown) => {
        throw noCredentials(error, providers.take());
      });
      return call(client, { abortSignal });
    };
    const { region, registryId } = place;
    const facts = { action: `${prefix}:${action}`, region, registryId, repository, role: session?.role };
    try {
      const calling = within({ signals: [signal], ms: Math.max(1, withinMs), late }, (end) =>
        attempt(end).catch((error: unknown) => {
          // A chain of providers keeps what it was given; a new one asks again, where there is somebody to ask.
          if (hasExpired(error)) {
            session?.forget();
            clients = makeClients();
          } else if (!(error instanceof SyntaxError)) throw error;
          return attempt(end);
        }),
      );
      return await told(facts, () => translator.follow(calling, facts));
    } catch (error) {
      signal.throwIfAborted();
      if (isAnswer(error)) throw error;
      throw error instanceof SyntaxError
        ? badAnswer(action, 'something that is not JSON', prefix)
        : await translator.translate(error, facts);
    }
  };
}

/** A call of the API, as a debug line tells of it. */
function told<T>({ action, region, repository }: CallFacts, work: () => Promise<T>): Promise<T> {
  const of = repository === undefined ? '' : ` of ${repository}`;
  return timedCall(() => `${action} in ${region}${of}`, work);
}

/** The member by which another account's registry is asked. */
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
