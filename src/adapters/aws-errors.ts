import { ShipError } from '../types/errors.ts';
import { deniedError, parseDenial } from '../types/iam.ts';
import { quotaReached } from '../types/quota.ts';
import { clause, messageOf } from '../types/text.ts';

/** What a service's IAM actions begin with. */
export type ServiceName = 'ecr' | 'ecr-public';

/** Which call failed, for the message. */
export interface CallFacts {
  /** `ecr:DescribeImages` */
  readonly action: string;
  readonly region: string;
  readonly repository: string | undefined;
  readonly registryId: string | undefined;
}

/** Names under which credentials fail whose time is over. Source: AWS common errors; botocore, credentials.py. */
const expiredCredentials = new Set([
  'ExpiredTokenException',
  'ExpiredToken',
  'RequestExpired',
  'TokenRefreshRequired',
]);

/** Whether a call failed because its credentials have expired. */
export function hasExpired(error: unknown): boolean {
  return expiredCredentials.has(nameOf(error));
}

/** Names under which credentials fail before any permission is looked at. Source: AWS common errors. */
const badCredentials = new Set([
  'CredentialsProviderError',
  'UnrecognizedClientException',
  'InvalidClientTokenId',
  'InvalidSignatureException',
  'IncompleteSignature',
  'MissingAuthenticationTokenException',
  'SignatureDoesNotMatch',
]);

/** Gives any error of an AWS call as the one error a person should read: what happened and what to do. */
export function translateAwsError(error: unknown, call: CallFacts): ShipError {
  if (error instanceof ShipError) return error;
  const name = nameOf(error);
  const message = messageOf(error);
  if (name === 'AccessDeniedException') return accessDenied(message, call, error);
  if (name === 'RepositoryNotFoundException') return repositoryNotFound(call, error);
  const quota = name === 'LimitExceededException' ? quotaReached(message, error) : undefined;
  if (quota !== undefined) return quota;
  if (name === 'UnsupportedCommandException') return unsupported(call, error);
  if (hasExpired(error)) return expired(message, call, error);
  if (badCredentials.has(name)) {
    return new ShipError({
      code: 'no-credentials',
      what: `AWS did not accept this job's credentials for ${call.action} in ${call.region} (${name}: ${clause(message)}).`,
      next:
        'Run aws-actions/configure-aws-credentials before this step, and give the job "permissions: id-token: write"; ' +
        'pull requests from forks get no credentials, so use push: false there.' +
        (isPublic(call)
          ? ' ECR Public knows the accounts of commercial AWS alone, not those of China or GovCloud.'
          : ''),
      cause: error,
    });
  }
  const code = codeOf(error);
  if (code !== undefined) {
    return new ShipError({
      code: 'registry-unreachable',
      what: `The API of Amazon ECR in ${call.region} cannot be reached for ${call.action} (${code}: ${clause(message)}).`,
      next: 'Check the input aws-region, and the network and proxy settings of the runner.',
      cause: error,
    });
  }
  return new ShipError({
    code: 'registry-failed',
    what: `${call.action} failed in ${call.region} (${name}: ${clause(message)}).`,
    next: 'If this looks like a passing fault of AWS, run the job again.',
    cause: error,
  });
}

function isPublic({ action }: CallFacts): boolean {
  return action.startsWith('ecr-public:');
}

/** Source: ECR Public API reference, UnsupportedCommandException. */
function unsupported({ action, region }: CallFacts, cause: unknown): ShipError {
  return new ShipError({
    code: 'registry-failed',
    what: `There is no ${action} in ${region}.`,
    next: 'ECR Public is asked in us-east-1: look at AWS_ENDPOINT_URL_ECR_PUBLIC, and at what lies between the runner and AWS.',
    cause,
  });
}

function expired(message: string, call: CallFacts, cause: unknown): ShipError {
  return new ShipError({
    code: 'no-credentials',
    what: `The AWS credentials of this job have expired; ${call.action} in ${call.region} was refused (${clause(message)}).`,
    next:
      'Give them more time (role-duration-seconds of aws-actions/configure-aws-credentials), or get them right before ' +
      'this step: a long build outlives credentials of an hour.',
    cause,
  });
}

function accessDenied(message: string, call: CallFacts, cause: unknown): ShipError {
  const denial = parseDenial(message);
  return deniedError(
    denial?.action ?? call.action,
    denial?.principal,
    denial?.resource ?? arnOf(call),
    cause,
  );
}

function arnOf(call: CallFacts): string {
  const name = call.repository ?? '*';
  // A public repository belongs to no region, and its ARN does not have the alias.
  return isPublic(call)
    ? `arn:aws:ecr-public::${call.registryId ?? '*'}:repository/${name.slice(name.indexOf('/') + 1)}`
    : `arn:aws:ecr:${call.region}:${call.registryId ?? '*'}:repository/${name}`;
}

function publicRepositoryNotFound({ repository = '', registryId }: CallFacts, cause: unknown): ShipError {
  const slash = repository.indexOf('/');
  const [alias, own] = [repository.slice(0, slash), repository.slice(slash + 1)];
  const whose = registryId === undefined ? 'this account' : `the account ${registryId}`;
  return new ShipError({
    code: 'repository-not-found',
    what: `There is no repository ${own} in the public registry of ${whose}.`,
    next:
      `Create it (aws ecr-public create-repository --region us-east-1 --repository-name ${own}), or correct the input ` +
      `repository: ${alias} is taken for the alias of the registry, and ${own} for the name.`,
    cause,
  });
}

function repositoryNotFound(call: CallFacts, cause: unknown): ShipError {
  if (isPublic(call)) return publicRepositoryNotFound(call, cause);
  const where = `${call.region}${call.registryId === undefined ? '' : `, account ${call.registryId}`}`;
  return new ShipError({
    code: 'repository-not-found',
    what: `There is no repository ${call.repository ?? ''} in the registry (${where}).`,
    next:
      'Create it (aws ecr create-repository), or correct the inputs repository, aws-region or registry-id; ' +
      'the name stands alone, without the registry in front of it.',
    cause,
  });
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'Error';
}

/** The code of a failed connection (`ECONNREFUSED`, `SELF_SIGNED_CERT_IN_CHAIN`), if that is what it is. */
function codeOf(error: unknown): string | undefined {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' &&
    /^(?:E[A-Z]{3,}|ERR_TLS|UND_ERR|CERT_|UNABLE_TO_)|_SELF_SIGNED_CERT$|^SELF_SIGNED_CERT_/.test(code)
    ? code
    : undefined;
}

/** The error for an answer that cannot be what was asked for; `what` follows "answered with". */
export function badAnswer(action: string, what: string, service: ServiceName = 'ecr'): ShipError {
  return new ShipError({
    code: 'registry-failed',
    what: `${service}:${action} answered with ${what}.`,
    next: 'Look for a proxy between the runner and AWS; if there is none, run the job again.',
  });
}
