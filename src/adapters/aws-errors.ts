import { ShipError } from '../types/errors.ts';
import { accountOf, deniedError, parseDenial, type Denial } from '../types/iam.ts';
import { nearestRegion, partitionOf } from '../types/regions.ts';
import { clause, messageOf } from '../types/text.ts';
import { refusedCredentials } from './credential-errors.ts';

/** Which call failed, for the message. */
export interface CallFacts {
  /** `ecr:DescribeImages` */
  readonly action: string;
  readonly region: string;
  readonly repository: string | undefined;
  readonly registryId: string | undefined;
}

/** What else is known when a call has failed. */
export interface Beside {
  /** What other calls were denied meanwhile. */
  readonly denials?: readonly Denial[];
  /** Repositories of the account whose names are near to the one that is missing. */
  readonly near?: readonly string[];
}

/** Gives any error of an AWS call as the one error a person should read: what happened and what to do. */
export function translateAwsError(error: unknown, call: CallFacts, beside: Beside = {}): ShipError {
  if (error instanceof ShipError) return error;
  if (isDenial(error)) return accessDenied(error, call, beside.denials ?? []);
  if (isNoRepository(error)) return repositoryNotFound(error, call, beside.near ?? []);
  const refused = refusedCredentials(error, call);
  if (refused !== undefined) return refused;
  const code = codeOf(error);
  if (code !== undefined) return unreachable(withCode(code, messageOf(error)), call, error);
  return new ShipError({
    code: 'registry-failed',
    what: `${call.action} failed in ${call.region}: ${withCode(nameOf(error), messageOf(error))}.`,
    next: 'If this looks like a passing fault of AWS, run the job again.',
    cause: error,
  });
}

/** Whether a call failed for want of a permission. */
export function isDenial(error: unknown): error is Error {
  return error instanceof Error && error.name === 'AccessDeniedException';
}

export function isNoRepository(error: unknown): error is Error {
  return error instanceof Error && error.name === 'RepositoryNotFoundException';
}

/** What a denied call was denied. AWS does not always say it. */
export function denialOf(error: Error, { action }: CallFacts): Denial {
  return parseDenial(error.message) ?? { principal: undefined, action, resource: undefined };
}

function accessDenied(error: Error, call: CallFacts, others: readonly Denial[]): ShipError {
  const denial = denialOf(error, call);
  const all = [denial, ...others] as const;
  const isOurs = (arn: string | undefined) => arn !== undefined && /:ecr:.*:repository\//.test(arn);
  const named = all.map(({ resource }) => resource).find(isOurs);
  return deniedError(all, named ?? repositoryArn(call, denial.principal), error);
}

function repositoryArn({ region, registryId, repository }: CallFacts, principal = ''): string {
  const account = registryId ?? accountOf(principal) ?? '*';
  return `arn:${partitionOf(region)}:ecr:${region}:${account}:repository/${repository ?? '*'}`;
}

function repositoryNotFound(error: Error, call: CallFacts, near: readonly string[]): ShipError {
  const { region, repository = '', registryId } = call;
  // ECR says in which registry it has looked, which is the account of the credentials where none was asked for.
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

/** Somebody else's words with the code or the name of the error, once. */
export function withCode(code: string, message: string): string {
  return clause(message.includes(code) ? message : `${code}: ${message}`);
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
export function badAnswer(action: string, what: string): ShipError {
  return new ShipError({
    code: 'registry-failed',
    what: `ecr:${action} answered with ${what}.`,
    next: 'Look for a proxy between the runner and AWS; if there is none, run the job again.',
  });
}
