import { ShipError } from '../../types/errors.ts';
import { accountOf, deniedError, parseDenial, type Denial } from '../../types/iam.ts';
import { quotaReached } from '../../types/quota.ts';
import { nearestRegion, partitionOf } from '../../types/regions.ts';
import { clause, messageOf } from '../../types/text.ts';
import { refusedCredentials } from './credential-errors.ts';

/** The prefix of a service's IAM actions. */
export type ServiceName = 'ecr' | 'ecr-public';

/** Which call failed, for the message. */
export interface CallFacts {
  /** `ecr:DescribeImages` */
  readonly action: string;
  readonly region: string;
  readonly repository: string | undefined;
  readonly registryId: string | undefined;
  /** The ARN of the role that this run itself assumed for the call. */
  readonly role?: string | undefined;
}

/** What else is known when a call has failed. */
export interface Beside {
  /** What other calls were denied meanwhile. */
  readonly denials?: readonly Denial[];
  /** Repositories of the account with names near to the missing one. */
  readonly near?: readonly string[];
}

/** Translates any error of an AWS call into the one error that people read: what happened and what to do. */
export function translateAwsError(error: unknown, call: CallFacts, beside: Beside = {}): ShipError {
  if (error instanceof ShipError) return error;
  if (isDenial(error)) return accessDenied(error, call, beside.denials ?? []);
  if (isNoRepository(error)) return repositoryNotFound(error, call, beside.near ?? []);
  const quota =
    nameOf(error) === 'LimitExceededException' ? quotaReached(messageOf(error), error) : undefined;
  if (quota !== undefined) return quota;
  if (nameOf(error) === 'UnsupportedCommandException') return unsupported(call, error);
  const refused = refusedCredentials(error, call);
  if (refused !== undefined) return refused;
  const code = codeOf(error);
  if (code !== undefined) return unreachable(withCode(code, messageOf(error)), call, error);
  return new ShipError({
    code: 'registry-failed',
    what: `${call.action} failed in ${call.region}: ${withCode(nameOf(error), messageOf(error))}.`,
    next: 'If this looks like a temporary fault at AWS, run the job again.',
    cause: error,
  });
}

/** Whether a call failed because a permission is missing. */
export function isDenial(error: unknown): error is Error {
  return error instanceof Error && error.name === 'AccessDeniedException';
}

export function isNoRepository(error: unknown): error is Error {
  return error instanceof Error && error.name === 'RepositoryNotFoundException';
}

/** What a call was denied. AWS does not always say. */
export function denialOf(error: Error, { action }: CallFacts): Denial {
  return parseDenial(error.message) ?? { principal: undefined, action, resource: undefined };
}

function accessDenied(error: Error, call: CallFacts, others: readonly Denial[]): ShipError {
  const denial = denialOf(error, call);
  const all = [denial, ...others] as const;
  const isOurs = (arn: string | undefined) =>
    arn !== undefined && /:ecr(?:-public)?:.*:repository\//.test(arn);
  const named = all.map(({ resource }) => resource).find(isOurs);
  return deniedError(all, named ?? repositoryArn(call, denial.principal), error);
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

function repositoryArn(call: CallFacts, principal = ''): string {
  const name = call.repository ?? '*';
  const account = call.registryId ?? accountOf(principal) ?? '*';
  // A public repository belongs to no region, and its ARN does not contain the alias.
  return isPublic(call)
    ? `arn:aws:ecr-public::${account}:repository/${name.slice(name.indexOf('/') + 1)}`
    : `arn:${partitionOf(call.region)}:ecr:${call.region}:${account}:repository/${name}`;
}

function publicRepositoryNotFound({ repository = '', registryId }: CallFacts, cause: unknown): ShipError {
  const slash = repository.indexOf('/');
  const [alias, own] = [repository.slice(0, slash), repository.slice(slash + 1)];
  const whose = registryId === undefined ? 'this account' : `the account ${registryId}`;
  return new ShipError({
    code: 'repository-not-found',
    what: `There is no repository ${own} in the public registry of ${whose}.`,
    next:
      `Correct the input repository, of which ${alias} is taken for the alias of the registry and ${own} for the name, or ` +
      'create it with create-repository: true, or by hand: ' +
      `aws ecr-public create-repository --region us-east-1 --repository-name ${own}`,
    cause,
  });
}

function repositoryNotFound(error: Error, call: CallFacts, near: readonly string[]): ShipError {
  if (isPublic(call)) return publicRepositoryNotFound(call, error);
  const { region, repository = '', registryId } = call;
  // ECR names the registry in which it looked; if the call named none, that is the account of the credentials.
  const account = /registry with id '(\d{12})'/.exec(error.message)?.[1] ?? registryId;
  const whose =
    account === undefined || registryId !== undefined ? '' : ', the account of the credentials of this job';
  const where = `the registry${account === undefined ? '' : ` of account ${account}`} in ${region}${whose}`;
  const meant = near.length === 0 ? '' : ` Did you mean ${near.join(' or ')}?`;
  const owner = registryId === undefined ? '' : ` --registry-id ${registryId}`;
  return new ShipError({
    code: 'repository-not-found',
    what: `There is no repository ${repository} in ${where}.${meant}`,
    next:
      `Correct the inputs repository, aws-region or registry-id, or create it: ` +
      `aws ecr create-repository --region ${region}${owner} --repository-name ${repository} (or set create-repository: true).`,
    cause: error,
  });
}

function unreachable(why: string, { action, region }: CallFacts, cause: unknown): ShipError {
  const near = nearestRegion(region);
  return new ShipError({
    code: 'registry-unreachable',
    what:
      near === undefined
        ? `The API of Amazon ECR in ${region} cannot be reached for ${action}: ${why}.`
        : `There is no API of Amazon ECR in the region ${region}; did you mean ${near}?`,
    next:
      near === undefined
        ? 'Check the input aws-region, and the network and proxy settings of the runner.'
        : `Correct the input aws-region; if ${region} is right, check the network of the runner: ${why}.`,
    cause,
  });
}

/** A foreign message with the code or the name of its error, not repeated. */
export function withCode(code: string, message: string): string {
  return clause(message.includes(code) ? message : `${code}: ${message}`);
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'Error';
}

/** The code of a failed connection (`ECONNREFUSED`, `SELF_SIGNED_CERT_IN_CHAIN`); undefined for other errors. */
function codeOf(error: unknown): string | undefined {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' &&
    /^(?:E[A-Z]{3,}|ERR_TLS|UND_ERR|CERT_|UNABLE_TO_)|_SELF_SIGNED_CERT$|^SELF_SIGNED_CERT_/.test(code)
    ? code
    : undefined;
}

/** The error for an impossible answer; `what` follows "answered with". */
export function badAnswer(action: string, what: string, service: ServiceName = 'ecr'): ShipError {
  return new ShipError({
    code: 'registry-failed',
    what: `${service}:${action} answered with ${what}.`,
    next: 'Look for a proxy between the runner and AWS; if there is none, run the job again.',
  });
}
