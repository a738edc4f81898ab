import type * as Sdk from '@aws-sdk/client-ecr';
import { ShipError } from '../types/errors.ts';
import type { RegistryTarget } from '../types/image.ts';
import type { RepositoryName } from '../types/names.ts';
import { badAnswer, isDenial, isNoRepository, translateAwsError, type CallFacts } from './aws-errors.ts';
import { boundAnswers } from './bounded-answers.ts';
import { hasExpired, noCredentials } from './credential-errors.ts';
import { within } from './deadline.ts';
import { watchDenials } from './denials.ts';
import { nearRepositories } from './near-repositories.ts';
import { listenToProviders } from './provider-words.ts';
import { proxyAwareAgents } from './proxy.ts';
import { registryTime, type RegistryTime } from './registry-time.ts';

/** The loaded SDK, and one way to call it that translates every error. */
export interface Client {
  readonly sdk: typeof Sdk;
  readonly target: RegistryTarget;
  readonly time: RegistryTime;
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
 */
export async function loadClient(target: RegistryTarget, signal: AbortSignal): Promise<Client> {
  const sdk = await import('@aws-sdk/client-ecr');
  const time = registryTime();
  const providers = listenToProviders();
  const requestHandler = { ...proxyAwareAgents(), ...patience };
  const makeClients = () => {
    const common = { region: target.region, requestHandler, logger: providers.logger };
    const patient = new sdk.ECRClient({ ...common, maxAttempts: 5 });
    // The SDK counts LimitExceededException as throttling and sends it again; for StartImageScan it is an answer.
    const once = new sdk.ECRClient({ ...common, maxAttempts: 1 });
    for (const client of [patient, once]) boundAnswers(client, time);
    return { patient, once };
  };
  let clients = makeClients();
  const toError = translator(sdk, target, (ask) =>
    within({ signals: [signal], ms: nearMs, late: () => new Error('late') }, (abortSignal) =>
      ask(clients.once, { abortSignal }),
    ),
  );

  const send: Send = async (action, repository, call, { once = false, withinMs = callMs } = {}) => {
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
    const facts = {
      action: `ecr:${action}`,
      region: target.region,
      registryId: target.registryId,
      repository,
    };
    try {
      const calling = within({ signals: [signal], ms: Math.max(1, withinMs), late }, (end) =>
        attempt(end).catch((error: unknown) => {
          // A chain of providers keeps what it was given; a new one asks again, where there is somebody to ask.
          if (hasExpired(error)) clients = makeClients();
          else if (!(error instanceof SyntaxError)) throw error;
          return attempt(end);
        }),
      );
      return await toError.follow(calling, facts);
    } catch (error) {
      signal.throwIfAborted();
      if (isAnswer(sdk, error)) throw error;
      throw error instanceof SyntaxError
        ? badAnswer(action, 'something that is no JSON')
        : await toError.translate(error, facts);
    }
  };
  return { sdk, target, time, send };
}

/** A hint must not hold an error up. In milliseconds. */
const nearMs = 10_000;

/** Asks for something that only makes an error better. */
type AskBeside = <T>(
  ask: (client: Sdk.ECRClient, options: { readonly abortSignal: AbortSignal }) => Promise<T>,
) => Promise<T>;

/** Makes errors of a client's calls, with what its other calls tell about the same: all that was denied, names that are near. */
function translator(sdk: typeof Sdk, target: RegistryTarget, ask: AskBeside) {
  const denials = watchDenials();
  /** What was denied without a repository, such as the login, belongs to a run on the one that others were about. */
  let latest: string | undefined;
  const known = new Map<string, Promise<readonly string[]>>();
  const listPage = (nextToken: string | undefined) =>
    ask((client, options) => {
      const page = { ...registryOf(target), maxResults: 1000, nextToken };
      return client.send(new sdk.DescribeRepositoriesCommand(page), options);
    });
  // Several calls find out at once that a repository is missing.
  const nearTo = (name: string) => {
    const near = known.get(name) ?? nearRepositories(name, listPage);
    known.set(name, near);
    return near;
  };
  return {
    follow<T>(call: Promise<T>, facts: CallFacts): Promise<T> {
      latest = facts.repository ?? latest;
      return denials.follow(call, facts);
    },
    async translate(error: unknown, facts: CallFacts): Promise<ShipError> {
      if (isNoRepository(error))
        return translateAwsError(error, facts, { near: await nearTo(facts.repository ?? '') });
      if (!isDenial(error)) return translateAwsError(error, facts);
      const denied = await denials.all();
      return translateAwsError(
        error,
        { ...facts, repository: facts.repository ?? latest },
        { denials: denied },
      );
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

function tooLate({ action, region }: CallFacts, withinMs: number): ShipError {
  return new ShipError({
    code: 'registry-unreachable',
    what: `The API of Amazon ECR in ${region} gave no answer to ${action} within ${String(Math.round(withinMs / 1000))} s.`,
    next: 'Check the network and proxy settings of the runner; if they are right, run the job again.',
  });
}
