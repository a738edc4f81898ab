import { ShipError } from '../../types/errors.ts';
import { parseDenial } from '../../types/iam.ts';
import {
  accountOfRole,
  chainStatement,
  partitionOfRole,
  trustStatement,
  type RoleRequest,
  type TokenClaims,
} from '../../types/role.ts';
import { clause, messageOf } from '../../types/text.ts';

/** The names of STS's refusals. Source: AWS STS API reference, AssumeRoleWithWebIdentity, errors. */
const refusals = new Set([
  'AccessDenied',
  'AccessDeniedException',
  'InvalidIdentityToken',
  'InvalidIdentityTokenException',
]);

/** Whether the role refuses this token or caller, so that another way may be tried. */
export function isRefusal(error: unknown): boolean {
  return error instanceof Error && refusals.has(error.name);
}

/**
 * The error for a token that STS refused, with the trust statement that would admit it. It contains claims, never the
 * token.
 */
export function tokenRefused(role: RoleRequest, claims: TokenClaims, error: unknown): ShipError {
  const message = clause(messageOf(error));
  const provider = claims.iss.replace(/^https?:\/\//, '');
  if (/No OpenIDConnect provider found/i.test(message))
    return new ShipError({
      code: 'role-refused',
      what: `The account ${accountOfRole(role.arn)} of the role ${role.arn} does not know GitHub's tokens: ${message}.`,
      next: `Make the provider once: aws iam create-open-id-connect-provider --url ${claims.iss} --client-id-list ${claims.aud}`,
      cause: error,
    });
  if (/incorrect token audience/i.test(message))
    return new ShipError({
      code: 'role-refused',
      what: `The OIDC provider ${provider} in ${accountOfRole(role.arn)} does not take tokens for the audience ${claims.aud}: ${message}.`,
      next: `Correct the input audience, or add it: aws iam add-client-id-to-open-id-connect-provider --open-id-connect-provider-arn arn:${partitionOfRole(role.arn)}:iam::${accountOfRole(role.arn)}:oidc-provider/${provider} --client-id ${claims.aud}`,
      cause: error,
    });
  return new ShipError({
    code: 'role-refused',
    what: `AWS STS did not let this job assume ${role.arn}: ${message}. The token has sub ${claims.sub} and aud ${claims.aud}.`,
    next: `${hintOf(claims)}Compare the trust policy of the role with this statement, which lets exactly this token in; if they agree, check that the role exists: ${JSON.stringify(trustStatement(role, claims))}`,
    details: `This statement of the role's trust policy lets the token of this job in:\n${JSON.stringify(trustStatement(role, claims), null, 2)}`,
    cause: error,
  });
}

/**
 * The most common reasons why a trust policy that looks right does not match. Source: GitHub docs, "OpenID Connect
 * reference".
 */
function hintOf({ sub }: TokenClaims): string {
  const [, owner = '', repository = '', rest = ''] =
    /^repo:([^/@:]+)@\d+\/([^/@:]+)@\d+:(.*)$/.exec(sub) ?? [];
  if (owner !== '')
    return `GitHub puts numbers behind owner and name in the sub of repositories that were made, renamed or moved since 2026-07-15: a policy with repo:${owner}/${repository}:${rest} does not match. `;
  if (/:environment:/.test(sub))
    return 'The job has an environment, which takes the place of the branch in the sub. ';
  if (/:pull_request$/.test(sub)) return 'For a pull request the sub names no branch. ';
  return '';
}

/** The error for a role that the job's own credentials may not assume. */
export function chainRefused(role: RoleRequest, error: unknown): ShipError {
  const caller = parseDenial(messageOf(error))?.principal;
  const statement = caller === undefined ? undefined : chainStatement(caller);
  return new ShipError({
    code: 'role-refused',
    what: `The AWS credentials of this job may not assume ${role.arn}: ${clause(messageOf(error))}.`,
    next:
      'Two policies have to allow it: the trust policy of that role, and a policy of the role that the job has already ' +
      '(sts:AssumeRole). With "permissions: id-token: write" the role is assumed with an OIDC token instead.',
    ...(statement !== undefined && {
      details: `This statement of the role's trust policy lets these credentials in:\n${JSON.stringify(statement, null, 2)}`,
    }),
    cause: error,
  });
}

/** The error for any other failure of STS. */
export function stsFailed(role: RoleRequest, region: string, error: unknown): ShipError {
  if (error instanceof ShipError) return error;
  const message = clause(messageOf(error));
  if (/DurationSeconds|session limit/i.test(message))
    return new ShipError({
      code: 'role-refused',
      what: `The role ${role.arn} gives no credentials for ${String(role.durationSeconds / 60)} minutes: ${message}.`,
      next: 'Shorten the input role-duration, or raise MaxSessionDuration of the role; a role that is assumed from another role lasts an hour at most.',
      cause: error,
    });
  if (/RegionDisabled/.test(nameOf(error)))
    return new ShipError({
      code: 'role-refused',
      what: `AWS STS is switched off in ${region} for the account ${accountOfRole(role.arn)}: ${message}.`,
      next: `Switch it on under "Account settings" of IAM, or set AWS_ENDPOINT_URL_STS to the endpoint of another region.`,
      cause: error,
    });
  return new ShipError({
    code: 'role-refused',
    what: `AWS STS in ${region} gave no credentials of ${role.arn}: ${nameOf(error)}: ${message}.`,
    next: 'If this looks like a temporary fault at AWS, run the job again; else check aws-region, network and proxy of the runner.',
    cause: error,
  });
}

/** The error if STS does not answer in time. */
export function stsLate(region: string, ms: number): ShipError {
  return new ShipError({
    code: 'registry-unreachable',
    what: `AWS STS in ${region} gave no answer within ${String(ms / 1000)} s.`,
    next: 'Check the network and proxy settings of the runner; if they are right, run the job again.',
  });
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'Error';
}
