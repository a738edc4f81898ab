import { setTimeout as sleep } from 'node:timers/promises';
import { HttpClient } from '@actions/http-client';
import type { Credentials } from '../../types/credentials.ts';
import { ShipError } from '../../types/errors.ts';
import { registryHost, type Repository } from '../../types/image.ts';
import { Refusal } from '../../types/refusal.ts';
import { timedCall } from '../runner/debug.ts';
import { TooLong, type HttpAnswer } from '../http/http-answer.ts';
import { isConfidential, protocolOf } from '../http/redirects.ts';
import { connectionsAhead } from '../http/connections-ahead.ts';
import { badRegistry, unreachable } from './registry-errors.ts';
import { keepLogin, mayHaveExpired } from './registry-login.ts';

/** What requests need. */
export interface HttpMeans {
  /** Gives a new login. */
  readonly login: () => Promise<Credentials>;
  /** How a login is sent: ECR Public takes it as a bearer token. Source: docs/contributing/facts.md. */
  readonly scheme?: 'Basic' | 'Bearer';
  /** The registry's time, in which it says how long a login is valid; milliseconds since 1970. */
  readonly now: () => number;
  /** The end of the run, after which no more requests are made. */
  readonly signal: AbortSignal;
  readonly patience?: Patience;
}

/** What was to be sent could not be obtained, after all its own retries: asking the registry again does not help. */
export class SourceFailed extends Error {
  readonly failure: unknown;

  constructor(failure: unknown) {
    super('there is nothing to send');
    this.failure = failure;
  }
}

/** The time for one answer, its body included, and for a question with all its tries; in milliseconds. */
export interface Patience {
  readonly answerMs: number;
  readonly totalMs: number;
}

/** One question about a repository, and how to send it. */
export interface Question<Answer extends HttpAnswer = HttpAnswer> {
  readonly path: string;
  /** What is asked for, in the words of messages. */
  readonly what: string;
  readonly send: (line: Line) => Promise<Answer>;
  /** Set if it takes longer than most questions. */
  readonly patience?: Patience;
}

/** What a question is sent with. */
export interface Line {
  readonly url: URL;
  readonly authorization: string;
  readonly ms: number;
  readonly signal: AbortSignal;
  readonly client: HttpClient;
}

/** Far more than ECR takes for a manifest or a config; three answers that take longer are a lasting fault. */
const usualPatience: Patience = { answerMs: 15_000, totalMs: 40_000 };

/** The pauses before further tries after throttling or a passing fault. */
const retryDelaysMs = [300, 900, 2700, 8100];

/** Asks a registry, with the login and with all retries. */
export interface RegistryAsker {
  /** Asks with the current login, and once more with a new one if that has expired. */
  readonly about: <Answer extends HttpAnswer>(
    repository: Repository,
    question: Question<Answer>,
  ) => Promise<Answer>;
  renew(): Promise<Credentials>;
  connectAhead(repository: Repository, count: number): void;
}

/**
 * Talks to a repository's registry, whose host is that of its URI, over connections that are kept. Uses the job's proxy
 * (HTTPS_PROXY, NO_PROXY). Sends credentials with every request, as ECR requires, but only to the registry's own
 * scheme, host and port; only the GET of a blob follows redirects. Renews an expired login once.
 */
export function registryAsker({
  login,
  scheme = 'Basic',
  now,
  signal,
  patience = usualPatience,
}: HttpMeans): RegistryAsker {
  const client = new HttpClient('ecr-ship', undefined, { keepAlive: true });
  const ahead = connectionsAhead(({ href }) => client.getAgent(href));
  const holder = keepLogin(login, now);
  return {
    renew: holder.renew,
    connectAhead(repository, count) {
      ahead.open(addressOf(repository, '/', undefined), count);
    },
    async about(repository, { path, what, send, patience: own = patience }) {
      const attempt = async ({ basic, endpoint }: Credentials) => {
        const url = addressOf(repository, path, endpoint);
        const authorization = `${scheme} ${basic}`;
        const asked = (ms: number) =>
          timedCall(
            () => `${url.host}${url.pathname}: ${what}`,
            () => send({ url, authorization, ms, signal, client }),
            ({ status }) => `HTTP ${String(status)}`,
          );
        return askWithRetries({ what, host: url.host, signal, patience: own }, asked);
      };
      const answer = await attempt(await holder.current());
      return mayHaveExpired(answer) ? attempt(await holder.renew()) : answer;
    },
  };
}

function addressOf(repository: Repository, path: string, endpoint: string | undefined): URL {
  const host = registryHost(repository);
  const protocol = endpoint === undefined ? protocolOf(host) : new URL(endpoint).protocol;
  const url = new URL(`${protocol}//${host}/v2/${repository.name}${path}`);
  if (!isConfidential(url)) throw badRegistry(`${url.host} speaks no TLS, so the login is not sent there`);
  return url;
}

interface RetryOptions {
  readonly what: string;
  readonly host: string;
  readonly signal: AbortSignal;
  readonly patience: Patience;
}

/** Asks until the answer is not a passing fault. Throws `registry-unreachable` and `registry-failed`. */
async function askWithRetries<Answer extends HttpAnswer>(
  { what, host, signal, patience }: RetryOptions,
  ask: (ms: number) => Promise<Answer>,
): Promise<Answer> {
  const deadline = Date.now() + patience.totalMs;
  for (const delayMs of [...retryDelaysMs, 0]) {
    signal.throwIfAborted();
    const left = Math.max(1, deadline - Date.now());
    const isLast = delayMs === 0 || left <= delayMs + patience.answerMs;
    try {
      const answer = await ask(Math.min(patience.answerMs, left));
      // A server answers 408 on a connection that was opened ahead and then idle for too long.
      if (isLast || !([408, 429].includes(answer.status) || answer.status >= 500)) return answer;
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof SourceFailed) throw error.failure;
      if (error instanceof Refusal || error instanceof TooLong)
        throw badRegistry(`${what}: ${error.message}`);
      if (isLast) throw error instanceof ShipError ? error : unreachable(host, error);
    }
    await sleep(delayMs, undefined, { signal }).catch(() => undefined);
  }
  throw new Error('unreachable code: the last try returns or throws');
}
