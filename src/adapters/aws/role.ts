import { largestTokenAnswer } from '../../types/bounds.ts';
import type * as Sdk from '@aws-sdk/client-ecr';
import {
  AssumeRoleCommand,
  AssumeRoleWithWebIdentityCommand,
  STSClient,
  type AssumeRoleCommandOutput,
  type AssumeRoleWithWebIdentityCommandOutput,
} from '@aws-sdk/nested-clients/sts';
import type { RegistryTarget } from '../../types/image.ts';
import { hasCredentials } from '../../types/job-credentials.ts';
import type { RoleRequest } from '../../types/role.ts';
import { ShipError } from '../../types/errors.ts';
import { boundAnswers } from './bounded-answers.ts';
import { within } from '../machine/deadline.ts';
import { hasIdTokens, requestIdToken, withoutIdTokens } from './oidc-token.ts';
import { proxyAwareAgents } from '../http/proxy.ts';
import { registryTime } from '../http/registry-time.ts';
import { chainRefused, isRefusal, stsFailed, stsLate, tokenRefused } from './role-errors.ts';

/** The role of a client: its credentials, which are renewed before they expire. */
export interface RoleSession {
  /** Its own ARN. */
  readonly role: string;
  readonly credentials: () => Promise<RoleCredentials>;
  /** The ARN of the session, as STS gives it. */
  readonly arn: () => Promise<string>;
  /** Drops the known credentials. */
  readonly forget: () => void;
}

/** Secret, except when they expire. */
interface RoleCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  readonly expiration: Date;
  readonly arn: string;
}

/** What a session needs from its run. */
export interface SessionTools {
  readonly signal: AbortSignal;
  readonly mask: (secret: string) => void;
  readonly sdk: Pick<typeof Sdk, 'ECRClient'>;
}

/** The same limits as for ECR's API: for a connection, for an answer, and for all tries together. In milliseconds. */
const patience = {
  connectionTimeout: 10_000,
  requestTimeout: 15_000,
  throwOnRequestTimeout: true,
  socketTimeout: 15_000,
};
const callMs = 40_000;

/** An answer has some kilobytes. */
const answer = { bytes: largestTokenAnswer, ms: 15_000 };

/** Credentials with less time left are renewed, as in the SDK. In milliseconds. */
const marginMs = 5 * 60_000;

/**
 * Assumes a role when its credentials are first needed: with the job's OIDC token, or else with the credentials that
 * the job already has. If the role refuses the token, the job's credentials are tried too, if there are any.
 * Everything stays in memory. Throws `no-oidc-token`, `role-refused`, `registry-unreachable`.
 */
export function roleSession(
  { region }: Pick<RegistryTarget, 'region'>,
  role: RoleRequest,
  tools: SessionTools,
): RoleSession {
  let current: Promise<RoleCredentials> | undefined;
  let endsAt = Number.POSITIVE_INFINITY;
  const take = () => {
    const taking = assume(region, role, tools);
    endsAt = Number.POSITIVE_INFINITY;
    taking.then(
      ({ expiration }) => {
        endsAt = expiration.getTime();
      },
      () => {
        if (current === taking) current = undefined;
      },
    );
    return taking;
  };
  const credentials = () => {
    if (endsAt - Date.now() < marginMs) current = undefined;
    return (current ??= take());
  };
  return {
    role: role.arn,
    credentials,
    arn: async () => (await credentials()).arn,
    forget: () => {
      current = undefined;
    },
  };
}

async function assume(region: string, role: RoleRequest, tools: SessionTools): Promise<RoleCredentials> {
  const { signal, mask } = tools;
  const late = () => stsLate(region, callMs);
  const given = await within({ signals: [signal], ms: callMs, late }, async (end) => {
    if (!hasIdTokens()) return chained(region, role, tools, end);
    try {
      return await withToken(region, role, { ...tools, signal: end });
    } catch (error) {
      const isRefused = error instanceof ShipError && isRefusal(error.cause);
      if (!isRefused || !hasCredentials((name) => process.env[name])) throw error;
      // Why the token was refused says more than the failure that follows from it.
      return chained(region, role, tools, end).catch(() => Promise.reject(error));
    }
  });
  mask(given.secretAccessKey);
  mask(given.sessionToken);
  return given;
}

async function withToken(
  region: string,
  role: RoleRequest,
  { signal, mask }: SessionTools,
): Promise<RoleCredentials> {
  const token = await requestIdToken(role.audience, { signal, mask });
  const command = new AssumeRoleWithWebIdentityCommand({
    ...orderOf(role),
    WebIdentityToken: token.text,
  });
  try {
    const client = stsClient({ region });
    return await readably(() => client.send(command, { abortSignal: signal }));
  } catch (error) {
    signal.throwIfAborted();
    throw isRefusal(error) ? tokenRefused(role, token.claims, error) : stsFailed(role, region, error);
  }
}

async function chained(
  region: string,
  role: RoleRequest,
  { sdk }: SessionTools,
  signal: AbortSignal,
): Promise<RoleCredentials> {
  // The ECR client's chain of providers: environment, profile, SSO, container, machine.
  const own = new sdk.ECRClient({ region });
  const credentials = async () => own.config.credentials();
  try {
    const client = stsClient({ region, credentials });
    return await readably(() => client.send(new AssumeRoleCommand(orderOf(role)), { abortSignal: signal }));
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof Error && error.name === 'CredentialsProviderError')
      throw await withoutIdTokens(error);
    throw isRefusal(error) ? chainRefused(role, error) : stsFailed(role, region, error);
  }
}

function stsClient(config: ConstructorParameters<typeof STSClient>[0]): STSClient {
  const requestHandler = { ...proxyAwareAgents(), ...patience };
  const client = new STSClient({ ...config, requestHandler, maxAttempts: 4 });
  boundAnswers(client, registryTime(), answer);
  return client;
}

function orderOf({ arn, sessionName, durationSeconds }: RoleRequest) {
  return { RoleArn: arn, RoleSessionName: sessionName, DurationSeconds: durationSeconds };
}

type Answer = AssumeRoleCommandOutput | AssumeRoleWithWebIdentityCommandOutput;

/**
 * The credentials from STS. Asks once more if the answer was garbled, an error that the SDK neither names nor retries.
 */
async function readably(ask: () => Promise<Answer>): Promise<RoleCredentials> {
  const attempt = async () => {
    const answer = await ask().catch((error: unknown) => {
      if (!isUnreadable(error)) throw error;
    });
    return answer && credentialsIn(answer);
  };
  const given = (await attempt()) ?? (await attempt());
  if (given === undefined) throw new Error('its answer cannot be read');
  return given;
}

/** Whether the answer had the status 200, but could not be parsed. */
function isUnreadable(error: unknown): boolean {
  const { $metadata: facts } = error as { $metadata?: { httpStatusCode?: number } };
  return facts?.httpStatusCode === 200;
}

/** Undefined if any part is missing. */
function credentialsIn({ Credentials: given, AssumedRoleUser: user }: Answer): RoleCredentials | undefined {
  const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = given ?? {};
  if (
    AccessKeyId === undefined ||
    SecretAccessKey === undefined ||
    SessionToken === undefined ||
    Expiration === undefined ||
    user?.Arn === undefined
  )
    return undefined;
  return {
    accessKeyId: AccessKeyId,
    secretAccessKey: SecretAccessKey,
    sessionToken: SessionToken,
    expiration: Expiration,
    arn: user.Arn,
  };
}
