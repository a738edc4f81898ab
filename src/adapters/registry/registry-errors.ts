import { ShipError } from '../../types/errors.ts';
import { deniedError, parseDenial, policyText, servicePrefix } from '../../types/iam.ts';
import type { Repository } from '../../types/image.ts';
import { quotaReached } from '../../types/quota.ts';
import { clause, messageOf } from '../../types/text.ts';

/** One error of the registry's HTTP interface. Source: OCI distribution specification, "Error codes". */
interface RegistryError {
  readonly code: string;
  readonly message: string;
}

/**
 * Recognises two generations of ECR's words for the same refusal (the code is TAG_INVALID in both), and the names of
 * the API's exceptions. None of them says whether the tag already points to this very image, so callers compare
 * digests.
 * Source: collected answers of ECR, 2019 to 2026; see docs/contributing/facts.md.
 */
export function isImmutable({ message }: RegistryError): boolean {
  return (
    /cannot be overwritten because the (?:repository|tag) is immutable/.test(message) ||
    /\bImage(?:Tag)?AlreadyExistsException\b/.test(message)
  );
}

/** The first error in an answer's body, or the whole body if it has another form. */
export function firstError(body: Buffer): RegistryError {
  const text = body.toString('utf8');
  try {
    const { errors } = JSON.parse(text) as { errors?: { code?: unknown; message?: unknown }[] };
    const { code, message } = errors?.[0] ?? {};
    return {
      code: typeof code === 'string' ? code : '',
      message: typeof message === 'string' ? message : text,
    };
  } catch {
    return { code: '', message: text };
  }
}

/** The registry's answer to a request that it refused. */
interface RefusedAnswer {
  readonly status: number;
  readonly error: RegistryError;
  /** The permission that may be missing, without its service: `PutImage`. */
  readonly action: string;
}

/** The error for a refused request. `doing` is what the registry did not let this run do. */
export function refused(
  doing: string,
  { status, error, action }: RefusedAnswer,
  repository: Repository,
): ShipError {
  const quota = quotaReached(error.message, undefined);
  if (quota !== undefined) return quota;
  const denial = parseDenial(error.message);
  if (denial !== undefined) return deniedError([denial], repository.arn, error.message);
  return new ShipError({
    code: 'registry-failed',
    what: `The registry did not let this run ${doing}, with HTTP status ${String(status)}: ${clause(error.message)}.`,
    next: adviceOn({ status, error, action: `${servicePrefix(repository.type)}:${action}` }, repository.arn),
  });
}

/**
 * Whether an error says that the login has expired; ECR says so with 401 and with 403. Source:
 * docs/contributing/facts.md.
 */
export function saysExpired({ message }: RegistryError): boolean {
  return /token has expired/i.test(message);
}

function adviceOn({ status, error, action }: RefusedAnswer, repositoryArn: string): string {
  if (status === 401 || saysExpired(error))
    return (
      'The login is not accepted, and neither was a new one: look at the clock of the runner, and at what lies between ' +
      'it and the registry.'
    );
  if (status === 403)
    return `The role may lack ${action}: give it this policy, which is all that a run needs: ${policyText(repositoryArn)}`;
  if (status !== 405) return 'Run the job again.';
  const noRegistry = 'a registry takes this request, a proxy or another web server may not';
  return action.endsWith(':PutImage')
    ? `Look at what answers there: ${noRegistry}, and neither does a registry that knows no subject where the image has ` +
        'attestations of BuildKit 0.32 or newer: BUILDX_NO_DEFAULT_OCI_ARTIFACT: true in the job that builds gives the older form.'
    : `Look at what answers there: ${noRegistry}.`;
}

/** The error if no answer came, or none that ended. */
export function unreachable(host: string, cause: unknown): ShipError {
  return new ShipError({
    code: 'registry-unreachable',
    what: `The registry ${host} cannot be reached: ${clause(messageOf(cause))}.`,
    next: 'Check the network and proxy settings of the runner.',
    cause,
  });
}

/** The error for an answer to something else than the request. `what` is a clause. */
export function badRegistry(what: string): ShipError {
  return new ShipError({
    code: 'registry-failed',
    what: `The registry's answer cannot be trusted: ${what}.`,
    next: 'Look for a proxy between the runner and the registry, and at what else pushes to this repository.',
  });
}
