import { largestTokenAnswer } from '../../types/bounds.ts';
import { largestPayload } from '../../types/bounds.ts';
import { HttpClient } from '@actions/http-client';
import { ShipError } from '../../types/errors.ts';
import type { TokenClaims } from '../../types/role.ts';
import { clause, messageOf } from '../../types/text.ts';
import { askHttp, type HttpAnswer } from '../http/http-answer.ts';
import { readLinked } from '../machine/regular-file.ts';

/** A token of the job, and its claims. The text is secret. */
interface IdToken {
  readonly text: string;
  readonly claims: TokenClaims;
}

/** A token has some 2 KB, and arrives within a second or not at all. */
const bounds = { ms: 15_000, bytes: () => largestTokenAnswer };

/** GitHub's token service has short faults: the wait before each try, in milliseconds. */
const pausesMs = [0, 500, 2000];

/** Whether the runner gives this job OIDC tokens. Source: GitHub docs, "OpenID Connect reference". */
export function hasIdTokens(): boolean {
  return address() !== '' && bearer() !== '';
}

const address = () => process.env['ACTIONS_ID_TOKEN_REQUEST_URL'] ?? '';
const bearer = () => process.env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'] ?? '';

/**
 * Requests a token from the runner's service. `core.getIDToken` does the same, but has no deadline and cannot be
 * aborted. Throws `no-oidc-token`.
 * @param mask gets the token before anything else is done with it
 */
export async function requestIdToken(
  audience: string,
  { signal, mask }: { readonly signal: AbortSignal; readonly mask: (secret: string) => void },
): Promise<IdToken> {
  const url = new URL(address());
  url.searchParams.set('audience', audience);
  const { status, body } = await askPatiently(url, signal);
  const text = valueIn(body.toString('utf8'));
  if (status !== 200 || text === undefined) throw noAnswer(`it answered with status ${String(status)}`);
  mask(text);
  const claims = claimsOf(text);
  if (claims === undefined) throw noAnswer('what it gave is not a token');
  return { text, claims };
}

async function askPatiently(url: URL, signal: AbortSignal): Promise<HttpAnswer> {
  const headers = { authorization: `Bearer ${bearer()}`, accept: 'application/json; api-version=2.0' };
  let failed: unknown;
  for (const pauseMs of pausesMs) {
    if (pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs));
    signal.throwIfAborted();
    try {
      const answer = await askHttp(url, { method: 'GET', headers }, { ...bounds, signal }, new HttpClient());
      const isWhole = answer.status !== 200 || isJson(answer.body.toString('utf8'));
      if (answer.status < 500 && answer.status !== 429 && isWhole) return answer;
      failed = new Error(
        isWhole ? `it answered with status ${String(answer.status)}` : 'its answer is not JSON',
      );
    } catch (error) {
      signal.throwIfAborted();
      failed = error;
    }
  }
  throw noAnswer(clause(messageOf(failed)), failed);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function valueIn(body: string): string | undefined {
  try {
    const { value } = JSON.parse(body) as { value?: unknown };
    return typeof value === 'string' && value !== '' ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The claims of a token; whether they are true is for AWS to check. Source: RFC 7519. */
export function claimsOf(token: string): TokenClaims | undefined {
  try {
    const payload = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8');
    const { iss, sub, aud } = JSON.parse(payload) as { iss?: unknown; sub?: unknown; aud?: unknown };
    const first: unknown = Array.isArray(aud) ? aud[0] : aud;
    if (typeof iss !== 'string' || typeof sub !== 'string' || typeof first !== 'string') return undefined;
    return { iss, sub, aud: first };
  } catch {
    return undefined;
  }
}

function noAnswer(why: string, cause?: unknown): ShipError {
  return new ShipError({
    code: 'no-oidc-token',
    what: `GitHub gave this job no OIDC token for role-to-assume: ${why}.`,
    next: 'If this looks like a temporary fault at GitHub, run the job again; else look at the proxy settings of the runner.',
    cause,
  });
}

/** Why this job has neither OIDC tokens nor credentials of its own: one of the two possible reasons, and what to do. */
export async function withoutIdTokens(cause: unknown): Promise<ShipError> {
  const fork = await forkOfEvent().catch(() => undefined);
  if (fork !== undefined)
    return new ShipError({
      code: 'no-oidc-token',
      what: `This is a pull request from the fork ${fork}: GitHub gives such a job no OIDC token, whatever its permissions say, so the role cannot be assumed.`,
      next: 'Build it with push: false, and publish when it is merged.',
      cause,
    });
  return new ShipError({
    code: 'no-oidc-token',
    what: 'This job has no OIDC token for role-to-assume (ACTIONS_ID_TOKEN_REQUEST_URL is not set), and no AWS credentials of its own.',
    next:
      'Give the job "permissions: id-token: write", beside "contents: read"; of a reusable workflow, the job that calls ' +
      'it needs it as well.',
    cause,
  });
}

/** The fork that a pull request comes from; undefined if it comes from the repository itself, or there is none. */
async function forkOfEvent(): Promise<string | undefined> {
  if (process.env['GITHUB_EVENT_NAME'] !== 'pull_request') return undefined;
  const text = await readLinked(process.env['GITHUB_EVENT_PATH'] ?? '', largestPayload);
  const event = JSON.parse(text ?? '{}') as { pull_request?: { head?: { repo?: Head | null } } };
  const head = event.pull_request?.head;
  // A fork that has been deleted has no repository any more.
  if (head?.repo === null) return 'that was deleted';
  const name = head?.repo?.full_name;
  return name === undefined || name === process.env['GITHUB_REPOSITORY'] ? undefined : name;
}

interface Head {
  readonly full_name?: string;
}
